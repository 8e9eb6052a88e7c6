"""Star bands with their gaps, council settings, and the dated values of the procedure."""

from datetime import date
from fractions import Fraction

import pytest

from ocop.rules.lawbook.bands import all_bands, band_of, bands_of, least_total
from ocop.rules.lawbook.council import default_rules, floors_of, rules_with, settings
from ocop.rules.lawbook.procedure import quantities, rounds, value_on
from ocop.rules.lawbook.shapes import Criterion, Option
from ocop.rules.refused import LawFault, Refused

NOW, BEFORE, FIRST = "26/2026/QĐ-TTg", "148/QĐ-TTg", "1048/QĐ-TTg"
JUST_BELOW = Fraction(1, 1000)


@pytest.mark.parametrize("instrument", [NOW, BEFORE, FIRST])
@pytest.mark.parametrize(("least", "stars"), [(90, 5), (70, 4), (50, 3), (30, 2), (0, 1)])
def test_a_band_begins_at_its_printed_minimum(instrument, least, stars):
    assert band_of(Fraction(least), bands_of(instrument), default_rules()) == stars
    if least:
        assert band_of(least - JUST_BELOW, bands_of(instrument), default_rules()) == stars - 1


@pytest.mark.parametrize("instrument", [NOW, BEFORE, FIRST])
def test_a_hundred_points_are_five_stars(instrument):
    assert band_of(Fraction(100), bands_of(instrument), default_rules()) == 5


@pytest.mark.parametrize(
    ("rule", "total", "stars"),
    [
        ("lower", Fraction(179, 2), 4),
        ("round_half_up", Fraction(179, 2), 5),
        ("round_half_up", Fraction(179, 2) - JUST_BELOW, 4),
        ("round_half_up", Fraction(99, 2), 3),
        ("round_half_up", Fraction(0), 1),
        ("refuse", Fraction(89), 4),
        ("refuse", Fraction(90), 5),
        ("refuse", Fraction(0), 1),
    ],
)
def test_the_gaps_of_1048_follow_the_setting(rule, total, stars):
    assert band_of(total, bands_of(FIRST), rules_with({"gap_rule_1048": rule})) == stars


@pytest.mark.parametrize("total", [Fraction(179, 2), 89 + JUST_BELOW, 90 - JUST_BELOW, Fraction(59, 2)])
def test_a_council_may_refuse_to_rank_in_a_gap(total):
    with pytest.raises(Refused) as caught:
        band_of(total, bands_of(FIRST), rules_with({"gap_rule_1048": "refuse"}))
    assert (caught.value.code, caught.value.where) == ("in_gap", FIRST)
    between = (89, 90) if total > 89 else (29, 30)
    assert f"giữa {between[0]} và {between[1]}" in caught.value.vi
    assert f"between {between[0]} and {between[1]}" in caught.value.en


@pytest.mark.parametrize("rule", ["lower", "round_half_up", "refuse"])
@pytest.mark.parametrize("instrument", [NOW, BEFORE])
def test_half_open_bands_have_no_gap_to_rule(rule, instrument):
    rules = rules_with({"gap_rule_1048": rule})
    assert band_of(Fraction(179, 2), bands_of(instrument), rules) == 4
    assert least_total(5, bands_of(instrument), rules) == 90


def test_the_least_total_of_one_star_is_nothing():
    assert least_total(1, bands_of(FIRST), rules_with({"gap_rule_1048": "round_half_up"})) == 0
    assert least_total(4, bands_of(FIRST), rules_with({"gap_rule_1048": "round_half_up"})) == Fraction(139, 2)


def test_ranks_say_level_certificate_and_article():
    assert set(all_bands()) == {NOW, BEFORE, FIRST}
    bands = bands_of(NOW)
    assert (bands.article, bands.shape) == ("Điều 3 khoản 3", "half_open")
    assert [rank.certificate for rank in bands.ranks] == [True, True, True, False, False]
    assert [rank.level for rank in bands.ranks] == ["centre", "province", "province", "none", "none"]
    assert bands_of(FIRST).rank(4).max == 89


def test_an_instrument_without_bands():
    with pytest.raises(LawFault) as caught:
        bands_of("490/QĐ-TTg")
    assert (caught.value.code, caught.value.where) == ("no_bands", "490/QĐ-TTg")


def test_defaults_are_the_practice_seen():
    """Domain notes 4.3: plain mean, 10 points apart at most, three quarters with the chair."""
    rules = default_rules()
    assert (rules.mean, rules.spread_limit, rules.quorum, rules.quorum_chair) == (
        "mean",
        10,
        Fraction(3, 4),
        "required",
    )
    assert (rules.floor_basis, rules.missed_floor, rules.gap_rule_1048) == ("mean", "lower", "lower")
    assert all(item.source.startswith("http") and item.basis for item in settings().values())


