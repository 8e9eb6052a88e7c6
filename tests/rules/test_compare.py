"""Comparing generations: what is sure, what is bounded, and what must be chosen by people."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.rules.lawbook.book import GENERATIONS, criteria_set, find_set, set_numbers
from ocop.rules.lawbook.classification import related_sets
from ocop.rules.lawbook.council import rules_with
from ocop.rules.lawbook.shapes import Criterion, Gate, Option
from ocop.rules.refused import Refused
from ocop.rules.scoring.compare import carry, compare, target_set
from ocop.rules.scoring.result import score
from tests.rules.small_sets import BEFORE, FIRST, NOW, dossier, leaf, sheet_set

SOME = [(NOW, 11), (NOW, 26), (NOW, 16), (BEFORE, 11), (BEFORE, 8), (FIRST, 12), (FIRST, 7), (FIRST, 26)]
ROUTES = [
    (instrument, number, other, target)
    for instrument, number in SOME
    for other in GENERATIONS
    if other != instrument
    for target in related_sets(instrument, number, other)
]


@st.composite
def dossiers_of(draw, criteria):
    source = draw(st.randoms(use_true_random=False))
    sheets = [
        {item.code: source.choice([None, *(option.number for option in item.options)]) for item in criteria.leaves}
        for _ in range(draw(st.integers(1, 3)))
    ]
    return dossier(criteria, *sheets)


@settings(max_examples=30)
@given(st.sampled_from(SOME).flatmap(lambda name: dossiers_of(criteria_set(*name))))
def test_the_same_set_gives_the_same_result_for_certain(asked):
    found = compare(asked, asked.criteria)
    same = score(asked)
    assert found.certain
    assert found.open_at == ()
    for result in (found.least, found.most):
        assert (result.total, result.stars, result.criteria) == (same.total, same.stars, same.criteria)


@settings(max_examples=30)
@given(
    st.sampled_from(ROUTES).flatmap(
        lambda route: st.tuples(dossiers_of(criteria_set(*route[:2])), st.just(criteria_set(*route[2:])))
    )
)
def test_the_least_is_never_above_the_most(case):
    asked, other = case
    found = compare(asked, other)
    assert found.criteria == other
    assert found.least.total <= found.most.total
    for code in found.least.criteria:
        assert found.least.criteria[code] <= found.most.criteria[code]
    assert found.certain == (found.least.stars == found.most.stars)
    differing = {code for code in found.least.criteria if found.least.criteria[code] != found.most.criteria[code]}
    assert differing <= set(found.open_at) | {item.code for item in other.leaves if item.story}


@settings(max_examples=30)
@given(st.sampled_from(ROUTES), st.data())
def test_carried_marks_are_marks_of_the_other_set(route, data):
    asked, other = data.draw(dossiers_of(criteria_set(*route[:2]))), criteria_set(*route[2:])
    for bound in ("least", "most"):
        carried = carry(asked, other, bound)
        assert carried.criteria == other
        assert [sheet.member for sheet in carried.sheets] == [sheet.member for sheet in asked.sheets]
        for sheet in carried.sheets:
            for code, number in sheet.choices.items():
                assert number is None or other.nodes[code].option(number) is not None


# --- one criterion at a time ---


def named(code, name, *options):
    """A criterion with options given as label -> points."""
    return Criterion(
        code,
        name,
        max(points for _, points in options),
        tuple(Option(at, worth, label) for at, (label, worth) in enumerate(options, 1)),
    )


OLD = named("A.1.1", "Bao bì", ("đơn giản", 1), ("đẹp", 3), ("rất đẹp", 4))
NEW = named("A.1.2", "Bao bì", ("đơn giản", 2), ("khá", 3), ("tuyệt", 6), ("vừa", 4))


def carried(number, bound, old=OLD, new=NEW):
    other = sheet_set(new, instrument=BEFORE)
    return carry(dossier(sheet_set(old), {old.code: number}), other, bound).sheets[0].choices


def test_an_option_goes_to_its_label_then_to_its_points():
    assert carried(1, "least") == carried(1, "most") == {"A.1.2": 1}  # by label, whatever the points
    assert carried(2, "least") == carried(2, "most") == {"A.1.2": 2}  # by points
    assert carried(None, "least") == carried(None, "most") == {"A.1.2": None}


def test_an_option_without_counterpart_goes_to_the_nearest_known_ones():
    old = named("A.1.1", "Bao bì", ("một", 1), ("hai", 2), ("ba", 3), ("bốn", 9))
    new = named("A.1.1", "Bao bì", ("một", 1), ("ba", 5), ("khác", 7))
    assert carried(2, "least", old, new) == {"A.1.1": 1}
    assert carried(2, "most", old, new) == {"A.1.1": 2}
    assert carried(4, "least", old, new) == {"A.1.1": 2}
    assert carried(4, "most", old, new) == {"A.1.1": 3}


def test_an_options_own_counterpart_counts_even_when_a_lower_one_became_worth_more():
    old = named("A.1.1", "Bao bì", ("một", 1), ("hai", 2), ("ba", 3))
    new = named("A.1.1", "Bao bì", ("một", 5), ("hai", 2), ("ba", 1))
    assert carried(2, "least", old, new) == carried(2, "most", old, new) == {"A.1.1": 2}


def test_another_option_of_the_same_points_is_the_nearest_on_both_sides():
    old = named("A.1.1", "Bao bì", ("một", 2), ("hai", 2), ("ba", 9))
    new = named("A.1.1", "Bao bì", ("hai", 3), ("ba", 9))
    assert carried(1, "least", old, new) == carried(1, "most", old, new) == {"A.1.1": 1}


def test_below_every_known_option_the_least_is_no_option():
    old = named("A.1.1", "Bao bì", ("kém", 1), ("tốt", 5))
    new = named("A.1.1", "Bao bì", ("tốt", 5), ("tốt hơn", 6))
    assert carried(1, "least", old, new) == {"A.1.1": None}
    assert carried(1, "most", old, new) == {"A.1.1": 1}


def test_a_new_criterion_is_nothing_at_least_and_everything_at_most():
    old = sheet_set(leaf("A.1.1", 0, 50))
    new = sheet_set(
        leaf("A.1.1", 0, 50), named("B.4.1", "Mới", ("ít", 5), ("nhiều", 20), ("vừa", 10)), instrument=BEFORE
    )
    found = compare(dossier(old, {"A.1.1": 2}), new)
    assert (found.least.total, found.most.total) == (Fraction(50), Fraction(70))
    assert found.open_at == ("B.4.1",)
    assert (found.least.stars, found.most.stars, found.certain) == (3, 4, False)
    assert carry(dossier(old, {"A.1.1": 2}), new, "least").sheets[0].choices == {"A.1.1": 2, "B.4.1": None}
    assert carry(dossier(old, {"A.1.1": 2}), new, "most").sheets[0].choices == {"A.1.1": 2, "B.4.1": 2}


def test_a_criterion_not_yet_marked_stays_unmarked():
    assert carry(dossier(sheet_set(OLD), {}), sheet_set(NEW, instrument=BEFORE), "most").sheets[0].choices == {}


def test_one_doubtful_member_makes_a_criterion_open():
    old = sheet_set(named("A.1.1", "Bao bì", ("một", 1), ("hai", 2), ("ba", 3)))
    new = sheet_set(named("A.1.1", "Bao bì", ("một", 1), ("ba", 3)), instrument=BEFORE)
    assert compare(dossier(old, {"A.1.1": 1}, {"A.1.1": 2}), new).open_at == ("A.1.1",)
    assert compare(dossier(old, {"A.1.1": 1}, {"A.1.1": 3}), new).open_at == ()


def test_what_people_declared_about_the_dossier_is_carried_but_not_about_a_criterion():
    whole, at_one = Gate("eliminated", "Giả mạo hồ sơ"), Gate("stop", "x", "declared", "A.1.1")
    asked = dossier(sheet_set(leaf("A.1.1", 90)), {"A.1.1": 1}, gates=[at_one, whole])
    found = compare(asked, sheet_set(leaf("A.1.1", 90), instrument=BEFORE))
    assert found.least.dossier.gates == found.most.dossier.gates == (whole,)
    assert found.most.outcome == "eliminated"


def test_the_councils_rules_hold_for_both_results():
    rules = rules_with({"spread_limit": 3})
    asked = dossier(sheet_set(OLD), {"A.1.1": 1})
    found = compare(asked, sheet_set(NEW, instrument=BEFORE), rules)
    assert found.least.rules == found.most.rules == rules


# --- which set ---


def test_the_set_that_came_before_or_after_is_found():
    assert target_set(criteria_set(NOW, 11), BEFORE) == 11
    assert target_set(criteria_set(FIRST, 12), NOW) == 11


@pytest.mark.parametrize(("number", "several"), [(8, "8, 9"), (21, "23, 24")])
def test_a_merged_set_is_refused_with_the_choices(number, several):
    tea = criteria_set(NOW, number)
    with pytest.raises(Refused) as caught:
        target_set(tea, FIRST)
    refused = caught.value
    assert (refused.code, refused.where) == ("several_counterparts", "set")
    assert refused.vi == f"{FIRST} tách thành các bộ {several}; hãy chọn một bộ"
    assert refused.en == f"{FIRST} has sets {several} for it; choose one"


def test_a_set_without_counterpart_is_refused():
    flowers = criteria_set(NOW, 23)
    with pytest.raises(Refused) as caught:
        target_set(flowers, FIRST)
    refused = caught.value
    assert (refused.code, refused.where) == ("no_counterpart", "instrument")
    assert refused.vi == f"{flowers.title} không có bộ tương ứng trong {FIRST}"
    assert refused.en == f"set 23 of {NOW} has no counterpart in {FIRST}"


def test_every_set_has_at_most_a_few_counterparts_that_exist():
    for instrument in GENERATIONS:
        for number in set_numbers(instrument):
            for other in GENERATIONS:
                assert all(find_set(other, found) for found in related_sets(instrument, number, other))
