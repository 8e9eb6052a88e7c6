"""Which set became which: the family tree of sets through the generations, each with where it leads.

The succession itself is `ocop.rules.lawbook.classification`'s; putting two sets side by side is `comparing`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from ocop.rules.lawbook import book, classification
from ocop.web.public.law.addresses import compare_href, set_href

Place = tuple[str, int]


@dataclass(frozen=True)
class Relative:
    """A set in the family tree: where it leads, and whether that is a comparison with the newest set."""

    number: int
    name: str
    href: str
    compares: bool


@dataclass(frozen=True)
class Succession:
    """One line of the family tree: the sets of each generation, newest first, and what happened."""

    columns: tuple[tuple[str, tuple[Relative, ...]], ...]
    change: str


def related(instrument: str, number: int, other: str) -> tuple[Place, ...]:
    return tuple((other, related) for related in classification.related_sets(instrument, number, other))


def has_text(one: Place) -> bool:
    return not book.find_set(*one).missing_because


def family() -> list[Succession]:
    """Every set of the newest generation with its forebears, then the sets that ended."""
    newest = book.GENERATIONS[0]
    lines = [_line(newest, row.now, row.change) for row in classification.successions()]
    return lines + [_line(ended.instrument, ended.set, ended.change) for ended in classification.endings()]


def _line(instrument: str, number: int, change: str) -> Succession:
    here = (instrument, number)
    places = {other: related(*here, other) or _itself(*here, other) for other in book.GENERATIONS}
    columns = ((other, tuple(_relative(one, here) for one in found)) for other, found in places.items())
    return Succession(tuple(columns), change)


def _itself(instrument: str, number: int, other: str) -> tuple[Place, ...]:
    """A set that ended is in no line of succession but its own."""
    return ((instrument, number),) if instrument == other else ()


def _relative(one: Place, newest: Place) -> Relative:
    compares = one != newest and has_text(one)
    href = compare_href(one, newest) if compares else set_href(*one)
    return Relative(one[1], book.find_set(*one).name, href, compares)
