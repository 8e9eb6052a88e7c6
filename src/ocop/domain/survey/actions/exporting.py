"""A list of survey sheets leaves the system: who took which, narrowed by what.

Owns that act and its event. Columns and lines are `ocop.domain.survey.queries.lines`'.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from ocop.domain.accounts.policies import actor
from ocop.domain.accounts.queries import Acting, Seat
from ocop.domain.history.actions import Act, record
from ocop.domain.survey import policies


@transaction.atomic
def export_sheets(*, seat: Seat, narrowed: Mapping[str, str], by: Acting, at: datetime) -> None:
    """Note that the list of a unit leaves. Raises Refused: why one may not."""
    policies.may_export(by, seat).require()
    who = actor(by, policies.EXPORT, seat)
    event = Act("survey.export", "unit", seat.key, after={"narrowed": dict(narrowed)})
    record(event, by=who, at=at, chain=seat.chain)
