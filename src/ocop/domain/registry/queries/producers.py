"""Reading producers: lists as pages show them, one with everything around it, and names for matching.

Owns filters and order. Personal data comes only when it is asked for by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from ocop.domain.places.models import AdministrativeUnit
from ocop.domain.registry.models import Producer, Product, Representative, YearlyFact
from ocop.kit.text import search_key
from ocop.rules.refused import Refused

AT_ONCE = 2_000  # rows read at a time when a province is gone through


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which producers of a list; empty means any. `units` are ids of units of today, `words` of name or tax code."""

    province: str = ""
    units: tuple[UUID, ...] = ()
    kind: str = ""
    words: str = ""
    needs_placing: bool | None = None
    demonstration: bool | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A producer as matching needs it."""

    id: UUID
    plain_key: str
    kind: str
    name: str
    tax_code: str
    unit_code: str


def producers(wanted: Wanted | None = None) -> QuerySet[Producer]:
    """The producers wanted, in the order of the Vietnamese alphabet, each with its unit and `products_count`."""
    asked = wanted or Wanted()
    found = Producer.objects.select_related("unit", "origin_unit").annotate(products_count=Count("products"))
    for column, value in (
        ("province_code", asked.province),
        ("kind", asked.kind),
        ("needs_placing", asked.needs_placing),
        ("demonstration", asked.demonstration),
    ):
        if value not in ("", None):
            found = found.filter(**{column: value})
    if asked.units:
        found = found.filter(unit__in=asked.units)
    if typed := search_key(asked.words):
        found = found.filter(Q(search_key__contains=typed) | Q(tax_code__startswith=asked.words.strip()))
    return found.order_by("sort_key", "id")


def producer(id: UUID | str) -> Producer:
    """One producer with its units. Raises Refused (`no_producer`)."""
    found = Producer.objects.select_related("unit", "origin_unit").filter(id=id).first()
    if found is None:
        raise Refused(
            "no_producer",
            where=str(id),
            vi="không có chủ thể này; có thể đường dẫn đã cũ",
            en="there is no such producer; the address may be an old one",
        )
    return found


def representative(of: Producer) -> Representative | None:
    """The person who represents a producer: personal data, for callers whose reader may see it."""
    return Representative.objects.filter(producer=of).first()


def products_of(of: Producer) -> QuerySet[Product]:
    """A producer's products with their groups and stars; three queries however many there are."""
    return Product.objects.filter(producer=of).prefetch_related("groups", "stars").order_by("sort_key", "id")


def facts_of(of: Producer) -> QuerySet[YearlyFact]:
    """A producer's facts, newest year first, its own before those of its products."""
    found = YearlyFact.objects.filter(producer=of).select_related("product")
    return found.order_by("-year", F("product__sort_key").asc(nulls_first=True), "kind")


def known_producers(province: str) -> Iterator[Known]:
    """Every producer of a province for matching; memory does not grow with the province."""
    rows = Producer.objects.filter(province_code=province).values_list(
        "id", "plain_key", "kind", "name", "tax_code", "unit__code"
    )
    return (Known(*row) for row in rows.iterator(AT_ONCE))


def unit_ids(line: tuple[AdministrativeUnit, ...]) -> tuple[UUID, ...]:
    """The ids of some units, as `Wanted.units` takes them."""
    return tuple(unit.id for unit in line)
