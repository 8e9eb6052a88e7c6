"""The page of a producer: who it is and where, its products with their stars, its facts of each year, its history.

Owns the reading page; the forms are `producer_forms`'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts.queries import Acting
from ocop.domain.places.queries import unit_titles
from ocop.domain.registry import policies
from ocop.domain.registry.fields import CHOICES, FIELDS, is_personal
from ocop.domain.registry.queries import producers, products
from ocop.domain.registry.queries.producers import Producer
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.timeline.lines import Shown, in_words
from ocop.web.base.wording import reason
from ocop.web.office.records import facts
from ocop.web.office.records.record import Button, address, button, crumbs, history_of, producer_read, shown_name

ABOUT = ("tax_code", "address", "craft_village", "in_association", "source")
PERSON = ("name", "sex", "ethnicity", "has_disability", "phone", "email", "personal_number")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing known about a record: its words and its value; `hidden` where the reader may not see it."""

    label: str
    value: Shown | None = None
    hidden: bool = False


@require_safe
@signed_in
def page(request: HttpRequest, id: UUID) -> HttpResponse:
    """Everything known about a producer."""
    by = acting(request)
    found = producer_read(by, id)
    context = {
        "producer": found, "name": shown_name(by, found), "kind": CHOICES["Producer.kind"][found.kind][_english()],
        "place": _place(found), "about": _about(by, found), "point": _point(by, found), "person": _person(by, found),
        "products": products.of_producer(found), "facts": facts.table_of(producers.facts_of(found)),
        "buttons": _buttons(by, found), "papers": address("papers:library", found.id), "crumbs": crumbs(by, found),
        "people": address("producer-people:people", found.id), "done": request.GET.get("xong", ""),
        **history_of(request, by, found, [("producer", str(id)), ("representative", str(id))]),
    }  # fmt: skip
    return render(request, "records/producer.html", context)


def columns(kind: str, row: Any, names: tuple[str, ...], *, of: str, sees: bool) -> list[Told]:
    """Some columns of a row in words; empty ones are left out, personal ones hidden from who may not see them."""
    table = type(row).__name__
    told = []
    for name in names:
        value = getattr(row, name)
        shown = in_words(kind, name)
        if value in ("", None) or shown is None:
            continue
        label, words = shown
        hidden = not sees and is_personal(f"{table}.{name}", of)
        told.append(Told(label, hidden=True) if hidden else Told(label, words(value)))
    return told


def label(column: str) -> str:
    """What a column is called."""
    return FIELDS[column].en if _english() else FIELDS[column].vi


def _about(by: Acting, found: Producer) -> list[Told]:
    sees = bool(policies.may_see_personal(by, found))
    return columns("producer", found, ABOUT, of=found.kind, sees=sees)


def _place(found: Producer) -> dict[str, str]:
    """Where it lies today, and what its source said when that was another unit."""
    line = policies.seat_of_producer(found).line
    origin = unit_titles([(found.origin_unit, found.origin_on)])[0]
    today = ", ".join(state.title for state in line)
    moved = found.origin_unit_id != found.unit_id
    return {"today": today, "origin": origin if moved else "", "origin_on": str(found.origin_on)}


def _point(by: Acting, found: Producer) -> dict[str, str] | None:
    if found.latitude is None or found.longitude is None:
        return None
    if is_personal("Producer.latitude", found.kind) and not policies.may_see_personal(by, found):
        return None
    north, east = f"{found.latitude:.6f}", f"{found.longitude:.6f}"
    return {
        "words": f"{north}, {east}",
        "href": f"https://www.openstreetmap.org/?mlat={north}&mlon={east}#map=16/{north}/{east}",
    }


def _person(by: Acting, found: Producer) -> dict[str, Any]:
    """The representative, or why the reader does not see who it is."""
    verdict = policies.may_see_personal(by, found)
    if not verdict:
        return {"why_not": reason(verdict)}
    row = producers.representative(found)
    told = columns("representative", row, PERSON, of=found.kind, sees=True) if row else []
    return {"told": told, "href": reverse("records:person", args=[found.id]) if told else ""}


def _buttons(by: Acting, found: Producer) -> list[Button]:
    may_change = policies.may_change_producer(by, found)
    acts = [
        button("records:change-producer", found.id, _("Sửa"), may_change, main=True),
        button("records:add-product", found.id, _("Thêm sản phẩm"), policies.may_add_product(by, found)),
        button("records:fact", found.id, _("Ghi số liệu năm"), may_change),
        button("records:representative", found.id, _("Người đại diện"), may_change),
    ]
    if found.needs_placing:
        verdict = policies.may_place_producer(by, found)
        acts.insert(0, button("records:place-producer", found.id, _("Chọn xã"), verdict))
    return acts


def _english() -> bool:
    return get_language() == "en"
