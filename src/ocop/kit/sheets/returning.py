"""A workbook sent back to whoever sent it: their cells as they were, what is doubtful or wrong coloured and explained.

Owns how a remark looks in a sheet. Text stays text: nothing in it is computed by whoever opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import IO

import xlsxwriter

from ocop.kit.sheets.reading import Cell, Merge
from ocop.kit.sheets.writing import LONGEST, UNPRINTABLE

WIDTH = 18
DOUBTFUL, WRONG = "#FBF0D2", "#FBE0DA"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a cell: its words, and whether the cell is wrong or only doubtful. Column 0 is the row itself."""

    row: int
    column: int
    words: str
    is_wrong: bool


def write_back(
    file: IO[bytes],
    title: str,
    rows: Iterable[Sequence[Cell]],
    merges: Sequence[Merge],
    notes: Iterable[Note],
    head: str,
) -> None:
    """Write the rows with a column `head` of remarks behind them, coloured where a cell has one."""
    book = xlsxwriter.Workbook(
        file,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    sheet = book.add_worksheet(_title(title))
    told: dict[int, list[Note]] = {}
    for note in notes:
        told.setdefault(note.row, []).append(note)
    given = [list(row) for row in rows]
    last = max((len(row) for row in given), default=0)
    colours = {
        (colour, day): book.add_format(
            {"text_wrap": True, "valign": "top"}
            | ({"bg_color": colour} if colour else {})
            | ({"num_format": "dd/mm/yyyy"} if day else {})
        )
        for colour in ("", DOUBTFUL, WRONG)
        for day in (True, False)
    }
    sheet.set_column(0, last, WIDTH)
    sheet.set_column(last, last, 60)
    for number, row in enumerate(given, 1):
        here = told.get(number, [])
        if number == 1:
            sheet.write_string(0, last, head, colours["", False])
        marked = {note.column: WRONG if note.is_wrong else DOUBTFUL for note in here}
        for column, value in enumerate(row, 1):
            colour = marked.get(column, "")
            _write(sheet, number - 1, column - 1, value, colours[colour, isinstance(value, date)])
        if here:
            worst = WRONG if any(note.is_wrong for note in here) else DOUBTFUL
            words = "\n".join(note.words for note in here)
            sheet.write_string(number - 1, last, words[:LONGEST], colours[worst, False])
    for top, end, left, right in merges:
        sheet.merge.append([top - 1, left - 1, end - 1, right - 1])  # its own call would write rows out of order
    book.close()


def _title(title: str) -> str:
    plain = "".join(letter for letter in title if letter not in "[]:*?/\\").strip("' ")
    return plain[:31] or "1"


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Cell, form: xlsxwriter.format.Format
) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, form)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, form)  # type: ignore[arg-type]
    elif isinstance(value, int | Decimal):
        sheet.write_number(row, column, value, form)  # type: ignore[arg-type]
    elif value:
        sheet.write_string(row, column, value.translate(UNPRINTABLE)[:LONGEST], form)
    else:
        sheet.write_blank(row, column, None, form)


def values(cells: Mapping[int, Cell], row: Sequence[Cell]) -> list[Cell]:
    """A row with some of its cells (by column, from 1) replaced."""
    longest = max([len(row), *cells])
    return [cells.get(column, row[column - 1] if column <= len(row) else None) for column in range(1, longest + 1)]
