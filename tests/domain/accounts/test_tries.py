"""Whoever has to wait is told until which minute, in the time of the country."""

from datetime import UTC, datetime, timedelta

import pytest

from ocop.domain.accounts.actions import tries
from ocop.domain.accounts.models import WrongTries
from ocop.rules.access.lockout import ACCOUNT
from ocop.rules.refused import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 15, 7, 0, 20, tzinfo=UTC)  # 14:00:20 in Vietnam


def refused(at):
    with pytest.raises(Refused) as refusal:
        tries.count_try({"a": ACCOUNT}, at)
    return refusal.value


def test_the_hour_is_said_and_rounded_so_that_nobody_comes_too_early():
    for _ in range(4):
        tries.count_try({"a": ACCOUNT}, AT)
        assert "lần thử trước khi phải chờ" in tries.what_next("a", ACCOUNT, AT)[0]
    tries.count_try({"a": ACCOUNT}, AT)
    assert tries.what_next("a", ACCOUNT, AT) == (
        "Thử lại được từ 14:02 (chờ 1 phút).", "Try again from 14:02 (wait 1 min).",
    )  # fmt: skip
    wait = refused(AT + timedelta(seconds=59))
    assert wait.vi == "Sai nhiều lần quá. Thử lại được từ 14:02 (chờ 1 phút); thử sớm hơn không được xét."
    assert wait.en == "Too many wrong tries. Try again from 14:02 (wait 1 min); earlier tries are not looked at."
    tries.count_try({"a": ACCOUNT}, AT + timedelta(minutes=1))
    assert "từ 14:04 (chờ 2 phút)" in refused(AT + timedelta(minutes=1)).vi


def test_a_try_that_goes_well_is_taken_back_and_one_that_does_not_stays():
    with tries.counted_at("10.0.0.1", AT):
        assert WrongTries.objects.get().tries == 1
    assert WrongTries.objects.get().tries == 0
    with pytest.raises(ValueError, match="no"), tries.counted_at("10.0.0.1", AT):
        raise ValueError("no")
    assert WrongTries.objects.get().tries == 1
