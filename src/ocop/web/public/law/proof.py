"""What proves what: the evidence kinds with the criteria each serves, and the commune's findings with theirs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ocop.rules.lawbook import book, classification
from ocop.rules.lawbook.classification import EvidenceKind, Finding
from ocop.rules.lawbook.shapes import Criterion
from ocop.web.base.navigation import Link
from ocop.web.public.law.addresses import set_href


@dataclass(frozen=True)
class Served:
    """A criterion name and the sets that have it: links worded with the set's number, titled with its name."""

    name: str
    places: tuple[Link, ...]


def served_by_kind(instrument: str) -> list[tuple[EvidenceKind, tuple[Served, ...]]]:
    """Every evidence kind with the criteria it serves in one generation."""
    return [(kind, served_by(instrument, kind.id)) for kind in classification.evidence_kinds().values()]


@cache
def served_by(instrument: str, kind: str) -> tuple[Served, ...]:
    """The criteria one evidence kind serves."""
    return _gathered(instrument, lambda leaf: kind in leaf.evidence)


@cache
def reported(instrument: str) -> tuple[tuple[Finding, tuple[Served, ...]], ...]:
    """The commune's findings with the criteria they concern."""
    return tuple(
        (finding, _gathered(instrument, lambda leaf, wanted=finding.id: leaf.finding == wanted))
        for finding in classification.findings().values()
    )


def _gathered(instrument: str, wanted) -> tuple[Served, ...]:
    """Criteria by name, in order of first appearance, each with its places."""
    places: dict[str, list[Link]] = {}
    for number in book.set_numbers(instrument):
        for leaf in book.find_set(instrument, number).leaves:
            if wanted(leaf):
                places.setdefault(leaf.name, []).append(_place(instrument, number, leaf))
    return tuple(Served(name, tuple(links)) for name, links in places.items())


def _place(instrument: str, number: int, leaf: Criterion) -> Link:
    return Link(set_href(instrument, number, leaf.code), str(number))
