"""Finding a unit by name, however it is typed: those of today, and former ones with what became of them.

Owns the picker. Who followed whom is `ocop.rules.units`'.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts import queries as accounts
from ocop.domain.places import queries as places
from ocop.domain.places.queries import UnitState
from ocop.rules import units
from ocop.rules.refused import Refused
from ocop.rules.units.shapes import Level, Unit
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.office.units import filters

MOST = 30  # of each kind; whoever sees more types another word


@dataclass(frozen=True)
class Found:
    """A unit of today with the province it lies in."""

    state: UnitState
    within: str


@dataclass(frozen=True)
class Former:
    """A unit that is no more: its name, its last day, and the units of today on its ground."""

    state: UnitState
    last_on: date
    heirs: tuple[Unit, ...]


@require_safe
@signed_in
def find(request: HttpRequest) -> HttpResponse:
    """Type a name; without one, the units where one works and the provinces."""
    by = acting(request)
    words = filters.typed(request.GET)
    mine = [one for one in dict.fromkeys(held.unit for held in by.held) if one]
    context = {
        "words": words, "crumbs": [Link("", _("Đơn vị"))], "most": MOST,
        "mine": [(accounts.code_of_seat(one), _name(one, by.held)) for one in mine],
        "provinces": [] if words else places.units_on(by.day, "province"),
    }  # fmt: skip
    if words:
        context |= {"found": _found(words, by.day), "former": _former(words, by.day)}
    return render(request, "units/find.html", context)


def heirs_of(state: UnitState, today: date) -> tuple[Unit, ...]:
    """The units of today that hold ground of a former one: of its own level, communes for a district."""
    level: Level = "province" if state.unit.level == "province" else "commune"
    if state.valid_until is None:
        return ()
    try:
        return units.successors(state.unit.code, state.valid_until - timedelta(days=1), today, level)
    except Refused:
        return ()


def _found(words: str, day: date) -> list[Found]:
    rows = list(places.units_named(words, day)[:MOST]) or list(places.units_on(day).filter(unit__code=words)[:MOST])
    above = places.titles_of({row.parent_id for row in rows if row.parent_id}, day)
    return [Found(row, above.get(row.parent_id, "") if row.parent_id else "") for row in rows]


def _former(words: str, day: date) -> list[Former]:
    rows = [row for row in places.former_named(words, day)[:MOST] if row.valid_until]
    found = [Former(row, row.valid_until - timedelta(days=1), heirs_of(row, day)) for row in rows if row.valid_until]
    return [one for one in found if not _only_renamed(one)]


def _only_renamed(one: Former) -> bool:
    """Still there under the same words: a new code alone is no news to who looks for a name."""
    return [heir.title for heir in one.heirs] == [one.state.title]


def _name(unit: str, held: Iterable[accounts.Held]) -> str:
    return next((one.unit_name for one in held if one.unit == unit and unit != "vn"), "") or str(_("Toàn quốc"))
