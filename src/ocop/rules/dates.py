"""Half-open periods of days: the one way this project says "from ... until before ...".

Owns `Period` and the search for gaps and overlaps in a dated series. Working days, holidays and clocks that run
on them belong to the workflow, not here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days `start <= day < until`; `until=None` is open-ended.

    >>> date(2026, 5, 22) in Period(date(2026, 5, 22), None)
    True
    >>> date(2026, 5, 22) in Period(date(2025, 7, 6), date(2026, 5, 22))
    False
    """

    start: date
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)


def breaks(periods: Iterable[Period]) -> list[str]:
    """Faults of a series that should follow on without gap or overlap, as English sentences; empty when sound.

    >>> breaks([Period(date(2020, 1, 1), date(2021, 1, 1)), Period(date(2021, 2, 1))])
    ['gap from 2021-01-01 to 2021-02-01']
    """
    faults: list[str] = []
    ordered = sorted(periods, key=lambda period: period.start)
    for period in ordered:
        if period.until is not None and period.until <= period.start:
            faults.append(f"empty period from {period.start} to {period.until}")
    for before, after in pairwise(ordered):
        if before.until is None or before.until > after.start:
            faults.append(f"overlap at {after.start}")
        elif before.until < after.start:
            faults.append(f"gap from {before.until} to {after.start}")
    return faults
