"""Where something recorded in a unit of one day lies today: the unit of then, that of now, and who must say.

Owns that one question; successions themselves are `ocop.rules.units`'.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ocop.domain.places.models import AdministrativeUnit
from ocop.rules import units
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.shapes import Unit


@dataclass(frozen=True, slots=True)
class Placing:
    """Units of then and now. `needs_placing`: only the province of today is certain; `candidates` are its communes."""

    origin: Unit
    origin_on: date
    unit: Unit
    placed_on: date
    province: Unit
    candidates: tuple[Unit, ...] = ()

    @property
    def needs_placing(self) -> bool:
        """Is the commune of today still to be chosen?"""
        return self.unit.level != "commune"


def placing_of(code: str, then: date, today: date, *, chosen: str = "", book: Gazetteer | None = None) -> Placing:
    """Where what lay in the unit `code` of day `then` lies on `today`; `chosen` is a person's word where several do.

    A unit above the communes is certain only as far as its province. Raises Refused: for a code that is none on `then`,
    or a choice that is none of the candidates.
    """
    origin = units.unit(code, then, book=book)
    first, last = min(then, today), max(then, today)
    heirs = units.successors(code, first, last, "commune", book=book) if then <= today else (origin,)
    if chosen or (origin.level == "commune" and len(heirs) == 1):
        unit = units.belongs(code, first, last, chosen, book=book) if then <= today else origin
    else:
        unit = _one(units.successors(code, first, last, "province", book=book), code)
    province = units.ancestor(unit.code, "province", last, book=book)
    return Placing(origin, then, unit, last, province, () if unit.level == "commune" else heirs)


def stored(unit: Unit) -> AdministrativeUnit:
    """The row of a unit. Raises Refused when the tables of places were not loaded."""
    found = AdministrativeUnit.objects.filter(system=unit.system, code=unit.code).first()
    if found is None:
        raise Refused(
            "no_unit",
            where=unit.code,
            vi="chưa nạp đơn vị hành chính; chạy `manage.py load_places`",
            en="the administrative units are not loaded; run `manage.py load_places`",
        )
    return found


def _one(provinces: tuple[Unit, ...], code: str) -> Unit:
    if len(provinces) != 1:
        raise Refused(
            "divided",
            where=code,
            vi="đơn vị này nay thuộc nhiều tỉnh; hãy chọn một xã",
            en="this unit lies in several provinces now; choose a commune",
        )
    return provinces[0]
