"""A criteria set tells its leaves, parts and sections, and each criterion its levels and options."""

import pytest

from ocop.rules.lawbook.shapes import Criterion
from tests.rules.small_sets import cased, leaf, sheet_set

SHEET = sheet_set(leaf("A.1.1", 0, 1), leaf("A.1.2", 0, 3), leaf("A.10", 5), leaf("C.6.1.2", 0, 1, 2), leaf("C.7", 1))


def codes(nodes):
    return [node.code for node in nodes]


def test_leaves_are_what_members_mark_in_printed_order():
    assert codes(SHEET.leaves) == ["A.1.1", "A.1.2", "A.10", "C.6.1.2", "C.7"]
    assert codes(SHEET.parts) == ["A", "C"]
    assert codes(SHEET.sections) == ["A.1", "A.10", "C.6", "C.7"]
    assert SHEET.nodes["A.1.1"].is_leaf
    assert not SHEET.nodes["A.1"].is_leaf


def test_what_is_summed_into_a_heading():
    assert codes(SHEET.children("A")) == ["A.1", "A.10"]
    assert codes(SHEET.children("C.6")) == ["C.6.1"]
    assert codes(SHEET.leaves_in("A.1")) == ["A.1.1", "A.1.2"]
    assert codes(SHEET.leaves_in("A.10")) == ["A.10"]
    assert codes(SHEET.leaves_in("C")) == ["C.6.1.2", "C.7"]
    assert codes(SHEET.leaves_in("B")) == []


@pytest.mark.parametrize(
    ("code", "part", "parent", "section", "printed"),
    [
        ("A", "A", "", "A", "A"),
        ("A.1", "A", "A", "A.1", "1"),
        ("A.1.5", "A", "A.1", "A.1", "1.5"),
        ("C.6.1.2", "C", "C.6.1", "C.6", "6.1.2"),
    ],
)
def test_a_code_tells_where_a_criterion_stands(code, part, parent, section, printed):
    node = Criterion(code, "x", 1)
    assert (node.part, node.parent, node.section, node.official_number) == (part, parent, section, printed)


def test_options_go_by_their_official_number():
    item = leaf("A.1", 0, 2, 5)
    assert [item.option(number) and item.option(number).points for number in (0, 1, 2, 3, 4)] == [None, 0, 2, 5, None]
    assert item.option(-1) is None


def test_levels_are_the_distinct_points_rising():
    assert cased("A.1", ("a", 3), ("a", 1), ("b", 1), ("b", 2)).levels == (1, 2, 3)


def test_people_name_a_set_by_number_name_and_instrument():
    assert SHEET.title == "Bộ 11, Bộ thử (26/2026/QĐ-TTg)"
