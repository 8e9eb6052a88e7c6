"""Writing rows as XLSX or CSV, a row at a time, so that memory does not grow and no text becomes a formula.

Owns the two formats. XLSX cells carry their type, so text is text; in CSV a text that a spreadsheet would compute gets
an apostrophe in front, and the file says that it is UTF-8.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import IO

import xlsxwriter

Value = str | int | Decimal | date | bool | None
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")
LONGEST = 32_767  # letters of one cell, by the format
WIDEST, NARROWEST = 60, 8
UNPRINTABLE = str.maketrans(dict.fromkeys(map(chr, [*range(9), 11, 12, *range(14, 32)]), " "))


def harmless(text: str) -> str:
    """The text as it may stand in a CSV cell: never computed by the spreadsheet that opens it.

    >>> harmless("=1+1"), harmless("HTX Tân Thành")
    ("'=1+1", 'HTX Tân Thành')
    """
    return "'" + text if text.startswith(_COMPUTED) else text


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """A CSV file in UTF-8 with its mark, a line at a time; dates as ISO, numbers plain."""
    yield b"\xef\xbb\xbf"
    yield _line(headings)
    for row in rows:
        yield _line(row)


def write_xlsx(file: IO[bytes], title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """Write a workbook of one sheet to `file`; returns how many rows. One row is held in memory at a time."""
    book = xlsxwriter.Workbook(
        file,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    sheet = book.add_worksheet(title[:31])
    head, day = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, min(WIDEST, max(NARROWEST, len(heading) + 2)))
        sheet.write_string(0, column, heading, head)
    sheet.freeze_panes(1, 0)
    count = 0
    for count, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, bool):
                sheet.write_boolean(count, column, value)
            elif isinstance(value, date):
                sheet.write_datetime(count, column, value, day)  # type: ignore[arg-type]
            elif isinstance(value, int | Decimal):
                sheet.write_number(count, column, value)  # type: ignore[arg-type]
            elif value:
                sheet.write_string(count, column, value.translate(UNPRINTABLE)[:LONGEST])
    book.close()
    return count


def _line(row: Iterable[Value]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerow([_text(value) for value in row])
    return text.getvalue().encode()


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return harmless(value) if isinstance(value, str) else value.isoformat() if isinstance(value, date) else str(value)
