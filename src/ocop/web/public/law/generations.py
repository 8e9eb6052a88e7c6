"""The generations of criteria as pages show them: when they hold, how many sets, what the groups of products are.

Owns the list of generations and the classification tree; one whole set is `sheet`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby

from ocop.rules.dates import Period
from ocop.rules.lawbook import bands, book, classification, lookup
from ocop.rules.lawbook.book import Instrument
from ocop.rules.lawbook.classification import Example, Group
from ocop.rules.lawbook.shapes import CriteriaSet
from ocop.web.public.law.addresses import set_href

MOST_EXAMPLES = 4


@dataclass(frozen=True)
class Generation:
    """One decision with criteria sets; `filed` are the filing days it governs. `sets` counts those whose text is here;
    `missing` are printed in the decision, but their text was never found."""

    instrument: str
    register: Instrument
    filed: Period
    sets: int
    missing: tuple[CriteriaSet, ...]
    parts: tuple[int, ...]

    @property
    def filed_last(self) -> date | None:
        """The last filing day it governs; None while it goes on."""
        return self.filed.until - timedelta(days=1) if self.filed.until else None

    def governs(self, day: date) -> bool:
        """True when a dossier filed on `day` is scored by it."""
        return day in self.filed


@dataclass(frozen=True)
class Leaf:
    """A product group and where its criteria are; `missing` when their text was never found."""

    group: Group
    href: str
    missing: bool
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Branch:
    """Product groups under one heading of the classification."""

    name: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class Industry:
    """The widest heading of the classification."""

    name: str
    branches: tuple[Branch, ...]


@cache
def all_generations() -> tuple[Generation, ...]:
    """Newest first."""
    return tuple(of(instrument) for instrument in book.GENERATIONS)


@cache
def of(instrument: str) -> Generation:
    """The generation of one instrument."""
    regimes = [regime.filed for regime in lookup.regimes() if regime.criteria == instrument]
    sets = [book.find_set(instrument, number) for number in book.set_numbers(instrument)]
    missing = tuple(one for one in sets if one.missing_because)
    parts = tuple(part.max for part in next(one for one in sets if one.nodes).parts)
    period = Period(regimes[0].start, regimes[-1].until)
    return Generation(instrument, book.instruments()[instrument], period, len(sets) - len(missing), missing, parts)


@cache
def tree(instrument: str) -> tuple[Industry, ...]:
    """The classification, as printed: industries, their groups, the product groups with their sets."""
    groups = classification.groups(instrument)
    return tuple(
        Industry(name, tuple(_branches(instrument, list(members))))
        for name, members in groupby(groups, key=lambda group: group.industry)
    )


def _branches(instrument: str, groups: list[Group]) -> list[Branch]:
    by_name = groupby(groups, key=lambda group: group.group)
    return [Branch(name, tuple(_leaf(instrument, group) for group in members)) for name, members in by_name]


def _leaf(instrument: str, group: Group) -> Leaf:
    missing = bool(book.find_set(instrument, group.set).missing_because)
    examples = classification.examples(instrument, group.set)
    return Leaf(group, set_href(instrument, group.set), missing, examples[:MOST_EXAMPLES])


def bands_of(instrument: str) -> bands.Bands:
    """The star bands of a generation."""
    return bands.bands_of(instrument)
