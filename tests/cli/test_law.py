"""`ocop law`: the law read, compared and checked from a terminal."""

import pytest

from ocop.rules.lawbook.book import GENERATIONS, criteria_set, instruments
from tests.cli.calling import ocop, vietnamese_in

NOW, BEFORE, FIRST = GENERATIONS


def law(*arguments, lang="vi"):
    return ocop("--lang", lang, "law", *arguments)


def test_the_list_of_instruments_has_each_with_its_days():
    lines = law("list").output.splitlines()
    assert [line.split()[0] for line in lines] == list(instruments())
    assert any(line.startswith(f"{NOW}   2026-05-22 ") for line in lines)
    assert any(line.startswith(f"{FIRST}      2019-08-21 - 2023-02-24 ") for line in lines)
    assert vietnamese_in(law("list", lang="en").output) == []


def test_the_list_of_an_instrument_has_its_sets_and_says_which_is_missing():
    lines = law("list", FIRST).output.splitlines()
    assert len(lines) == 26
    assert lines[10].startswith(" 11  ")
    assert [line for line in lines if line.endswith("  [chưa có nguồn]")] == [lines[2]]
    english = law("list", FIRST, lang="en").output
    assert english.splitlines()[2].endswith("  [text not found]")
    assert vietnamese_in(english) == []


def test_a_set_is_shown_with_its_source_criteria_options_floors_and_lines():
    said = law("show", NOW, "11").output
    lines = said.splitlines()
    assert lines[0] == "Bộ 11, Chè tươi, chè chế biến (26/2026/QĐ-TTg)"
    assert lines[1].startswith("Nguồn: https://")
    assert lines[2] == "A Sản phẩm và sức mạnh của cộng đồng [40]"
    assert "    A.1.1 Nguồn nguyên liệu [3]" in lines
    assert "      2. Từ 50% đến dưới 75% nguyên liệu có nguồn gốc trong tỉnh: 2  ***" in lines
    assert "      ! Bị loại nếu dùng toàn bộ nguyên liệu nhập khẩu hoặc không rõ nguồn gốc" in lines
    for leaf in criteria_set(NOW, 11).leaves:
        assert f"{leaf.code} {leaf.name} [{leaf.max}]" in said


def test_one_criterion_is_shown_alone_and_a_heading_with_what_is_under_it():
    assert [line.split()[0] for line in law("show", NOW, "11", "A.1.1").output.splitlines()[2:3]] == ["A.1.1"]
    heading = law("show", NOW, "11", "A.2").output
    assert "A.2.4" in heading
    assert "A.1.1" not in heading
    assert "A.3" not in heading


def test_cases_are_shown_before_their_options():
    assert "1. (a) " in law("show", NOW, "26", "C.8").output


@pytest.mark.parametrize("instrument", GENERATIONS)
def test_every_set_in_english_has_no_vietnamese_letters(instrument):
    for number in (1, 7, 11, 26):
        assert vietnamese_in(law("show", instrument, str(number), lang="en").output) == []


@pytest.mark.parametrize(
    ("arguments", "vi", "en"),
    [
        ((NOW, "27"), "không có bộ tiêu chí số 27; có từ 1 đến 26", "has no set 27; there are 1 to 26"),
        ((FIRST, "3"), "chưa có:", "its text has not been found and is not invented"),
        (
            (NOW, "11", "A.9"),
            "A.9: Bộ 11, Chè tươi, chè chế biến (26/2026/QĐ-TTg) không có tiêu chí này",
            "A.9: there is no such criterion",
        ),
    ],
)
def test_what_is_not_there_is_refused(arguments, vi, en):
    outcome = law("show", *arguments)
    assert (outcome.exit_code, outcome.stdout) == (3, "")
    assert outcome.stderr.startswith("Lỗi: ")
    assert vi in outcome.stderr
    outcome = law("show", *arguments, lang="en")
    assert outcome.exit_code == 3
    assert outcome.stderr.startswith("Error: ")
    assert en in outcome.stderr


