"""Two sets side by side: what changed, where, in words and marks; and what cannot be compared."""

import pytest

from ocop.rules.lawbook import book, changes
from ocop.web.public.law.comparing import comparison
from ocop.web.public.law.family import family
from tests.web.reading import vietnamese_left_in

NEW, OLD, FIRST = book.GENERATIONS
PAGE = "so-sanh/"


def test_every_criterion_of_both_sets_is_there(read):
    page = read(PAGE, a="148:11", b="26-2026:11")
    found = changes.changes(book.criteria_set(OLD, 11), book.criteria_set(NEW, 11))
    assert page.count('class="law-change ') == len(found)
    for kind in ("added", "dropped", "kept"):
        assert page.count(f"law-change--{kind}") == sum(change.kind == kind for change in found)


@pytest.mark.parametrize(
    ("lang", "moved", "changed", "tag"),
    [
        ("vi", "<b>3</b> tiêu chí chỉ đổi số thứ tự", "<b>22</b> tiêu chí đổi<", "Chỉ đổi số<"),
        ("en", "<b>3</b> criteria only renumbered", "<b>22</b> criteria changed<", "Renumbered<"),
    ],
)
def test_a_criterion_that_only_moved_is_not_called_changed(read, lang, moved, changed, tag):
    page = read(PAGE, lang, a="148:11", b="26-2026:11")
    assert moved in page and changed in page
    assert page.count("law-change--moved") == 3 == page.count(tag)
    assert page.count("law-change--changed") == 22


def test_a_moved_criterion_keeps_points_floors_and_words():
    both = comparison((OLD, 11), (NEW, 11))
    moved = [item.change for part in both.parts for item in part.items if item.kind == "moved"]
    assert [(one.before.code, one.after.code) for one in moved] == [
        (one.before.code, one.after.code)
        for one in changes.changes(both.before, both.after)
        if one.before
        and one.after
        and one.before.code != one.after.code
        and (one.before.name, one.before.max, one.before.gates) == (one.after.name, one.after.max, one.after.gates)
        and [(option.label, option.points, option.floor) for option in one.before.options]
        == [(option.label, option.points, option.floor) for option in one.after.options]
    ]


def test_points_floors_and_words_are_told(read):
    page = read(PAGE, a="148:11", b="26-2026:11")
    assert "Điểm tối đa 5 thành 3" in page
    assert "Mức tối thiểu 3 sao: 3 điểm thành 2 điểm" in page
    assert "<del>" in page and "<ins>" in page and "Thêm tiêu chí" in page and "Bỏ tiêu chí" in page


def test_part_points_that_changed_are_told(read):
    assert "35 điểm thành 40" in read(PAGE, a="1048:12", b="26-2026:11")


def test_older_set_stands_first_however_asked(read):
    one, other = read(PAGE, a="148:11", b="26-2026:11"), read(PAGE, a="26-2026:11", b="148:11")
    start = '<ul class="law-counts">'
    assert one[one.index(start) : one.index("<details")] == other[other.index(start) : other.index("<details")]


def test_names_of_the_law_serve_as_well_as_slugs(read):
    assert "law-counts" in read(PAGE, a="148/QĐ-TTg:11", b="26/2026/QĐ-TTg:11")


def test_english(read):
    page = read(PAGE, "en", a="148:11", b="26-2026:11")
    assert "Maximum 5 became 3" in page
    assert vietnamese_left_in(page) == []


@pytest.mark.parametrize(
    ("a", "b", "says"),
    [
        ("148:11", "148:11", "Hai bên là cùng một bộ"),
        ("1048:3", "26-2026:3", "chưa có: Chưa tìm thấy"),
        ("148:99", "26-2026:3", "không có bộ tiêu chí số 99"),
        ("nothing", "26-2026:3", "Không đọc được"),
        ("490/QĐ-TTg:1", "26-2026:3", "Không có bộ tiêu chí của văn bản"),
        ("148:²", "26-2026:3", "Không đọc được"),
        ("148:" + "9" * 5000, "26-2026:3", "Không đọc được"),
    ],
)
def test_refusal(read, a, b, says):
    page = read(PAGE, a=a, b=b)
    assert 'role="alert"' in page and says in page
    assert "<form" in page and "law-counts" not in page


@pytest.mark.parametrize("one", ["a", "b"])
def test_one_side_alone_suggests_the_other(read, one):
    page = read(PAGE, **{one: "148:21"})
    assert "?a=148:21&amp;b=26-2026:21" in page and "?a=148:21&amp;b=1048:23" in page


def test_every_pair_of_kin_compares():
    for line in family():
        newest = [one for _instrument, column in line.columns for one in column if not one.compares]
        assert newest, line
    for number in book.set_numbers(NEW):
        both = comparison((OLD, number), (NEW, number))
        assert sum(both.counts.values()) == sum(len(part.items) for part in both.parts)


def test_family_names_ended_and_missing_sets(read):
    page = read(PAGE)
    assert 'href="/luat/1048/21/"' in page and 'href="/luat/1048/3/"' in page
    assert "?a=1048:3&" not in page
