"""The map of a unit: how many products lie where, as colours and as the table beside them, and producers as points.

Owns the steps of colour and what the script is told; the script draws what the table says, so the table is the map for
whoever has no script. Boundaries are files made by `scripts/boundaries.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ocop.domain.registry.fields import is_personal
from ocop.domain.registry.queries import tallies
from ocop.kit.sheets.writing import Value
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import signed_in
from ocop.web.base.wording import reason
from ocop.web.office.units import filters
from ocop.web.office.units.asking import Where, where
from ocop.web.office.units.exports import note, sent
from ocop.web.office.units.overview import Part, figures
from ocop.web.office.units.rows import Maker, maker

STEPS = 4  # colours for units that have anything; 0 is none
MEASURES = ("san-pham", "sao-cao")
PAGE = "unit:map"


@dataclass(frozen=True)
class Area:
    """A unit of the map: its colour from 0 to STEPS, and that in words."""

    part: Part
    level: int
    said: str


@dataclass(frozen=True)
class Point:
    """A producer with a place on the map; coordinates as text for the script."""

    maker: Maker
    latitude: str
    longitude: str


@require_safe
@signed_in
def unit_map(request: HttpRequest, code: str) -> HttpResponse:
    """Where products and producers of a unit are."""
    place = where(request, code, PAGE, "registry.read")
    measure = request.GET.get("do") if request.GET.get("do") in MEASURES else MEASURES[0]
    parts = _parts(place)
    bounds = _bounds([_count(part, measure) for part in parts])
    context: dict[str, Any] = {
        "place": place, "code": code, "crumbs": place.crumbs(Link("", _("Bản đồ"))), "points": _points(place),
        "areas": [_area(part, measure, bounds) for part in parts], "legend": _legend(bounds),
        "boundaries": f"boundaries/{place.seat.line[-1].unit.code if place.seat.unit else 'vn'}.json",
        "measures": [Link("?do=" + one, words, one == measure) for one, words in _measures()],
        "no_export": reason(place.may("registry.export")),
    }  # fmt: skip
    return render(request, "units/map.html", context)


@require_safe
@signed_in
def map_file(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """The table of the map."""
    place = where(request, code, PAGE, "registry.export")
    note(request, place, "figures", people=False)
    headings = [_("Mã"), _("Đơn vị"), _("Sản phẩm"), _("5 sao"), _("4 sao"), _("3 sao"), _("Chưa rõ sao"), _("Chủ thể")]
    return sent(kind, _("Số liệu OCOP"), place, headings, _lines(place))


def _lines(place: Where) -> Iterator[list[Value]]:
    for part in _parts(place):
        one = part.tally
        yield [part.code, part.title, one.products, one.five, one.four, one.three, one.stars[None], one.producers]


def _parts(place: Where) -> list[Part]:
    """The units of the map: those below, or a commune alone."""
    shown = figures(place)
    return shown["parts"] or [Part(place.code, place.name, shown["tally"], 0)]


def _measures() -> list[tuple[str, str]]:
    return [(MEASURES[0], _("Tất cả sản phẩm")), (MEASURES[1], _("Sản phẩm 4 và 5 sao"))]


def _count(part: Part, measure: str | None) -> int:
    return part.tally.products if measure == MEASURES[0] else part.tally.four + part.tally.five


def _bounds(counts: list[int]) -> list[int]:
    """The least count of each colour: quarters of the units that have anything, each bound once."""
    some = sorted(count for count in counts if count)
    return sorted({some[len(some) * step // STEPS] for step in range(STEPS)}) if some else []


def _area(part: Part, measure: str | None, bounds: list[int]) -> Area:
    count = _count(part, measure)
    said = ngettext("%(n)s sản phẩm", "%(n)s sản phẩm", count) % {"n": count}
    return Area(part, sum(count >= bound for bound in bounds) if count else 0, said)


def _legend(bounds: list[int]) -> list[tuple[int, str]]:
    """Each colour in words."""
    ends = [*(bound - 1 for bound in bounds[1:]), None]
    spans = [
        (step, str(first) if last == first else f"{first}+" if last is None else f"{first}–{last}")
        for step, (first, last) in enumerate(zip(bounds, ends, strict=True), 1)
    ] if bounds else []  # fmt: skip
    return [(0, _("không có")), *spans]


def _points(place: Where) -> list[Point]:
    """The producers whose place is known, below the nation; a household's place is its owner's home."""
    if place.seat.unit is None:
        return []
    found = tallies.points(**filters.within(place))
    seen = [row for row in found if place.sees_personal or not is_personal("Producer.latitude", row.kind)]
    return [Point(maker(row, place, {}), str(row.latitude), str(row.longitude)) for row in seen]
