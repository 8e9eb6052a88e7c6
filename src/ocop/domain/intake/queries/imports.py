"""Reading imports: one, those of a province, how many rows of each kind, and rows read back from their cells.

Owns turning stored cells into the rules' rows again: nothing typed is stored twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from ocop.domain.intake.models import DOUBTFUL, MATCHED, NEW, READY, UNCHANGED, WRONG, Import, ImportRow
from ocop.kit.sheets.writing import Value
from ocop.rules.intake.columns import Cell, Layout
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.remarks import Choice, Remark
from ocop.rules.intake.rows import IntakeRow, RawRow, read_row
from ocop.rules.refused import Refused

ANSWERS = frozenset(["producer_is", "product_is"])
"""Corrections that answer a doubt about the register, and are no cells."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of an import by what they would do, and how many of those to be applied are."""

    wrong: int
    doubtful: int
    new: int
    matched: int
    unchanged: int
    applied: int

    @property
    def to_apply(self) -> int:
        """Rows that change the register."""
        return self.new + self.matched


def import_of(id: UUID | str) -> Import:
    """One import. Raises Refused (`no_import`)."""
    found = Import.objects.filter(id=id).first()
    if found is None:
        raise Refused("no_import", where=str(id), vi="không có lần nhập này", en="there is no such import")
    return found


def imports(province: str) -> QuerySet[Import]:
    """The imports of a province, newest first."""
    return Import.objects.filter(province_code=province).order_by("-id")


def rows_of(whole: Import, state: str = "") -> QuerySet[ImportRow]:
    """The rows of an import in the order of the file; those of one state, when it is given."""
    found = ImportRow.objects.filter(whole=whole).order_by("number")
    return found.filter(state=state) if state else found


def counts(whole: Import) -> Counts:
    """How many rows of each kind; one query."""
    found: dict[str, int] = dict.fromkeys((WRONG, DOUBTFUL, NEW, MATCHED, UNCHANGED), 0)
    applied = 0
    for state, done, number in (
        ImportRow.objects.filter(whole=whole).values_list("state", "applied").annotate(Count("id"))
    ):
        found[state] += number
        applied += number if done and state in READY else 0
    return Counts(**found, applied=applied)


def layout_of(whole: Import) -> Layout:
    """Where the fields of an import's file stand."""
    return Layout(tuple(whole.columns.items()), whole.first_row)


def read_again(row: ImportRow, layout: Layout, communes: Communes) -> IntakeRow:
    """The row as its cells, corrections and accepted doubts say now."""
    cells = {name: cell for name, cell in unpacked(row.corrections).items() if name not in ANSWERS}
    raw = RawRow(row.number, unpacked(row.cells), frozenset(row.carried))
    return read_row(raw, layout, communes, corrections=cells, accepted=frozenset(row.accepted))


def packed(cells: Mapping[str, Cell]) -> dict[str, Any]:
    """Cells as JSON keeps them, exactly: dates and decimals marked, empty ones left out."""
    return {name: _packed(cell) for name, cell in cells.items() if cell is not None}


def unpacked(cells: Mapping[str, Any]) -> dict[str, Cell]:
    """The cells of `packed`."""
    return {name: _unpacked(cell) for name, cell in cells.items()}


def _packed(cell: Cell) -> Any:
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    return {"number": str(cell)} if isinstance(cell, Decimal) else cell


def _unpacked(cell: Any) -> Cell:
    if isinstance(cell, dict):
        return date.fromisoformat(cell["day"]) if "day" in cell else Decimal(cell["number"])
    found: Cell = cell
    return found


def as_json(remark: Remark) -> dict[str, Any]:
    """A remark as JSON keeps it."""
    return asdict(remark)


def remarks_of(row: ImportRow) -> list[Remark]:
    """The remarks on a row."""
    return [
        Remark(**(told | {"choices": tuple(Choice(**choice) for choice in told["choices"])})) for told in row.remarks
    ]


def remark_lines(whole: Import, lang: str = "vi") -> Iterator[list[Value]]:
    """Every doubt and fault as a line of a list to print or send: row, column, kind, words."""
    for row in rows_of(whole).exclude(remarks=[]).iterator(1_000):
        for remark in remarks_of(row):
            yield [remark.row, remark.column, remark.severity, remark.en if lang == "en" else remark.vi]
