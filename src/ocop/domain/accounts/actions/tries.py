"""Wrong tries of any way in: counted before anything is looked at, with waits told honestly, to the minute.

Owns the rows and the words; the ladders of waits are `ocop.rules.access.lockout`'s. Tries are not history.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import get_current_timezone

from ocop.domain.accounts.models import WrongTries
from ocop.kit.seals import keyed_digest
from ocop.rules.access import lockout
from ocop.rules.refused import Refused

MINUTE = timedelta(minutes=1)


def address_key(address: str) -> str:
    """The digest under which the tries of a network address are counted."""
    return keyed_digest(address, "address")


@contextmanager
def counted_at(address: str, at: datetime) -> Iterator[None]:
    """One try of a network address, taken back when what follows goes well. Raises Refused (`wait`)."""
    ladders = {keyed_digest(address, "address"): lockout.ADDRESS}
    count_try(ladders, at)
    yield
    take_back(ladders)


@transaction.atomic
def count_try(ladders: dict[str, lockout.Ladder], at: datetime) -> None:
    """One try more for each key, unless one of them still has to wait. Raises Refused (`wait`)."""
    for key in sorted(ladders):
        WrongTries.objects.get_or_create(digest=key)
    rows = list(WrongTries.objects.select_for_update().filter(digest__in=ladders).order_by("digest"))
    longest = max(lockout.wait(ladders[row.digest], row.tries, row.last_at, at) for row in rows)
    if longest:
        vi, en = _from(at + longest, longest)
        raise Refused(
            "wait",
            vi=f"Sai nhiều lần quá. {vi}; thử sớm hơn không được xét.",
            en=f"Too many wrong tries. {en}; earlier tries are not looked at.",
        )
    for row in rows:
        row.tries = lockout.counted(ladders[row.digest], row.tries, row.last_at, at) + 1
        row.last_at = at
        row.save()


@transaction.atomic
def take_back(ladders: dict[str, lockout.Ladder], forget: str = "") -> None:
    """The try was right: its account starts afresh, the address only loses this one."""
    rows = WrongTries.objects.select_for_update().filter(digest__in=ladders).order_by("digest")
    for row in list(rows):
        row.tries = 0 if row.digest == forget else max(row.tries - 1, 0)
        row.save(update_fields=["tries"])


def what_next(key: str, ladder: lockout.Ladder, at: datetime) -> tuple[str, str]:
    """After a wrong try, in both languages: how many are left before a wait, or from when the next one counts."""
    row = WrongTries.objects.get(digest=key)
    waiting = lockout.wait(ladder, row.tries, row.last_at, at)
    if waiting:
        return tuple(f"{words}." for words in _from(at + waiting, waiting))  # type: ignore[return-value]
    left = ladder.free - row.tries
    return f"Còn {left} lần thử trước khi phải chờ.", f"{left} more before you have to wait."


def _from(until: datetime, waiting: timedelta) -> tuple[str, str]:
    """The hour and the minutes, both rounded up: nobody comes back too early."""
    minutes = -(-waiting // MINUTE)
    hour = (until + MINUTE - timedelta(microseconds=1)).astimezone(get_current_timezone())
    return (
        f"Thử lại được từ {hour:%H:%M} (chờ {minutes} phút)",
        f"Try again from {hour:%H:%M} (wait {minutes} min)",
    )
