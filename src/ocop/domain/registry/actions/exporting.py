"""A list leaves the system: who took which list of which unit, narrowed by what, and whether people were named in it.

Owns that act and its event. Columns and lines are `ocop.domain.registry.queries.lists`'.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.queries import Acting, Seat
from ocop.domain.history.actions import Act, record
from ocop.rules.history.canonical import Value

ACT = "registry.export"


@transaction.atomic
def export_list(*, which: str, seat: Seat, narrowed: Mapping[str, str], people: bool, by: Acting, at: datetime) -> None:
    """Note that the list `which` ("products", "producers") of a unit leaves. Raises Refused: why one may not.

    `people`: the representatives of producers are in it, which needs the right to see personal data.
    """
    policies.may_act(ACT, by, seat).require()
    if people:
        policies.may_act("registry.see_personal", by, seat).require()
    told: Value = {"list": which, "narrowed": dict(narrowed), "people": people}
    record(
        Act(ACT, "unit", seat.key, after=told), by=policies.actor(by, ACT, seat), at=at, chain=seat.chain
    )  # fmt: skip
