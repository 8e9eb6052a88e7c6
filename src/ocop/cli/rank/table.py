"""The table of sheets: every cell as trimmed text, every row with its line, cut only between dossiers.

Owns which columns there must be, and handing out whole dossiers piece by piece. The file itself is `sources`', what
the cells mean is `intake`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ocop.cli.rank.sources import Source, open_source
from ocop.cli.rank.unreadable import bad_column, no_rows
from ocop.rules.refused import Refused

META = ("dossier", "instrument", "on", "set", "member", "gate")
MOST_SHOWN = 60
Places = NDArray[np.int64]


@dataclass(frozen=True)
class Rows:
    """Rows of the table: each column's cells as trimmed text, and the line (CSV) or row number (Parquet) of each."""

    cells: dict[str, pa.StringArray]
    lines: Places

    def __len__(self) -> int:
        return len(self.lines)

    def part(self, start: int, stop: int) -> Rows:
        """The rows from `start` to before `stop`."""
        return Rows(
            {name: cells.slice(start, stop - start) for name, cells in self.cells.items()}, self.lines[start:stop]
        )

    def after(self, earlier: Rows) -> Rows:
        """`earlier` and these, in one."""
        cells = {name: pa.concat_arrays([earlier.cells[name], part]) for name, part in self.cells.items()}
        return Rows(cells, np.concatenate([earlier.lines, self.lines]))


class Table:
    """An open table of sheets. Raises Refused when columns are missing or doubled."""

    def __init__(self, path: Path) -> None:
        self.source: Source = open_source(path)
        _check_columns(self.source.columns)

    @property
    def codes(self) -> list[str]:
        """The columns that hold marks."""
        return [name for name in self.source.columns if name not in META]

    def dossiers(self) -> Iterator[Rows]:
        """All rows, cut only between dossiers: the last dossier of a piece waits for the next piece.

        Raises Refused where there is none.
        """
        waiting: Rows | None = None
        for piece in self._pieces():
            rows = piece.after(waiting) if waiting else piece
            if not len(rows):
                continue
            last = int(starts_of(rows.cells["dossier"])[-1])
            waiting = rows.part(last, len(rows))
            if last:
                yield rows.part(0, last)
        if not waiting:
            raise no_rows()
        yield waiting

    def _pieces(self) -> Iterator[Rows]:
        number = self.source.first
        for batch in self.source.batches():
            lines = np.arange(number, number + len(batch), dtype=np.int64)
            number += len(batch)
            yield _without_empty_lines(Rows(_texts(self.source.columns, batch), lines))


def starts_of(names: pa.StringArray) -> Places:
    """The first row of each dossier: where the name differs from the row before."""
    coded = names.dictionary_encode().indices.to_numpy()
    return np.flatnonzero(np.append(True, coded[1:] != coded[:-1])).astype(np.int64)


def _texts(columns: list[str], batch: pa.RecordBatch) -> dict[str, pa.StringArray]:
    texts = (_text(name, cells) for name, cells in zip(columns, batch.columns, strict=True))
    filled = (pc.fill_null(text, "") if text.null_count else text for text in texts)
    return {name: pc.utf8_trim_whitespace(text) for name, text in zip(columns, filled, strict=True)}


def _text(name: str, cells: pa.Array) -> pa.StringArray:
    try:
        return cells.cast(pa.string())
    except pa.ArrowException as error:
        raise bad_column(name, cells.type, error) from None


def _without_empty_lines(rows: Rows) -> Rows:
    """Spreadsheets leave empty lines; a row that names neither dossier nor member nor set is one."""
    empty = [pc.equal(rows.cells[name], "").to_numpy(zero_copy_only=False) for name in ("dossier", "member", "set")]
    keep = ~np.logical_and.reduce(empty)
    if keep.all():
        return rows
    return Rows({name: part.filter(pa.array(keep)) for name, part in rows.cells.items()}, rows.lines[keep])


def _check_columns(columns: list[str]) -> None:
    if len(columns) == 1:
        raise Refused(
            "bad_header",
            vi=f"dòng đầu chỉ có một cột, “{_short(columns[0])}”; các cột cách nhau bằng dấu phẩy, chấm phẩy hoặc tab",
            en=f"the first line has one column only, {_short(columns[0])!r}; part columns by comma, semicolon or tab",
        )
    for name in ("dossier", "set", "member"):
        if name not in columns:
            raise _bad_header(name, *_missing(columns))
    if "instrument" not in columns and "on" not in columns:
        raise _bad_header("instrument", 'cần cột "instrument" hoặc "on"', 'a column "instrument" or "on" is needed')
    twice = [name for name in columns if columns.count(name) > 1]
    if twice:
        raise _bad_header(twice[0], "cột này có hai lần; bỏ bớt một", "this column stands twice; leave out one of them")


def _missing(columns: list[str]) -> tuple[str, str]:
    """What is said of a missing column, with those there are."""
    there = _short(", ".join(columns))
    return f"thiếu cột này; các cột có: {there}", f"this column is missing; there are: {there}"


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "..."


def _bad_header(where: str, vi: str, en: str) -> Refused:
    return Refused("bad_header", where=where, vi=vi, en=en)
