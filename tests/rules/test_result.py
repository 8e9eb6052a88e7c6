"""The result: exact means and parts, floors on the council's basis, the star, spread, quorum and warnings."""

from fractions import Fraction

import pytest

from ocop.rules.scoring.result import Floor, Quorum, Spread, score
from tests.rules.small_sets import FIRST, cased, dossier, highest, leaf, scored, sheet_set, told

ORIGIN = leaf("A.1.1", 0, 10, 20, 30, floors={3: 10, 4: 20, 5: 30})
SALES = leaf("B.4.1", 0, 25, 30)
TASTE = leaf("C.6.1", 0, 20, 40, floors={5: 40})
SHEET = sheet_set(ORIGIN, SALES, TASTE)
BEST = {"A.1.1": 4, "B.4.1": 3, "C.6.1": 3}


def stars(*choices, **rules):
    result = scored(SHEET, *choices, **rules)
    return result.band, result.stars, result.outcome


def test_the_total_and_the_parts_are_exact_means():
    result = scored(SHEET, BEST, {"A.1.1": 1, "B.4.1": 2, "C.6.1": 3}, {"C.6.1": 2})
    assert result.total == Fraction(100 + 65 + 20, 3)
    assert result.parts == {"A": Fraction(30, 3), "B": Fraction(55, 3), "C": Fraction(100, 3)}
    assert result.criteria == {"A.1.1": Fraction(10), "B.4.1": Fraction(55, 3), "C.6.1": Fraction(100, 3)}
    assert result.members == {"m1": 100, "m2": 65, "m3": 20}
    assert result.band == 3


def test_parts_without_marks_are_0():
    assert scored(SHEET, {"A.1.1": 2}).parts == {"A": 10, "B": 0, "C": 0}


def test_all_floors_met_gives_the_star_of_the_points():
    assert stars(BEST) == (5, 5, "rated")


@pytest.mark.parametrize(
    ("choices", "given"),
    [
        (BEST | {"A.1.1": 3}, (5, 4, "rated")),  # 90 points, origin at the 4-star floor
        (BEST | {"A.1.1": 2}, (4, 3, "rated")),  # 80 points, origin at the 3-star floor
        (BEST | {"A.1.1": 1}, (4, 2, "rated")),  # 70 points, no floor met
        (BEST | {"C.6.1": 2}, (4, 4, "rated")),  # 80 points; the 5-star floor does not concern 4 stars
        ({"A.1.1": 1, "B.4.1": 3}, (2, 2, "rated")),  # 30 points; floors from 3 stars up do not matter
    ],
)
def test_a_missed_floor_lowers_the_star_to_the_one_below_it(choices, given):
    assert stars(choices) == given


@pytest.mark.parametrize("consequence", ["not_passed", "supplement"])
def test_a_missed_floor_may_fail_the_dossier_instead(consequence):
    assert stars(BEST | {"A.1.1": 3}, missed_floor=consequence) == (5, 0, consequence)
    assert stars(BEST | {"C.6.1": 2}, missed_floor=consequence) == (4, 4, "rated")


def test_the_mean_of_the_members_must_reach_a_floor():
    origins = [BEST | {"A.1.1": number} for number in (4, 4, 2)]  # 30, 30, 10: the mean is under 30
    floors = scored(SHEET, *origins).floors
    assert floors[:3] == (
        Floor(ORIGIN, 3, 10, Fraction(70, 3), True),
        Floor(ORIGIN, 4, 20, Fraction(70, 3), True),
        Floor(ORIGIN, 5, 30, Fraction(70, 3), False),
    )
    assert floors[3:] == (Floor(TASTE, 5, 40, Fraction(40), True),)
    exactly = [BEST | {"A.1.1": number} for number in (4, 2)]  # 30 and 10: the mean is 20
    assert scored(SHEET, *exactly).floors[1].met


@pytest.mark.parametrize(("basis", "star"), [("mean", 4), ("majority", 5), ("every", 3)])
def test_floors_on_each_basis(basis, star):
    origins = [BEST | {"A.1.1": number} for number in (4, 4, 2)]  # 30, 30, 10
    assert stars(*origins, floor_basis=basis) == (5, star, "rated")


def test_half_of_the_members_is_not_a_majority():
    origins = [BEST | {"A.1.1": number} for number in (4, 3)]
    assert stars(*origins, floor_basis="majority")[:2] == (5, 4)


def test_only_floors_from_3_stars_to_the_band_are_missed():
    result = scored(SHEET, BEST | {"A.1.1": 1})  # 70 points
    assert [(floor.criterion.code, floor.star) for floor in result.floors_missed] == [("A.1.1", 3), ("A.1.1", 4)]
    assert [floor.star for floor in result.floors if not floor.met] == [3, 4, 5]


