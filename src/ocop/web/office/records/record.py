"""What the pages of one record share: where it lies, the way down to it, the acts on it with why not, its history.

Owns these pieces; which of them a page shows is `producer`'s and `product`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ocop.domain.accounts.queries import Acting
from ocop.domain.registry import policies
from ocop.domain.registry.fields import FIELDS, is_personal
from ocop.domain.registry.queries import producers, products
from ocop.domain.registry.queries.producers import Producer
from ocop.domain.registry.queries.products import Product
from ocop.rules.verdict import Verdict
from ocop.web.base.navigation import Link
from ocop.web.base.timeline.lines import timeline_page
from ocop.web.base.wording import reason

TABLES = {"producer": "Producer", "representative": "Representative", "product": "Product"}


@dataclass(frozen=True, slots=True)
class Button:
    """An act on a record: where it leads, or why it may not be done."""

    href: str
    words: str | Promise
    why_not: str
    main: bool = False


def producer_read(by: Acting, id: UUID) -> Producer:
    """The producer, for somebody who may read it. Raises Refused."""
    found = producers.producer(id)
    policies.may_read(by, found).require()
    return found


def product_read(by: Acting, id: UUID) -> Product:
    """The product, for somebody who may read its producer. Raises Refused."""
    found = products.product(id)
    policies.may_read(by, found.producer).require()
    return found


def button(name: str, id: UUID, words: str | Promise, verdict: Verdict, *, main: bool = False) -> Button:
    """The button of an act."""
    return Button(reverse(name, args=[id]), words, reason(verdict), main)


def shown_name(by: Acting, producer: Producer) -> str:
    """The producer's name; a household's, which is its owner's, only for who may see personal data."""
    hidden = is_personal("Producer.name", producer.kind) and not policies.may_see_personal(by, producer)
    return _("Hộ kinh doanh (tên không hiện với vai trò của bạn)") if hidden else producer.name


def crumbs(by: Acting, producer: Producer, *more: Link) -> list[Link]:
    """From the province down to the producer, and what is below it; lists are linked where they are there."""
    line = policies.seat_of_producer(producer).line
    above = [Link(_list_of(state.unit.code), state.title, lang="vi") for state in reversed(line)]
    own = Link(reverse("records:producer", args=[producer.id]), shown_name(by, producer), lang="vi")
    return [*(link for link in above if link.href), own, *more]


def history_of(
    request: HttpRequest, by: Acting, producer: Producer, subjects: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """The page of history asked for, or why it is not shown."""
    verdict = policies.may_read_history(by, producer)
    if not verdict:
        return {"history": None, "why_no_history": reason(verdict)}
    sees = bool(policies.may_see_personal(by, producer))

    def hide(kind: str, column: str) -> bool:
        name = f"{TABLES.get(kind, kind)}.{column}"
        return not sees and name in FIELDS and is_personal(name, producer.kind)

    found: Page[Any] = timeline_page(request, subjects, hide=hide)
    return {"history": found, "why_no_history": ""}


def _list_of(code: str) -> str:
    """The list of producers of a unit, where the site has one."""
    return address("unit:producers", code)


def address(name: str, *arguments: Any) -> str:
    """The address of a page that another part of the site may own; "" where it is not there."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
