"""Advice: the cheapest raises that reach a star, what blocks it, and what each raise brings."""

from fractions import Fraction

import pytest

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.lawbook.council import rules_with
from ocop.rules.lawbook.shapes import Gate
from ocop.rules.refused import Refused
from ocop.rules.scoring.advise import Advice, advise, apply
from ocop.rules.scoring.result import score
from ocop.rules.scoring.sheets import Dossier, Sheet
from tests.rules.small_sets import FIRST, NOW, cased, dossier, gated, highest, leaf, scored, sheet_set, told

SHEET = sheet_set(
    leaf("A.1.1", 0, 10, 20, 30, floors={3: 10, 4: 20, 5: 30}, evidence=("e03", "e01")),
    leaf("B.4.1", 0, 5, 15, 30),
    leaf("C.6.1", 0, 20, 40, floors={5: 40}),
)


def advised(sheet, *choices, star=None, frozen=(), gates=(), **rules):
    return advise(dossier(sheet, *choices, gates=gates), star, frozen=frozen, rules=rules_with(rules))


def raised(advice):
    return [(item.criterion.code, item.option.points) for item in advice.raises]


def test_one_large_raise_is_cheaper_than_two_small_ones():
    advice = advised(SHEET, {"A.1.1": 3, "B.4.1": 1, "C.6.1": 2}, star=4)  # 40 points, 30 short
    assert raised(advice) == [("B.4.1", 30)]
    assert (advice.star, advice.steps, advice.total) == (4, 3, 70)
    assert (advice.blocked, advice.at, advice.reached) == ("", (), False)


def test_of_raises_of_one_criterion_the_fewest_steps_are_taken():
    advice = advised(SHEET, {"A.1.1": 3, "B.4.1": 1, "C.6.1": 3}, star=4)  # 60 points, 10 short
    assert raised(advice) == [("A.1.1", 30)]
    assert advice.steps == 1


def test_a_floor_is_raised_even_when_the_points_suffice():
    advice = advised(SHEET, {"A.1.1": 1, "B.4.1": 4, "C.6.1": 3}, star=4)  # 70 points
    (item,) = advice.raises
    assert (item.criterion.code, item.have, item.option.points, item.gain) == ("A.1.1", 0, 20, 20)
    assert (item.floor_for, item.floor_need) == (4, 20)
    assert item.evidence == ("e03", "e01")
    assert advice.total == 90


def test_a_raise_for_the_points_alone_is_compulsory_for_no_star():
    advice = advised(SHEET, {"A.1.1": 4, "B.4.1": 1, "C.6.1": 2}, star=4)
    assert [(item.criterion.code, item.floor_for) for item in advice.raises] == [("C.6.1", 0)]
    assert advised(SHEET, {"A.1.1": 4, "B.4.1": 3, "C.6.1": 2}, star=5).raises[-1].floor_for == 5


def test_the_highest_unmet_floor_up_to_the_wanted_star_compels_a_raise():
    (item,) = advised(SHEET, highest(SHEET) | {"A.1.1": 2}, star=5).raises
    assert (item.floor_for, item.floor_need, item.option.points) == (5, 30, 30)


def test_the_next_star_with_a_certificate_is_the_default():
    assert advised(SHEET, {}).star == 3
    assert advised(SHEET, {"A.1.1": 3, "C.6.1": 3}).star == 4
    assert advised(SHEET, highest(SHEET)).star == 5
    assert advise(dossier(SHEET, {"C.6.1": 3})).star == 3


def test_a_star_already_reached_needs_nothing():
    for star in (1, 3, 5):
        assert advised(SHEET, highest(SHEET), star=star) == Advice(star, (), 0, Fraction(100), reached=True)


