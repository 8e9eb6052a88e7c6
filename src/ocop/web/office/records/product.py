"""The page of a product: its names and codes, its place in each generation of the law, its stars over the years.

Owns the reading page; the forms are `product_forms`'. Stars are told by lists here, never decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts.queries import Acting
from ocop.domain.registry import policies
from ocop.domain.registry.queries import products
from ocop.domain.registry.queries.products import Product, StarRecord
from ocop.rules.lawbook.book import GENERATIONS, criteria_set, in_english
from ocop.rules.refused import Refused
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.office.records.producer import columns
from ocop.web.office.records.record import Button, address, button, crumbs, history_of, product_read, shown_name

TOLD = ("specification", "material_area", "chain_links")
ABOUT = ("code", "group_text", "source")


@dataclass(frozen=True, slots=True)
class Generation:
    """A product's set in one generation; `number` is 0 where nobody said and nothing follows."""

    instrument: str
    number: int = 0
    name: str = ""
    lang: str = ""
    derived: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a list tells of one recognition, and what that means on the day: `state` is held, over or untold."""

    row: StarRecord
    state: str
    latest: bool


@require_safe
@signed_in
def page(request: HttpRequest, id: UUID) -> HttpResponse:
    """Everything known about a product."""
    by = acting(request)
    found = product_read(by, id)
    of = found.producer
    context = {
        "product": found, "producer": of, "producer_name": shown_name(by, of), "today": by.day,
        "about": columns("product", found, ABOUT, of=of.kind, sees=True),
        "told": columns("product", found, TOLD, of=of.kind, sees=True),
        "generations": generations(found), "stars": recognitions(found, by.day), "buttons": _buttons(by, found),
        "papers": address("papers:of-product", id), "photos": address("papers:photos", id),
        "done": request.GET.get("xong", ""),
        "crumbs": crumbs(by, of, Link("", found.name, lang="vi")),
        **history_of(request, by, of, [("product", str(id))]),
    }  # fmt: skip
    return render(request, "records/product.html", context)


def generations(found: Product) -> list[Generation]:
    """The set of each generation, newest first."""
    known = products.groups_of(found)
    return [
        _generation(one, known[one].set_number, known[one].derived) if one in known else Generation(decision(one))
        for one in GENERATIONS
    ]


def decision(instrument: str) -> str:
    """The name of an instrument; in English without the letter English lacks, as translations of law write it."""
    return instrument.replace("Đ", "D") if get_language() == "en" else instrument


def set_name(instrument: str, number: int) -> tuple[str, str]:
    """The name of a set in the reader's language, and the language when it is not that one; "" where it is missing."""
    try:
        name = criteria_set(instrument, number).name
    except Refused:
        return "", ""
    english = in_english(name) if get_language() == "en" else ""
    return (english, "") if english and english != name else (name, "vi")


def recognitions(found: Product, day: date) -> list[Recognition]:
    """Every recognition known, latest first, as it stands on a day by the word of its list."""
    rows = list(products.star_history(found))
    return [Recognition(row, _state(row, day), place == 0) for place, row in enumerate(rows)]


def _state(row: StarRecord, day: date) -> str:
    if row.expires_on is None:
        return "untold"
    return "held" if day < row.expires_on else "over"


def _generation(instrument: str, number: int, derived: bool) -> Generation:
    name, lang = set_name(instrument, number)
    href = reverse("law:set", args=[instrument, number]) if name else ""
    return Generation(decision(instrument), number, name, lang, derived, href)


def _buttons(by: Acting, found: Product) -> list[Button]:
    of = found.producer
    acts = [
        button("records:change-product", found.id, _("Sửa"), policies.may_change_product(by, of), main=True),
        button("records:classify", found.id, _("Xếp bộ tiêu chí"), policies.may_classify_product(by, of)),
        button("records:stars", found.id, _("Ghi hạng sao"), policies.may_record_stars(by, of)),
    ]
    return acts
