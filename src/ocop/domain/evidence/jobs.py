"""What is done about papers while nobody waits: their words are read, and what cut-off uploads left is cleared away.

A paper asks to be read when it is added; each night takes up what was missed, or waited for a reader to be installed.
"""

from __future__ import annotations

from datetime import datetime, time

from ocop.domain.evidence.actions.reading import read_text, read_waiting
from ocop.domain.evidence.actions.sweeping import sweep
from ocop.domain.evidence.queries.papers import paper as found
from ocop.kit.jobs.asking import job

LONGEST = 3_600  # seconds; a hundred photographed pages take a quarter of an hour
A_NIGHT = 2_000  # papers


@job(whole=False, limit=LONGEST)
def read_words(*, paper: str, at: datetime) -> None:
    """Read the words of one paper."""
    read_text(paper=found(paper), at=at)


@job(whole=False, limit=LONGEST, daily_at=time(1, 15))
def read_what_waits(*, at: datetime) -> None:
    """Read every paper that still waits."""
    read_waiting(at=at, most=A_NIGHT)


@job(whole=False, limit=LONGEST, daily_at=time(3, 45))
def sweep_store(*, at: datetime) -> None:
    """Clear away unfinished files and those without a record."""
    sweep(at=at)
