"""Days and years as people type them into sheets: 05/06/2023, 5.6.23, a serial number of a spreadsheet, or 31/02/2023.

Owns reading one cell. Day comes before month; what can only be meant the other way round is said, not guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ocop.rules.intake.columns import Cell

_TYPED = re.compile(r"^(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_YEAR = re.compile(r"^(?:năm\s+)?((?:19|20)\d\d)$", re.IGNORECASE)
_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets, for every serial after their false 29 February 1900
EARLIEST, LATEST = 2000, 2100
SERIALS = range((date(EARLIEST, 1, 1) - _EPOCH).days, (date(LATEST, 1, 1) - _EPOCH).days)


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day, or only its year; or neither, with `fault`. `doubt` names what was assumed.

    Faults: `impossible` (31/02), `swapped` (only possible as month/day), `unreadable`, `far` (outside 2000 to 2099).
    Doubts: `serial` (a bare number taken as a day), `short_year` (23 taken as 2023).
    """

    day: date | None = None
    year: int | None = None
    fault: str = ""
    doubt: str = ""


def read_day(cell: Cell) -> DayRead:
    """Read a cell as a day.

    >>> read_day("5/6/2023").day, read_day(44927).day, read_day("31/02/2023").fault, read_day("2023").year
    (datetime.date(2023, 6, 5), datetime.date(2023, 1, 1), 'impossible', 2023)
    """
    if cell is None:
        return DayRead()
    if isinstance(cell, date):
        return _near(cell)
    if isinstance(cell, bool):
        return DayRead(fault="unreadable")
    if isinstance(cell, int | Decimal):
        return _number(int(cell))
    text = cell.strip()
    if found := _TYPED.match(text):
        return _typed(int(found[1]), int(found[2]), found[3])
    if found := _ISO.match(text):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR.match(text):
        return _number(int(found[1]))
    return _number(int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else DayRead(fault="unreadable")


def read_year(cell: Cell) -> DayRead:
    """Read a cell as a year; a day gives its year.

    >>> read_year("năm 2023").year, read_year(2023).year, read_year("23").fault
    (2023, 2023, 'far')
    """
    found = read_day(cell)
    return DayRead(year=found.year) if found.year and not found.fault else found


def _number(number: int) -> DayRead:
    if EARLIEST <= number < LATEST:
        return DayRead(year=number)
    if number in SERIALS:
        day = _EPOCH + timedelta(days=number)
        return DayRead(day, day.year, doubt="serial")
    return DayRead(fault="far")


def _typed(day: int, month: int, year: str) -> DayRead:
    found = _made(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if found.fault == "impossible" and month > 12 and day <= 12 and month <= 31:
        return DayRead(fault="swapped")
    return DayRead(found.day, found.year, doubt="short_year") if found.day and len(year) == 2 else found


def _made(year: int, month: int, day: int) -> DayRead:
    try:
        return _near(date(year, month, day))
    except ValueError:
        return DayRead(fault="impossible")


def _near(day: date) -> DayRead:
    return DayRead(day, day.year) if EARLIEST <= day.year < LATEST else DayRead(fault="far")
