"""Reading products: lists with the stars they hold, their recognitions over the years, and those soon to end.

Owns filters, order, and which record is the latest: by year, then day, then place in the sequence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from ocop.domain.registry.models import Product, ProductGroup, StarRecord
from ocop.kit.text import search_key
from ocop.rules.intake.stars import StarClaim
from ocop.rules.refused import Refused

AT_ONCE = 2_000
Claim = tuple[int | None, int | None, date | None, str]
"""Stars, year, day and decision: what makes two recognitions of a product the same."""
LATEST = (F("year").desc(nulls_last=True), F("recognised_on").desc(nulls_last=True), F("sequence").desc())


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which products of a list; empty means any. `set_number` is of `instrument`, `words` of any name or the code."""

    province: str = ""
    units: tuple[UUID, ...] = ()
    stars: int | None = None
    instrument: str = ""
    set_number: int | None = None
    words: str = ""
    demonstration: bool | None = None


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


def products(wanted: Wanted | None = None) -> QuerySet[Product]:
    """The products wanted, by name, with producer and unit, and the latest record as `stars_now` and `expires_now`."""
    asked = wanted or Wanted()
    latest = StarRecord.objects.filter(product=OuterRef("pk"), stars__isnull=False).order_by(*LATEST)
    found = Product.objects.select_related("producer", "producer__unit").annotate(
        stars_now=Subquery(latest.values("stars")[:1]),
        expires_now=Subquery(latest.values("expires_on")[:1]),
        year_now=Subquery(latest.values("year")[:1]),
    )
    for column, value in (
        ("province_code", asked.province or None),
        ("stars_now", asked.stars),
        ("demonstration", asked.demonstration),
    ):
        if value is not None:
            found = found.filter(**{column: value})
    if asked.units:
        found = found.filter(producer__unit__in=asked.units)
    if asked.set_number is not None:
        of_set = ProductGroup.objects.filter(instrument=asked.instrument, set_number=asked.set_number)
        found = found.filter(id__in=of_set.values("product"))
    if typed := search_key(asked.words):
        found = found.filter(
            Q(search_key__contains=typed) | Q(producer__search_key__contains=typed) | Q(code=asked.words.strip())
        )
    return found.order_by("sort_key", "id")


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


def expiring(on: date, *, within: int = 90, wanted: Wanted | None = None) -> QuerySet[Product]:
    """Products whose latest record ends on `on` or within so many days after it, soonest first."""
    ends: dict[str, object] = {"expires_now__range": (on, on + timedelta(days=within))}
    order = ("expires_now", "sort_key", "id")
    return products(wanted).filter(**ends).order_by(*order)


def known_products(province: str) -> Iterator[KnownProduct]:
    """Every product of a province for matching."""
    rows = Product.objects.filter(province_code=province).values_list("id", "producer", "plain_key", "name", "code")
    return (KnownProduct(*row) for row in rows.iterator(AT_ONCE))
