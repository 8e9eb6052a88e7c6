"""The recognitions a row tells of: first, second, and what is held now.

Owns stars as printed, days against years, and which claim the expiry belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from ocop.rules.intake.days import DayRead, read_day, read_year
from ocop.rules.intake.telling import EMPTY, Telling

_STARS = re.compile(r"^(?:hạng|đạt|ocop)?\s*(\d)\s*(?:sao|\*|★)?$", re.IGNORECASE)
_DRAWN = re.compile(r"^[★*]{1,5}$")
LEAST, MOST = 3, 5


@dataclass(frozen=True, slots=True)
class StarClaim:
    """A recognition as a row tells it; what is not told is None or ""."""

    stars: int | None = None
    year: int | None = None
    recognised_on: date | None = None
    expires_on: date | None = None
    decision: str = ""
    issuer: str = ""


def read_claims(tell: Telling, today: date) -> tuple[StarClaim, ...]:
    """The recognitions of a row in order of their columns; the expiry belongs to the last one."""
    claims = [claim for claim in (_claim(tell, "first", today), _claim(tell, "second", today)) if claim != StarClaim()]
    now, expires_on = _stars(tell, "stars"), _day(tell, "expires_on").day
    if not claims:
        return (StarClaim(stars=now, expires_on=expires_on),) if now or expires_on else ()
    last = claims[-1]
    if now is not None and last.stars is not None and now != last.stars:
        tell.doubt(
            "stars", "stars_differ",
            f"hạng hiện tại {now} sao khác lần công nhận cuối {last.stars} sao",
            f"{now} stars now, but {last.stars} in the last recognition",
        )  # fmt: skip
    if expires_on and last.recognised_on and expires_on <= last.recognised_on:
        tell.fault(
            "expires_on", "expires_before", "ngày hết hạn không sau ngày công nhận", "it ends before it was recognised"
        )
        expires_on = None
    claims[-1] = replace(last, stars=last.stars if last.stars is not None else now, expires_on=expires_on)
    if len(claims) == 2 and None not in (claims[0].year, claims[1].year) and claims[1].year < claims[0].year:  # type: ignore[operator]
        tell.doubt("second_year", "order", "lần 2 sớm hơn lần 1", "the second recognition is earlier than the first")
    return tuple(claims)


def _claim(tell: Telling, which: str, today: date) -> StarClaim:
    day, year = _day(tell, f"{which}_on"), _year(tell, f"{which}_year")
    if day.day and year and day.day.year != year:
        tell.doubt(
            f"{which}_on", "year_differs",
            f"ngày {day.day:%d/%m/%Y} không thuộc năm {year}", f"{day.day} is not in the year {year}",
        )  # fmt: skip
    elif day.doubt == "serial" and not year:
        tell.doubt(
            f"{which}_on",
            "serial",
            f"số trần được hiểu là ngày {day.day:%d/%m/%Y}",
            f"a bare number, read as {day.day}",
        )
    if day.day and day.day > today:
        tell.doubt(f"{which}_on", "future", f"ngày {day.day:%d/%m/%Y} chưa tới", f"{day.day} is still to come")
    return StarClaim(
        stars=_stars(tell, f"{which}_stars"),
        year=year or day.year,
        recognised_on=day.day,
        decision=_words(tell, f"{which}_decision", 120),
        issuer=_words(tell, f"{which}_issuer", 200),
    )


def _words(tell: Telling, field: str, longest: int) -> str:
    text = tell.text(field, longest)
    return "" if text.casefold() in EMPTY else text


def _stars(tell: Telling, field: str) -> int | None:
    """3, "3 sao", "4*", "★★★★" or "Hạng 5 sao"; anything else is a fault."""
    text = tell.text(field, 40)
    if text.casefold() in EMPTY:
        return None
    found = _STARS.match(text)
    number = int(found[1]) if found else len(text) if _DRAWN.match(text) else None
    if number is None:
        tell.fault(field, "stars_unreadable", f"không đọc được hạng sao: {text}", f"no stars can be read: {text}")
        return None
    if not LEAST <= number <= MOST:
        tell.fault(
            field,
            "stars_out_of_range",
            f"{number} sao: chỉ công nhận 3 đến 5 sao",
            f"{number} stars: only 3 to 5 are recognised",
        )
        return None
    return number


def _day(tell: Telling, field: str) -> DayRead:
    found = read_day(None if tell.text(field, 60).casefold() in EMPTY else tell.cell(field))
    _told(tell, field, found)
    return found


def _year(tell: Telling, field: str) -> int | None:
    found = read_year(None if tell.text(field, 60).casefold() in EMPTY else tell.cell(field))
    _told(tell, field, found)
    return found.year


def _told(tell: Telling, field: str, found: DayRead) -> None:
    text = tell.text(field, 60)
    if found.fault:
        vi, en = _FAULTS[found.fault]
        tell.fault(field, f"day_{found.fault}", f"{text}: {vi}", f"{text}: {en}")
    elif found.doubt == "short_year" and found.day:
        tell.doubt(field, "short_year", f"{text}: hiểu là {found.day:%d/%m/%Y}", f"{text}: read as {found.day}")


_FAULTS = {
    "impossible": ("không có ngày này", "there is no such day"),
    "swapped": ("tháng và ngày bị đảo? Gõ lại ngày/tháng/năm", "month and day swapped? Type day/month/year"),
    "unreadable": ("không đọc được ngày; gõ ngày/tháng/năm", "no day can be read; type day/month/year"),
    "far": ("ngoài khoảng năm 2000 đến 2099", "outside the years 2000 to 2099"),
}
