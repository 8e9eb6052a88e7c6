"""Writing administrative units: the tables are made to say what an edition of the law says, whole or not at all.

Owns the one act there is. What the units are is the law's; no person changes them by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from ocop.domain.history.actions import SYSTEM, Act, Actor, record
from ocop.domain.places.models import AdministrativeUnit, UnitEdition, UnitState, UnitSuccession
from ocop.domain.places.queries import loaded_edition
from ocop.kit.text import search_key, sort_key
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.shapes import Unit

BATCH = 2000

Key = tuple[str, str]
"""System and code."""
Pair = tuple[date, Key, Key]


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows an act wrote: units new, states written anew, successions new or taken out."""

    units: int
    states: int
    successions: int


@transaction.atomic
def load_units(*, book: Gazetteer, edition: str, at: datetime, by: Actor = SYSTEM) -> Loaded:
    """Make the tables say what `book` says; `edition` is its SHA-256. Loading the same again writes nothing.

    One event of the national history tells which edition took the place of which, and how many rows changed.

    Raises Refused when the tables hold a unit that `book` does not know: something may point at it, so an older
    edition cannot be loaded over a newer one.
    """
    known = loaded_edition()
    if known == edition:
        return Loaded(0, 0, 0)
    new_units = _load_identities(book)
    units = {(unit.system, unit.code): unit for unit in AdministrativeUnit.objects.all()}
    done = Loaded(new_units, _load_states(book, units), _load_successions(book, units))
    UnitEdition.objects.update_or_create(only=True, defaults={"sha256": edition})
    _count_anew()
    record(
        Act("places.load_units", "unit_edition", edition, known or None, {"edition": edition, **asdict(done)}),
        by=by,
        at=at,
    )
    return done


def _count_anew() -> None:
    """Let PostgreSQL know how large the tables are now; else it may take them for empty and join them row by row."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in (AdministrativeUnit, UnitState, UnitSuccession):
                cursor.execute(f"ANALYZE {connection.ops.quote_name(table._meta.db_table)}")


def _load_identities(book: Gazetteer) -> int:
    wanted = {(unit.system, unit.code): unit for unit in book.states}
    there = set(AdministrativeUnit.objects.values_list("system", "code"))
    if gone := sorted(there - wanted.keys()):
        names = ", ".join(code for _, code in gone[:5])
        raise Refused(
            "unit_gone",
            where=names,
            vi="đơn vị đang có trong dữ liệu nhưng không có trong bảng được nạp; dùng bản phần mềm mới hơn",
            en="units of the database are not in the table being loaded; use a newer release",
        )
    missing = [
        AdministrativeUnit(system=system, code=code, level=wanted[system, code].level)
        for system, code in sorted(wanted.keys() - there)
    ]
    AdministrativeUnit.objects.bulk_create(missing, BATCH)
    return len(missing)


def _load_states(book: Gazetteer, units: dict[Key, AdministrativeUnit]) -> int:
    """States of a unit that differ are written anew; nothing points at a state."""
    wanted: dict[Key, list[UnitState]] = {}
    for state in book.states:
        wanted.setdefault((state.system, state.code), []).append(_row(state, units))
    there: dict[UUID, set[tuple[object, ...]]] = {}
    for row in UnitState.objects.all():
        there.setdefault(row.unit_id, set()).add(_content(row))
    differing = [key for key, rows in wanted.items() if {_content(row) for row in rows} != there.get(units[key].id)]
    changed = [units[key].id for key in differing if units[key].id in there]
    for some in _in_batches(changed):
        UnitState.objects.filter(unit__in=some).delete()
    rows = [row for key in differing for row in wanted[key]]
    UnitState.objects.bulk_create(rows, BATCH)
    return len(rows)


def _row(state: Unit, units: dict[Key, AdministrativeUnit]) -> UnitState:
    return UnitState(
        unit=units[state.system, state.code],
        kind=state.kind,
        name=state.name,
        search_key=search_key(state.title),
        sort_key=sort_key(state.name),
        parent=units[state.system, state.parent] if state.parent else None,
        valid_from=state.valid.start,
        valid_until=state.valid.until,
        sure=state.sure,
    )


def _content(row: UnitState) -> tuple[object, ...]:
    return (
        row.kind, row.name, row.search_key, row.sort_key, row.parent_id, row.valid_from, row.valid_until, row.sure,
    )  # fmt: skip


def _load_successions(book: Gazetteer, units: dict[Key, AdministrativeUnit]) -> int:
    wanted = set(_pairs(book))
    there = {
        (row.on, (row.before.system, row.before.code), (row.after.system, row.after.code)): row.id
        for row in UnitSuccession.objects.select_related("before", "after")
    }
    gone = [there[pair] for pair in there.keys() - wanted]
    for some in _in_batches(gone):
        UnitSuccession.objects.filter(id__in=some).delete()
    missing = [
        UnitSuccession(on=on, before=units[before], after=units[after])
        for on, before, after in sorted(wanted - there.keys())
    ]
    UnitSuccession.objects.bulk_create(missing, BATCH)
    return len(missing) + len(gone)


def _pairs(book: Gazetteer) -> Iterable[Pair]:
    for change in book.changes:
        before, after = book.before(change.on).system.id, book.on(change.on).system.id
        for code, heirs in change.heirs.items():
            yield from ((change.on, (before, code), (after, heir)) for heir in heirs)


def _in_batches(ids: list[UUID]) -> Iterable[list[UUID]]:
    return (ids[at : at + BATCH] for at in range(0, len(ids), BATCH))
