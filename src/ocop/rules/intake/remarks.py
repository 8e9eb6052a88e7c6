"""Remarks on a row: where, what, and what a person may answer.

Owns their shape and the letters of columns. A fault keeps the row out until it is corrected; a doubt until a person has
accepted it or corrected the cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fault", "doubt"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a doubt: what the cell then says, and how the answer is shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one cell of a row. `code` is stable; `row` is that of the file, `column` its letters or ""."""

    severity: Severity
    code: str
    field: str
    row: int
    column: str
    vi: str
    en: str
    choices: tuple[Choice, ...] = ()

    def words(self, lang: str = "vi") -> str:
        """The remark with its place in front: "E12: ..."."""
        return f"{self.column}{self.row}: {self.en if lang == 'en' else self.vi}"


def column_letters(number: int) -> str:
    """A column's letters from its number, counted from 1; "" for 0, a column the file has not.

    >>> column_letters(1), column_letters(22), column_letters(27), column_letters(0)
    ('A', 'V', 'AA', '')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
