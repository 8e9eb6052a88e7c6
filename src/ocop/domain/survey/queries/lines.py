"""A list of survey sheets as lines of a file: columns with their words, values as people read them.

Owns the columns; formats are `ocop.kit.sheets`'. A household's name stands only in the lines of who may see it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ocop.domain.registry.queries.lists import Places
from ocop.domain.survey.fields import CHOICES, FIELDS, is_personal
from ocop.domain.survey.models import SurveySheet
from ocop.domain.survey.queries.sheets import Wanted, sheets
from ocop.kit.sheets.writing import Value
from ocop.rules.units.gazetteer import Gazetteer

AT_ONCE = 2_000
COLUMNS = (
    "name", "kind", "group", "unit", "state", "readiness", "made_by", "maker", "households", "output", "output_unit",
    "price_dong", "raw_material", "market", "labels", "strengths", "difficulties", "wishes", "origin_unit",
    "origin_on", "surveyed_by", "source", "demonstration",
)  # fmt: skip


def headings(lang: str) -> list[str]:
    """The words of the columns."""
    return [FIELDS[column].en if lang == "en" else FIELDS[column].vi for column in COLUMNS]


def sheet_lines(
    wanted: Wanted, *, lang: str = "vi", personal: bool = False, book: Gazetteer | None = None
) -> Iterator[list[Value]]:
    """The sheets wanted, a line each; memory does not grow with the list."""
    places = Places(book)
    for row in sheets(wanted).iterator(AT_ONCE):
        yield [
            None if not personal and is_personal(column, row.maker) else _value(row, column, places, lang)
            for column in COLUMNS
        ]


def _value(row: SurveySheet, column: str, places: Places, lang: str) -> Value:
    if column == "unit":
        return places.title(row.unit.code, row.placed_on)
    if column == "origin_unit":
        return places.title(row.origin_unit.code, row.origin_on)
    value: Value = getattr(row, column)
    if column in CHOICES:
        return CHOICES[column][str(value)][lang == "en"]
    if isinstance(value, bool):
        return ("yes" if lang == "en" else "có") if value else ""
    return value
