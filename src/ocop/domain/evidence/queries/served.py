"""What several papers serve, for lists; and the words read from one.

Owns these look-ups; which papers there are is `papers`'.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ocop.domain.evidence.models import Paper, PaperProduct, PaperText
from ocop.domain.registry.models import Product


def served_by(papers: Iterable[Paper]) -> dict[UUID, list[Product]]:
    """The products that each of some papers serves, by name; one query however many."""
    links = PaperProduct.objects.filter(paper__in=[paper.id for paper in papers]).select_related("product")
    found: dict[UUID, list[Product]] = {}
    for link in links.order_by("product__sort_key", "product_id"):
        found.setdefault(link.paper_id, []).append(link.product)
    return found


def words_of(paper: Paper) -> str:
    """Everything read from a paper; "" while nothing is."""
    return PaperText.objects.filter(file=paper.file_id).values_list("words", flat=True).first() or ""
