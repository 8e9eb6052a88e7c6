"""Writing history: the one way an event comes into being, and the one way details leave.

Every action of every app calls `record` inside its own transaction: the act and its event are there together or not
at all.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from django.db import connection, transaction

from ocop.domain.history.models import Details, Event, Head
from ocop.rules.history import chain as chains
from ocop.rules.history import events
from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused

NATION = "vn"
"""The chain of acts that belong to no province; a province's acts are chained under its own code."""
BATCH = 1_000  # rows written at once


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: account id, name, and role and unit in words of that day. All empty: the system itself."""

    id: str = ""
    name: str = ""
    role: str = ""
    unit: str = ""


SYSTEM = Actor()


@dataclass(frozen=True, slots=True)
class Act:
    """What was done to which object. `before` and `after` hold only what changed; `note` is the reason given."""

    code: str
    kind: str
    subject: str
    before: Value = None
    after: Value = None
    note: str = ""


def record(act: Act, *, by: Actor, at: datetime, chain: str = NATION) -> Event:
    """Add one event to a chain; `at` is aware. Must be called inside the action's own transaction.

    Raises `Refused` (`history_value`) for a value without an exact text.
    """
    return record_all([act], by=by, at=at, chain=chain)[0]


def record_all(acts: Sequence[Act], *, by: Actor, at: datetime, chain: str = NATION) -> list[Event]:
    """Add many events at once, in order, as an import does. See `record`."""
    if not connection.in_atomic_block:
        raise RuntimeError("history is written in the transaction of the act it tells of")
    if at.tzinfo is None:
        raise ValueError("the moment of an act is an aware datetime")
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    head = _locked_head(chain)
    rows: list[Event] = []
    details: list[Details] = []
    for act in acts:
        salt = secrets.token_hex(16)
        content = events.written(name=by.name, note=act.note, before=act.before, after=act.after)
        details.append(Details(digest=events.details_digest(salt, content), salt=salt, content=content))
        event = events.Event(
            chain=chain, position=head.position + 1, at=moment, act=act.code, subject_kind=act.kind,
            subject=act.subject, actor=by.id, role=by.role, unit=by.unit, details_digest=details[-1].digest,
            previous=head.digest,
        )  # fmt: skip
        head.position, head.digest = event.position, event.digest()
        rows.append(Event(digest=head.digest, **asdict(event)))
    Details.objects.bulk_create(details, batch_size=BATCH)
    Event.objects.bulk_create(rows, batch_size=BATCH)
    head.save()
    return rows


@transaction.atomic
def erase_details(digest: str, *, by: Actor, at: datetime, note: str) -> Event:
    """Erase name, reason and values of the event with this digest, as the law on personal data lets a person ask.

    The event itself stays, and the erasure is an event of the same chain. Raises `Refused` (`no_event`).
    """
    event = Event.objects.filter(digest=digest).first()
    if event is None:
        raise Refused(
            "no_event",
            vi=f"Lịch sử không có sự kiện {digest[:12]}…. Chép lại mã từ dòng thời gian.",
            en=f"History has no event {digest[:12]}…. Copy its digest from the timeline again.",
        )
    Details.objects.filter(digest=event.details_digest).update(salt=None, content=None)
    return record(Act(chains.ERASE, "event", digest, note=note), by=by, at=at, chain=event.chain)


def _locked_head(chain: str) -> Head:
    """The chain's end, locked until the transaction is over."""
    Head.objects.get_or_create(chain=chain, defaults={"position": 0, "digest": events.START})
    return Head.objects.select_for_update().get(chain=chain)
