"""Questions about units, each answered from the law's own gazetteer unless another is given.

Owns the functions that other strata call. A day is always an argument: units as of that day. Codes of every question
are those of its first day.
"""

from __future__ import annotations

from datetime import date

from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.passage import passage
from ocop.rules.units.reading import gazetteer
from ocop.rules.units.regroup import Figures, Regrouped, regrouped
from ocop.rules.units.shapes import Level, Unit


def units_on(day: date, level: Level | None = None, *, book: Gazetteer | None = None) -> tuple[Unit, ...]:
    """The units of `day` in order of code, of one level or of all. Raises Refused for a day without units.

    >>> len(units_on(date(2025, 6, 30), "province")), len(units_on(date(2025, 7, 1), "province"))
    (63, 34)
    """
    units = (book or gazetteer()).on(day).units
    return tuple(units[code] for code in sorted(units) if level in (None, units[code].level))


def unit(code: str, day: date, *, book: Gazetteer | None = None) -> Unit:
    """The unit of this code on `day`. Raises Refused when there is none, and says when there was.

    >>> unit("75", date(2026, 4, 29)).title, unit("75", date(2026, 4, 30)).title
    ('Tỉnh Đồng Nai', 'Thành phố Đồng Nai')
    """
    return (book or gazetteer()).unit(code, day)


def ancestor(code: str, level: Level, day: date, *, book: Gazetteer | None = None) -> Unit:
    """The unit of `level` that `code` lies in on `day`, itself when it is of that level. Raises Refused.

    >>> ancestor("00097", "province", date(2025, 7, 1)).title
    'Thành phố Hà Nội'
    """
    found = unit(code, day, book=book)
    units = (book or gazetteer()).on(day)
    return units.units[units.above(found.code, level)]


def communes_of(code: str, day: date, *, book: Gazetteer | None = None) -> tuple[Unit, ...]:
    """The communes at or under `code` on `day`; a district without communes stands for itself. Raises Refused.

    >>> [unit.title for unit in communes_of("755", date(2025, 6, 30))]
    ['Huyện Côn Đảo']
    """
    found = unit(code, day, book=book)
    units = (book or gazetteer()).on(day)
    return tuple(units.units[leaf] for leaf in units.leaves(found.code))


def successors(
    code: str, from_day: date, to_day: date, level: Level | None = None, *, book: Gazetteer | None = None
) -> tuple[Unit, ...]:
    """The units of `to_day`, not before `from_day`, that hold ground of the unit `code` of `from_day`.

    They are of `level`; unless said, of the unit's own level or, when that exists no more, communes. Raises Refused.

    >>> [unit.title for unit in successors("02", date(2025, 6, 30), date(2025, 7, 1))]
    ['Tỉnh Tuyên Quang']
    """
    _in_order(from_day, to_day)
    return _found_in(code, from_day, to_day, level, book)


def forebears(
    code: str, from_day: date, to_day: date, level: Level | None = None, *, book: Gazetteer | None = None
) -> tuple[Unit, ...]:
    """The units of `to_day`, not after `from_day`, from whose ground the unit `code` of `from_day` was made.

    Levels as in `successors`. Raises Refused.

    >>> [unit.title for unit in forebears("08", date(2025, 7, 1), date(2025, 6, 30))]
    ['Tỉnh Hà Giang', 'Tỉnh Tuyên Quang']
    """
    _in_order(to_day, from_day)
    return _found_in(code, from_day, to_day, level, book)


def is_divided(code: str, from_day: date, to_day: date, *, book: Gazetteer | None = None) -> bool:
    """Did the ground of the unit `code` of `from_day` go to several communes by `to_day`? Raises Refused.

    >>> [is_divided(code, date(2025, 6, 30), date(2025, 7, 1)) for code in ("00007", "00004")]
    [True, False]
    """
    return len(successors(code, from_day, to_day, "commune", book=book)) > 1


def belongs(code: str, from_day: date, to_day: date, chosen: str = "", *, book: Gazetteer | None = None) -> Unit:
    """The commune of `to_day` for what was recorded in the commune `code` of `from_day`.

    Where several hold its ground a person has `chosen` one of them. Raises Refused: without a choice, naming those
    there are to choose from; or when the choice is none of them.
    """
    found = _found_in(code, from_day, to_day, "commune", book)
    if not chosen and len(found) == 1:
        return found[0]
    for candidate in found:
        if candidate.code == chosen:
            return candidate
    names = ", ".join(f"{candidate.code} {candidate.title}" for candidate in found)
    if chosen:
        raise Refused(
            "not_an_heir",
            where=chosen,
            vi=f"đơn vị {code} chỉ có thể thuộc: {names}",
            en=f"{code} may lie only in: {names}",
        )
    raise Refused(
        "divided",
        where=code,
        vi=f"đơn vị này thuộc nhiều đơn vị vào ngày {to_day:%d/%m/%Y}; cần người chọn một: {names}",
        en=f"this unit lies in several on {to_day}; a person has to choose one: {names}",
    )


def regroup(
    figures: Figures, from_day: date, to_day: date, level: Level = "commune", *, book: Gazetteer | None = None
) -> Regrouped:
    """Figures by the codes of `from_day` (any level) in the units of `level` on `to_day`, what is divided apart.

    Amounts are int, Decimal or Fraction. Raises Refused for an unknown code or an amount that is not exact.

    >>> regroup({"02": 5, "08": 7}, date(2025, 6, 30), date(2025, 7, 1), "province").moved
    {'08': 12}
    """
    return regrouped(book or gazetteer(), figures, from_day, to_day, level)


def _found_in(code: str, from_day: date, to_day: date, level: Level | None, book: Gazetteer | None) -> tuple[Unit, ...]:
    found = unit(code, from_day, book=book)
    way = passage(book or gazetteer(), from_day, to_day)
    wanted = level or (found.level if found.level in way.end.levels else "commune")
    return tuple(way.end.units[target] for target in way.found_in(code, wanted))


def _in_order(first: date, second: date) -> None:
    if second < first:
        raise Refused(
            "wrong_order",
            vi=f"ngày {second:%d/%m/%Y} đứng trước {first:%d/%m/%Y}",
            en=f"{second} is before {first}",
        )
