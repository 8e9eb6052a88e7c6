"""What changed between two criteria sets: matching, structured differences, and the words for them."""

from dataclasses import replace

import pytest

from ocop.rules.lawbook.book import GENERATIONS, criteria_set, set_numbers
from ocop.rules.lawbook.changes import changes, floors_printed, words
from ocop.rules.lawbook.classification import related_sets
from ocop.rules.lawbook.pairing import option_pairs, pairs
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Gate, Option

NOW, BEFORE, FIRST = GENERATIONS


def leaf(code, name, *points, **kept):
    options = tuple(Option(at, value, f"mức {value}") for at, value in enumerate(points, start=1))
    return Criterion(code, name, max(points), options, **kept)


def sheet(*leaves):
    return CriteriaSet("thử", 1, "thu", "Thử", 100, "", "seen", {each.code: each for each in leaves})


def one_change(old, new):
    (change,) = changes(sheet(old), sheet(new))
    return change


def codes(found):
    return [(pair.before and pair.before.code, pair.after and pair.after.code) for pair in found]


def successions():
    return [
        (older, then, newer, number)
        for older, newer in ((BEFORE, NOW), (FIRST, BEFORE), (FIRST, NOW))
        for number in set_numbers(newer)
        for then in related_sets(newer, number, older)
        if (older, then) != (FIRST, 3)
    ]


@pytest.mark.parametrize(("older", "then", "newer", "number"), successions())
def test_every_criterion_of_both_sets_appears_exactly_once(older, then, newer, number):
    before, after = criteria_set(older, then), criteria_set(newer, number)
    found = pairs(before, after)
    assert [pair.after for pair in found if pair.after] == list(after.leaves)
    olds = [pair.before.code for pair in found if pair.before]
    assert sorted(olds) == sorted(leaf.code for leaf in before.leaves)
    assert all(pair.before.part == pair.after.part for pair in found if pair.before and pair.after)


@pytest.mark.parametrize("instrument", GENERATIONS)
def test_a_set_does_not_differ_from_itself(instrument):
    same = criteria_set(instrument, 11)
    found = changes(same, same)
    assert {change.kind for change in found} == {"kept"}
    assert not any(words(change) for change in found)
    assert {option.kind for change in found for option in change.options} == {"kept"}


def test_tea_from_148_to_26_2026():
    """Read off the two printed sheets of set 11."""
    found = {change.name: change for change in changes(criteria_set(BEFORE, 11), criteria_set(NOW, 11))}
    assert found["Kế toán"].kind == "dropped"
    assert found["Ghi nhãn hàng hóa có sử dụng song ngữ"].kind == "added"
    source = found["Nguồn nguyên liệu"]
    assert "points" in source.what
    assert (source.before.max, source.after.max) == (5, 3)
    assert "Mức tối thiểu 3 sao: 3 điểm thành 2 điểm" in words(source)
    mark = found["Sở hữu trí tuệ"]
    assert (mark.before.code, mark.after.code) == ("A.3.6", "A.3.5")
    assert "Floor for 4 stars: marked at the name only became 2 points" in words(mark, "en")
    assert "Number 3.6 became 3.5" in words(mark, "en")


def test_names_match_before_codes():
    before = sheet(leaf("A.1.1", "Nguồn nguyên liệu", 1), leaf("A.1.2", "Gia tăng giá trị", 2))
    after = sheet(leaf("A.1.1", "Gia tăng giá trị", 2), leaf("A.1.2", "Nguồn nguyên liệu", 1))
    assert codes(pairs(before, after)) == [("A.1.2", "A.1.1"), ("A.1.1", "A.1.2")]


def test_the_same_code_matches_only_when_the_names_share_words():
    kin = pairs(sheet(leaf("A.2.2", "Bao bì", 1)), sheet(leaf("A.2.2", "Đóng gói, bao bì sản phẩm", 1)))
    strangers = pairs(sheet(leaf("A.3.5", "Kế toán", 1)), sheet(leaf("A.3.5", "Sở hữu trí tuệ", 1)))
    assert codes(kin) == [("A.2.2", "A.2.2")]
    assert codes(strangers) == [("A.3.5", None), (None, "A.3.5")]


def test_a_shared_code_needs_a_third_of_the_words():
    third = pairs(sheet(leaf("A.1", "một hai ba", 1)), sheet(leaf("A.1", "một bốn năm sáu", 1)))
    less = pairs(sheet(leaf("A.1", "một hai ba bảy", 1)), sheet(leaf("A.1", "một bốn năm sáu", 1)))
    assert len(third) == 1
    assert len(less) == 2


def test_another_code_needs_half_of_the_words():
    half = pairs(sheet(leaf("A.1", "một hai", 1)), sheet(leaf("A.2", "một hai ba bốn", 1)))
    less = pairs(sheet(leaf("A.1", "một hai", 1)), sheet(leaf("A.2", "một hai ba bốn năm", 1)))
    assert len(half) == 1
    assert len(less) == 2


def test_names_of_filler_alone_match_nothing_but_themselves():
    assert len(pairs(sheet(leaf("A.1", "Sản phẩm", 1)), sheet(leaf("A.1", "Chất lượng", 1)))) == 2
    assert len(pairs(sheet(leaf("A.1", "Sản phẩm", 1)), sheet(leaf("A.2", "Chất lượng", 1)))) == 2


def test_parts_are_never_mixed():
    assert len(pairs(sheet(leaf("A.1", "Mùi", 1)), sheet(leaf("B.1", "Mùi", 1)))) == 2


