"""Figures said in the units of another day: nothing lost, nothing guessed, nothing rounded."""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.refused import Refused
from ocop.rules.units import communes_of, regroup, successors, unit, units_on
from ocop.rules.units.regroup import Undecided
from tests.rules.small_units import CITY, LAST, MERGED, NEW, OLD, SPLIT, small_units

SMALL = small_units()
FIGURES = {"00001": 1, "00002": 10, "00003": 100, "00004": 1000, "003": 10000}
REAL = [unit.code for unit in units_on(LAST, "commune")]
ONE_HEIR = [code for code in REAL if len(successors(code, LAST, NEW)) == 1]


def test_what_is_certain_moves_and_what_is_divided_stands_apart():
    found = regroup(FIGURES, LAST, NEW, book=SMALL)
    assert found.moved == {"00001": 1, "00002": 100, "00004": 1000, "00009": 10000}
    assert found.undecided == (Undecided("00002", 10, ("00001", "00002")),)
    assert (found.from_day, found.to_day, found.level, found.total) == (LAST, NEW, "commune", 11111)


def test_least_and_most_of_each_target():
    found = regroup(FIGURES, LAST, NEW, book=SMALL)
    assert found.bounds == {"00001": (1, 11), "00002": (100, 110), "00004": (1000, 1000), "00009": (10000, 10000)}
    assert (found.least("00001"), found.most("00001"), found.least("77777"), found.most("77777")) == (1, 11, 0, 0)


def test_a_negative_figure_lowers_the_least_and_not_the_most():
    found = regroup({"00001": 5, "00002": -3}, LAST, NEW, book=SMALL)
    assert found.bounds == {"00001": (2, 5), "00002": (-3, 0)}


def test_a_province_is_certain_where_its_communes_are_not():
    found = regroup(FIGURES, LAST, NEW, "province", book=SMALL)
    assert (found.moved, found.undecided) == ({"01": 11111}, ())


def test_a_province_of_communes_is_mostly_undecided():
    found = regroup({"02": 7}, LAST, NEW, book=SMALL)
    assert found.undecided == (Undecided("02", 7, ("00002", "00004", "00009")),)


def test_back_into_older_units():
    found = regroup({"00001": 1, "00004": 10, "00005": 100, "00009": 1000}, SPLIT, LAST, book=SMALL)
    assert found.moved == {"00004": 110, "003": 1000}
    assert found.undecided == (Undecided("00001", 1, ("00001", "00002")),)
    assert regroup({"00001": 1}, NEW, LAST, "district", book=SMALL).moved == {"001": 1}


def test_undecided_stand_in_order_of_code():
    found = regroup({"00004": 1, "00002": 1}, LAST, SPLIT, book=SMALL)
    assert [item.code for item in found.undecided] == ["00002", "00004"]


def test_through_several_changes():
    found = regroup(FIGURES, LAST, MERGED, book=SMALL)
    assert found.moved == {"00001": 111, "00009": 10000}
    assert found.undecided == (Undecided("00004", 1000, ("00004", "00005")),)


def test_pairs_may_name_a_code_again():
    assert regroup([("00003", 1), ("00003", 2), ("00004", 3)], LAST, NEW, book=SMALL).moved == {"00002": 3, "00004": 3}
    assert regroup({}, LAST, NEW, book=SMALL).total == 0


def test_decimals_and_fractions_are_exact():
    tenth = Decimal("0.1")
    long = Decimal("12345678901234567890123456789012345678901234567890.01")
    assert regroup([("00003", long), ("00003", tenth), ("00003", 1)], LAST, NEW, book=SMALL).moved["00002"] == Decimal(
        "12345678901234567890123456789012345678901234567891.11"
    )
    found = regroup({"00002": tenth, "00003": long}, LAST, NEW, book=SMALL)
    assert found.total == Decimal("12345678901234567890123456789012345678901234567890.11")
    assert found.most("00002") == found.total
    assert regroup({"00001": Fraction(1, 3), "00003": 1}, LAST, NEW, "province", book=SMALL).moved == {
        "01": Fraction(4, 3)
    }


@pytest.mark.parametrize(
    "figures",
    [
        {"00001": 0.5},
        {"00001": True},
        {"00001": "5"},
        {"00001": None},
        {"00001": Decimal("NaN")},
        {"00001": Decimal("Infinity")},
        {"00003": Decimal(1), "00001": Fraction(1, 3)},
    ],
)
def test_a_figure_that_is_not_exact_is_refused(figures):
    with pytest.raises(Refused) as caught:
        regroup(figures, LAST, NEW, book=SMALL)
    assert (caught.value.code, caught.value.where) == ("bad_figure", "00001")
    assert str(figures["00001"]) in caught.value.vi
    assert repr(figures["00001"]) in caught.value.en