@pytest.mark.parametrize(
    "arguments", [("show", "781/QĐ-TTg", "1"), ("show", NOW, "mười"), ("list", "x"), ("which", "mai"), ("nothing",)]
)
def test_a_wrong_call_exits_2(arguments):
    assert law(*arguments).exit_code == 2


def test_the_difference_of_two_sets_is_told_by_criterion():
    said = law("diff", f"{BEFORE}:11", f"{NOW}:11").output
    assert "A.1.1 Nguồn nguyên liệu\n    Điểm tối đa 5 thành 3\n" in said
    assert "A.2.4 Ghi nhãn hàng hóa có sử dụng song ngữ\n    Thêm tiêu chí, tối đa 1 điểm\n" in said
    assert "A.3.5 Kế toán\n    Bỏ tiêu chí, trước tối đa 1 điểm\n" in said
    english = law("diff", f"{BEFORE}:11", f"{NOW}:11", lang="en").output
    assert "    Maximum 5 became 3\n" in english
    assert vietnamese_in(english) == []


def test_a_set_does_not_differ_from_itself():
    outcome = law("diff", f"{NOW}:11", f"{NOW}:11")
    assert (outcome.exit_code, outcome.output) == (0, "")


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [
        (NOW, "cần dạng 26/2026/QĐ-TTg:11", "needs the form 26/2026/QĐ-TTg:11"),
        (f"{NOW}:²", "cần dạng 26/2026/QĐ-TTg:11", "needs the form 26/2026/QĐ-TTg:11"),
        (f"{NOW}:{'9' * 5000}", "cần dạng 26/2026/QĐ-TTg:11", "needs the form 26/2026/QĐ-TTg:11"),
        (f"{NOW}:99", "không có bộ tiêu chí số 99", "has no set 99"),
        ("781/QĐ-TTg:1", "không có bộ tiêu chí của văn bản “781/QĐ-TTg”", "there are no criteria sets of instrument"),
    ],
)
def test_a_set_that_cannot_be_named_so_is_refused(name, vi, en):
    outcome = law("diff", name, f"{NOW}:11")
    assert outcome.exit_code == 3
    assert vi in outcome.stderr
    assert en in law("diff", f"{NOW}:11", name, lang="en").stderr


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("2026-11-22",), f"R5  {NOW}  ("),
        (("22/11/2026",), f"R5  {NOW}  ("),
        (("2026-05-21",), f"R4  {BEFORE}  ("),
        (("2026-05-21", "--evaluated", "2026-07-01"), f"R4  {BEFORE}  ("),
        (("2026-05-22", "--kind", "reevaluation"), f"R5  {NOW}  ("),
        (("2019-12-01",), f"R1  {FIRST}  ("),
    ],
)
def test_the_law_of_a_filing_day(arguments, start):
    outcome = law("which", *arguments)
    assert outcome.exit_code == 0
    assert outcome.output.startswith(start)


def test_what_is_not_sure_about_a_regime_is_said_in_the_readers_language():
    vi, en = law("which", "2019-12-01").output, law("which", "2019-12-01", lang="en").output
    assert len(vi.splitlines()) == len(en.splitlines()) == 2
    assert vietnamese_in(en) == []
    assert vietnamese_in(vi) != []
    assert len(law("which", "2026-11-22").output.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("2026-05-21", "--evaluated", "2026-07-30"), "2026-07-30"),
        (("2018-01-01",), "2018-01-01"),
        (("2026-11-22", "--kind", "renewal"), "kind"),
        (("2026-11-22", "--evaluated", "2026-01-01"), "2026-01-01"),
    ],
)
def test_a_filing_without_law_is_refused_with_the_reason(arguments, code):
    outcome = law("which", *arguments)
    assert outcome.exit_code == 3
    assert outcome.stderr.startswith(f"Lỗi: {code}: ")
    assert vietnamese_in(law("which", *arguments, lang="en").stderr) == []


def test_the_law_is_checked():
    outcome = law("check")
    assert outcome.exit_code == 0
    assert outcome.stderr == ""
    assert len(outcome.output.splitlines()) > 5
    assert vietnamese_in(law("check", lang="en").output) == []