def test_a_dropped_criterion_stands_after_its_old_neighbour():
    before = sheet(
        leaf("A.1", "Một", 1), leaf("A.2", "Hai", 1), leaf("B.1", "Ba", 1), leaf("B.2", "Bốn", 1), leaf("C.1", "Năm", 1)
    )
    after = sheet(leaf("A.1", "Một", 1), leaf("B.2", "Bốn", 1))
    assert codes(pairs(before, after)) == [
        ("A.1", "A.1"),
        ("A.2", None),
        ("B.1", None),
        ("B.2", "B.2"),
        ("C.1", None),
    ]


def test_options_match_by_label_then_by_points():
    old = Criterion("A.1", "x", 3, (Option(1, 1, "có"), Option(2, 2, "nhiều"), Option(3, 3, "rất nhiều")))
    new = Criterion("A.1", "x", 5, (Option(1, 2, "Có"), Option(2, 3, "thật nhiều"), Option(3, 5, "vô cùng")))
    found = [(was and was.number, now and now.number) for was, now in option_pairs(old, new)]
    assert found == [(1, 1), (3, 2), (None, 3), (2, None)]


def test_options_of_different_cases_do_not_match():
    old = Criterion("A.1", "x", 1, (Option(1, 1, "có", case="a"),))
    new = Criterion("A.1", "x", 1, (Option(1, 1, "có", case="b"),))
    assert [(was is None, now is None) for was, now in option_pairs(old, new)] == [(True, False), (False, True)]


def test_options_with_the_same_points_twice_are_each_told_once():
    old = Criterion("A.1", "x", 1, (Option(1, 1, "một"), Option(2, 1, "hai")))
    new = Criterion("A.1", "x", 1, (Option(1, 1, "ba"), Option(2, 1, "bốn")))
    found = [(was and was.number, now and now.number) for was, now in option_pairs(old, new)]
    assert found == [(1, 1), (None, 2), (2, None)]


@pytest.mark.parametrize(
    ("new", "what", "vi", "en"),
    [
        (leaf("A.1", "Vị", 0, 3), (), [], []),
        (
            leaf("A.1", "Vị chát", 0, 3),
            ("renamed",),
            ["Đổi tên, trước là “Vị”"],
            ["Renamed, was “Taste”"],
        ),
        (leaf("A.2", "Vị", 0, 3), ("moved",), ["Đổi số 1 thành 2"], ["Number 1 became 2"]),
        (
            leaf("A.1", "Vị", 0, 3, 4),
            ("points", "options"),
            ["Điểm tối đa 3 thành 4", "Thêm mức “mức 4” (4 điểm)"],
            ["Maximum 3 became 4", "Level added: “mức 4” (4 points)"],
        ),
        (
            replace(leaf("A.1", "Vị", 0, 3), options=(Option(1, 1, "mức 0"), Option(2, 3, "mức 3"))),
            ("options",),
            ["Mức “mức 0” (0 điểm) thành “mức 0” (1 điểm)"],
            ["Level “mức 0” (0 points) became “mức 0” (1 point)"],
        ),
        (leaf("A.1", "Vị", 3), ("options",), ["Bỏ mức “mức 0” (0 điểm)"], ["Level dropped: “mức 0” (0 points)"]),
        (
            replace(leaf("A.1", "Vị", 0, 3), options=(Option(1, 0, "mức 0"), Option(2, 3, "mức 3", 4))),
            ("floor",),
            ["Thêm mức tối thiểu 4 sao: 3 điểm"],
            ["Floor for 4 stars added: 3 points"],
        ),
        (
            replace(leaf("A.1", "Vị", 0, 3), gates=(Gate("stop", "0 điểm thì dừng", "zero", "A.1"),)),
            ("gates",),
            ["Đổi dòng loại hoặc dừng đánh giá"],
            ["The eliminating or stopping lines changed"],
        ),
    ],
)
def test_each_difference_has_its_name_and_its_words(new, what, vi, en):
    change = one_change(leaf("A.1", "Vị", 0, 3), new)
    assert change.kind == ("changed" if what else "kept")
    assert change.what == what
    assert list(words(change)) == vi
    assert list(words(change, "en")) == en


@pytest.mark.parametrize(
    ("was", "now", "vi", "en"),
    [
        (3, 4, ["Thêm mức tối thiểu 4 sao: 2 điểm"], ["Floor for 4 stars added: 2 points"]),
        (3, None, [], []),
    ],
)
def test_a_floor_that_moves_to_another_star(was, now, vi, en):
    old = Criterion("A.1", "Vị", 2, (Option(1, 2, "ngon", was),))
    new = Criterion("A.1", "Vị", 2, (Option(1, 2, "ngon", now),))
    gone_vi, gone_en = "Bỏ mức tối thiểu 3 sao, trước là 2 điểm", "Floor for 3 stars dropped, was 2 points"
    assert list(words(one_change(old, new))) == [gone_vi, *vi]
    assert list(words(one_change(old, new), "en")) == [gone_en, *en]


def test_a_criterion_that_came_or_went():
    (came,) = changes(sheet(), sheet(leaf("A.1", "Vị", 1)))
    (went,) = changes(sheet(leaf("A.1", "Vị", 2)), sheet())
    assert (came.kind, went.kind) == ("added", "dropped")
    assert (came.name, went.name) == ("Vị", "Vị")
    assert words(came) == ("Thêm tiêu chí, tối đa 1 điểm",)
    assert words(came, "en") == ("Criterion added, at most 1 point",)
    assert words(went) == ("Bỏ tiêu chí, trước tối đa 2 điểm",)
    assert words(went, "en") == ("Criterion dropped, was at most 2 points",)


def test_a_mark_at_the_name_is_a_floor_without_points():
    assert floors_printed(leaf("A.1", "Vị", 1, floor_unplaced=4)) == {4: None}
    assert floors_printed(Criterion("A.1", "Vị", 2, (Option(1, 1, "x", 3), Option(2, 2, "y", 3)))) == {3: 1}
