"""Erasing a representative, as the law on personal data lets a person ask: the record, and what history kept of it.

Owns that one act. That something was recorded, when and in which role stays proven by the history; names, reasons and
values are gone for good.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, erase_details, record
from ocop.domain.history.queries import timeline
from ocop.domain.registry import policies
from ocop.domain.registry.actions.producers import PERSON
from ocop.domain.registry.models import Producer, Representative
from ocop.domain.registry.queries.producers import producer
from ocop.rules.refused import Refused

KIND = "representative"


@transaction.atomic
def erase_representative(*, id: UUID, note: str, by: Acting, at: datetime) -> int:
    """Erase the person who represents the producer `id`; returns how many events of history lost their details.

    `note` says who asked and when; it stays, so it names nobody. Raises Refused: `no_person`, `bad_value` for an empty
    note, or why one may not.
    """
    row = producer(id)
    Producer.objects.select_for_update().get(id=id)
    policies.may_erase_person(by, row).require()
    if not note.strip():
        raise Refused("bad_value", where="note", vi="chưa ghi căn cứ xóa", en="say on what ground it is erased")
    person = Representative.objects.filter(producer=row).first()
    past = [entry.digest for entry in timeline(KIND, str(id)) if not entry.erased and (entry.before or entry.after)]
    if person is None or (not past and not any(getattr(person, name) for name in PERSON)):
        raise Refused(
            "no_person",
            vi="Không còn dữ liệu nào về người đại diện của chủ thể này.",
            en="Nothing is held about a representative of this producer any more.",
        )
    _emptied(person).save()
    named = policies.named(by, "registry.erase_person", row)
    for digest in past:
        erase_details(digest, by=named, at=at, note=note.strip())
    act = Act("registry.erase_person", KIND, str(id), note=note.strip())
    record(act, by=named, at=at, chain=row.province_code)
    return len(past)


def _emptied(person: Representative) -> Representative:
    """The same row without the person; its version goes on, so that nobody saves over it what they saw before."""
    for field in person._meta.concrete_fields:
        if field.name in PERSON:
            setattr(person, field.name, None if field.null else "")
    person.version += 1
    return person
