"""The lists of a unit: its products and its producers, searched, narrowed, sorted, a page at a time.

Owns the two pages. Everything chosen stands in the address, so that a list can be sent to a colleague as a link.
"""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.registry.queries import producers, products
from ocop.web.base.navigation import Link, address_if_exists
from ocop.web.base.signed_in import signed_in
from ocop.web.base.wording import reason
from ocop.web.office.units import filters
from ocop.web.office.units.asking import Where, where
from ocop.web.office.units.filters import Choice
from ocop.web.office.units.rows import producer_rows, product_rows

PER_PAGE = 50
READ = "registry.read"


@require_safe
@signed_in
def product_list(request: HttpRequest, code: str) -> HttpResponse:
    """The products of a unit."""
    place = where(request, code, "unit:products", READ)
    below = place.below
    choices = filters.product_choices(request.GET, place, below)
    wanted = filters.wanted_products(request.GET, place, choices, below)
    context = _context(request, place, choices, filters.product_orders(request.GET), _("Sản phẩm"))
    page = _page(request, products.with_sets(products.products(wanted)), products.products(wanted, to_count=True))
    rows = product_rows(page.object_list, place)
    return render(request, "units/products.html", context | {"page": page, "rows": rows} | _beginning(place))


@require_safe
@signed_in
def producer_list(request: HttpRequest, code: str) -> HttpResponse:
    """The producers of a unit."""
    place = where(request, code, "unit:producers", READ)
    below = place.below
    choices = filters.producer_choices(request.GET, place, below)
    wanted = filters.wanted_producers(request.GET, place, choices, below)
    context = _context(request, place, choices, filters.producer_orders(request.GET), _("Chủ thể"))
    page = _page(request, producers.producers(wanted), producers.producers(wanted, to_count=True))
    rows = producer_rows(page.object_list, place)
    return render(request, "units/producers.html", context | {"page": page, "rows": rows} | _beginning(place))


class _Paginator(Paginator):
    """Pages of one query set, counted by another that finds the same."""

    counted: QuerySet[Any]

    @cached_property
    def count(self) -> int:
        """How many rows there are."""
        return self.counted.count()


def _page(request: HttpRequest, found: QuerySet[Any], counted: QuerySet[Any]) -> Any:
    pages = _Paginator(found, PER_PAGE)
    pages.counted = counted
    return pages.get_page(request.GET.get("page"))


def _context(
    request: HttpRequest, place: Where, choices: list[Choice], order: Choice, title: str
) -> dict[str, Any]:  # fmt: skip
    words = filters.typed(request.GET)
    narrowed = [one for one in choices if one.chosen]
    kept = request.GET.copy()
    kept.pop("page", None)
    return {
        "place": place, "code": place.code, "choices": choices, "order": order, "words": words, "narrowed": narrowed,
        "crumbs": place.crumbs(Link("", title)), "kept": kept.urlencode(), "asked": bool(words or narrowed),
        "without": [(one, _without(request, one.name)) for one in narrowed],
        "no_export": reason(place.may("registry.export")), "people": bool(place.may("registry.see_personal")),
    }  # fmt: skip


def _without(request: HttpRequest, name: str) -> str:
    """The same list with one filter taken off."""
    kept = request.GET.copy()
    for one in (name, "page"):
        kept.pop(one, None)
    return f"?{kept.urlencode()}"


def _beginning(place: Where) -> dict[str, str]:
    """Where to begin when nothing is there yet, for who may."""
    return {
        "import_href": address_if_exists("imports:list", place.code) if place.may_import else "",
        "add_href": address_if_exists("records:add-producer", place.code) if place.may("registry.add_producer") else "",
    }
