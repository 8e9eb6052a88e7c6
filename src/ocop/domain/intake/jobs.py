"""What is done about imports while nobody waits: rows go into the register batch by batch, and old imports are cleared.

Owns the chain of batches: each asks for the next in its own transaction, so that a killed worker loses at most one
and a stop by a person ends the chain. Whoever watches the page may move the same import meanwhile.
"""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from ocop.domain.accounts import queries as accounts
from ocop.domain.accounts.queries import Acting
from ocop.domain.intake.actions.apply import APPLY_NEXT, apply_some
from ocop.domain.intake.actions.clear import clear_old
from ocop.domain.intake.models import APPLYING
from ocop.domain.registry.actions.producers import day_of
from ocop.kit.jobs.asking import job, later

A_BATCH = 100  # rows: well under a second, so that pages need not wait for the database


@job(whole=True)
def apply_next(*, whole: str, person: str, at: datetime) -> None:
    """Bring the next rows in, as the person who began; ask for the rest."""
    who = accounts.person(UUID(person)) if person else None
    by = accounts.acting(who, day_of(at)) if who else Acting(day_of(at))
    if apply_some(id=UUID(whole), by=by, at=at, limit=A_BATCH).state == APPLYING:
        later(APPLY_NEXT, at=at, whole=whole, person=person)


@job(whole=True, daily_at=time(2, 30))
def clear_what_is_old(*, at: datetime) -> None:
    """Clear imports that were kept long enough: their rows name people."""
    clear_old(at=at)
