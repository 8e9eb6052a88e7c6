"""Changing a record on the version that was seen; a newer one is refused with the fields that differ.

Owns the comparison, the version and the event. Which fields may change, and what follows from them, is each noun's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from ocop.domain.history.actions import Act, Actor, record
from ocop.domain.history.queries import timeline
from ocop.domain.places.models import AdministrativeUnit
from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict, Difference

Row = TypeVar("Row", bound=models.Model)


def plain(value: Any) -> Value:
    """A column's value as history keeps it: text, whole numbers, yes or no, nothing."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, AdministrativeUnit):
        return str(value)
    if isinstance(value, models.Model):
        return str(value.pk)
    return str(value) if isinstance(value, UUID) else value


def values(row: models.Model, fields: Mapping[str, Any] | tuple[str, ...]) -> dict[str, Value]:
    """Some columns of a row as history keeps them."""
    return {field: plain(getattr(row, field)) for field in fields}


def told(row: models.Model, *more: str) -> dict[str, Value]:
    """Everything filled in of a new row, without keys made from its name, for its first event."""
    hidden = {"id", "search_key", "plain_key", "sort_key", *more}
    fields = [field for field in row._meta.concrete_fields if field.name not in hidden]
    held = {
        field.name: getattr(row, field.name if field.name in row._state.fields_cache else field.attname)
        for field in fields
        if field.is_relation
    }
    held |= {field.name: getattr(row, field.attname) for field in fields if not field.is_relation}
    return {name: plain(value) for name, value in held.items() if value not in ("", None)}


def checked(row: Row, *later: str) -> Row:
    """The row itself when every column can be stored. Raises Refused (`bad_value`) naming the first that cannot.

    Columns named in `later` are not filled in yet.
    """
    try:
        row.clean_fields(exclude=later)
    except ValidationError as faults:
        field, said = next(iter(faults.message_dict.items()))
        raise Refused(
            "bad_value",
            where=field,
            vi=f"giá trị không ghi được ({said[0]})",
            en=f"this value cannot be stored ({said[0]})",
        ) from None
    return row


def change(
    row: Row,
    changes: Mapping[str, Any],
    *,
    seen_version: int,
    act: str,
    chain: str,
    by: Actor,
    at: datetime,
    note: str = "",
) -> Row:
    """Set columns of a row that has `version`, with its event, where `note` is the reason given.

    Nothing differing, nothing is written.

    Must be called in a transaction, with `row` locked. Raises `Conflict` when the row is newer than `seen_version`.
    """
    kind, subject = row._meta.model_name or "", str(row.pk)
    before = values(row, changes)  # type: ignore[arg-type]
    wanted = {field: plain(value) for field, value in changes.items()}
    version: int = row.version  # type: ignore[attr-defined]
    if version != seen_version:
        raise_conflict(kind, subject, row, wanted, seen_version)
    if before == wanted:
        return row
    for field, value in changes.items():
        setattr(row, field, value)
    checked(row)
    row.version = version + 1  # type: ignore[attr-defined]
    row.save()
    differing = [field for field in changes if before[field] != wanted[field]]
    record(
        Act(
            act,
            kind,
            subject,
            before={field: before[field] for field in differing},
            after={field: wanted[field] for field in differing} | {"version": version + 1},
            note=note,
        ),
        by=by,
        at=at,
        chain=chain,
    )
    return row


def raise_conflict(kind: str, subject: str, row: models.Model, wanted: Mapping[str, Value], seen: int) -> None:
    """Raise the `Conflict` of a row that is newer than the version `seen`."""
    was = _seen_values(kind, subject, seen)
    fields = [*wanted, *(field for field in was if field not in wanted)]
    differences = []
    for field in fields:
        stored = plain(getattr(row, field)) if hasattr(row, field) else None
        offered = wanted.get(field, was.get(field))
        if field in was or offered != stored:
            differences.append(Difference(field, was.get(field, stored), stored, offered))
    raise Conflict(where=subject, version=row.version, differences=tuple(differences))  # type: ignore[attr-defined]


def _seen_values(kind: str, subject: str, seen: int) -> dict[str, Value]:
    """The columns changed since version `seen`, as they were in it; erased details tell nothing."""
    was: dict[str, Value] = {}
    for entry in timeline(kind, subject):
        after = entry.after if isinstance(entry.after, dict) else {}
        version = after.get("version")
        if isinstance(version, int) and version > seen and isinstance(entry.before, dict):
            was = dict(entry.before) | was
    return was
