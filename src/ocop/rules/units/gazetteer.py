"""The gazetteer: every unit there ever was, and the units of one day.

Owns finding units by day and code, what lies under a unit and what above. The way from one day to another is
`passage`'s; where the rows come from is `reading`'s.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from ocop.rules.refused import Refused
from ocop.rules.units.shapes import CODE_LENGTHS, LEVEL_NAMES, Change, Level, System, Unit


@dataclass(frozen=True, eq=False)
class UnitsOfDay:
    """The units of one day, by code. `day` is the first of the stretch of days on which nothing changes."""

    day: date
    system: System
    units: dict[str, Unit] = field(repr=False)

    @cached_property
    def children(self) -> dict[str, tuple[str, ...]]:
        """Code -> codes right below it, in order of code; the provinces stand under ""."""
        found: dict[str, list[str]] = {}
        for code in sorted(self.units):
            found.setdefault(self.units[code].parent, []).append(code)
        return {code: tuple(codes) for code, codes in found.items()}

    @cached_property
    def levels(self) -> frozenset[Level]:
        """The levels there are."""
        return frozenset(unit.level for unit in self.units.values())

    def leaves(self, code: str) -> tuple[str, ...]:
        """The units at or under `code` with none below them: communes, and districts that have no communes."""
        below = self.children.get(code, ())
        return tuple(leaf for child in below for leaf in self.leaves(child)) if below else (code,)

    def above(self, code: str, level: Level) -> str:
        """The code at `level` that `code` lies in. A leaf that skips the level stands for itself at "commune".

        Raises Refused when there is none, such as a district since 1 July 2025.
        """
        unit = self.units[code]
        while unit.level != level:
            if not unit.parent:
                if level == "commune" and code not in self.children:
                    return code
                raise Refused(
                    "no_level",
                    where=code,
                    vi=f"{self.units[code].title} không thuộc đơn vị nào cấp {LEVEL_NAMES[level]} vào ngày này",
                    en=f"it lies in no unit of level {level} on this day",
                )
            unit = self.units[unit.parent]
        return unit.code


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All systems, all states of all units, all changes that moved ground. Compared by identity."""

    systems: tuple[System, ...]
    states: tuple[Unit, ...] = field(repr=False)
    changes: tuple[Change, ...] = field(repr=False)
    _days: dict[date, UnitsOfDay] = field(default_factory=dict, repr=False)

    @cached_property
    def borders(self) -> tuple[date, ...]:
        """The days on which anything begins or ends, in order."""
        periods = {system.valid for system in self.systems} | {unit.valid for unit in self.states}
        days = {period.start for period in periods} | {period.until for period in periods}
        days |= {change.on for change in self.changes}
        return tuple(sorted(day for day in days if day is not None))

    @cached_property
    def states_of(self) -> dict[str, tuple[Unit, ...]]:
        """Code -> its states in every system, oldest first."""
        found: dict[str, list[Unit]] = {}
        for unit in sorted(self.states, key=lambda unit: unit.valid.start):
            found.setdefault(unit.code, []).append(unit)
        return {code: tuple(states) for code, states in found.items()}

    def on(self, day: date) -> UnitsOfDay:
        """The units of `day`. Raises Refused for a day before the first table."""
        system = next((system for system in self.systems if day in system.valid), None)
        if system is None:
            first = min(system.valid.start for system in self.systems)
            raise Refused(
                "no_units_that_day",
                where=day.isoformat(),
                vi=f"chưa có bảng đơn vị hành chính cho ngày này; bảng đầu tiên từ {first:%d/%m/%Y}",
                en=f"there is no table of administrative units for this day; the first is from {first}",
            )
        start = self.borders[bisect_right(self.borders, day) - 1]
        if start not in self._days:
            units = {unit.code: unit for unit in self.states if start in unit.valid}
            self._days[start] = UnitsOfDay(start, system, units)
        return self._days[start]

    def before(self, day: date) -> UnitsOfDay:
        """The units of the day before `day`. Raises Refused when that is before the first table."""
        return self.on(day - timedelta(days=1))

    def unit(self, code: str, day: date) -> Unit:
        """The unit of this code on `day`. Raises Refused, and says when there was one."""
        found = self.on(day).units.get(code)
        if found is None:
            raise self.unknown(code, day)
        return found

    def unknown(self, code: str, day: date) -> Refused:
        """The refusal of a code that is none on `day`."""
        vi, en = f"ngày {day:%d/%m/%Y} không có đơn vị hành chính mã này", f"no administrative unit on {day}"
        states = self.states_of.get(code, ())
        if states:
            first, last = states[0], states[-1]
            vi += f"; mã này là {last.title}, từ {first.valid.start:%d/%m/%Y}"
            en += f"; this code was in use from {first.valid.start}"
            if last.valid.until is not None:
                vi += f" đến trước {last.valid.until:%d/%m/%Y}"
                en += f" until before {last.valid.until}"
        elif any(code.zfill(digits) in self.states_of for digits in CODE_LENGTHS.values()):
            vi += "; mã là chữ, phải đủ số 0 ở đầu"
            en += "; a code is text and keeps its leading zeros"
        return Refused("no_unit", where=code, vi=vi, en=en)