def test_members_who_gave_more_keep_their_points():
    marks = [{"A.1.1": 4, "C.6.1": 3}, {"A.1.1": 3, "C.6.1": 3}, {"C.6.1": 3}]  # 70, 60, 40: 170 of 3, 40 short
    three = dossier(SHEET, *marks)
    advice = advise(three, 4)
    assert raised(advice) == [("A.1.1", 30)]
    (item,) = advice.raises
    assert (item.have, item.gain) == (Fraction(50, 3), Fraction(40, 3))
    assert advice.steps == 2  # from a mean of 16 2/3 over 20 to 30
    after = apply(three, advice)
    assert [sheet.choices["A.1.1"] for sheet in after.sheets] == [4, 4, 4]
    assert score(after).total == advice.total == 70
    assert three.sheets[2].choices == {"C.6.1": 3}


def test_applying_leaves_everything_but_the_marks():
    one = dossier(SHEET, {"A.1.1": 3}, council=(5, "m1"))
    after = apply(one, advise(one, 3))
    assert (after.criteria, after.council, after.sheets[0].member) == (one.criteria, one.council, "m1")


@pytest.mark.parametrize("frozen", [["B.4.1"], ["B.4"], ["B"]])
def test_what_is_frozen_is_not_raised(frozen):
    advice = advised(SHEET, {"A.1.1": 3, "B.4.1": 1, "C.6.1": 2}, star=4, frozen=frozen)
    assert raised(advice) == [("A.1.1", 30), ("C.6.1", 40)]


def test_a_frozen_code_does_not_freeze_the_codes_it_begins():
    sheet = sheet_set(leaf("A.1", 0, 50), leaf("A.10", 0, 40))
    assert raised(advised(sheet, {}, star=2, frozen=["A.1"])) == [("A.10", 40)]


def test_a_frozen_floor_blocks_the_star_and_is_named():
    advice = advised(SHEET, highest(SHEET) | {"A.1.1": 2}, star=4, frozen=["A.1.1"])
    assert advice == Advice(4, (), 0, Fraction(80), "floors", ("A.1.1",))


def test_a_floor_no_option_reaches_blocks_the_star():
    other_case = sheet_set(leaf("A.1.1", 90), cased("C.8", ("a", 1), ("b", 5)), leaf("C.9", 0, 5, floors={4: 5}))
    advice = advised(other_case, {"A.1.1": 1}, star=4, frozen=["C"])
    assert (advice.blocked, advice.at) == ("floors", ("C.9",))


def test_too_few_points_to_gain_block_the_star_and_the_most_is_told():
    advice = advised(SHEET, {"A.1.1": 2, "B.4.1": 2, "C.6.1": 1}, star=5, frozen=["B"])
    assert advice == Advice(5, (), 0, Fraction(30 + 5 + 40), "points")
    two = advised(SHEET, {"A.1.1": 2, "B.4.1": 2}, {"B.4.1": 1}, star=5, frozen=["B"])
    assert two.total == Fraction(75 + 70, 2)


def test_a_declared_gate_blocks_every_star():
    advice = advised(SHEET, highest(SHEET), star=3, gates=[Gate("eliminated", "x"), Gate("not_eligible", "y")])
    assert advice == Advice(3, (), 0, Fraction(100), "gates", ("eliminated", "not_eligible"))


def test_a_line_of_0_points_that_people_declared_blocks_too():
    sheet = sheet_set(leaf("A.1.1", 0, 90), gated(leaf("C.6.2", 0, 10)))
    declared = dossier(sheet, highest(sheet), gates=sheet.nodes["C.6.2"].gates)
    assert advise(declared, 4).blocked == "gates"
    assert advise(declared, 4).at == ("stopped",)


def test_a_gate_met_by_0_points_is_lifted_by_a_raise():
    sheet = sheet_set(leaf("A.1.1", 0, 90), gated(leaf("C.6.2", 0, 2, 10)))
    advice = advised(sheet, {"A.1.1": 2, "C.6.2": 1}, star=5)
    assert raised(advice) == [("C.6.2", 2)]
    assert advised(sheet, {"A.1.1": 2, "C.6.2": 1}, star=5, frozen=["C.6.2"]).blocked == "floors"


