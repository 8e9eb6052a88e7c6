"""The table of results: one row per dossier, as CSV or Parquet, complete or not there at all.

Owns its columns, exact texts, and the writing: to a temporary file beside the target, renamed when everything is in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

from ocop.cli.rank.sources import PARQUET
from ocop.rules.scoring.batch.bars import Whole
from ocop.rules.scoring.batch.front import Ranked, missed_by_column
from ocop.rules.scoring.batch.tables import OUTCOMES
from ocop.rules.scoring.numbers import decimal_text

RESULT = pa.schema(
    [
        ("dossier", pa.string()),
        ("instrument", pa.string()),
        ("set", pa.int32()),
        ("members", pa.int32()),
        ("total", pa.string()),
        ("A", pa.string()),
        ("B", pa.string()),
        ("C", pa.string()),
        ("band", pa.int8()),
        ("stars", pa.int8()),
        ("outcome", pa.string()),
        ("floors_missed", pa.string()),
        ("spread", pa.int32()),
        ("spread_pairs", pa.int32()),
        ("unmarked", pa.int32()),
    ]
)
SKIPPED = pa.schema([("dossier", pa.string()), ("line", pa.int64()), ("column", pa.string()), ("reason", pa.string())])


def result_batch(names: list[str], ranked: Sequence[Ranked]) -> pa.RecordBatch | None:
    """The result rows of some ranked blocks, in the order of `names`; None when there is nothing."""
    batches = [_batch(names, one) for one in ranked]
    if not batches:
        return None
    places = np.concatenate([one.block.places for one in ranked])
    table = pa.Table.from_batches(batches).take(pa.array(np.argsort(places)))
    return table.combine_chunks().to_batches()[0]


def _batch(names: list[str], ranked: Ranked) -> pa.RecordBatch:
    block, stars, spreads = ranked.block, ranked.stars, ranked.spreads
    criteria = [segment.sheet.criteria for segment in block.segments]
    widths = [segment.stop - segment.start for segment in block.segments]
    columns = [
        pa.array([names[place] for place in block.places.tolist()], pa.string()),
        pa.array(np.repeat([one.instrument for one in criteria], widths), pa.string()),
        np.repeat([one.number for one in criteria], widths),
        np.full(block.dossiers, block.members),
        *(_means(sums, block.members) for sums in (stars.total, *ranked.parts)),
        stars.band,
        stars.stars,
        pa.array(OUTCOMES).take(pa.array(stars.outcome)),
        pa.array([_missed(floors) for floors in missed_by_column(ranked)]),
        spreads.points,
        spreads.pairs,
        block.unmarked,
    ]
    return pa.RecordBatch.from_arrays(
        [pa.array(column).cast(field.type) for column, field in zip(columns, RESULT, strict=True)], schema=RESULT
    )


@lru_cache(maxsize=4096)
def _missed(floors: tuple[tuple[str, int], ...]) -> str:
    return ";".join(f"{code}:{star}" for code, star in floors)


def _means(sums: Whole, members: int) -> pa.Array:
    """The exact means as text; each different sum is written once."""
    values, inverse = np.unique(sums, return_inverse=True)
    texts = [decimal_text(Fraction(value, members)) for value in values.tolist()]
    return pa.array(texts).take(pa.array(inverse))


class Sink:
    """A table being written; CSV or Parquet by the name of its file."""

    def __init__(self, path: Path, target: Path, schema: pa.Schema) -> None:
        self._writer: Any
        if target.suffix.lower() in PARQUET:
            self._writer = pq.ParquetWriter(path, schema)
        else:
            self._writer = csv.CSVWriter(path, schema, write_options=csv.WriteOptions(quoting_style="needed"))

    def write(self, batch: pa.RecordBatch) -> None:
        """Add rows."""
        self._writer.write_batch(batch)

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()


@contextmanager
def written_whole(target: Path, schema: pa.Schema) -> Iterator[Sink]:
    """A sink whose file appears under its name only when the block ends well; after a fault nothing is left."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    sink = Sink(part, target, schema)
    try:
        yield sink
        sink.close()
        part.replace(target)
    finally:
        sink.close()
        part.unlink(missing_ok=True)
