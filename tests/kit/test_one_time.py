"""The codes of an authenticator app against the published vectors."""

from datetime import UTC, datetime

import pytest

from ocop.kit import one_time

SECRET = b"12345678901234567890"


def at(seconds):
    return datetime.fromtimestamp(seconds, UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"),
        (2000000000, "279037"), (20000000000, "353130"),
    ],
)  # fmt: skip
def test_codes_are_those_of_rfc_6238(seconds, code):
    assert one_time.code_of(SECRET, seconds // 30) == code
    assert one_time.step_of(SECRET, code, at(seconds), 0) == seconds // 30


def test_a_code_is_good_once_and_for_a_minute_and_a_half():
    step = 1111111109 // 30
    assert one_time.step_of(SECRET, "081804", at(1111111109), step) is None
    assert one_time.step_of(SECRET, "081804", at(1111111109), step - 1) == step
    assert [one_time.step_of(SECRET, "081804", at((step + off) * 30), 0) for off in (-2, -1, 0, 1, 2)] == [
        None, step, step, step, None,
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["", "081805", "81804", "０８１８０４", "không"])
def test_anything_else_is_no_code(code):
    assert one_time.step_of(SECRET, code, at(1111111109), 0) is None


def test_the_key_can_be_typed_by_hand():
    assert one_time.key_text(b"\x00" * 5) == "AAAA AAAA"
    assert one_time.key_text(b"\xff") == "74"


def test_a_fresh_secret_is_long_and_new_and_the_picture_names_the_account():
    secret = one_time.new_secret()
    assert len(secret) == 20 and secret != one_time.new_secret()
    told = one_time.address(secret, "xa@vidu.example", "OCOP")
    assert (
        told.startswith("otpauth://totp/OCOP:xa%40vidu.example?") and one_time.key_text(secret).replace(" ", "") in told
    )
