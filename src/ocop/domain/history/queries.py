"""Reading history: the timeline of one object, the ends of the chains, and what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from ocop.domain.history.models import Details, Event, Head
from ocop.rules.history import chain as chains
from ocop.rules.history import events
from ocop.rules.history.canonical import Value

AT_ONCE = 2_000  # rows read at a time when a chain is checked


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a timeline; `erased` when name, note and values were erased by law, on `erased_at` if told."""

    at: datetime
    act: str
    role: str
    unit: str
    name: str
    note: str
    before: Value
    after: Value
    erased: bool
    digest: str
    kind: str
    subject: str
    erased_at: datetime | None = None


class Timeline:
    """Everything done to some objects, newest first, a page at a time: `len` and a slice ask the database no more
    than four queries together, however long the history is.
    """

    def __init__(self, subjects: Iterable[tuple[str, str]]) -> None:
        about = Q()
        for kind, subject in subjects:
            about |= Q(subject_kind=kind, subject=subject)
        self._rows = Event.objects.filter(about) if about else Event.objects.none()

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted: slice) -> list[Entry]:
        return _entries(self._rows.order_by("-at", "-chain", "-position")[wanted])


def timeline(kind: str, subject: str) -> list[Entry]:
    """Everything done to one object, oldest first; three queries however long it is."""
    return _entries(Event.objects.filter(subject_kind=kind, subject=subject).order_by("at", "chain", "position"))


def _entries(found: QuerySet[Event]) -> list[Entry]:
    rows = list(found)
    details = Details.objects.in_bulk([row.details_digest for row in rows])
    gone = [row.digest for row in rows if _content(details.get(row.details_digest)) is None]
    erasures = Event.objects.filter(subject_kind="event", subject__in=gone, act=chains.ERASE) if gone else ()
    erased = {one.subject: datetime.fromisoformat(one.at) for one in erasures}
    return [_entry(row, details.get(row.details_digest), erased.get(row.digest)) for row in rows]


def _content(details: Details | None) -> str | None:
    return details.content if details else None


def _entry(row: Event, details: Details | None, erased_at: datetime | None) -> Entry:
    content = _content(details)
    told = json.loads(content) if content is not None else {"name": "", "note": "", "before": None, "after": None}
    return Entry(
        at=datetime.fromisoformat(row.at), act=row.act, role=row.role, unit=row.unit, erased=content is None,
        digest=row.digest, kind=row.subject_kind, subject=row.subject, erased_at=erased_at, **told,
    )  # fmt: skip


def seals() -> list[chains.Seal]:
    """The end of every chain as it is now: publish them, and nobody can cut or rewrite what they cover unseen."""
    return [chains.Seal(head.chain, head.position, head.digest) for head in Head.objects.order_by("chain")]


def faults(kept_seals: Iterable[chains.Seal] = ()) -> Iterator[chains.Fault]:
    """Everything wrong with history, chain by chain, against its own ends and any seals kept elsewhere.

    Reads each chain once, some thousand rows at a time; memory does not grow with history.
    """
    wanted = [*seals(), *kept_seals]
    names = {seal.chain for seal in wanted} | set(Event.objects.values_list("chain", flat=True).distinct())
    for name in sorted(names):
        ends = [seal for seal in wanted if seal.chain == name]
        yield from chains.faults(_kept(name), ends, chain=name)


def counted() -> int:
    """How many events there are."""
    return Event.objects.count()


def _kept(name: str) -> Iterator[chains.Kept]:
    """One chain in order of position, a page of rows at a time; doubled positions cannot be stored."""
    after = -1
    while rows := list(Event.objects.filter(chain=name, position__gt=after).order_by("position")[:AT_ONCE]):
        details = Details.objects.in_bulk([row.details_digest for row in rows])
        for row in rows:
            found = details.get(row.details_digest)
            yield chains.Kept(_event(row), row.digest, found.salt if found else None, found.content if found else None)
        after = rows[-1].position


def _event(row: Event) -> events.Event:
    return events.Event(
        chain=row.chain, position=row.position, at=row.at, act=row.act, subject_kind=row.subject_kind,
        subject=row.subject, actor=row.actor, role=row.role, unit=row.unit, details_digest=row.details_digest,
        previous=row.previous,
    )  # fmt: skip
