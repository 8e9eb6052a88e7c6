"""Shapes of administrative units: code tables, units as they were for a while, and changes from one day to the next.

Owns frozen objects. A code is a unit within its table (`system`): 00004 is the ward of Trúc Bạch in the table of
124/2004 and the ward of Ba Đình in that of 19/2025, so a code means nothing without a day or a system beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ocop.rules.dates import Period

Level = Literal["province", "district", "commune"]
CODE_LENGTHS: dict[Level, int] = {"province": 2, "district": 3, "commune": 5}
LEVEL_NAMES: dict[Level, str] = {"province": "tỉnh", "district": "huyện", "commune": "xã"}


@dataclass(frozen=True, slots=True)
class System:
    """A table of codes, in use over `valid`. For days before `known_on` its units are those of that day, inferred."""

    id: str
    valid: Period
    known_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was over `valid`: kind, name and parent may have been others before and after; the code not.

    `code` is text with its zeros; `parent` is the code above it in the same system, "" for a province. `sure` is False
    where the data is inferred.
    """

    system: str
    code: str
    level: Level
    kind: str
    name: str
    parent: str
    valid: Period
    sure: bool = True

    @property
    def title(self) -> str:
        """Kind and name as people say it: "Xã Ba Chẽ"; a name that is a number keeps its place: "Phường 1"."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to units on a day: `heirs` gives every unit that gave ground to others, and to whom.

    A unit that is not in `heirs` goes on under its code. One that keeps its code and gives part of its ground away is
    in `heirs` with itself among its heirs.
    """

    on: date
    title: str
    heirs: dict[str, tuple[str, ...]]
