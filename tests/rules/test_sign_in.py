"""Waiting after wrong passwords, and the codes of an authenticator app against the published vectors."""

from datetime import datetime, timedelta

import pytest

from ocop.rules.access import lockout, one_time

NOON = datetime(2026, 6, 1, 12)
MINUTE = timedelta(minutes=1)
SECRET = b"12345678901234567890"


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


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"),
        (2000000000, "279037"), (20000000000, "353130"),
    ],
)  # fmt: skip
def test_codes_are_those_of_rfc_6238(seconds, code):
    assert one_time.code_of(SECRET, seconds // 30) == code
    assert one_time.step_of(SECRET, code, seconds, 0) == seconds // 30


def test_a_code_is_good_once_and_for_a_minute_and_a_half():
    step = 1111111109 // 30
    assert one_time.step_of(SECRET, "081804", 1111111109, step) is None
    assert one_time.step_of(SECRET, "081804", 1111111109, step - 1) == step
    assert [one_time.step_of(SECRET, "081804", (step + off) * 30, 0) for off in (-2, -1, 0, 1, 2)] == [
        None, step, step, step, None,
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["", "081805", "81804", "０８１８０４", "không"])
def test_anything_else_is_no_code(code):
    assert one_time.step_of(SECRET, code, 1111111109, 0) is None


def test_the_key_can_be_typed_by_hand():
    assert one_time.key_text(b"\x00" * 5) == "AAAA AAAA"
    assert one_time.key_text(b"\xff") == "74"
