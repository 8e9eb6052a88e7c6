"""Reading XLSX, XLS, ODS and CSV files into rows of cells, within limits.

Owns what a cell becomes and which sheet is taken. A cell is text, a whole number, a Decimal, a date, yes or no, or
nothing; a cell in error is its word, such as "#REF!". Merged cells are told beside the rows; carrying them is the
caller's. Files from people are read in a process of their own: `apart`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine

from ocop.kit.sheets.letters import Alphabet, alphabet_of, modern
from ocop.kit.sheets.text import text_rows
from ocop.kit.sheets.workbook import Inside, checked, inside, is_open_document, unreadable
from ocop.rules.refused import Refused

Cell = str | int | Decimal | date | bool | None
Merge = tuple[int, int, int, int]
"""First row, last row, first column, last column; all from 1."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: bytes as sent, rows, columns, letters in one cell, letters in all of it."""

    size: int = 20 * 1024 * 1024
    rows: int = 50_000
    columns: int = 100
    letters: int = 5_000
    all_letters: int = 50_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as read: its name, rows of cells (the first is row 1), and its merged ranges of several rows.

    `names` are all sheets of the file; `letters` the alphabet of before Unicode that its texts were turned from.
    """

    name: str
    rows: list[list[Cell]]
    merges: list[Merge] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    letters: Alphabet = ""


ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_sheet(content: bytes, name: str, *, sheet: str = "", limits: Limits | None = None) -> Sheet:
    """The rows of a file, by what it is and not by what it is called. `sheet` names one; else the fullest is taken.

    Raises Refused: `too_big`, `too_big_inside`, `macros`, `not_a_workbook`, `not_a_table`, `no_sheet`, `bad_text`,
    `protected`, `too_many_rows`, `too_many_columns`, `too_much_text`, `cell_too_long`, `empty_file`.
    """
    within = limits or Limits()
    if len(content) > within.size:
        raise Refused(
            "too_big",
            where=name,
            vi=f"tệp nặng quá {within.size // 1024 // 1024} MB; chia thành nhiều tệp",
            en=f"the file is heavier than {within.size // 1024 // 1024} MB; split it",
        )
    if content[:4] == ZIP:
        found = _workbook(content, sheet, within)
    elif content[:8] == OLE:
        found = _old_workbook(content, sheet, within)
    else:
        found = _text(content, name, within)
    if not any(cell not in (None, "") for row in found.rows for cell in row):
        raise Refused("empty_file", where=name, vi="tệp không có dòng nào", en="the file has no rows")
    return found


def _workbook(content: bytes, wanted: str, limits: Limits) -> Sheet:
    file = io.BytesIO(content)
    checked(file, len(content))
    try:
        if is_open_document(file):
            return _built(python_calamine.CalamineWorkbook.from_filelike(file), wanted, limits, [])
        parts = inside(file)
        return _built(python_calamine.CalamineWorkbook.from_filelike(file), wanted, limits, parts)
    except (python_calamine.CalamineError, zipfile.BadZipFile, ValueError, IndexError, KeyError) as fault:
        raise unreadable() from fault


def _old_workbook(content: bytes, wanted: str, limits: Limits) -> Sheet:
    """A workbook of before 2007, or any that a password keeps shut."""
    try:
        return _built(python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)), wanted, limits, [])
    except (python_calamine.CalamineError, ValueError, IndexError, KeyError) as fault:
        raise Refused(
            "protected",
            vi="tệp có mật khẩu, hoặc là .xls hỏng; mở bằng phần mềm bảng tính, lưu lại thành .xlsx không mật khẩu",
            en="the file has a password, or is a broken .xls; open it and save it as .xlsx without a password",
        ) from fault


def _built(book: python_calamine.CalamineWorkbook, wanted: str, limits: Limits, parts: list[Inside]) -> Sheet:
    names = list(book.sheet_names)
    if wanted and wanted not in names:
        raise _no_sheet(wanted, names)
    at = names.index(wanted) if wanted else _fullest(book, names, parts)
    if parts:
        _within(parts[at].rows, parts[at].columns, limits)
    sheet = book.get_sheet_by_index(at)
    _within(sheet.total_height, sheet.total_width, limits)
    budget = _Budget(limits)
    rows = [[_cell(value, budget) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), word in parts[at].errors.items() if parts else ():
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = word
    ranges = getattr(sheet, "merged_cell_ranges", None) or []
    merges = [(top[0] + 1, end[0] + 1, top[1] + 1, end[1] + 1) for top, end in ranges]
    found = [merge for merge in merges if merge[0] < merge[1] and merge[0] <= len(rows)]
    alphabet = alphabet_of(cell for row in rows for cell in row if isinstance(cell, str))
    if alphabet:
        rows = [[modern(cell, alphabet) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return Sheet(names[at], rows, found, names, alphabet)


def _fullest(book: python_calamine.CalamineWorkbook, names: list[str], parts: list[Inside]) -> int:
    if parts:
        return max(range(len(names)), key=lambda number: parts[number].cells)
    if len(names) == 1:
        return 0
    sizes = [book.get_sheet_by_index(number) for number in range(len(names))]
    return max(range(len(names)), key=lambda number: sizes[number].height * sizes[number].width)


def _text(content: bytes, name: str, limits: Limits) -> Sheet:
    budget = _Budget(limits)
    told, alphabet = text_rows(content, name, budget.taken)
    rows: list[list[Cell]] = []
    for cells in told:
        rows.append([*cells])
        _within(len(rows), len(cells), limits)
    return Sheet("", rows, letters=alphabet)


class _Budget:
    """How many letters a file may still hold."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._left = limits, limits.all_letters

    def taken(self, text: str) -> str:
        """The text, when it and all before it are within the limits."""
        self._left -= len(text)
        if len(text) > self._limits.letters:
            raise Refused(
                "cell_too_long",
                vi=f"có ô dài hơn {self._limits.letters} chữ, bắt đầu bằng: {text[:40]}",
                en=f"a cell is longer than {self._limits.letters} letters; it begins: {text[:40]}",
            )
        if self._left < 0:
            raise Refused(
                "too_much_text",
                vi="tệp có quá nhiều chữ; chia thành nhiều tệp",
                en="the file holds too much text; split it",
            )
        return text


def _cell(value: object, budget: _Budget) -> Cell:
    """A cell as the rules take it: no float, no time of day."""
    if isinstance(value, str):
        return budget.taken(value.strip()) or None
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | int):
        return value
    return str(value) if isinstance(value, time | timedelta) else None


def _within(rows: int, columns: int, limits: Limits) -> None:
    if rows > limits.rows:
        raise Refused(
            "too_many_rows",
            vi=f"có chữ ở dòng {rows}, quá {limits.rows} dòng; xóa dòng thừa ở cuối, hoặc chia thành nhiều tệp",
            en=f"row {rows} holds something, past {limits.rows} rows; delete stray rows at the end, or split the file",
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


def rows_with_numbers(sheet: Sheet) -> Iterator[tuple[int, list[Cell]]]:
    """The rows that hold anything, each with its number in the file."""
    return ((number, row) for number, row in enumerate(sheet.rows, 1) if any(cell not in (None, "") for cell in row))
