"""How long to wait after wrong passwords: a pure ladder of times, told honestly to whoever waits.

Owns the two ladders (one for an account, one for a network address, which an office shares) and nothing else; counting
is `ocop.domain.accounts`'s. Short waits stop guessing by machine, and malice cannot shut a person out for long.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Ladder:
    """`free` wrong tries cost nothing, then `waits` in order (the last one again and again); `rest` forgets all."""

    free: int
    waits: tuple[timedelta, ...]
    rest: timedelta


_WAITS = tuple(timedelta(minutes=count) for count in (1, 2, 5, 15))
ACCOUNT = Ladder(5, _WAITS, timedelta(hours=24))
ADDRESS = Ladder(40, _WAITS, timedelta(hours=1))


def counted(ladder: Ladder, tries: int, last_at: datetime | None, now: datetime) -> int:
    """The wrong tries that still count: those of a quiet `rest` are forgotten."""
    return 0 if last_at is None or now - last_at >= ladder.rest else tries


def wait(ladder: Ladder, tries: int, last_at: datetime | None, now: datetime) -> timedelta:
    """How long until the next try is listened to; zero when it is.

    >>> noon = datetime(2026, 6, 1, 12)
    >>> [wait(ACCOUNT, tries, noon, noon) // timedelta(minutes=1) for tries in (4, 5, 6, 7, 8, 50)]
    [0, 1, 2, 5, 15, 15]
    """
    over = counted(ladder, tries, last_at, now) - ladder.free
    if over < 0 or last_at is None:
        return timedelta()
    until = last_at + ladder.waits[min(over, len(ladder.waits) - 1)]
    return max(until - now, timedelta())