@pytest.mark.parametrize("level", ["commune", "province"])
def test_a_sum_that_would_be_rounded_is_refused(level):
    figures = {"00001": Decimal("1e-2000"), "00002": Decimal(1), "00003": Decimal("1e2000")}
    with pytest.raises(Refused) as caught:
        _ = regroup(figures, LAST, NEW, level, book=SMALL).total
    assert (caught.value.code, caught.value.where) == ("inexact_sum", "")
    assert caught.value.en == "the figures are too far apart to be added exactly"
    assert caught.value.vi == "các số liệu chênh nhau quá xa, không cộng chính xác được"


def test_bounds_that_would_be_rounded_are_refused():
    found = regroup({"00002": Decimal("1e-2000"), "00001": Decimal("1e2000")}, LAST, NEW, book=SMALL)
    with pytest.raises(Refused, match="chính xác"):
        _ = found.bounds


def test_an_unknown_code_is_refused():
    with pytest.raises(Refused) as caught:
        regroup({"00009": 1}, LAST, NEW, book=SMALL)
    assert (caught.value.code, caught.value.where) == ("no_unit", "00009")


def test_a_level_that_is_no_more_is_refused():
    with pytest.raises(Refused) as caught:
        regroup({"00001": 1}, LAST, NEW, "district", book=SMALL)
    assert caught.value.code == "no_level"


# --- properties ----------------------------------------------------------------------------------

amounts = st.integers(-(10**12), 10**12)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
days = st.sampled_from([OLD, LAST, NEW, SPLIT, CITY, MERGED, date(2031, 1, 1)])


@st.composite
def figures_on(draw, day, values):
    codes = st.sampled_from([unit.code for unit in units_on(day, book=SMALL)])
    return draw(st.lists(st.tuples(codes, values), max_size=20))


@given(st.data(), days, days, st.sampled_from([amounts, decimals, st.fractions(max_denominator=97)]))
def test_nothing_is_lost_and_nothing_is_made(data, start, end, values):
    figures = data.draw(figures_on(start, values))
    for level in ("commune", "province"):
        found = regroup(figures, start, end, level, book=SMALL)
        assert found.total == sum(amount for _, amount in figures)
        assert sum(found.moved.values()) + sum(item.amount for item in found.undecided) == found.total
        assert all(len(item.candidates) > 1 for item in found.undecided)
        targets = {unit.code for unit in units_on(end, book=SMALL)}
        assert found.bounds.keys() <= targets


@given(st.data(), days, days)
def test_the_truth_lies_between_least_and_most(data, start, end):
    """Whoever really has each undecided figure, every target's sum is within its bounds."""
    figures = data.draw(figures_on(start, amounts))
    found = regroup(figures, start, end, book=SMALL)
    truth = Counter(found.moved)
    for item in found.undecided:
        truth[data.draw(st.sampled_from(item.candidates))] += item.amount
    for code, amount in truth.items():
        assert found.least(code) <= amount <= found.most(code)


@given(st.dictionaries(st.sampled_from(ONE_HEIR), amounts, max_size=60))
def test_the_real_country_keeps_its_figures(figures):
    found = regroup(figures, LAST, NEW)
    assert not found.undecided
    assert found.total == sum(figures.values())
    expected = Counter()
    for code, amount in figures.items():
        expected[successors(code, LAST, NEW)[0].code] += amount
    assert found.moved == expected


def test_there_and_back_where_nothing_was_merged_or_divided():
    kept = {}
    for code in ONE_HEIR:
        heir = successors(code, LAST, NEW)[0].code
        kept.setdefault(heir, []).append(code)
    alone = {codes[0]: number for number, codes in enumerate(kept.values(), start=1) if len(codes) == 1}
    there = regroup(alone, LAST, NEW)
    back = regroup(there.moved, NEW, LAST)
    certain = {code: amount for code, amount in alone.items() if code in back.moved}
    assert back.moved == certain
    assert len(certain) > 100
    assert back.total == sum(alone.values())


def test_every_commune_moves_to_the_nation_of_34_provinces():
    found = regroup(dict.fromkeys(REAL, 1), LAST, NEW, "province")
    assert not found.undecided
    assert (len(found.moved), found.total) == (34, 10035)
    communes = regroup(dict.fromkeys(REAL, 1), LAST, NEW)
    assert len(communes.undecided) == 471
    assert sum(communes.moved.values()) == 10035 - 471


def test_a_step_at_a_time_is_as_certain_as_all_at_once_or_less():
    """What moves for certain step by step is what moves at once; at once may know more (a divided unit reunited)."""
    for days_ in permutations([LAST, NEW, SPLIT, MERGED], 3):
        if list(days_) != sorted(days_):
            continue
        codes = [leaf.code for province in units_on(days_[0], "province", book=SMALL)
                 for leaf in communes_of(province.code, days_[0], book=SMALL)]  # fmt: skip
        for code in codes:
            figures = {code: 1}
            for start, end in pairwise(days_):
                figures = regroup(figures, start, end, book=SMALL).moved
            at_once = regroup({code: 1}, days_[0], days_[-1], book=SMALL).moved
            assert figures in ({}, at_once)


def test_units_of_results_can_be_named():
    found = regroup({"00004": 3}, LAST, CITY)
    assert [unit(code, CITY).title for code in found.moved] == ["Phường Ba Đình"]
