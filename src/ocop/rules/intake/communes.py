"""Communes by name: a name typed today or years ago, found among the units of today and of every earlier day.

Owns the index of one province and the answer to one name. Which ground went where is `ocop.rules.units`'.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ocop.rules import units
from ocop.rules.intake.remarks import Choice
from ocop.rules.naming.likeness import likeness
from ocop.rules.naming.plain import words_of
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.reading import gazetteer
from ocop.rules.units.shapes import Unit

How = Literal["certain", "divided", "several", "old_or_new", "unknown", "province"]
_HEAD = re.compile(
    r"^(xa|x|phuong|p|thi tran|tt|dac khu|huyen|h|quan|q|thi xa|tx|thanh pho|tp|tinh|t)(?: |$)(?=.)",
)
_KINDS = {
    "x": "xa",
    "p": "phuong",
    "tt": "thi tran",
    "h": "huyen",
    "q": "quan",
    "tx": "thi xa",
    "tp": "thanh pho",
    "t": "tinh",
}
_ABOVE = frozenset(["huyen", "quan", "thi xa", "thanh pho", "tinh"])
_NEAREST, _NEAR = 3, 600


@dataclass(frozen=True, slots=True)
class Found:
    """What a name means. When `certain`: the unit `code` of the day `on`. Else `choices` to offer (codes of today)."""

    how: How
    code: str
    on: date
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    unit: Unit
    on: date
    district: str
    heirs: frozenset[str]


class Communes:
    """The communes of a province of `today`, by every name they or their forebears ever had."""

    def __init__(self, province: str, today: date, *, book: Gazetteer | None = None) -> None:
        """Index the province `province`, a code of `today`. Raises Refused when there is none."""
        self.book, self.today = book or gazetteer(), today
        self.province = units.unit(province, today, book=self.book)
        self._now: dict[str, list[_Named]] = {}
        self._then: dict[str, list[_Named]] = {}
        self._codes: dict[str, Unit] = {}
        self._found: dict[tuple[str, str], Found] = {}
        for unit in units.communes_of(province, today, book=self.book):
            self._codes[unit.code] = unit
            self._now.setdefault(_name(unit.name), []).append(_Named(unit, today, "", frozenset([unit.code])))
        seen = {(unit.system, unit.code, unit.title) for unit in self._codes.values()}
        for day in self._days():
            for unit, district in self._communes_on(day):
                if (unit.system, unit.code, unit.title) not in seen:
                    seen.add((unit.system, unit.code, unit.title))
                    heirs = units.successors(unit.code, day, today, "commune", book=self.book)
                    named = _Named(unit, day, district, frozenset(heir.code for heir in heirs))
                    self._then.setdefault(_name(unit.name), []).append(named)

    def title(self, code: str) -> str:
        """The name, with its kind, of a commune of today; of the province for anything else."""
        return self._codes.get(code, self.province).title

    def all(self) -> list[Choice]:
        """Every commune of today, to choose from."""
        return [Choice(code, unit.title) for code, unit in self._codes.items()]

    def find(self, text: str, district: str = "") -> Found:
        """What a commune's name means; `district` is that of its old one, when it is known.

        The name may come with its kind, shortened or not, and with district and province behind commas.
        """
        if (text, district) not in self._found:
            self._found[text, district] = self._find(text, district)
        return self._found[text, district]

    def _find(self, text: str, district: str) -> Found:
        first, *rest = [part.strip() for part in re.split(r"[,;(]| - ", text) if part.strip()] or [""]
        if first in self._codes:
            return Found("certain", first, self.today)
        kind, name = _parts(first)
        if _name(first) in self._now or _name(first) in self._then:
            kind, name = "", _name(first)  # Phương Độ and Quản Bạ begin like a kind
        if not name or kind in _ABOVE:
            return self._only("province", [])
        wanted_district = _district(district) or next(
            (_district(part) for part in rest if _parts(part)[0] != "tinh"), ""
        )
        now, then = self._now.get(name, []), self._then.get(name, [])
        if wanted_district:
            in_district = [named for named in then if named.district == wanted_district]
            now, then = ([], in_district) if in_district else (now, then)
        now, then = _closer(now, first, kind), _closer(then, first, kind)
        return self._answer(name, now, then)

    def _answer(self, name: str, now: list[_Named], then: list[_Named]) -> Found:
        heirs = sorted({code for named in (*now, *then) for code in named.heirs} & self._codes.keys())
        if not heirs:
            near = sorted(((likeness(name, other), other) for other in self._now), reverse=True)[:_NEAREST]
            return self._only(
                "unknown", [named.unit.code for score, other in near if score >= _NEAR for named in self._now[other]]
            )
        best = (now or then)[0]
        if len(heirs) == 1:
            return Found("certain", best.unit.code, best.on)
        if now and then:
            return self._only("old_or_new", heirs)
        return self._only("divided" if len(then) == 1 else "several", heirs)

    def _only(self, how: How, codes: list[str]) -> Found:
        """Nothing certain below the province."""
        choices = tuple(Choice(code, self._codes[code].title) for code in codes)
        return Found(how, self.province.code, self.today, choices)

    def _days(self) -> list[date]:
        """The last day of every earlier stretch of days, newest first."""
        first = min(system.valid.start for system in self.book.systems)
        borders = [day for day in self.book.borders if first < day <= self.today]
        return [day - timedelta(days=1) for day in reversed(borders)]

    def _communes_on(self, day: date) -> list[tuple[Unit, str]]:
        """The communes of `day` on the province's ground, with the plain name of their district."""
        before = units.forebears(self.province.code, self.today, day, "province", book=self.book)
        return [
            (unit, self._district_of(unit, day))
            for province in before
            for unit in units.communes_of(province.code, day, book=self.book)
        ]

    def _district_of(self, unit: Unit, day: date) -> str:
        try:
            return _name(units.ancestor(unit.code, "district", day, book=self.book).name)
        except Refused:
            return ""


def _name(text: str) -> str:
    return " ".join(words_of(text))


def _parts(text: str) -> tuple[str, str]:
    """Kind and plain name: "P. Hoà Bình" is ("phuong", "hoa binh"); a name without its kind has "".

    A number keeps its place: "Phường 1".
    """
    plain = _name(text)
    head = _HEAD.match(plain)
    if head is None:
        return "", plain
    return _KINDS.get(head[1], head[1]), plain[head.end() :]


def _district(text: str) -> str:
    kind, name = _parts(text)
    return "" if kind in ("tinh", "xa", "phuong") else name


def _closer(named: list[_Named], typed: str, kind: str) -> list[_Named]:
    """Of several units of one plain name, those of the kind told and, if marks were typed, those with these marks."""
    of_kind = [one for one in named if kind and _name(one.unit.kind) == kind] or named
    marked = unicodedata.normalize("NFC", typed).casefold()
    exact = [one for one in of_kind if marked.endswith(unicodedata.normalize("NFC", one.unit.name).casefold())]
    return exact or of_kind
