"""What a unit is and has, on one page: products by star, producers, the units below it, and what it was made of.

Owns the page; a unit that is no more leads to those of today on its ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts import queries as accounts
from ocop.domain.places import queries as places
from ocop.domain.registry.queries import products, tallies
from ocop.domain.registry.queries.tallies import Tally
from ocop.rules import units
from ocop.rules.refused import Refused
from ocop.rules.units.shapes import Level, Unit
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.wording import reason
from ocop.web.office.units import filters
from ocop.web.office.units.asking import Where, where
from ocop.web.office.units.finding import Former, heirs_of

READ = "registry.read"


@dataclass(frozen=True)
class Part:
    """A unit below, with what it has."""

    code: str
    title: str
    tally: Tally
    people: int


@require_safe
@signed_in
def overview(request: HttpRequest, code: str) -> HttpResponse:
    """One unit, or what became of it."""
    by = acting(request)
    try:
        place = where(request, code, "unit:overview")
    except Refused:
        gone = places.former(code, by.day)
        if gone is None or gone.valid_until is None:
            raise
        one = Former(gone, gone.valid_until - timedelta(days=1), heirs_of(gone, by.day))
        return render(request, "units/former.html", {"one": one, "crumbs": [_to_find(), Link("", gone.title)]})
    context = {
        "place": place, "code": code, "crumbs": place.crumbs(), "may_read": bool(place.may(READ)),
        "why_not": reason(place.may(READ)), "made_of": _made_of(place),
        "life": places.life_of(place.seat.unit) if place.seat.unit else [],
    }  # fmt: skip
    if place.may(READ):
        context |= figures(place)
    return render(request, "units/overview.html", context)


def figures(place: Where) -> dict[str, Any]:
    """The tally of a unit and of each unit below it."""
    by = tallies.BY_UNIT if place.seat.unit else tallies.BY_PROVINCE
    wanted = products.Wanted(**filters.within(place), on=place.by.day)
    found = tallies.tallies(wanted, by)
    people = (
        {state.unit_id: count for state, count in accounts.staffing(place.seat, place.by.day)} if place.below else {}
    )
    parts = [
        Part(one.code, one.title, found.get(one.id if place.seat.unit else one.code) or Tally(), people.get(one.id, 0))
        for one in place.below
    ]
    return {"tally": tallies.whole(found.values()), "parts": parts}


def _made_of(place: Where) -> tuple[Unit, ...]:
    """The units of the day before this one began, on its ground."""
    unit = place.seat.unit
    if unit is None:
        return ()
    state = place.seat.line[0]
    first = min((one.valid_from for one in places.life_of(unit)), default=state.valid_from)
    try:
        level: Level = "province" if unit.level == "province" else "commune"
        return units.forebears(unit.code, place.by.day, first - timedelta(days=1), level)
    except Refused:
        return ()


def _to_find() -> Link:
    return Link(reverse("unit:find"), _("Đơn vị"))
