"""The passage from the units of one day to those of another, forward or back.

Owns following ground through every change in between, at any level. Which figures travel along it is `regroup`'s.

Forward, a commune that was divided may be found in any of its heirs. Back, a commune that was merged from several may
come from any of them; but one that is only a part of a single older commune lies in that one for certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from ocop.rules.units.gazetteer import Gazetteer, UnitsOfDay
from ocop.rules.units.shapes import Level

Ways = dict[str, tuple[str, ...]]
"""Leaf of one day -> the leaves of the other that share its ground."""


@dataclass(frozen=True, eq=False)
class Passage:
    """Two days, and for every leaf of the first the leaves of the second it may lie in."""

    start: UnitsOfDay
    end: UnitsOfDay
    ways: Ways = field(repr=False)
    _plans: dict[Level, Ways] = field(default_factory=dict, repr=False)
    _certain: dict[Level, dict[str, str]] = field(default_factory=dict, repr=False)

    def found_in(self, code: str, level: Level) -> tuple[str, ...]:
        """The units of `level` on the second day that hold ground of `code`; one, when it is certain where it went."""
        ends = {end for leaf in self.start.leaves(code) for end in self.ways[leaf]}
        return tuple(sorted({self.end.above(end, level) for end in ends}))

    def plan(self, level: Level) -> Ways:
        """`found_in` for every unit of the first day, worked out once."""
        if level not in self._plans:
            self._plans[level] = {code: self.found_in(code, level) for code in self.start.units}
        return self._plans[level]

    def certain(self, level: Level) -> dict[str, str]:
        """Of that plan, the units whose whole ground went to one: code -> code."""
        if level not in self._certain:
            plan = self.plan(level)
            self._certain[level] = {code: targets[0] for code, targets in plan.items() if len(targets) == 1}
        return self._certain[level]


def passage(gazetteer: Gazetteer, from_day: date, to_day: date) -> Passage:
    """From the units of `from_day` to those of `to_day`. Raises Refused for a day without units."""
    start, end = gazetteer.on(from_day), gazetteer.on(to_day)
    return _between(gazetteer, start, end)


@cache
def _between(gazetteer: Gazetteer, start: UnitsOfDay, end: UnitsOfDay) -> Passage:
    if start.day <= end.day:
        return Passage(start, end, _forward(gazetteer, start, end))
    return Passage(start, end, _turned(_forward(gazetteer, end, start)))


def _forward(gazetteer: Gazetteer, start: UnitsOfDay, end: UnitsOfDay) -> Ways:
    ways: Ways = {code: (code,) for code in start.units if code not in start.children}
    for change in gazetteer.changes:
        if start.day < change.on <= end.day:
            ways = {
                leaf: _once(heir for stop in stops for heir in change.heirs.get(stop, (stop,)))
                for leaf, stops in ways.items()
            }
    return ways


def _turned(ways: Ways) -> Ways:
    back: dict[str, list[str]] = {}
    for leaf, ends in ways.items():
        for end in ends:
            back.setdefault(end, []).append(leaf)
    return {end: tuple(leaves) for end, leaves in back.items()}


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
