"""Which law governs a filing: exactly one regime, or a refusal that says why."""

from datetime import date, timedelta

import pytest

from ocop.rules.dates import Period
from ocop.rules.lawbook.lookup import filing_kinds, regime_for, regimes, transitions
from ocop.rules.refused import Refused

FIRST_DAY, LAST_DAY = date(2019, 8, 21), date(2027, 12, 31)
KINDS = ("first", "upgrade", "reevaluation")


def refusal(*args, **kept):
    with pytest.raises(Refused) as caught:
        regime_for(*args, **kept)
    return caught.value


@pytest.mark.parametrize(
    ("filed", "regime", "criteria"),
    [
        (date(2019, 8, 21), "R1", "1048/QĐ-TTg"),
        (date(2020, 6, 7), "R1", "1048/QĐ-TTg"),
        (date(2020, 6, 8), "R2", "1048/QĐ-TTg"),
        (date(2023, 2, 23), "R2", "1048/QĐ-TTg"),
        (date(2023, 2, 24), "R3", "148/QĐ-TTg"),
        (date(2025, 7, 5), "R3", "148/QĐ-TTg"),
        (date(2025, 7, 6), "R4", "148/QĐ-TTg"),
        (date(2026, 5, 21), "R4", "148/QĐ-TTg"),
        (date(2026, 5, 22), "R5", "26/2026/QĐ-TTg"),
        (date(2026, 11, 22), "R5", "26/2026/QĐ-TTg"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_the_filing_day_decides(filed, regime, criteria, kind):
    found = regime_for(filed, kind=kind)
    assert (found.id, found.criteria) == (regime, criteria)
    assert regime_for(filed, kind=kind, evaluated_on=filed) == found


def test_every_day_belongs_to_exactly_one_regime():
    day, days = FIRST_DAY, 0
    while day <= LAST_DAY:
        assert sum(day in regime.filed for regime in regimes()) == 1, day
        day, days = day + timedelta(days=1), days + 1
    assert days == 3055


@pytest.mark.parametrize("day", [date(2019, 8, 20), date(2018, 5, 7), date(1, 1, 1)])
def test_no_criteria_before_1048(day):
    fault = refusal(day)
    assert fault.code == "no_regime"
    assert "21/08/2019" in fault.words("vi")
    assert "2019-08-21" in fault.words("en")


@pytest.mark.parametrize(
    ("filed", "kind", "evaluated", "regime"),
    [
        (date(2026, 5, 21), "first", date(2026, 7, 1), "R4"),
        (date(2026, 5, 21), "first", date(2026, 7, 21), "R4"),
        (date(2026, 5, 21), "upgrade", date(2026, 7, 21), "R4"),
        (date(2026, 5, 21), "reevaluation", date(2026, 6, 21), "R4"),
        (date(2026, 5, 21), "reevaluation", date(2026, 5, 22), "R4"),
        (date(2026, 5, 22), "first", date(2026, 7, 30), "R5"),
        (date(2026, 5, 22), "reevaluation", date(2026, 7, 30), "R5"),
        (date(2023, 1, 1), "first", date(2026, 7, 1), "R2"),
    ],
)
def test_the_transition_of_26_2026(filed, kind, evaluated, regime):
    assert regime_for(filed, kind=kind, evaluated_on=evaluated).id == regime


@pytest.mark.parametrize(
    ("kind", "evaluated", "last_day", "days"),
    [
        ("first", date(2026, 7, 22), "21/07/2026", 60),
        ("first", date(2026, 7, 30), "21/07/2026", 60),
        ("upgrade", date(2026, 7, 22), "21/07/2026", 60),
        ("reevaluation", date(2026, 6, 22), "21/06/2026", 30),
        ("reevaluation", date(2026, 7, 1), "21/06/2026", 30),
    ],
)
def test_after_the_last_day_the_old_law_is_refused(kind, evaluated, last_day, days):
    fault = refusal(date(2026, 5, 21), kind=kind, evaluated_on=evaluated)
    assert fault.code == "transition_over"
    assert fault.where == str(evaluated)
    for part in (last_day, f"{days} ngày", "26/2026/QĐ-TTg", "nộp lại"):
        assert part in fault.words("vi")
    for part in ("article 12.2", f"{days} days", "file again"):
        assert part in fault.words("en")


def test_evaluated_before_it_was_filed():
    fault = refusal(date(2026, 5, 22), evaluated_on=date(2026, 5, 21))
    assert fault.code == "evaluated_before_filed"
    assert "21/05/2026" in fault.vi and "22/05/2026" in fault.vi
    assert "2026-05-21" in fault.en and "2026-05-22" in fault.en


def test_an_unknown_kind_is_told_the_known_ones():
    fault = refusal(date(2026, 5, 22), kind="again")
    assert (fault.code, fault.where) == ("no_kind", "kind")
    for lang in ("vi", "en"):
        assert "first, upgrade, reevaluation" in fault.words(lang)


@pytest.mark.parametrize(("rule", "regime"), [("filing", "R2"), ("evaluation", "R3")])
def test_older_changes_of_law_follow_the_setting(rule, regime):
    found = regime_for(date(2023, 2, 1), evaluated_on=date(2023, 4, 1), old_transition=rule)
    assert found.id == regime


@pytest.mark.parametrize("rule", ["filing", "evaluation"])
def test_the_setting_does_not_touch_the_written_transition(rule):
    assert regime_for(date(2026, 5, 21), evaluated_on=date(2026, 7, 1), old_transition=rule).id == "R4"


def test_levels_and_process():
    """Domain notes 1.2: districts recognised 3 stars under 148 until 1489; two levels since."""
    by_id = {regime.id: regime for regime in regimes()}
    assert [by_id[name].levels[3] for name in ("R1", "R2", "R3", "R4", "R5")] == [
        "province",
        "province",
        "district",
        "province",
        "province",
    ]
    assert {regime.levels[5] for regime in regimes()} == {"centre"}
    assert {regime.levels[4] for regime in regimes()} == {"province"}
    assert by_id["R4"].process == ("148/QĐ-TTg", "1489/QĐ-TTg")
    assert by_id["R2"].process == ("1048/QĐ-TTg", "781/QĐ-TTg")
    assert by_id["R5"].filed == Period(date(2026, 5, 22), None)
    assert by_id["R1"].caveat and not by_id["R5"].caveat
    assert {regime.confidence for regime in regimes()} == {"seen"}


def test_transitions_and_kinds_say_their_article():
    assert [(rule.kinds, rule.days, rule.last_day, rule.article) for rule in transitions()] == [
        (("first", "upgrade"), 60, date(2026, 7, 21), "Điều 12 khoản 2"),
        (("reevaluation",), 30, date(2026, 6, 21), "Điều 12 khoản 2"),
    ]
    assert tuple(filing_kinds()) == KINDS
    assert filing_kinds()["upgrade"].name == "Nâng hạng"
    assert filing_kinds()["reevaluation"].article == "Điều 7 khoản 6"
