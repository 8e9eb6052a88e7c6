"""Reading survey sheets: lists as pages show them, counts by group and kind, one with everything around it.

Owns filters and order. Search ignores accents; the maker is searched only for who may see households.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ocop.domain.registry.models import Producer, Product
from ocop.domain.survey.fields import KINDS, WITHDRAWN, group_words
from ocop.domain.survey.models import SurveySheet
from ocop.kit.text import search_key
from ocop.rules.refused import Refused

ORDERS = {"name": ("sort_key", "id"), "newest": ("-origin_on", "-id"), "group": ("group", "sort_key", "id")}
MOST_OFFERED = 200  # producers or products of a commune in a box


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets of a list; empty means any, but withdrawn ones only when asked for. `units` are ids of today."""

    province: str = ""
    units: tuple[UUID, ...] = ()
    kind: str = ""
    group: str = ""
    state: str = ""
    readiness: str = ""
    words: str = ""
    order: str = "name"


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many sheets a group has, of each kind."""

    group: str
    kinds: Mapping[str, int]

    @property
    def whole(self) -> int:
        """All kinds together."""
        return sum(self.kinds.values())


def sheets(wanted: Wanted) -> QuerySet[SurveySheet]:
    """The sheets wanted, with their unit, in the order wanted."""
    found = _within(wanted).select_related("unit", "origin_unit")
    for column in ("kind", "group", "readiness"):
        if value := getattr(wanted, column):
            found = found.filter(**{column: value})
    found = found.filter(state=wanted.state) if wanted.state else found.exclude(state=WITHDRAWN)
    if typed := search_key(wanted.words):
        found = found.filter(search_key__contains=typed)
    return found.order_by(*ORDERS[wanted.order])


def counts(wanted: Wanted) -> list[GroupCount]:
    """For each of the six groups, in the law's order, how many sheets of each kind; withdrawn ones are not counted."""
    rows = _within(wanted).exclude(state=WITHDRAWN).values_list("group", "kind").annotate(n=Count("id"))
    found = {(group, kind): n for group, kind, n in rows}
    return [
        GroupCount(group, {kind: found.get((group, kind), 0) for kind in KINDS}) for group in group_words()
    ]  # fmt: skip


def sheet(id: UUID | str) -> SurveySheet:
    """One sheet with its units and what it became. Raises Refused (`no_sheet`)."""
    found = SurveySheet.objects.select_related("unit", "origin_unit", "producer", "product").filter(id=id).first()
    if found is None:
        raise Refused(
            "no_sheet",
            where=str(id),
            vi="Không có phiếu này; có thể đường dẫn đã cũ.",
            en="There is no such sheet; the address may be an old one.",
        )
    return found


def producers_there(of: SurveySheet) -> QuerySet[Producer]:
    """The producers of the register in the sheet's commune, by name."""
    return Producer.objects.filter(unit=of.unit).order_by("sort_key", "id")[:MOST_OFFERED]


def products_there(of: SurveySheet) -> QuerySet[Product]:
    """The products of the register made in the sheet's commune, by name."""
    found = Product.objects.filter(producer__unit=of.unit).select_related("producer")
    return found.order_by("sort_key", "id")[:MOST_OFFERED]


def _within(wanted: Wanted) -> QuerySet[SurveySheet]:
    where = Q()
    if wanted.province:
        where &= Q(province_code=wanted.province)
    if wanted.units:
        where &= Q(unit__in=wanted.units)
    return SurveySheet.objects.filter(where)
