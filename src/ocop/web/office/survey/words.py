"""What the pages of survey sheets share: the way down to a sheet, and its values in words.

Owns these pieces; pages are `lists`, `sheet`, `steps` and `promoting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ocop.domain.accounts.queries import Acting, Seat
from ocop.domain.survey import policies
from ocop.domain.survey.fields import CHOICES, FIELDS, is_personal
from ocop.domain.survey.queries.sheets import SurveySheet, sheet
from ocop.web.base.figures import dong_text, plain_number
from ocop.web.base.navigation import Link

STATE_TAGS = {"draft": "wait", "surveyed": "", "promoted": "ok", "withdrawn": "late"}


@dataclass(frozen=True, slots=True)
class Told:
    """A column of a sheet with its value in words; hidden where the reader may not see it."""

    label: str
    text: str
    lang: str = ""
    hidden: bool = False


def sheet_read(by: Acting, id: UUID) -> SurveySheet:
    """The sheet, for somebody who may read it. Raises Refused."""
    found = sheet(id)
    policies.may_read(by, found).require()
    return found


def word(column: str, value: str) -> str:
    """A fixed word of a column in the reader's language."""
    return CHOICES[column][value][get_language() == "en"]


def list_link(seat: Seat) -> Link:
    """The list of a unit."""
    code = seat.unit.code if seat.unit else "vn"
    return Link(reverse("survey:list", args=[code]), seat.name, lang="vi" if seat.unit else "")


def crumbs(found: SurveySheet, *more: Link) -> list[Link]:
    """From the province's list down to the sheet."""
    line = policies.seat_of_sheet(found).line
    above = [Link(reverse("survey:list", args=[one.unit.code]), one.title, lang="vi") for one in reversed(line)]
    return [*above, *more]


def told(by: Acting, found: SurveySheet, column: str) -> Told:
    """One column in words."""
    label = FIELDS[column].en if get_language() == "en" else FIELDS[column].vi
    seat = policies.seat_of_sheet(found)
    if is_personal(column, found.maker) and not policies.may_see_maker(by, seat):
        return Told(label, "", hidden=True)
    value = getattr(found, column)
    if column in CHOICES:
        return Told(label, word(column, value))
    if column == "price_dong":
        per = f"/{found.output_unit}" if found.output_unit else ""
        return Told(label.split(" (")[0], dong_text(value) + per)
    if column == "output":
        return Told(label, f"{plain_number(value)} {found.output_unit}".strip())
    if isinstance(value, date):
        return Told(label, date_format(value, "SHORT_DATE_FORMAT"))
    if isinstance(value, int | Decimal):
        return Told(label, plain_number(Decimal(value)))
    return Told(label, value, "vi")


def maker_shown(by: Acting, found: SurveySheet, *, sees: bool) -> str:
    """Who makes it, for a list; a household's name only for who may see it."""
    if is_personal("made_by", found.maker) and found.made_by and not sees:
        return _("hộ (tên không hiện với vai trò của bạn)")
    return found.made_by
