"""The cells of one row while it is read, and the remarks made on the way.

Owns reading a cell as text, what counts as a cell in error, and the place of each remark.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from ocop.rules.intake.columns import Cell, Layout
from ocop.rules.intake.remarks import Choice, Remark, Severity

ERRORS = frozenset(["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"])
EMPTY = frozenset(["", "-", "–", "—", "...", "…", "0", "không", "x"])
"""What people write where there is nothing; only where nothing else could be meant."""


class Telling:
    """One row being read. `remarks` grow in the order of reading; an accepted doubt is not added."""

    def __init__(self, number: int, layout: Layout, cells: Mapping[str, Cell], accepted: frozenset[str]) -> None:
        """Begin with a row's number, where its columns stand, its cells, and the codes of doubts already accepted."""
        self.number, self.layout, self.cells, self.accepted = number, layout, cells, accepted
        self.remarks: list[Remark] = []

    def fault(self, field: str, code: str, vi: str, en: str) -> None:
        """Something that must be corrected."""
        self._tell("fault", code, field, vi, en, ())

    def doubt(self, field: str, code: str, vi: str, en: str, choices: tuple[Choice, ...] = ()) -> None:
        """Something that a person accepts or corrects."""
        if code not in self.accepted:
            self._tell("doubt", code, field, vi, en, choices)

    def has_fault(self, field: str) -> bool:
        """Was a fault told of this field?"""
        return any(remark.field == field and remark.severity == "fault" for remark in self.remarks)

    def cell(self, field: str) -> Cell:
        """A cell, with an error word told as a fault (once) and given back as nothing."""
        value = self.cells.get(field)
        if isinstance(value, str) and value.strip().upper() in ERRORS:
            if not self.has_fault(field):
                self.fault(
                    field, "error_cell", f"ô bị lỗi {value.strip()}: sửa công thức, hoặc gõ giá trị",
                    f"a cell in error, {value.strip()}: mend the formula, or type the value",
                )  # fmt: skip
            return None
        return value

    def text(self, field: str, longest: int) -> str:
        """A cell as one line of text in composed letters; numbers without what a spreadsheet adds to them."""
        value = self.cell(field)
        if value is None or isinstance(value, bool):
            return ""
        if isinstance(value, date):
            return f"{value:%d/%m/%Y}"
        if isinstance(value, Decimal):
            value = format(value.normalize(), "f")
        text = " ".join(unicodedata.normalize("NFC", str(value)).split())
        text = "".join(letter for letter in text if letter.isprintable())
        if len(text) > longest and not self.has_fault(field):
            self.fault(field, "too_long", f"dài quá {longest} chữ", f"longer than {longest} letters")
        return text[:longest]

    def _tell(self, severity: Severity, code: str, field: str, vi: str, en: str, choices: tuple[Choice, ...]) -> None:
        self.remarks.append(Remark(severity, code, field, self.number, self.layout.letter(field), vi, en, choices))