def test_what_a_story_wakes_is_the_gain_of_the_story():
    sheet = sheet_set(
        leaf("A.1.1", 0, 60), leaf("B.5.1", 0, 2), told(leaf("B.5.2", 0, 10), "B.5.1", 1), leaf("C.6.1", 0, 12)
    )
    advice = advised(sheet, {"A.1.1": 2, "B.5.1": 1, "B.5.2": 2, "C.6.1": 1}, star=4)
    assert [(item.criterion.code, item.gain) for item in advice.raises] in (
        [("B.5.1", Fraction(12))],
        [("C.6.1", Fraction(12))],
    )
    frozen = advised(sheet, {"A.1.1": 2, "B.5.1": 1, "B.5.2": 2, "C.6.1": 1}, star=4, frozen=["C"])
    assert [(item.criterion.code, item.gain) for item in frozen.raises] == [("B.5.1", Fraction(12))]
    assert frozen.total == 72


def test_of_several_raises_around_a_story_each_has_its_own_gain():
    sheet = sheet_set(
        leaf("A.1.1", 60),
        leaf("B.5.1", 0, 2, 5, floors={4: 5}),
        told(leaf("B.5.2", 0, 2, 10, floors={4: 10}), "B.5.1", 1),
        told(leaf("B.5.3", 0, 7), "B.5.1", 1),
    )
    asleep = advised(sheet, {"A.1.1": 1, "B.5.1": 1, "B.5.2": 2, "B.5.3": 2}, star=4)
    assert [(item.criterion.code, item.gain) for item in asleep.raises] == [("B.5.1", 12), ("B.5.2", 10)]
    awake = advised(sheet, {"A.1.1": 1, "B.5.1": 2, "B.5.2": 2, "B.5.3": 2}, star=4)
    assert [(item.criterion.code, item.gain) for item in awake.raises] == [("B.5.1", 3), ("B.5.2", 8)]


def test_a_criterion_not_yet_marked_can_be_raised_to_a_single_point():
    sheet = sheet_set(leaf("A.1.1", 90), leaf("B.4.1", 0, 1, 2, floors={3: 1}))
    assert raised(advised(sheet, {"A.1.1": 1}, star=4)) == [("B.4.1", 1)]
    assert raised(advised(sheet, {"A.1.1": 1}, {"A.1.1": 1, "B.4.1": 3}, star=4, floor_basis="every")) == [("B.4.1", 1)]


def test_raises_stay_in_the_case_that_was_marked():
    sheet = sheet_set(leaf("A.1.1", 60), cased("C.8", ("a", 1), ("a", 5), ("b", 2), ("b", 40)), leaf("C.9", 0, 40))
    assert raised(advised(sheet, {"A.1.1": 1, "C.8": 1}, star=4)) == [("C.9", 40)]
    assert advised(sheet, {"A.1.1": 1, "C.8": 1}, star=4, frozen=["C.9"]).blocked == "points"
    assert advised(sheet, {"A.1.1": 1, "C.8": 1}, star=4, frozen=["C.9"]).total == 65
    assert raised(advised(sheet, {"A.1.1": 1, "C.8": 3}, star=4, frozen=["C.9"])) == [("C.8", 40)]
    assert raised(advised(sheet, {"A.1.1": 1}, star=4, frozen=["C.9"])) == [("C.8", 40)]


@pytest.mark.parametrize("consequence", ["not_passed", "supplement"])
def test_where_a_missed_floor_fails_the_band_above_is_not_entered(consequence):
    sheet = sheet_set(leaf("A.1.1", 0, 60, 95), leaf("B.4.1", 0, 10, 35), leaf("C.6.1", 0, 5, floors={5: 5}))
    rules = {"missed_floor": consequence, "frozen": ["C"]}
    advice = advised(sheet, {"A.1.1": 2, "B.4.1": 1}, star=4, **rules)
    assert raised(advice) == [("B.4.1", 10)]  # 95 points would be 5 stars with the floor missed
    assert raised(advised(sheet, {"A.1.1": 2, "B.4.1": 1}, star=4, frozen=["C"])) == [("A.1.1", 95)]
    stuck = advised(sheet, {"A.1.1": 3, "B.4.1": 1}, star=4, **rules)  # 95 points already
    assert (stuck.blocked, stuck.at) == ("floors", ("C.6.1",))
    mended = advised(sheet, {"A.1.1": 3, "B.4.1": 1}, star=4, missed_floor=consequence)
    assert raised(mended) == [("C.6.1", 5)]


