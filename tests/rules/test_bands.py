"""Bands: each exact mean has one star; the gaps of 1048 are read as the council chose."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.lawbook.bands import all_bands, band_of, bands_of, least_total
from ocop.rules.lawbook.council import default_rules, rules_with
from ocop.rules.refused import LawFault, Refused
from tests.rules.small_sets import BEFORE, FIRST, NOW

HALF_UP = rules_with({"gap_rule_1048": "round_half_up"})
REFUSE = rules_with({"gap_rule_1048": "refuse"})


@pytest.mark.parametrize("instrument", [NOW, BEFORE, FIRST])
@pytest.mark.parametrize(
    ("total", "stars"),
    [(0, 1), (29, 1), (30, 2), (49, 2), (50, 3), (69, 3), (70, 4), (89, 4), (90, 5), (100, 5)],
)
def test_whole_means_fall_where_the_law_prints_them(instrument, total, stars):
    assert band_of(Fraction(total), bands_of(instrument), default_rules()) == stars


@pytest.mark.parametrize("total", [Fraction(6999, 100), Fraction(139, 2), Fraction(7 * 10**9 - 1, 10**8)])
def test_a_mean_just_below_a_band_is_in_the_lower_one(total):
    assert band_of(total, bands_of(NOW), default_rules()) == 3
    assert band_of(total, bands_of(FIRST), default_rules()) == 3


def test_round_half_up_lifts_from_the_middle_of_a_gap():
    bands = bands_of(FIRST)
    assert band_of(Fraction(179, 2), bands, HALF_UP) == 5
    assert band_of(Fraction(8949, 100), bands, HALF_UP) == 4
    assert band_of(Fraction(0), bands, HALF_UP) == 1


def test_round_half_up_concerns_closed_bands_only():
    assert band_of(Fraction(179, 2), bands_of(NOW), HALF_UP) == 4


@pytest.mark.parametrize(
    ("total", "low"), [(Fraction(179, 2), 89), (Fraction(2901, 100), 29), (Fraction(6999, 100), 69)]
)
def test_a_mean_in_a_gap_is_refused_when_the_council_chose_so(total, low):
    with pytest.raises(Refused) as caught:
        band_of(total, bands_of(FIRST), REFUSE)
    refused = caught.value
    assert (refused.code, refused.where) == ("in_gap", FIRST)
    assert refused.vi == f"điểm nằm giữa {low} và {low + 1}, khoảng hở của các dải in; hội đồng phải quyết"
    assert refused.en == f"the mean lies between {low} and {low + 1}, a gap of the bands; the council must decide"


def test_the_ends_of_closed_bands_and_open_bands_have_no_gap():
    assert band_of(Fraction(89), bands_of(FIRST), REFUSE) == 4
    assert band_of(Fraction(90), bands_of(FIRST), REFUSE) == 5
    assert band_of(Fraction(100), bands_of(FIRST), REFUSE) == 5
    assert band_of(Fraction(179, 2), bands_of(NOW), REFUSE) == 4


def test_the_least_total_of_a_star():
    assert [least_total(star, bands_of(NOW), default_rules()) for star in (1, 2, 3, 4, 5)] == [0, 30, 50, 70, 90]
    halves = [least_total(star, bands_of(FIRST), HALF_UP) for star in (1, 2, 3, 4, 5)]
    assert halves == [0, Fraction(59, 2), Fraction(99, 2), Fraction(139, 2), Fraction(179, 2)]


@given(st.sampled_from([NOW, BEFORE, FIRST]), st.fractions(0, 100), st.fractions(0, 100))
def test_more_points_are_never_a_lower_band(instrument, one, other):
    low, high = sorted([one, other])
    for rules in (default_rules(), HALF_UP):
        assert band_of(low, bands_of(instrument), rules) <= band_of(high, bands_of(instrument), rules)


def test_a_rank_says_whether_it_bears_a_certificate():
    assert [(rank.stars, rank.certificate) for rank in bands_of(NOW).ranks] == [
        (5, True),
        (4, True),
        (3, True),
        (2, False),
        (1, False),
    ]
    assert bands_of(FIRST).rank(4).max == 89
    assert bands_of(NOW).rank(5).level == "centre"


def test_each_instrument_with_criteria_has_bands_and_others_have_none():
    assert set(all_bands()) == {NOW, BEFORE, FIRST}
    with pytest.raises(LawFault) as caught:
        bands_of("781/QĐ-TTg")
    fault = caught.value
    assert (fault.code, fault.where) == ("no_bands", "781/QĐ-TTg")
    assert (fault.vi, fault.en) == ("chưa có dải sao", "has no star bands")