def test_a_record_of_the_rules_has_plain_values():
    record = default_rules().as_record()
    assert list(record) == list(settings())
    assert (record["quorum"], record["spread_limit"]) == ("3/4", 10)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("missed_floor", "raise"),
        ("missed_floor", None),
        ("spread_limit", -1),
        ("spread_limit", 101),
        ("spread_limit", "10"),
        ("spread_limit", True),
        ("quorum", "5/4"),
        ("quorum", "0/4"),
        ("quorum", "3/0"),
        ("quorum", "3"),
        ("quorum", 1),
    ],
)
def test_a_value_that_is_not_allowed_is_told_those_that_are(name, value):
    with pytest.raises(Refused) as caught:
        rules_with({name: value})
    assert (caught.value.code, caught.value.where) == ("bad_setting", f"rules.{name}")
    allowed = {"missed_floor": "lower, not_passed, supplement", "spread_limit": "0-100", "quorum": "3/4"}[name]
    assert allowed in caught.value.vi and allowed in caught.value.en


def test_a_setting_that_is_not_there():
    with pytest.raises(Refused) as caught:
        rules_with({"median": "yes"}, where="council.rules")
    assert (caught.value.code, caught.value.where) == ("no_setting", "council.rules.median")
    assert "spread_limit" in caught.value.vi and "spread_limit" in caught.value.en


@pytest.mark.parametrize(("name", "value", "read"), [("spread_limit", 0, 0), ("spread_limit", 100, 100)])
def test_limits_may_go_to_their_ends(name, value, read):
    assert getattr(rules_with({name: value}), name) == read


def test_a_quorum_of_all():
    assert rules_with({"quorum": "1/1"}).quorum == 1


@pytest.mark.parametrize(("rule", "floors"), [("full_points", {4: 2}), ("any_points", {4: 1}), ("ignore", {})])
def test_a_mark_at_the_name_is_read_as_the_council_reads_it(rule, floors):
    leaf = Criterion("A.3.6", "Sở hữu trí tuệ", 2, (Option(1, 1, "có"), Option(2, 2, "đủ")), floor_unplaced=4)
    assert floors_of(leaf, rules_with({"unplaced_floor_148": rule})) == floors


def test_floors_come_by_rising_star():
    leaf = Criterion("A.1", "Vị", 5, (Option(1, 1, "a", 3), Option(2, 3, "b", 4), Option(3, 5, "c", 5)))
    assert list(floors_of(leaf, default_rules()).items()) == [(3, 1), (4, 3), (5, 5)]


@pytest.mark.parametrize(
    ("name", "unit", "value", "article"),
    [
        ("commune_check_days", "working_days", 15, "Điều 7 khoản 2"),
        ("reevaluation_opens_days", "days_before_expiry", 180, "Điều 7 khoản 6a"),
        ("reevaluation_closes_days", "days_before_expiry", 120, "Điều 7 khoản 6a"),
        ("reevaluation_handling_days", "days", 45, "Điều 7 khoản 6g"),
        ("revocation_days", "days", 15, "Điều 8 khoản 4"),
        ("certificate_months", "months", 36, "Điều 4 khoản 3"),
        ("grace_days", "days_after_expiry", 180, "Điều 12 khoản 3"),
        ("samples", "pieces", 5, "Điều 6 khoản 2"),
        ("centre_points", "points", 90, "Điều 7 khoản 3e"),
    ],
)
def test_time_limits_of_26_2026(name, unit, value, article):
    """Domain notes 3.3."""
    found = value_on(name, date(2026, 5, 22))
    assert (found.value, found.article, found.instrument) == (value, article, NOW)
    assert quantities()[name].unit == unit


def test_every_quantity_is_in_that_table():
    assert len(quantities()) == 9


def test_a_certificate_ran_36_months_before_too():
    found = value_on("certificate_months", date(2026, 5, 21))
    assert (found.value, found.instrument) == (36, FIRST)


@pytest.mark.parametrize(("name", "day"), [("samples", date(2026, 5, 21)), ("certificate_months", date(2019, 8, 20))])
def test_no_value_before_the_first(name, day):
    with pytest.raises(Refused) as caught:
        value_on(name, day)
    assert (caught.value.code, caught.value.where) == ("no_value", name)
    assert f"{day:%d/%m/%Y}" in caught.value.vi and str(day) in caught.value.en


def test_rounds_of_a_year():
    """Domain notes 3.3: article 5."""
    assert [(each.id, each.level, each.proposed_before, each.done_before) for each in rounds()] == [
        ("province_1", "province", "30-04", "30-06"),
        ("province_2", "province", "30-10", "30-12"),
        ("centre_1", "centre", "30-07", "30-09"),
        ("centre_2", "centre", "30-01", "30-03"),
    ]
    assert {each.period.start for each in rounds()} == {date(2026, 5, 22)}
