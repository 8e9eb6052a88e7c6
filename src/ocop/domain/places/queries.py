"""Reading administrative units: as of a day, by code, by name, what lies under and above them, who followed whom.

Owns look-ups in the tables, always as of a day. Regrouping figures between days is `ocop.rules.units.regroup`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from ocop.domain.places.models import AdministrativeUnit, UnitEdition, UnitState, UnitSuccession
from ocop.kit.text import search_key
from ocop.rules.refused import Refused
from ocop.rules.units.shapes import Level


def loaded_edition() -> str:
    """The SHA-256 of the law's units in the tables; "" before the first loading."""
    return UnitEdition.objects.values_list("sha256", flat=True).first() or ""


def units_on(day: date, level: Level | None = None) -> QuerySet[UnitState]:
    """The states that hold on `day`, with their units, in the order of the Vietnamese alphabet."""
    found = UnitState.objects.filter(_holds(day)).select_related("unit").order_by("sort_key", "unit__code")
    return found.filter(unit__level=level) if level else found


def unit_on(code: str, day: date) -> UnitState:
    """The unit of this code on `day`. Raises Refused when there is none."""
    found = units_on(day).filter(unit__code=code).first()
    if found is None:
        raise _none_on(code, day)
    return found


def units_under(unit: AdministrativeUnit, day: date, level: Level | None = None) -> QuerySet[UnitState]:
    """The units right below `unit` on `day`; of a given `level`, all of that level below it."""
    right_below = units_on(day).filter(parent=unit)
    if level is None:
        return right_below
    between = right_below.order_by().values("unit")
    return units_on(day, level).filter(Q(parent=unit) | Q(parent__in=between))


def line_of(unit: AdministrativeUnit, day: date) -> tuple[UnitState, ...]:
    """The unit as of `day` and those it lies in, smallest first: commune, district while there were some, province.

    Raises Refused when the unit is none on `day`.
    """
    line = [_state_of(unit, day)]
    while (above := line[-1].parent_id) is not None:
        line.append(units_on(day).get(unit=above))
    return tuple(line)


def units_named(words: str, day: date, level: Level | None = None) -> QuerySet[UnitState]:
    """The units of `day` whose kind and name hold `words`, however accents are typed: "ea hleo" finds Ea H'Leo."""
    typed = search_key(words)
    return units_on(day, level).filter(search_key__contains=typed) if typed else UnitState.objects.none()


def titles(spelled: Iterable[str]) -> dict[str, str]:
    """The titles of units by how history spells them, "00001 (system)"; of each the last it had. One query."""
    wanted = set(spelled)
    codes = {one.partition(" ")[0] for one in wanted}
    rows = UnitState.objects.filter(unit__code__in=codes).select_related("unit").order_by("valid_from") if codes else ()
    return {str(row.unit): row.title for row in rows if str(row.unit) in wanted}


def unit_titles(wanted: Sequence[tuple[AdministrativeUnit, date]]) -> list[str]:
    """What some units were called, each on its day; its code where it was none then. One query."""
    states = UnitState.objects.filter(unit__in=[unit.id for unit, _ in wanted])
    found = []
    rows = list(states)
    for unit, day in wanted:
        held = (row for row in rows if row.unit_id == unit.id and _holds_on(row, day))
        found.append(next((row.title for row in held), unit.code))
    return found


def former_named(words: str, day: date) -> QuerySet[UnitState]:
    """Names and units that were no more by `day` and hold `words` (or have this code), latest first."""
    typed = search_key(words)
    over = (
        UnitState.objects.filter(valid_until__lte=day).select_related("unit").order_by("-valid_until", "sort_key", "id")
    )
    return over.filter(Q(search_key__contains=typed) | Q(unit__code=typed)) if typed else over.none()


def former(code: str, day: date) -> UnitState | None:
    """The last unit that had this code and was no more by `day`."""
    over = UnitState.objects.filter(unit__code=code, valid_until__lte=day).select_related("unit")
    return over.order_by("-valid_until").first()


def life_of(unit: AdministrativeUnit) -> list[UnitState]:
    """Everything a unit was called and was, latest first."""
    return list(UnitState.objects.filter(unit=unit).order_by("-valid_from"))


def sort_key_of(column: str, day: date) -> Subquery:
    """By what to sort rows whose `column` points at a unit: the unit's place in the alphabet on `day`."""
    return Subquery(UnitState.objects.filter(_holds(day), unit=OuterRef(column)).values("sort_key")[:1])


def titles_of(ids: Iterable[UUID], day: date) -> dict[UUID, str]:
    """What each of some units is called on `day`; one query."""
    return {state.unit_id: state.title for state in units_on(day).order_by().filter(unit__in=list(ids))}


def successors_of(unit: AdministrativeUnit, day: date) -> QuerySet[UnitState]:
    """The units, as of `day`, that took ground of `unit` on that day; empty when nothing happened to it then."""
    heirs = UnitSuccession.objects.filter(on=day, before=unit).values("after")
    return units_on(day).filter(unit__in=heirs)


def _state_of(unit: AdministrativeUnit, day: date) -> UnitState:
    found = units_on(day).filter(unit=unit).first()
    if found is None:
        raise _none_on(unit.code, day)
    return found


def _none_on(code: str, day: date) -> Refused:
    return Refused(
        "no_unit",
        where=code,
        vi=f"ngày {day:%d/%m/%Y} không có đơn vị hành chính mã này",
        en=f"no administrative unit on {day}",
    )


def _holds_on(row: UnitState, day: date) -> bool:
    return row.valid_from <= day and (row.valid_until is None or day < row.valid_until)


def _holds(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_until__isnull=True) | Q(valid_until__gt=day))
