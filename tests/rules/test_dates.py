"""Periods of days are half-open, and a series of them may have neither gap nor overlap."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.dates import Period, breaks

days = st.dates(date(2018, 1, 1), date(2030, 12, 31))


def day(text):
    return date.fromisoformat(text)


def test_the_first_day_is_in_and_the_last_is_not():
    period = Period(day("2023-02-24"), day("2025-07-06"))
    assert day("2023-02-24") in period
    assert day("2025-07-05") in period
    assert day("2025-07-06") not in period
    assert day("2023-02-23") not in period


def test_a_period_without_end_holds_every_later_day():
    assert day("2999-01-01") in Period(day("2026-05-22"))
    assert day("2026-05-21") not in Period(day("2026-05-22"))


def test_a_series_that_follows_on_has_no_fault_in_any_order():
    series = [Period(day("2023-01-01")), Period(day("2019-01-01"), day("2023-01-01"))]
    assert breaks(series) == []
    assert breaks(reversed(series)) == []
    assert breaks([]) == []


def test_a_gap_is_named_by_its_days():
    series = [Period(day("2019-01-01"), day("2020-01-01")), Period(day("2020-01-02"))]
    assert breaks(series) == ["gap from 2020-01-01 to 2020-01-02"]


def test_an_overlap_is_named_by_its_first_day():
    one_day = [Period(day("2019-01-01"), day("2020-01-02")), Period(day("2020-01-01"))]
    open_end = [Period(day("2019-01-01")), Period(day("2020-01-01"))]
    assert breaks(one_day) == breaks(open_end) == ["overlap at 2020-01-01"]


def test_two_periods_from_one_day_overlap_whichever_comes_first():
    series = [Period(day("2020-01-01")), Period(day("2020-01-01"), day("2021-01-01"))]
    assert breaks(series) == breaks(reversed(series)) == ["overlap at 2020-01-01"]


def test_a_period_that_ends_where_it_begins_is_empty():
    same = Period(day("2020-01-01"), day("2020-01-01"))
    assert breaks([same]) == ["empty period from 2020-01-01 to 2020-01-01"]
    assert breaks([Period(day("2020-01-01"), day("2020-01-02"))]) == []


def test_every_fault_is_told():
    series = [
        Period(day("2019-01-01"), day("2020-01-01")),
        Period(day("2021-01-01"), day("2022-06-01")),
        Period(day("2022-01-01")),
    ]
    assert breaks(series) == ["gap from 2020-01-01 to 2021-01-01", "overlap at 2022-01-01"]


@given(st.sets(days, min_size=2), days)
def test_each_day_of_a_sound_series_is_in_exactly_one_period(bounds, some_day):
    ordered = sorted(bounds)
    series = [Period(start, until) for start, until in zip(ordered, [*ordered[1:], None], strict=True)]
    assert breaks(series) == []
    assert sum(some_day in period for period in series) == (some_day >= ordered[0])
    moved = [Period(series[0].start, ordered[1] + timedelta(1)), *series[1:]]
    assert breaks(moved)[0] == f"overlap at {ordered[1]}"
