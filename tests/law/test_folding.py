import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.lawbook.book import GENERATIONS, find_set, set_numbers
from ocop.rules.lawbook.folding import content_words, fold


def test_marks_case_and_spaces_do_not_matter():
    assert fold(" ĐÓNG  GÓI,\tBao bì ") == fold("đóng gói, bao bì") == "dong goi, bao bi"


def test_combining_input_folds_like_precomposed():
    text = "Tiếng Việt, Đặc sản"
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == "tieng viet, dac san"


@given(st.text(alphabet="aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ ĐÀƠ"))
def test_folding_is_plain_and_stable(text):
    folded = fold(text)
    assert folded.isascii()
    assert fold(folded) == folded


def test_every_name_of_the_law_folds_to_ascii():
    names = [
        node.name for one in GENERATIONS for number in set_numbers(one) for node in find_set(one, number).nodes.values()
    ]
    assert len(names) > 2000
    assert all(fold(name).replace("–", "-").isascii() for name in names)


def test_content_words_keep_marks_and_drop_filler():
    assert content_words("Đóng gói sản phẩm") == {"đóng", "gói"}
    assert not content_words("Độ đồng đều của sản phẩm") & content_words("Quy cách đóng gói")
