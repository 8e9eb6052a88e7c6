"""Records as rows of a page: what a reader may see of them, in words, with the link to each.

Owns what is shown in place of a household's name to who may not see personal data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ocop.domain.places import queries as places
from ocop.domain.registry.fields import is_personal
from ocop.domain.registry.queries.products import ENDING, EXPIRED, SOON, UNTOLD, VALID
from ocop.web.base.navigation import address_if_exists
from ocop.web.office.units.asking import Where
from ocop.web.office.units.filters import kind_words

TAGS = {VALID: "ok", ENDING: "soon", EXPIRED: "late", UNTOLD: ""}


@dataclass(frozen=True)
class Maker:
    """A producer as a row names it."""

    name: str
    named: bool
    href: str
    place: str


@dataclass(frozen=True)
class ProductRow:
    """A product, ready to be drawn."""

    row: Any
    href: str
    maker: Maker
    stars: str
    lasting: str
    tag: str


@dataclass(frozen=True)
class ProducerRow:
    """A producer, ready to be drawn."""

    row: Any
    maker: Maker
    kind: str


def product_rows(found: Iterable[Any], place: Where) -> list[ProductRow]:
    """A page of products; one query for the names of their units."""
    rows = list(found)
    titles = _titles((row.producer for row in rows), place)
    return [_product(row, place, titles) for row in rows]


def producer_rows(found: Iterable[Any], place: Where) -> list[ProducerRow]:
    """A page of producers; one query for the names of their units."""
    rows = list(found)
    titles = _titles(rows, place)
    return [ProducerRow(row, maker(row, place, titles), kind_words(row.kind)) for row in rows]


def maker(producer: Any, place: Where, titles: dict[UUID, str]) -> Maker:
    """A producer as this reader may see it."""
    named = place.sees_personal or not is_personal("Producer.name", producer.kind)
    name = producer.name if named else _("%(kind)s (không hiện tên)") % {"kind": kind_words(producer.kind)}
    return Maker(
        name, named, address_if_exists("records:producer", producer.id), titles.get(producer.unit_id, "")
    )  # fmt: skip


def lasting_on(ends: date | None, today: date) -> str:
    """How a star told to end on a day lasts today."""
    if ends is None:
        return UNTOLD
    left = (ends - today).days
    return EXPIRED if left < 0 else ENDING if left <= SOON else VALID


def lasting_words(ends: date | None, today: date) -> str:
    """The same in words, with the days when they matter."""
    lasting = lasting_on(ends, today)
    if ends is None or lasting == VALID:
        return _("Còn hạn") if ends else _("Chưa rõ")
    left = (ends - today).days
    return _("Đã hết hạn") if lasting == EXPIRED else _("Hết hạn hôm nay") if not left else _("Còn %d ngày") % left


def _product(row: Any, place: Where, titles: dict[UUID, str]) -> ProductRow:
    today = place.by.day
    return ProductRow(
        row, address_if_exists("records:product", row.id), maker(row.producer, place, titles),
        str(row.stars_now or ""), lasting_words(row.expires_now, today), TAGS[lasting_on(row.expires_now, today)],
    )  # fmt: skip


def _titles(producers: Iterable[Any], place: Where) -> dict[UUID, str]:
    """What their units are called; of the whole nation, with the province."""
    rows = list(producers)
    titles = places.titles_of({row.unit_id for row in rows}, place.by.day)
    if place.seat.unit:
        return titles
    names = place.provinces
    by_unit = {row.unit_id: names.get(row.province_code, "") for row in rows}
    return {
        id: title if title == by_unit.get(id) else f"{title}, {by_unit.get(id, '')}" for id, title in titles.items()
    }
