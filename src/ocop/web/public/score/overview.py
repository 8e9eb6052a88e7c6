"""The whole sheet on one page, for checking and for printing: every criterion, what was marked, what it gives.

Owns the rows and their sums as texts. The result beside them is `panel`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from ocop.rules.lawbook.council import default_rules, floors_of
from ocop.rules.lawbook.shapes import Criterion
from ocop.rules.scoring.points import points_of, story_exists
from ocop.web.base.figures import points_text
from ocop.web.public.law.wording import plain
from ocop.web.public.score.addresses import step_href
from ocop.web.public.score.cards import NO_OPTION_WORDS, NOT_MET_WORDS
from ocop.web.public.score.state import State, gates_of
from ocop.web.public.score.steps import step_of, steps_of


@dataclass(frozen=True)
class Row:
    """One criterion: `mark` is the option chosen ("" when not yet marked); `missed` are the stars it bars."""

    href: str
    number: str
    name: str
    mark: str
    points: str
    most: str
    missed: tuple[int, ...]
    counted: bool


@dataclass(frozen=True)
class Section:
    """The criteria of one section, under its name; a section that is a criterion itself has no name of its own."""

    name: str
    points: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PartTable:
    """One part of the sheet with its sum."""

    letter: str
    name: str
    points: str
    most: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Overview:
    """All parts, and the gates that were declared."""

    parts: tuple[PartTable, ...]
    gates: tuple[str, ...]


def overview_of(state: State) -> Overview:
    """The sheet as it stands."""
    known = gates_of(state.criteria)
    return Overview(
        parts=tuple(_part(part, state) for part in state.criteria.parts),
        gates=tuple(plain(known[number - 1].text) for number in state.gates),
    )


def _part(part: Criterion, state: State) -> PartTable:
    inside = tuple(section for section in state.criteria.sections if section.part == part.code)
    return PartTable(
        part.code, plain(part.name), _sum(part, state), str(part.max), tuple(_section(one, state) for one in inside)
    )


def _section(section: Criterion, state: State) -> Section:
    name = "" if section.is_leaf else f"{section.official_number} {plain(section.name)}"
    rows = tuple(_row(leaf, state) for leaf in state.criteria.leaves_in(section.code))
    return Section(name, f"{_sum(section, state)} / {section.max}", rows)


def _sum(node: Criterion, state: State) -> str:
    leaves = state.criteria.leaves_in(node.code)
    return points_text(sum(points_of(leaf, state.choices) for leaf in leaves))


def _row(leaf: Criterion, state: State) -> Row:
    points = points_of(leaf, state.choices)
    step = step_of(leaf.code, steps_of(state.criteria))
    marked = leaf.code in state.choices
    return Row(
        href=step_href(state, step.code if step else leaf.section, f"c-{leaf.code}"),
        number=leaf.official_number,
        name=plain(leaf.name),
        mark=_mark(leaf, state) if marked else "",
        points=points_text(points) if marked else "–",
        most=str(leaf.max),
        missed=tuple(star for star, need in floors_of(leaf, default_rules()).items() if marked and points < need),
        counted=story_exists(leaf, state.choices),
    )


def _mark(leaf: Criterion, state: State) -> str:
    number = state.choices[leaf.code]
    option = None if number is None else leaf.option(number)
    if option is None:
        return str(NOT_MET_WORDS if leaf.yes_no else NO_OPTION_WORDS)
    return plain(option.label)
