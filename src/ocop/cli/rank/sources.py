"""Files of rows: CSV and Parquet, read piece by piece without ever holding the file.

Owns the separator, the encoding, the line numbers and how far reading has come. Columns and cells as text are
`table`'s, what is said of a file that cannot be read is `unreadable`'s.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

from ocop.cli.rank.unreadable import (
    bad_block,
    bad_parquet,
    check_csv,
    check_header,
    damaged,
    line_break,
    lone_return,
    not_utf8,
)

# Some 30,000 rows of a nation's table at once: enough work per step, a few tens of megabytes.
CSV_BLOCK = 4 * 1024 * 1024
PARQUET_ROWS = 32_768
LONGEST_HEADER = 1024 * 1024
LONE_RETURN = re.compile(rb"\r(?!\n)")
PARQUET = (".parquet", ".pq")


class Source(Protocol):
    """An open file of rows; `position` of `size` is read; `first` is the number of its first row of data."""

    columns: list[str]
    size: int
    position: int
    first: int

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows in order, every cell still as the file has it. Raises Refused naming the line."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


def open_source(path: Path) -> Source:
    """The file of rows at `path`, by its ending. Raises Refused when it is not what its name says."""
    return ParquetRows(path) if path.suffix.lower() in PARQUET else CsvRows(path)


class CsvRows:
    """A CSV file in UTF-8, parted by comma, semicolon or tab, whichever its first line has most of."""

    first = 2

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self.size, self.position = path.stat().st_size, 0
        first = self._file.readline(LONGEST_HEADER)
        check_csv(first)
        header = _decoded(first)
        self._separator = max(",;\t", key=header.count)
        self.columns = [name.strip().strip('"') for name in header.rstrip("\r\n").split(self._separator)]

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows, a block of whole lines at a time."""
        line = self.first
        for block in self._blocks():
            rows = self._parsed(block, line)
            self.position = min(self._file.tell(), self.size)
            line += len(rows)
            yield rows

    def _blocks(self) -> Iterator[bytes]:
        """The rest of the file cut between lines; Arrow's own stream would run ahead by hundreds of megabytes."""
        rest = b""
        while piece := self._file.read(CSV_BLOCK):
            whole, newline, tail = piece.rpartition(b"\n")
            if newline:
                yield rest + whole + newline
                rest = tail
            else:
                rest += piece
        if rest:
            yield rest

    def _parsed(self, block: bytes, line: int) -> pa.RecordBatch:
        try:
            table = csv.read_csv(
                io.BytesIO(block),
                csv.ReadOptions(block_size=len(block) + 1, use_threads=False, column_names=self.columns),
                csv.ParseOptions(delimiter=self._separator, ignore_empty_lines=False),
                csv.ConvertOptions(column_types=dict.fromkeys(self.columns, pa.string()), strings_can_be_null=False),
            )
        except pa.ArrowInvalid as error:
            raise bad_block(error, line, self._separator) from None
        _check_lines(block, len(table), line)
        return table.combine_chunks().to_batches()[0]

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class ParquetRows:
    """A Parquet file; its rows are counted from 1."""

    first = 1

    def __init__(self, path: Path) -> None:
        try:
            self._file = pq.ParquetFile(path)
        except (pa.ArrowException, OSError) as error:
            raise bad_parquet(path, error) from None
        self.columns = [name.strip() for name in self._file.schema_arrow.names]
        self.size, self.position = self._file.metadata.num_rows, 0

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows, some ten thousands at a time."""
        batches = self._file.iter_batches(PARQUET_ROWS)
        while (batch := _next_of(batches)) is not None:
            self.position += len(batch)
            yield batch

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _next_of(batches: Iterator[pa.RecordBatch]) -> pa.RecordBatch | None:
    """The next batch, every text of it proven UTF-8: Arrow takes the file's word for it."""
    try:
        batch = next(batches, None)
        if batch is not None:
            batch.validate(full=True)
        return batch
    except (pa.ArrowException, OSError) as error:
        raise damaged(error) from None


def _decoded(header: bytes) -> str:
    try:
        text = header.decode("utf-8-sig").lstrip("\ufeff")
    except UnicodeDecodeError:
        raise not_utf8(1) from None
    check_header(text)
    return text


def _check_lines(block: bytes, rows: int, line: int) -> None:
    """Refuse a block whose rows are not its lines: a quoted cell holds a line break, and every number would be off."""
    if rows == block.count(b"\n") + (not block.endswith(b"\n")):
        return
    odd = (at for at, text in enumerate(block.split(b"\n")) if text.count(b'"') % 2)
    if (at := next(odd, None)) is not None:
        raise line_break(line + at)
    raise lone_return(line + block[: LONE_RETURN.search(block).start()].count(b"\n"))  # type: ignore[union-attr]
