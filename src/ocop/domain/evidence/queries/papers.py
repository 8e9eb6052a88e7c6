"""Reading papers: of a producer, for a product or criterion, by words in them, and those soon to expire.

Owns filters and order. Withdrawn papers come only when asked for; who may read is asked of the policies before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from ocop.domain.evidence.models import Paper
from ocop.domain.registry.models import Producer, Product
from ocop.kit.ids import is_id
from ocop.kit.text import search_key
from ocop.rules.lawbook.classification import EvidenceKind, evidence_kinds
from ocop.rules.refused import Refused


@dataclass(frozen=True, slots=True, order=True)
class Criterion:
    """A criterion of a set: "26/2026/QĐ-TTg", 7, "A.1.1"."""

    instrument: str
    set_number: int
    code: str

    def __str__(self) -> str:
        return f"{self.instrument} {self.set_number} {self.code}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which papers; empty means any. `words` are looked for in what is written about a paper and in its pages."""

    kind: str = ""
    words: str = ""
    product: UUID | None = None
    withdrawn: bool = False


def kinds() -> dict[str, EvidenceKind]:
    """The kinds of evidence of the law, by code, in printed order."""
    return evidence_kinds()


def papers_of(producer: Producer, wanted: Wanted | None = None) -> QuerySet[Paper]:
    """A producer's papers by title, each with its file and how far its words are read."""
    asked = wanted or Wanted()
    found = _papers().filter(producer=producer, withdrawn_at__isnull=not asked.withdrawn)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.product:
        found = found.filter(product_links__product=asked.product)
    for word in search_key(asked.words).split():
        found = found.filter(Q(search_key__contains=word) | Q(file__text__search_key__contains=word))
    return found.order_by("sort_key", "id")


def papers_for(product: Product, *, kind: str = "") -> QuerySet[Paper]:
    """The papers on offer that serve a product."""
    return papers_of(product.producer, Wanted(kind=kind, product=product.id))


def papers_for_criterion(product: Product, criterion: Criterion) -> QuerySet[Paper]:
    """The papers on offer that serve a product and were said to prove this criterion."""
    return papers_for(product).filter(
        criterion_links__instrument=criterion.instrument,
        criterion_links__set_number=criterion.set_number,
        criterion_links__code=criterion.code,
    )


def expiring(
    on: date,
    *,
    within: int | None = None,
    province: str = "",
    units: Iterable[UUID] = (),
    producer: Producer | None = None,
) -> QuerySet[Paper]:
    """Papers on offer that are no longer good on `on`, or will not be within so many days; soonest first.

    `within` is the site's OCOP_PAPER_WARNING_DAYS when not given; expired ones stay until renewed or withdrawn.
    """
    days = settings.PAPER_WARNING_DAYS if within is None else within
    found = _papers().filter(withdrawn_at__isnull=True, expires_on__lte=on + timedelta(days=days))
    if province:
        found = found.filter(province_code=province)
    if wanted := tuple(units):
        found = found.filter(producer__unit__in=wanted)
    if producer is not None:
        found = found.filter(producer=producer)
    return found.select_related("producer__unit").order_by("expires_on", "sort_key", "id")


def paper(id: UUID | str) -> Paper:
    """One paper with its producer and file. Raises Refused (`no_paper`)."""
    found = _papers().select_related("producer__unit", "preview").filter(id=id).first() if is_id(id) else None
    if found is None:
        raise Refused(
            "no_paper",
            where=str(id),
            vi="không có giấy tờ này; có thể đường dẫn đã cũ",
            en="there is no such paper; the address may be an old one",
        )
    return found


def products_served(paper: Paper) -> QuerySet[Product]:
    """The products a paper serves, by name."""
    return Product.objects.filter(paper_links__paper=paper).order_by("sort_key", "id")


def criteria_served(paper: Paper) -> list[Criterion]:
    """The criteria a paper was said to prove."""
    rows = paper.criterion_links.values_list("instrument", "set_number", "code")
    return sorted(Criterion(*row) for row in rows)


def _papers() -> QuerySet[Paper]:
    return Paper.objects.select_related("producer", "file", "file__text").defer(
        "file__text__words", "file__text__search_key"
    )
