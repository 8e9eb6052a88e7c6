"""One whole criteria set as a page: parts, sections and criteria, each with what the law says beside it.

Gathers what stands apart in the data (corrections, faults of the source, evidence, findings) at the criterion it
concerns. What a score makes of them is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from ocop.rules.lawbook import book, classification
from ocop.rules.lawbook.classification import EvidenceKind, Example, Finding
from ocop.rules.lawbook.shapes import Correction, CriteriaSet, Criterion, Defect, Gate, Option
from ocop.web.base.navigation import Link
from ocop.web.public.law import generations
from ocop.web.public.law.addresses import compare_href, set_href


@dataclass(frozen=True)
class Level:
    """One option, and the correction of its points if they are not used as printed."""

    option: Option
    correction: Correction | None


@dataclass(frozen=True)
class Case:
    """The options of one case; `name` is empty where the criterion knows no cases."""

    name: str
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Row:
    """One criterion, or a heading above criteria, with everything said about it."""

    criterion: Criterion
    cases: tuple[Case, ...]
    evidence: tuple[EvidenceKind, ...]
    finding: Finding | None
    story: Criterion | None
    corrections: tuple[Correction, ...]
    defects: tuple[Defect, ...]


@dataclass(frozen=True)
class Section:
    """A section and the rows below it; a section that is itself marked has its options in `head`."""

    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Part:
    """Part A, B or C."""

    head: Row
    sections: tuple[Section, ...]

    @property
    def css(self) -> str:
        """The name of its colour."""
        return self.head.criterion.code.lower()


@dataclass(frozen=True)
class Sheet:
    """A set and what a reader needs around it."""

    criteria: CriteriaSet
    generation: generations.Generation
    parts: tuple[Part, ...]
    defects: tuple[Defect, ...]
    grounds: tuple[Gate, ...]
    examples: tuple[Example, ...]

    @property
    def marked(self) -> int:
        """How many criteria a member marks."""
        return len(self.criteria.leaves)


def sheet(instrument: str, number: int) -> Sheet:
    """The page of one set. Raises Refused when the instrument has no such set."""
    criteria = book.find_set(instrument, number)
    return Sheet(
        criteria=criteria,
        generation=generations.of(instrument),
        parts=tuple(_part(criteria, node) for node in criteria.parts),
        defects=tuple(defect for defect in criteria.defects if not defect.at),
        grounds=criteria.eliminated_if,
        examples=classification.examples(instrument, number),
    )


def try_href(page: Sheet, today: date) -> str:
    """Where one tries a score by this set: filed today, or on the last day an older decision governed."""
    day = page.generation.filed_last or today
    return reverse("public:score-begin", args=[day.isoformat(), page.criteria.number])


def kin(instrument: str, number: int) -> list[tuple[Link, Link]]:
    """The sets of the other generations it became or came from: (the set itself, both side by side)."""
    return [
        _kin_links(instrument, number, other, related)
        for other in book.GENERATIONS
        if other != instrument
        for related in classification.related_sets(instrument, number, other)
        if not book.find_set(other, related).missing_because
    ]


def _kin_links(instrument: str, number: int, other: str, related: int) -> tuple[Link, Link]:

    older, newer = ((other, related), (instrument, number))
    if book.GENERATIONS.index(other) < book.GENERATIONS.index(instrument):
        older, newer = newer, older
    name = book.find_set(other, related).name
    return Link(set_href(other, related), name), Link(compare_href(older, newer), other)


def _part(criteria: CriteriaSet, part: Criterion) -> Part:
    sections = (node for node in criteria.sections if node.part == part.code)
    return Part(_row(criteria, part), tuple(_section(criteria, node) for node in sections))


def _section(criteria: CriteriaSet, section: Criterion) -> Section:
    below = (node for node in criteria.nodes.values() if node.code.startswith(section.code + "."))
    return Section(_row(criteria, section), tuple(_row(criteria, node) for node in below))


def _row(criteria: CriteriaSet, node: Criterion) -> Row:
    here = [one for one in criteria.corrections if one.at == node.code]
    return Row(
        criterion=node,
        cases=_cases(node, here),
        evidence=tuple(classification.evidence_kinds()[kind] for kind in node.evidence),
        finding=classification.findings().get(node.finding),
        story=criteria.nodes[node.story.criterion] if node.story else None,
        corrections=tuple(one for one in here if one.option is None),
        defects=tuple(one for one in criteria.defects if one.at == node.code),
    )


def _cases(node: Criterion, corrections: Iterable[Correction]) -> tuple[Case, ...]:
    by_option = {one.option: one for one in corrections}
    names: tuple[tuple[str | None, str], ...] = node.cases or ((None, ""),)
    return tuple(
        Case(name, tuple(Level(one, by_option.get(one.number)) for one in node.options if one.case == case))
        for case, name in names
    )
