"""Reading producers: lists as pages show them, one with everything around it, and names for matching.

Owns filters and order. Personal data comes only when it is asked for by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from ocop.domain.places.models import AdministrativeUnit
from ocop.domain.places.queries import sort_key_of
from ocop.domain.registry.fields import is_personal
from ocop.domain.registry.models import Producer, Product, Representative, YearlyFact
from ocop.domain.registry.queries.words import holding
from ocop.domain.search.queries import matching, typed_words
from ocop.rules.naming.plain import HOUSEHOLD
from ocop.rules.refused import Refused

AT_ONCE = 2_000  # rows read at a time when a province is gone through


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which producers of a list, and in which order; empty means any. `units` are ids of units of today.

    `words` are looked for in names and tax codes, but in the name of a household only if `households` may be known.
    """

    province: str = ""
    units: tuple[UUID, ...] = ()
    kind: str = ""
    words: str = ""
    households: bool = True
    needs_placing: bool | None = None
    demonstration: bool | None = None
    on: date | None = None
    order: str = "name"


@dataclass(frozen=True, slots=True)
class Known:
    """A producer as matching needs it."""

    id: UUID
    plain_key: str
    kind: str
    name: str
    tax_code: str
    unit_code: str


def producers(wanted: Wanted | None = None, *, to_count: bool = False) -> QuerySet[Producer]:
    """The producers wanted, in the order asked for, each with its unit and `products_count`.

    `to_count`: the same producers, asked for in the way that is counted fastest.
    """
    asked = wanted or Wanted()
    of_each = Product.objects.filter(producer=OuterRef("pk")).order_by().values("producer").values(count=Count("id"))
    found = Producer.objects.select_related("unit", "origin_unit").annotate(
        products_count=Coalesce(Subquery(of_each, output_field=IntegerField()), 0)
    )
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
    if typed := typed_words(asked.words):
        few = matching("producer", typed, however_many=to_count)
        found = found.filter(holding(typed, "search_key", codes=("tax_code",)) if few is None else Q(id__in=few))
        found = found if asked.households else found.exclude(kind=HOUSEHOLD)
    if asked.order == "products":
        return found.order_by("-products_count", "sort_key", "id")
    if asked.order == "place" and asked.on:
        return found.annotate(place=sort_key_of("unit", asked.on)).order_by("place", "sort_key", "id")
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


def of_person(of: Producer) -> dict[str, object]:
    """Every column held about the person who represents a producer, by its name in `fields`; empty ones left out."""
    person = representative(of)
    columns = person._meta.concrete_fields if person else ()
    held = {f"Representative.{column.name}": getattr(person, column.attname) for column in columns}
    return {name: value for name, value in held.items() if is_personal(name, of.kind) and value not in ("", None)}


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
