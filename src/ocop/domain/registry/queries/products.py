"""Reading products: lists with the stars they hold, their recognitions over the years, and those soon to end.

Owns filters, order, and which record is the latest: by year, then day, then place in the sequence. A star holds up to
and with the day it is told to end on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from ocop.domain.places.queries import sort_key_of
from ocop.domain.registry.models import Producer, Product, ProductGroup, StarRecord
from ocop.domain.registry.queries.words import holding
from ocop.domain.search.queries import matching, typed_words
from ocop.rules.intake.stars import StarClaim
from ocop.rules.lawbook.classification import NOW
from ocop.rules.naming.plain import HOUSEHOLD
from ocop.rules.refused import Refused

AT_ONCE = 2_000
SOON = 180  # days: long enough to prepare a dossier for the next round
VALID, ENDING, EXPIRED, UNTOLD = "valid", "ending", "expired", "untold"
LASTING = (VALID, ENDING, EXPIRED, UNTOLD)
"""Does the latest star hold on a day, as lists tell: `ending` are those of `valid` with at most SOON days left."""
Claim = tuple[int | None, int | None, date | None, str]
"""Stars, year, day and decision: what makes two recognitions of a product the same."""
LATEST = (F("year").desc(nulls_last=True), F("recognised_on").desc(nulls_last=True), F("sequence").desc())


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which products of a list, and in which order; empty means any.

    `set_number` is of `instrument`; `stars` 0 are those no list tells; `lasting` is one of LASTING on the day `on`;
    `words` are looked for in names and codes, but in the name of a household only if `households` may be known.
    """

    province: str = ""
    units: tuple[UUID, ...] = ()
    stars: int | None = None
    year: int | None = None
    instrument: str = ""
    set_number: int | None = None
    kind: str = ""
    lasting: str = ""
    on: date | None = None
    words: str = ""
    households: bool = True
    needs_placing: bool | None = None
    demonstration: bool | None = None
    order: str = "name"


@dataclass(frozen=True, slots=True)
class KnownProduct:
    """A product as matching needs it."""

    id: UUID
    producer: UUID
    plain_key: str
    name: str
    code: str


def claim_key(claim: StarClaim | StarRecord) -> Claim:
    """The `Claim` of a recognition, stored or read."""
    return claim.stars, claim.year, claim.recognised_on, claim.decision


def products(wanted: Wanted | None = None, *, to_count: bool = False) -> QuerySet[Product]:
    """The products wanted, with producer and unit, and the latest record as `stars_now`, `expires_now`, `year_now`.

    `to_count`: the same products, asked for in the way that is counted fastest.
    """
    asked = wanted or Wanted()
    latest = StarRecord.objects.filter(product=OuterRef("pk"), stars__isnull=False).order_by(*LATEST)
    found = Product.objects.select_related("producer", "producer__unit").annotate(
        stars_now=Subquery(latest.values("stars")[:1]),
        expires_now=Subquery(latest.values("expires_on")[:1]),
        year_now=Subquery(latest.values("year")[:1]),
    )
    for column, value in (
        ("province_code", asked.province or None),
        ("producer__kind", asked.kind or None),
        ("producer__needs_placing", asked.needs_placing),
        ("year_now", asked.year),
        ("stars_now", asked.stars or None),
        ("stars_now__isnull", True if asked.stars == 0 else None),
        ("demonstration", asked.demonstration),
    ):
        if value is not None:
            found = found.filter(**{column: value})
    if asked.units:
        found = found.filter(producer__unit__in=asked.units)
    if asked.set_number is not None:
        of_set = ProductGroup.objects.filter(instrument=asked.instrument, set_number=asked.set_number)
        found = found.filter(id__in=of_set.values("product"))
    if asked.lasting and asked.on:
        found = found.filter(_lasting(asked.lasting, asked.on))
    if typed := typed_words(asked.words):
        found = found.filter(_named(typed, asked.households, to_count))
    return _ordered(found, asked)


def _lasting(lasting: str, on: date) -> Q:
    return {
        VALID: Q(expires_now__gte=on),
        ENDING: Q(expires_now__range=(on, on + timedelta(days=SOON))),
        EXPIRED: Q(expires_now__lt=on),
        UNTOLD: Q(expires_now__isnull=True),
    }[lasting]


def _named(words: list[str], households: bool, to_count: bool) -> Q:
    """By the index where few hold the words, letter by letter in the sorted list where very many do."""
    few = matching("product", words, however_many=to_count)
    columns = ("search_key", "producer__search_key")
    found = holding(words, *columns, codes=("code", "producer__tax_code")) if few is None else Q(id__in=few)
    if not households:
        found &= ~Q(producer__kind=HOUSEHOLD) | holding(words, "search_key", codes=("code",))
    return found


def _ordered(found: QuerySet[Product], asked: Wanted) -> QuerySet[Product]:
    by_name = ("sort_key", "id")
    if asked.order == "stars":
        return found.order_by(F("stars_now").desc(nulls_last=True), *by_name)
    if asked.order == "ending":
        return found.order_by(F("expires_now").asc(nulls_last=True), *by_name)
    if asked.order == "place" and asked.on:
        return found.annotate(place=sort_key_of("producer__unit", asked.on)).order_by("place", *by_name)
    return found.order_by(*by_name)


def with_sets(found: QuerySet[Product]) -> QuerySet[Product]:
    """The same products, with the criteria set of the law in force as `set_now`."""
    of_law = ProductGroup.objects.filter(instrument=NOW, product=OuterRef("pk")).values("set_number")[:1]
    return found.annotate(set_now=Subquery(of_law))


def of_producer(of: Producer) -> QuerySet[Product]:
    """A producer's products by name, each with the stars it holds as `products` tells; one query."""
    return products().filter(producer=of)


def product(id: UUID | str) -> Product:
    """One product with its producer and the stars it holds. Raises Refused (`no_product`)."""
    found = products().filter(id=id).first()
    if found is None:
        raise Refused(
            "no_product",
            where=str(id),
            vi="không có sản phẩm này; có thể đường dẫn đã cũ",
            en="there is no such product; the address may be an old one",
        )
    return found


def star_history(of: Product) -> QuerySet[StarRecord]:
    """Every recognition known of a product, latest first."""
    return StarRecord.objects.filter(product=of).order_by(*LATEST)


def groups_of(of: Product) -> dict[str, ProductGroup]:
    """The criteria set of each generation a product is known to belong to."""
    return {row.instrument: row for row in ProductGroup.objects.filter(product=of)}


def expiring(on: date, *, within: int = 90, wanted: Wanted | None = None) -> QuerySet[Product]:
    """Products whose latest record ends on `on` or within so many days after it, soonest first."""
    ends: dict[str, object] = {"expires_now__range": (on, on + timedelta(days=within))}
    order = ("expires_now", "sort_key", "id")
    return products(wanted).filter(**ends).order_by(*order)


def known_products(province: str) -> Iterator[KnownProduct]:
    """Every product of a province for matching."""
    rows = Product.objects.filter(province_code=province).values_list("id", "producer", "plain_key", "name", "code")
    return (KnownProduct(*row) for row in rows.iterator(AT_ONCE))
