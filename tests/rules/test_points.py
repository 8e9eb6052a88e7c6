"""Points: what a mark is worth, and when a story criterion counts."""

from fractions import Fraction

import pytest

from ocop.rules.scoring.points import mean_of, means, points_of, sheet_points, story_exists, table
from tests.rules.small_sets import dossier, leaf, sheet_set, told

STORY = leaf("B.5.1", 0, 2, 5)
TOLD = told(leaf("B.5.2", 0, 3), "B.5.1", 1)
ALWAYS = told(leaf("B.5.3", 1, 4), "B.5.1")
SHEET = sheet_set(leaf("A.1.1", 1, 3), STORY, TOLD, ALWAYS)


@pytest.mark.parametrize(
    ("choices", "points"),
    [({"A.1.1": 1}, 1), ({"A.1.1": 2}, 3), ({"A.1.1": None}, 0), ({}, 0), ({"A.1.1": 9}, 0)],
)
def test_a_mark_is_worth_its_option_and_no_option_is_worth_nothing(choices, points):
    assert points_of(SHEET.nodes["A.1.1"], choices) == points


@pytest.mark.parametrize(
    ("story", "exists"), [({"B.5.1": 1}, False), ({"B.5.1": None}, False), ({"B.5.1": 2}, True), ({}, True)]
)
def test_a_story_criterion_counts_unless_the_sheet_says_there_is_no_story(story, exists):
    choices = {"B.5.2": 2, "B.5.3": 2, **story}
    assert story_exists(TOLD, choices) is exists
    assert points_of(TOLD, choices) == (3 if exists else 0)


def test_without_a_no_story_option_only_no_option_at_all_means_no_story():
    assert points_of(ALWAYS, {"B.5.1": 1, "B.5.3": 2}) == 4
    assert points_of(ALWAYS, {"B.5.1": None, "B.5.3": 2}) == 0


def test_other_criteria_do_not_hang_on_the_story():
    assert story_exists(STORY, {"B.5.1": 1})
    assert points_of(SHEET.nodes["A.1.1"], {"A.1.1": 2, "B.5.1": None}) == 3


def test_a_sheet_is_worth_its_leaves_in_printed_order():
    assert list(sheet_points(SHEET, {"B.5.2": 2, "A.1.1": 2, "B.5.1": 1}).items()) == [
        ("A.1.1", 3),
        ("B.5.1", 0),
        ("B.5.2", 0),
        ("B.5.3", 0),
    ]


def test_the_mean_is_exact():
    two = dossier(SHEET, {"A.1.1": 2}, {"A.1.1": 1}, {"A.1.1": 1})
    points = table(two)
    assert [row["A.1.1"] for row in points.values()] == [3, 1, 1]
    assert list(points) == ["m1", "m2", "m3"]
    assert means(SHEET, points)["A.1.1"] == Fraction(5, 3)
    assert mean_of([0, 0, 1]) == Fraction(1, 3)
