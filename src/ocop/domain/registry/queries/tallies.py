"""How much there is: products by star and by whether it still holds, producers, those without a commune; by unit.

Owns counting. A tally of a province is counted by commune, one of the nation by province; three queries each, however
many records there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, Q, Value, When

from ocop.domain.registry.models import Producer
from ocop.domain.registry.queries.producers import Wanted as WantedProducers
from ocop.domain.registry.queries.producers import producers
from ocop.domain.registry.queries.products import ENDING, EXPIRED, SOON, UNTOLD, VALID, Wanted, products

BY_UNIT, BY_PROVINCE = "producer__unit", "province_code"


@dataclass(slots=True)
class Tally:
    """Products by star (None: not told) and by how it lasts (see `products.LASTING`; `valid` without `ending` ones)."""

    stars: Counter[int | None] = field(default_factory=Counter)
    lasting: Counter[str] = field(default_factory=Counter)
    producers: int = 0
    unplaced: int = 0

    @property
    def products(self) -> int:
        """All of them."""
        return sum(self.stars.values())

    @property
    def valid(self) -> int:
        """Those whose star holds on the day, as told."""
        return self.lasting[VALID] + self.lasting[ENDING]

    @property
    def five(self) -> int:
        """Products of five stars."""
        return self.stars[5]

    @property
    def four(self) -> int:
        """Products of four stars."""
        return self.stars[4]

    @property
    def three(self) -> int:
        """Products of three stars."""
        return self.stars[3]

    @property
    def by_star(self) -> list[tuple[int, int]]:
        """Stars (0: not told) and how many products have them."""
        return [(stars, self.stars[stars or None]) for stars in (5, 4, 3, 0)]

    def __add__(self, other: Tally) -> Tally:
        """Two units together."""
        return Tally(
            self.stars + other.stars, self.lasting + other.lasting, self.producers + other.producers,
            self.unplaced + other.unplaced,
        )  # fmt: skip


def tallies(wanted: Wanted, by: str) -> dict[Any, Tally]:
    """A tally for each unit (its id) or province (its code) that has anything; `wanted.on` is the day asked about."""
    found: dict[Any, Tally] = {}
    assert wanted.on is not None
    ends = "expires_now"
    bucket = Case(
        When(**{f"{ends}__isnull": True}, then=Value(UNTOLD)),
        When(**{f"{ends}__lt": wanted.on}, then=Value(EXPIRED)),
        When(**{f"{ends}__lte": wanted.on + timedelta(days=SOON)}, then=Value(ENDING)),
        default=Value(VALID),
        output_field=CharField(),
    )
    rows: Any = products(wanted).order_by().annotate(bucket=bucket).values_list(by, "stars_now", "bucket")
    for key, stars, lasting, count in rows.annotate(count=Count("id")):
        one = found.setdefault(key, Tally())
        one.stars[stars] += count
        one.lasting[lasting] += count
    for key, count, unplaced in _producers(wanted, by):
        one = found.setdefault(key, Tally())
        one.producers, one.unplaced = count, unplaced
    return found


def whole(parts: Iterable[Tally]) -> Tally:
    """Several units together."""
    return sum(parts, Tally())


def next_end(wanted: Wanted) -> date | None:
    """The first day, from `wanted.on` on, on which a star of these products ends."""
    assert wanted.on is not None
    found: Any = products(wanted)  # with columns mypy cannot see
    first = found.filter(expires_now__gte=wanted.on).order_by("expires_now").first()
    return first.expires_now if first else None


def points(province: str = "", units: tuple[Any, ...] = ()) -> list[Producer]:
    """The producers that have a place on the map, by name."""
    wanted = WantedProducers(province=province, units=units)
    return list(producers(wanted).filter(latitude__isnull=False))


def _producers(wanted: Wanted, by: str) -> Iterable[tuple[Any, int, int]]:
    found = Producer.objects.order_by()
    if wanted.province:
        found = found.filter(province_code=wanted.province)
    if wanted.units:
        found = found.filter(unit__in=wanted.units)
    key = by.removeprefix("producer__")
    return found.values_list(key).annotate(count=Count("id"), unplaced=Count("id", filter=Q(needs_placing=True)))
