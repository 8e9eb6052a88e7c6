"""Waiting after wrong passwords."""

from datetime import datetime, timedelta

import pytest

from ocop.rules.access import lockout

NOON = datetime(2026, 6, 1, 12)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize("tries", range(5))
def test_a_few_slips_cost_nothing(tries):
    assert lockout.wait(lockout.ACCOUNT, tries, NOON, NOON) == timedelta()


@pytest.mark.parametrize(("tries", "minutes"), [(5, 1), (6, 2), (7, 5), (8, 15), (9, 15), (10**6, 15)])
def test_then_each_one_costs_more_up_to_a_quarter_of_an_hour(tries, minutes):
    assert lockout.wait(lockout.ACCOUNT, tries, NOON, NOON) == minutes * MINUTE
    assert lockout.wait(lockout.ACCOUNT, tries, NOON, NOON + minutes * MINUTE) == timedelta()
    assert lockout.wait(lockout.ACCOUNT, tries, NOON, NOON + minutes * MINUTE - timedelta(seconds=1)) > timedelta()


def test_an_office_behind_one_address_is_not_shut_out_by_a_few():
    assert lockout.wait(lockout.ADDRESS, 39, NOON, NOON) == timedelta()
    assert lockout.wait(lockout.ADDRESS, 40, NOON, NOON) == MINUTE


def test_a_quiet_day_forgets():
    tomorrow = NOON + timedelta(hours=24)
    assert lockout.counted(lockout.ACCOUNT, 9, NOON, tomorrow) == 0
    assert lockout.counted(lockout.ACCOUNT, 9, NOON, tomorrow - timedelta(seconds=1)) == 9
    assert lockout.counted(lockout.ACCOUNT, 9, None, NOON) == 0
    assert lockout.wait(lockout.ACCOUNT, 9, None, NOON) == timedelta()
