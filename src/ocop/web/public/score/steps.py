"""The steps of marking: one screen at a time, so that nobody faces thirty criteria at once.

Owns how sections become steps: a section of several criteria is a step of its own; neighbouring sections of one or
two criteria share one. The sections themselves are the law's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import ceil

from ocop.rules.lawbook.shapes import CriteriaSet, Criterion

SMALL, MOST = 2, 7
"""A section of up to SMALL criteria is small; small ones share steps of up to about MOST criteria."""


@dataclass(frozen=True)
class Step:
    """Some neighbouring sections of one part; `code` is that of the first and names the step in an address."""

    number: int
    part: Criterion
    sections: tuple[Criterion, ...]
    leaves: tuple[Criterion, ...]

    @property
    def code(self) -> str:
        """The name of the step in an address."""
        return self.sections[0].code

    @property
    def shared(self) -> bool:
        """True when several small sections stand together."""
        return len(self.sections) > 1

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of its criteria."""
        return frozenset(leaf.code for leaf in self.leaves)

    @property
    def most(self) -> int:
        """The most points it can give."""
        return sum(section.max for section in self.sections)


def steps_of(criteria: CriteriaSet) -> tuple[Step, ...]:
    """The steps of a set, in printed order; every criterion is in exactly one."""
    runs: list[tuple[Criterion, ...]] = []
    for (_part, small), sections in groupby(criteria.sections, lambda one: (one.part, _is_small(one, criteria))):
        found = tuple(sections)
        runs += _shared(found, criteria) if small else [(section,) for section in found]
    return tuple(_step(number, sections, criteria) for number, sections in enumerate(runs, start=1))


def _is_small(section: Criterion, criteria: CriteriaSet) -> bool:
    return len(criteria.leaves_in(section.code)) <= SMALL


def _shared(sections: tuple[Criterion, ...], criteria: CriteriaSet) -> list[tuple[Criterion, ...]]:
    """Small neighbours in as few steps as hold them, evenly."""
    leaves = sum(len(criteria.leaves_in(section.code)) for section in sections)
    size = ceil(len(sections) / ceil(leaves / MOST))
    return [sections[at : at + size] for at in range(0, len(sections), size)]


def _step(number: int, sections: tuple[Criterion, ...], criteria: CriteriaSet) -> Step:
    leaves = tuple(leaf for section in sections for leaf in criteria.leaves_in(section.code))
    return Step(number, criteria.nodes[sections[0].part], sections, leaves)


def step_of(code: str, steps: tuple[Step, ...]) -> Step | None:
    """The step that holds a criterion, a section, or bears this name; None when there is none."""
    return next((step for step in steps if code in step.codes or any(one.code == code for one in step.sections)), None)
