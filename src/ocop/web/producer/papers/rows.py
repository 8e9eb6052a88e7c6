"""A paper ready to be drawn, as a card of a list or at the head of its own page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from ocop.domain.evidence.queries.papers import Paper, Product
from ocop.domain.evidence.queries.served import served_by
from ocop.web.producer.papers.wording import Reading, kind_name, reading


@dataclass(frozen=True, slots=True)
class Row:
    """A paper in words. `left`: days until the last day it is good for; `producer`: named in lists across producers."""

    paper: Paper
    kind: str
    left: int | None
    reading: Reading | None
    preview: str
    products: tuple[str, ...] = ()
    producer: str = ""

    @property
    def is_withdrawn(self) -> bool:
        """Is it kept, but no longer offered?"""
        return not self.paper.is_offered


def rows_of(papers: Iterable[Paper], today: date, *, with_producer: bool = False) -> list[Row]:
    """Some papers as rows; one query for the products of all of them."""
    found = list(papers)
    served = served_by(found)
    return [row_of(one, today, served.get(one.id, ()), with_producer=with_producer) for one in found]


def row_of(paper: Paper, today: date, products: Iterable[Product] = (), *, with_producer: bool = False) -> Row:
    """One paper as a row."""
    return Row(
        paper,
        kind_name(paper.kind),
        (paper.expires_on - today).days if paper.expires_on else None,
        reading(state_of(paper)),
        reverse("papers:sheet", args=[paper.id, 1]) + "?nho",
        tuple(one.name for one in products),
        paper.producer.name if with_producer else "",
    )


def state_of(paper: Paper) -> str:
    """How far the words of its file are read; "" where nobody asked for them."""
    text = getattr(paper.file, "text", None)
    return text.state if text else ""
