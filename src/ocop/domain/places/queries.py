"""Reading administrative units: as of a day, by code, by name, what lies under and above them, who followed whom.

Owns look-ups in the tables, always as of a day. Regrouping figures between days is `ocop.rules.units.regroup`.
"""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

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


def _holds(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_until__isnull=True) | Q(valid_until__gt=day))
