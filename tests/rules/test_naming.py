"""Names as offices write them: what is the same however it is typed, what may be the same, what is not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.naming.likeness import ANOTHER_BODY, CORE_ONLY, DOUBTFUL, SAME, likeness, producers_alike
from ocop.rules.naming.plain import KINDS, TOURISM_ONLY, kind_told, producer_name, product_name, words_of
from ocop.rules.naming.tax_code import TaxCode, tax_code
from ocop.rules.refused import Refused


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTX Tân Thành", "Hợp tác xã Tân Thành"),
        ("HTX Tân Thành", "hop tac xa tan thanh"),
        ("HTX Tân Thành", "HỢP TÁC XÃ  TÂN THÀNH"),
        ("HTX NN Tân Thành", "HTX Nông nghiệp Tân Thành"),
        ("HTX DVNN Sử Anh", "HTX Dịch vụ Nông nghiệp Sử Anh"),
        ("HTX SXKDDV Lê Minh", "HTX Sản xuất, kinh doanh, dịch vụ Lê Minh"),
        ("HTX TM & DVNN Hòa Bình", "HTX Thương mại và dịch vụ nông nghiệp Hoà Bình"),
        ("THT chè Phìn Hồ", "Tổ hợp tác chè Phìn Hồ"),
        ("Công ty CP Curcumin Bắc Hà", "CTCP Curcumin Bắc Hà"),
        ("Cty TNHH MTV Asuka", "Công ty Trách nhiệm hữu hạn một thành viên Asuka"),
        ("Công ty TNHH Asuka", "Công ty TNHH MTV Asuka"),
        ("HKD Minh Anh", "Hộ kinh doanh cá thể Minh Anh"),
        ("CSSX Minh Anh", "Cơ sở sản xuất Minh Anh"),
        ("HTX Ea H'Leo", "HTX Ea H’Leo"),
    ],
)
def test_spellings_of_one_producer_have_one_key(one, other):
    assert producer_name(one) == producer_name(other)
    assert producers_alike(producer_name(one), producer_name(other)) == SAME


@pytest.mark.parametrize(
    ("one", "other"), [("Hòa Bình", "Hoà Bình"), ("Thuỷ Nguyên", "Thủy Nguyên"), ("Khoẻ", "Khỏe"), ("Đ", "đ")]
)
def test_tone_placement_and_composition_do_not_matter(one, other):
    assert words_of(one) == words_of(other) == words_of(unicodedata.normalize("NFD", one))


def test_the_head_tells_the_kind_and_only_at_the_head():
    heads = ("HTX", "Tổ hợp tác", "DNTN", "Trang trại", "Hộ SX", "Hiệp hội", "Ban quản lý")
    assert [kind_told(text) for text in heads] == [
        "cooperative", "cooperative_group", "enterprise", "farm", "household", "association", "management_board",
    ]  # fmt: skip
    assert kind_told("Trà Vinh Farm") == kind_told("") == kind_told("Hội An Farm") == "untold"
    assert producer_name("Doanh nhân Việt").kind == "untold"
    assert producer_name("Nhà hàng HTX").kind == "untold"


def test_a_name_that_is_only_its_head_keeps_it():
    assert producer_name("Hợp tác xã").words == ("hop", "tac", "xa")
    assert producer_name("").key == ""
    assert producer_name("Công ty TNHH MTV").key == "cong ty tnhh mtv"


def test_every_kind_a_name_tells_is_a_kind():
    assert {
        kind_told(head) for head in ("HTX", "THT", "Cty", "Trang trại", "HKD", "Hội Nông dân", "Ban điều hành")
    } <= set(KINDS)
    assert set(KINDS) > TOURISM_ONLY


def test_products_compare_by_words():
    assert product_name("Trà túi lọc – Linh chi (Minh Anh)®") == product_name("tra tui loc linh chi minh anh")
    assert product_name("Vi-cumax (viên)") != product_name("Vi-cumax Plus (viên)")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTX Nông nghiệp Tân Thành", "HTX Nông nghiêp Tân Thàn"),
        ("HTX Tân Thành", "HTX Nông nghiệp Tân Thành"),
        ("Công ty CP Curcumin Bắc Hà", "Công ty CP Bắc Hà Curcumin"),
        ("HTX Minh Anh", "Công ty TNHH Minh Anh"),
        ("HTX trà Minh Đeng", "HTX chè Minh Đeng"),
    ],
)
def test_what_may_be_one_is_doubtful(one, other):
    assert DOUBTFUL <= producers_alike(producer_name(one), producer_name(other)) < SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTX Tân Thành", "HTX Tân Dân"),
        ("HTX Minh Anh", "HTX Sử Anh"),
        ("HTX nông nghiệp Ba Bể", "HTX nông nghiệp Na Rì"),
    ],
)
def test_what_only_sounds_alike_is_not(one, other):
    assert producers_alike(producer_name(one), producer_name(other)) < DOUBTFUL


def test_the_caps_hold():
    assert producers_alike(producer_name("HTX Minh Anh"), producer_name("Công ty Minh Anh")) == ANOTHER_BODY
    assert producers_alike(producer_name("HTX Minh Anh"), producer_name("HTX dịch vụ Minh Anh")) == CORE_ONLY
    assert producers_alike(producer_name("Minh Anh"), producer_name("HTX Minh Anh")) == SAME


def test_a_name_of_weak_words_only_has_them_as_its_core():
    assert producer_name("HTX Nông nghiệp").core == "nong nghiep"


NAMES = st.text(alphabet="abc đơế-", max_size=12).map(product_name)


@given(NAMES, NAMES)
def test_likeness_is_a_measure(one, other):
    found = likeness(one, other)
    assert found == likeness(other, one)
    assert 0 <= found <= SAME
    assert (found == SAME) == (one == other)


def test_nothing_is_like_nothing_else():
    assert likeness("", "a") == 0


@pytest.mark.parametrize("text", ["0100233488", " 0100233488 ", "01002 33488", "0100.233.488"])
def test_an_organisation(text):
    assert tax_code(text) == TaxCode("0100233488", "organisation", proven=True)


@pytest.mark.parametrize("text", ["0314409058-002", "0314409058002", "0314409058 002"])
def test_a_branch(text):
    assert tax_code(text) == TaxCode("0314409058-002", "branch", proven=True)


@pytest.mark.parametrize("text", ["036199001234", "001300001234", "096 099 001 234"])
def test_a_personal_number_is_only_plausible(text):
    found = tax_code(text)
    assert (found.kind, found.proven, len(found.digits)) == ("person", False, 12)


@pytest.mark.parametrize(
    "text",
    [
        "0100233489",
        "100233488",
        "",
        "abc",
        "000199001234",
        "097199001234",
        "036499001234",
        "03619900123a",
        "٠٣٦١٩٩٠٠١٢٣٤",
    ],
)
def test_what_is_no_tax_code(text):
    with pytest.raises(Refused) as caught:
        tax_code(text)
    assert caught.value.code == "tax_code"