@pytest.mark.parametrize(
    ("choices", "certificate"), [(BEST, True), ({"A.1.1": 2, "C.6.1": 3}, True), ({"C.6.1": 3}, False)]
)
def test_three_stars_and_more_bear_a_certificate(choices, certificate):
    assert scored(SHEET, choices).certificate is certificate


def test_the_spread_and_the_pairs_over_the_limit():
    rows = [BEST, BEST | {"B.4.1": 2}, BEST | {"A.1.1": 3}, BEST | {"A.1.1": 3, "B.4.1": 2}]  # 100, 95, 90, 85
    assert scored(SHEET, *rows).spread == Spread(15, 10, (("m1", "m4", 15),))
    assert scored(SHEET, *rows, spread_limit=9).spread == Spread(
        15, 9, (("m1", "m3", 10), ("m1", "m4", 15), ("m2", "m4", 10))
    )
    assert scored(SHEET, *reversed(rows)).spread.pairs == (("m1", "m4", 15),)
    assert scored(SHEET, BEST).spread == Spread(0, 10, ())


@pytest.mark.parametrize(
    ("council", "quorum"),
    [
        ((4, "m1"), Quorum(3, 3, 4, True, True)),
        ((5, "m1"), Quorum(3, 4, 5, True, False)),
        ((4, "m9"), Quorum(3, 3, 4, False, False)),
        ((4, ""), Quorum(3, 3, 4, None, True)),
        ((3, "m2"), Quorum(3, 3, 3, True, True)),
    ],
)
def test_three_quarters_and_the_chair_make_a_quorum(council, quorum):
    assert scored(SHEET, BEST, BEST, BEST, council=council).quorum == quorum


def test_the_share_and_the_chair_are_the_councils_choice():
    three = (BEST, BEST, BEST)
    assert scored(SHEET, *three, council=(5, "m1"), quorum="3/5").quorum.met
    assert scored(SHEET, *three, council=(4, "m9"), quorum_chair="not_required").quorum.met
    assert not scored(SHEET, *three, council=(9, "m1"), quorum_chair="not_required").quorum.met
    assert scored(SHEET, *three).quorum is None


def test_a_quorum_that_fails_does_not_change_the_star():
    assert scored(SHEET, BEST, council=(9, "m9")).stars == 5


def test_what_is_not_yet_marked_is_told_by_member():
    result = scored(SHEET, BEST, {"B.4.1": None})
    assert result.unmarked == {"m2": ("A.1.1", "C.6.1")}
    assert not result.complete
    assert scored(SHEET, BEST).complete
    assert scored(SHEET, BEST).unmarked == {}


def test_marks_that_do_not_count_without_a_story_are_told():
    sheet = sheet_set(leaf("B.5.1", 0, 5), told(leaf("B.5.2", 0, 5), "B.5.1", 1), told(leaf("B.5.3", 0, 2), "B.5.1", 1))
    result = scored(sheet, {"B.5.1": 1, "B.5.2": 2, "B.5.3": 2}, {"B.5.1": 2, "B.5.2": 2}, {"B.5.1": 1, "B.5.2": None})
    assert result.not_applied == {"m1": ("B.5.2", "B.5.3")}
    assert result.total == Fraction(10, 3)


def test_both_cases_on_one_sheet_are_told_only_when_the_council_wants_one_case():
    sheet = sheet_set(cased("C.8", ("a", 3), ("b", 1)), cased("C.9", ("a", 2), ("b", 1)), leaf("C.10", 5))
    mixed, one = {"C.8": 1, "C.9": 2, "C.10": 1}, {"C.8": 1, "C.9": 1, "C.10": 1}
    assert scored(sheet, mixed, one, case_consistency="whole_sheet").mixed_cases == ("m1",)
    assert scored(sheet, mixed, one).mixed_cases == ()
    assert scored(sheet, {"C.8": 2, "C.9": None}, case_consistency="whole_sheet").mixed_cases == ()


def test_the_rules_are_the_defaults_unless_given():
    first = sheet_set(leaf("A.1.1", 70, 69), instrument=FIRST)
    marks = [{"A.1.1": 1}, {"A.1.1": 2}]  # 69.5, in a gap of 1048
    assert score(dossier(first, *marks)).band == 3
    assert score(dossier(first, *marks)).rules.as_record()["gap_rule_1048"] == "lower"
    assert scored(first, *marks, gap_rule_1048="round_half_up").band == 4
    assert scored(first, *marks).dossier == dossier(first, *marks)


def test_the_full_sheet_is_worth_all_its_points():
    assert scored(SHEET, highest(SHEET)).total == SHEET.total == 100
