"""Comparing generations: what the same marks would have given under another criteria set.

Owns carrying a dossier's marks over to another set (`carry`) and the two results that bound the answer (`compare`).
Matching criteria and options is `ocop.rules.lawbook.pairing`'s; it rests on names, so the answer is inferred, never
official. A mark with no counterpart is carried as its least and its greatest possible value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ocop.rules.lawbook.classification import related_sets
from ocop.rules.lawbook.council import CouncilRules
from ocop.rules.lawbook.pairing import option_pairs, pairs
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Option
from ocop.rules.refused import Refused
from ocop.rules.scoring.result import Result, score
from ocop.rules.scoring.sheets import Choices, Dossier, Sheet

Bound = Literal["least", "most"]


@dataclass(frozen=True)
class Comparison:
    """The least and the most that the marks would have given under `criteria`; `open_at` has no sure counterpart."""

    criteria: CriteriaSet
    least: Result
    most: Result
    open_at: tuple[str, ...]

    @property
    def certain(self) -> bool:
        """True when both bounds give the same star."""
        return self.least.stars == self.most.stars


def target_set(criteria: CriteriaSet, instrument: str) -> int:
    """The one set of `instrument` that this set became or came from. Raises Refused when there is none, or several."""
    found = related_sets(criteria.instrument, criteria.number, instrument)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(
            "no_counterpart",
            where="instrument",
            vi=f"{criteria.title} không có bộ tương ứng trong {instrument}",
            en=f"set {criteria.number} of {criteria.instrument} has no counterpart in {instrument}",
        )
    several = ", ".join(map(str, found))
    raise Refused(
        "several_counterparts",
        where="set",
        vi=f"{instrument} tách thành các bộ {several}; hãy chọn một bộ",
        en=f"{instrument} has sets {several} for it; choose one",
    )


def compare(dossier: Dossier, criteria: CriteriaSet, rules: CouncilRules | None = None) -> Comparison:
    """What `dossier` would have given under `criteria`, as the results of its least and its greatest reading."""
    least, most = (carry(dossier, criteria, bound) for bound in ("least", "most"))
    open_at = tuple(
        leaf.code
        for leaf in criteria.leaves
        if any(_points(leaf, low, leaf.code) != _points(leaf, high, leaf.code) for low, high in _sheets(least, most))
    )
    return Comparison(criteria, score(least, rules), score(most, rules), open_at)


def _sheets(least: Dossier, most: Dossier) -> list[tuple[Choices, Choices]]:
    return [(low.choices, high.choices) for low, high in zip(least.sheets, most.sheets, strict=True)]


def _points(leaf: Criterion, choices: Choices, code: str) -> int | None:
    number = choices.get(code)
    option = None if number is None else leaf.option(number)
    return option.points if option else None


def carry(dossier: Dossier, criteria: CriteriaSet, bound: Bound) -> Dossier:
    """The dossier with its marks carried over to `criteria`; what people declared at a criterion is not carried."""
    rows = readings(dossier.criteria, criteria, bound)
    sheets = (Sheet(sheet.member, _carried(sheet.choices, rows)) for sheet in dossier.sheets)
    return replace(carried_gates(dossier), criteria=criteria, sheets=tuple(sheets))


def carried_gates(dossier: Dossier) -> Dossier:
    """The dossier with the gates of the whole dossier only; those printed at a criterion belong to their set."""
    return replace(dossier, gates=tuple(gate for gate in dossier.gates if not gate.criterion))


def _carried(choices: Choices, rows: tuple[Reading, ...]) -> dict[str, int | None]:
    carried: dict[str, int | None] = {}
    for row in rows:
        if row.source is None:
            carried[row.code] = row.alone
        elif row.source in choices:
            number = choices[row.source]
            carried[row.code] = None if number is None else row.marks[number]
    return carried


@dataclass(frozen=True, slots=True)
class Reading:
    """How the mark of one criterion is found: from the old criterion `source`, by option number; or always `alone`.

    A mark is an option number, or None where no option has a counterpart (0 points).
    """

    code: str
    source: str | None
    marks: Mapping[int, int | None]
    alone: int | None = None


@cache
def readings(before: CriteriaSet, after: CriteriaSet, bound: Bound) -> tuple[Reading, ...]:
    """One reading for each leaf of `after`, in printed order."""
    was = {pair.after.code: pair.before for pair in pairs(before, after) if pair.after}
    return tuple(_reading(leaf, was[leaf.code], bound) for leaf in after.leaves)


def _reading(leaf: Criterion, old: Criterion | None, bound: Bound) -> Reading:
    if old is None:
        return Reading(leaf.code, None, {}, None if bound == "least" else _best(leaf.options))
    return Reading(
        leaf.code, old.code, {option.number: _counterpart(option, old, leaf, bound) for option in old.options}
    )


def _counterpart(marked: Option, old: Criterion, new: Criterion, bound: Bound) -> int | None:
    """The option of `new` for an option of `old`: its own counterpart, else the nearest known on the bound's side."""
    known = [(before, after) for before, after in option_pairs(old, new) if before and after]
    exact = next((after for before, after in known if before == marked), None)
    if exact is not None:
        return exact.number
    if bound == "least":
        below = [after for before, after in known if before.points <= marked.points]
        return _best(below) if below else None
    above = [after for before, after in known if before.points >= marked.points]
    return min(above, key=lambda option: option.points).number if above else _best(new.options)


def _best(options: tuple[Option, ...] | list[Option]) -> int:
    return max(options, key=lambda option: option.points).number
