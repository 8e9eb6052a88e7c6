"""Reading imports: one, those of a province, how many rows of each kind, and rows read back from their cells.

Owns turning stored cells into the rules' rows again: nothing typed is stored twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ocop.domain.intake.models import (
    DONE,
    DOUBTFUL,
    MATCHED,
    NEW,
    READY,
    UNCHANGED,
    WRONG,
    Import,
    ImportRow,
    SentFile,
)
from ocop.kit.sheets.writing import Value
from ocop.kit.text import search_key
from ocop.rules.intake.columns import Cell, Layout
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.questions import Asking
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

    @property
    def total(self) -> int:
        """All rows."""
        return self.wrong + self.doubtful + self.new + self.matched + self.unchanged


def import_of(id: UUID | str) -> Import:
    """One import. Raises Refused (`no_import`)."""
    found = Import.objects.filter(id=id).first()
    if found is None:
        raise Refused("no_import", where=str(id), vi="không có lần nhập này", en="there is no such import")
    return found


def imports(province: str) -> QuerySet[Import]:
    """The imports of a province, newest first."""
    return Import.objects.filter(province_code=province).order_by("-id")


def open_imports(province: str) -> list[Import]:
    """Imports not finished and not replaced by a corrected file, oldest first, with `doubtful` and `wrong` rows."""
    of_state = {
        name: Count("rows", filter=Q(rows__state=state)) for name, state in (("doubtful", DOUBTFUL), ("wrong", WRONG))
    }
    found = Import.objects.filter(province_code=province, corrected_by__isnull=True).exclude(state=DONE)
    return list(found.annotate(**of_state).order_by("id"))


def rows_of(whole: Import, state: str = "") -> QuerySet[ImportRow]:
    """The rows of an import in the order of the file; those of one state, when it is given."""
    found = ImportRow.objects.filter(whole=whole).order_by("number")
    return found.filter(state=state) if state else found


def sent_file(id: UUID | str) -> SentFile:
    """A file as it was sent. Raises Refused (`no_import`)."""
    found = SentFile.objects.select_related("replaces").filter(id=id).first()
    if found is None:
        raise Refused(
            "no_import",
            where=str(id),
            vi="tệp này không còn; gửi lại tệp",
            en="this file is no longer kept; send it again",
        )
    return found


def tallied(found: Counts) -> dict[str, int]:
    """Counts as a cleared import keeps them."""
    return asdict(found)


def counts(whole: Import) -> Counts:
    """How many rows of each kind; one query, and none for a cleared import."""
    return counts_of([whole])[whole.id]


def counts_of(several: Sequence[Import]) -> dict[UUID, Counts]:
    """How many rows of each kind every one of some imports has; one query for all."""
    kinds = (WRONG, DOUBTFUL, NEW, MATCHED, UNCHANGED)
    found = {one.id: dict.fromkeys((*kinds, "applied"), 0) for one in several if not one.cleared_on}
    rows = ImportRow.objects.filter(whole__in=list(found)).values_list("whole", "state", "applied")
    for id, state, done, number in rows.annotate(Count("id")) if found else ():
        found[id][state] += number
        found[id]["applied"] += number if done and state in READY else 0
    return {one.id: Counts(**(one.tally if one.cleared_on else found[one.id])) for one in several}


def row_of(whole: Import, number: int) -> ImportRow:
    """One row. Raises Refused (`no_row`)."""
    found = ImportRow.objects.filter(whole=whole, number=number).first()
    if found is None:
        raise Refused("no_row", where=str(number), vi="không có dòng này", en="there is no such row")
    return found


def rows_found(whole: Import, state: str = "", words: str = "") -> QuerySet[ImportRow]:
    """The rows of one state whose product or producer holds `words`, however accents are typed."""
    found = rows_of(whole, state)
    return found.filter(search_key__contains=search_key(words)) if words.strip() else found


def names_of(whole: Import, numbers: Sequence[int]) -> dict[int, str]:
    """Product and producer of some rows, in words, by number of the row."""
    found = {}
    for row in ImportRow.objects.filter(whole=whole, number__in=list(numbers)):
        told = [cell_text(row, name) for name in ("product", "producer")]
        found[row.number] = " – ".join(text for text in told if text)
    return found


def left_over(whole: Import) -> int:
    """How many rows could be brought in and are not yet."""
    return ImportRow.objects.filter(whole=whole, state__in=READY, applied=False).count()


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


def askings(whole: Import) -> Iterator[Asking]:
    """Every doubt of an import's doubtful rows, with what its cell says; one query."""
    for row in rows_of(whole, DOUBTFUL).filter(applied=False).iterator(1_000):
        for remark in remarks_of(row):
            if remark.severity == "doubt":
                yield Asking(remark, cell_text(row, remark.field), row.version)


def cell_text(row: ImportRow, field: str) -> str:
    """What a cell of a row says now, as a person reads it."""
    cell = unpacked({field: row.corrections.get(field, row.cells.get(field))})[field]
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)


def remark_lines(whole: Import, lang: str = "vi") -> Iterator[list[Value]]:
    """Every doubt and fault as a line of a list to print or send: row, column, kind, words."""
    for row in rows_of(whole).exclude(remarks=[]).iterator(1_000):
        for remark in remarks_of(row):
            yield [remark.row, remark.column, remark.severity, remark.en if lang == "en" else remark.vi]
