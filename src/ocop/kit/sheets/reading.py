"""Reading XLSX and CSV files into rows of cells, within limits.

Owns encodings, separators, sizes and sheets. A cell is text, a whole number, a Decimal, a date, yes or no, or nothing;
a cell in error is its word, such as "#REF!". Merged cells are told beside the rows; carrying them is the caller's.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine

from ocop.kit.sheets.workbook import checked, inside, unreadable
from ocop.rules.refused import Refused

Cell = str | int | Decimal | date | bool | None
Merge = tuple[int, int, int, int]
"""First row, last row, first column, last column; all from 1."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: bytes as sent, rows, columns, letters in one cell."""

    size: int = 20 * 1024 * 1024
    rows: int = 50_000
    columns: int = 60
    letters: int = 5_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as read: its name, rows of cells (the first is row 1), and its merged ranges of several rows."""

    name: str
    rows: list[list[Cell]]
    merges: list[Merge] = field(default_factory=list)


ENCODINGS = ("utf-8-sig", "cp1258")
"""Tried in this order; UTF-16 where the file says so itself."""
MARKS = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = ",;\t|"


def read_sheet(content: bytes, name: str, *, sheet: str = "", limits: Limits | None = None) -> Sheet:
    """The rows of a file, by what it is and not by what it is called. `sheet` names one; else the fullest is taken.

    Raises Refused: `too_big`, `too_big_inside`, `macros`, `not_a_workbook`, `old_workbook`, `no_sheet`, `bad_text`,
    `too_many_rows`, `too_many_columns`, `cell_too_long`, `empty_file`.
    """
    within = limits or Limits()
    if len(content) > within.size:
        raise Refused(
            "too_big",
            where=name,
            vi=f"tệp nặng quá {within.size // 1024 // 1024} MB; chia thành nhiều tệp",
            en=f"the file is heavier than {within.size // 1024 // 1024} MB; split it",
        )
    if content[:4] == b"PK\x03\x04":
        found = _workbook(content, sheet, within)
    elif content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Refused(
            "old_workbook",
            where=name,
            vi="đây là tệp .xls cũ hoặc có mật khẩu; lưu lại thành .xlsx không mật khẩu",
            en="this is an old .xls or a protected file; save it as .xlsx without a password",
        )
    else:
        found = Sheet("", _text_rows(content, name, within))
    if not any(cell not in (None, "") for row in found.rows for cell in row):
        raise Refused("empty_file", where=name, vi="tệp không có dòng nào", en="the file has no rows")
    return found


def _workbook(content: bytes, wanted: str, limits: Limits) -> Sheet:
    file = io.BytesIO(content)
    checked(file, len(content))
    try:
        parts = inside(file)
        book = python_calamine.CalamineWorkbook.from_filelike(file)
        names = book.sheet_names
        if wanted and wanted not in names:
            raise _no_sheet(wanted, names)
        at = names.index(wanted) if wanted else max(range(len(names)), key=lambda number: parts[number].cells)
        _within(parts[at].rows, parts[at].columns, limits)
        sheet = book.get_sheet_by_index(at)
        rows = [[_cell(value, limits) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        merges = [
            (first[0] + 1, last[0] + 1, first[1] + 1, last[1] + 1) for first, last in sheet.merged_cell_ranges or []
        ]
    except (python_calamine.CalamineError, zipfile.BadZipFile, ValueError, IndexError, KeyError) as fault:
        raise unreadable() from fault
    for (row, column), word in parts[at].errors.items():
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = word
    return Sheet(names[at], rows, [merge for merge in merges if merge[0] < merge[1] and merge[0] <= len(rows)])


def _cell(value: object, limits: Limits) -> Cell:
    """A cell as the rules take it: no float, no time of day."""
    if isinstance(value, str):
        return _bounded(value.strip(), limits) or None
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | int):
        return value
    return str(value) if isinstance(value, time | timedelta) else None


def _text_rows(content: bytes, name: str, limits: Limits) -> list[list[Cell]]:
    text = _decoded(content, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    rows: list[list[Cell]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append([_bounded(cell.strip(), limits) or None for cell in cells])
            _within(len(rows), len(cells), limits)
    except csv.Error:
        raise _bad_text(name) from None
    return rows


def _decoded(content: bytes, name: str) -> str:
    if b"\0" in content[:4096] and content[:2] not in MARKS:
        raise _bad_text(name)
    for encoding in ["utf-16"] if content[:2] in MARKS else ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _bad_text(name)


def _bounded(text: str, limits: Limits) -> str:
    if len(text) > limits.letters:
        raise Refused(
            "cell_too_long",
            vi=f"có ô dài hơn {limits.letters} chữ, bắt đầu bằng: {text[:40]}",
            en=f"a cell is longer than {limits.letters} letters; it begins: {text[:40]}",
        )
    return text


def _within(rows: int, columns: int, limits: Limits) -> None:
    if rows > limits.rows:
        raise Refused(
            "too_many_rows",
            vi=f"quá {limits.rows} dòng; chia thành nhiều tệp",
            en=f"more than {limits.rows} rows; split the file",
        )
    if columns > limits.columns:
        raise Refused(
            "too_many_columns",
            vi=f"quá {limits.columns} cột; xóa các cột trống ở bên phải",
            en=f"more than {limits.columns} columns; delete the empty ones on the right",
        )


def _no_sheet(wanted: str, names: list[str]) -> Refused:
    return Refused(
        "no_sheet",
        where=wanted,
        vi=f"tệp không có trang tính này; các trang: {', '.join(names)}",
        en=f"there is no such sheet; the sheets are: {', '.join(names)}",
    )


def _bad_text(name: str) -> Refused:
    return Refused(
        "bad_text",
        where=name,
        vi="không đọc được như bảng chữ; lưu lại thành .xlsx, hoặc CSV mã UTF-8",
        en="it cannot be read as a table of text; save it as .xlsx, or CSV in UTF-8",
    )


def rows_with_numbers(sheet: Sheet) -> Iterator[tuple[int, list[Cell]]]:
    """The rows that hold anything, each with its number in the file."""
    return ((number, row) for number, row in enumerate(sheet.rows, 1) if any(cell not in (None, "") for cell in row))
