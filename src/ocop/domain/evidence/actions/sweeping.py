"""Clearing away what an upload that was cut off left behind: unfinished files, and whole ones without a record.

Owns which files nobody needs. Nothing young is touched, since its record may be about to be written. No history is
written: no record is concerned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ocop.domain.evidence.models import StoredFile
from ocop.domain.evidence.queries.files import store

YOUNG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Swept:
    """How much was cleared away."""

    unfinished: int
    unused: int


def sweep(*, at: datetime) -> Swept:
    """Clear away what is older than a day at `at` and belongs to nothing; safe while others upload."""
    before = (at - YOUNG).timestamp()
    there = store()
    unfinished = there.clear_incoming(before)
    unused = 0
    for digest in there.digests(before):
        if not StoredFile.objects.filter(sha256=digest).exists():
            unused += there.remove_old(digest, before)
    return Swept(unfinished, unused)