def test_where_a_missed_floor_fails_a_band_above_may_be_the_shortest_way():
    sheet = sheet_set(leaf("A.1.1", 0, 60), leaf("B.4.1", 0, 35), leaf("C.6.1", 0, 5))
    advice = advised(sheet, {"A.1.1": 2, "B.4.1": 1, "C.6.1": 1}, star=4, missed_floor="not_passed")
    assert raised(advice) == [("B.4.1", 35)]
    assert advice.total == 95


def test_a_gap_that_the_council_refuses_is_stepped_over():
    sheet = sheet_set(leaf("A.1.1", 60, 61), leaf("B.4.1", 0, 29, 30), instrument=FIRST)
    marks = [{"A.1.1": 1, "B.4.1": 1}, {"A.1.1": 2, "B.4.1": 1}]  # 60.5 points; 29 more are 89.5, in a gap
    assert raised(advised(sheet, *marks, star=4)) == [("B.4.1", 29)]
    over = advised(sheet, *marks, star=4, gap_rule_1048="refuse")
    assert raised(over) == [("B.4.1", 30)]
    assert over.total == Fraction(181, 2)


def test_a_gap_may_be_stepped_over_into_a_band_whose_floor_is_missed():
    sheet = sheet_set(
        leaf("A.1.1", 60, 61), leaf("B.4.1", 0, 29, 30), leaf("C.6.1", 0, 5, floors={5: 5}), instrument=FIRST
    )
    marks = [{"A.1.1": 1}, {"A.1.1": 2}]
    over = advised(sheet, *marks, star=4, frozen=["C"], gap_rule_1048="refuse")
    assert raised(over) == [("B.4.1", 30)]  # 90.5 points, lowered to 4 stars


def test_a_mean_at_the_upper_end_of_a_closed_band_is_not_in_a_gap():
    sheet = sheet_set(leaf("A.1.1", 60), leaf("B.4.1", 0, 29, 40), instrument=FIRST)
    for members in (1, 2, 3):
        assert raised(advised(sheet, *[{"A.1.1": 1}] * members, star=4, gap_rule_1048="refuse")) == [("B.4.1", 29)]


@pytest.mark.parametrize("star", [0, 6, -1])
def test_a_star_outside_1_to_5_is_refused(star):
    with pytest.raises(Refused) as caught:
        advised(SHEET, {}, star=star)
    refused = caught.value
    assert (refused.code, refused.where) == ("no_star", "star")
    assert refused.vi == f"không có hạng {star} sao; từ 1 đến 5"
    assert refused.en == f"there is no {star}-star rank; 1 to 5"


def test_freezing_an_unknown_criterion_is_refused():
    with pytest.raises(Refused) as caught:
        advised(SHEET, {}, frozen=["A.1.1", "A.9"])
    refused = caught.value
    assert (refused.code, refused.where) == ("no_criterion", "frozen.A.9")
    assert refused.vi == f"Bộ 11, Bộ thử ({NOW}) không có tiêu chí này"
    assert refused.en == f"set 11 of {NOW} has no such criterion"


def test_advice_on_a_printed_set_reaches_each_star_in_turn():
    tea = criteria_set(NOW, 11)
    now = Dossier(tea, (Sheet("m1", {leaf.code: 1 for leaf in tea.leaves}), Sheet("m2", {"A.1.1": 2})))
    for star in (3, 4, 5):
        advice = advise(now, star)
        now = apply(now, advice)
        assert score(now).stars == star
        assert score(now).total == advice.total
    assert scored(tea, highest(tea)).stars == 5
