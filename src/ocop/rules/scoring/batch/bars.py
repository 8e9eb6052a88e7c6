"""Bars: what the dossiers of one block must reach under one council's rules, spread out over the block's columns.

Owns turning each set's tables into arrays that stand beside the points: least totals, floors by star, gaps, gates met
by 0 points. Made anew when a rule changes, while the points stay. The comparing is `kernel`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ocop.rules.lawbook.council import CouncilRules
from ocop.rules.scoring.batch.block import Block
from ocop.rules.scoring.batch.marks import BYTE, Bytes, Sheet
from ocop.rules.scoring.batch.tables import STARS, Tables, compile_set

Whole = NDArray[np.unsignedinteger[Any]]


@dataclass(frozen=True, slots=True)
class StarFloors:
    """The floors of one star, against `rows` of the block: `need` (rows, columns), 0 where there is none.

    `steps` are the stars from this one up to the next that has floors, or to the top: what meeting them opens.
    """

    star: int
    steps: int
    rows: slice
    need: Whole


@dataclass(frozen=True, slots=True)
class Gap:
    """Columns whose sum of points may lie strictly between `low` and `high`, where no star is given."""

    columns: slice
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Bars:
    """Everything a block is held against; `least` are least sums over the members for 2 to 5 stars.

    The first `floor_rows` rows are summed over the members, since floors are held against means; in
    `floor_columns` stand all sets with floors. `runs` are rows that can be added up in bytes, none when even one row's
    sum is wider.
    `gated` are the columns with a gate met, `gate_codes` their outcomes.
    """

    rules: CouncilRules
    tables: tuple[Tables, ...]
    sum_type: np.dtype[Any]
    total_type: np.dtype[Any]
    floor_rows: int
    floor_columns: slice
    runs: tuple[slice, ...]
    least: tuple[Whole, ...]
    floors: tuple[StarFloors, ...]
    gaps: tuple[Gap, ...]
    gated: NDArray[np.intp]
    gate_codes: Bytes


def bars_of(block: Block, rules: CouncilRules) -> Bars:
    """The bars of `block` under `rules`."""
    tables = tuple(_tables(segment.sheet, rules) for segment in block.segments)
    highest = max(max(_most_of_sheet(item.sheet), *(-(-least // 2) for least in item.least_doubled)) for item in tables)
    sum_type = np.min_scalar_type(block.members * max(_most_of_row(item) for item in tables))
    total_type = np.min_scalar_type(block.members * highest)
    gated, gate_codes = _gated(block, tables, rules)
    floor_rows = _floor_rows(tables) if rules.floor_basis == "mean" else 0
    columns = _floor_columns(block, tables)
    return Bars(
        rules=rules,
        tables=tables,
        sum_type=sum_type,
        total_type=total_type,
        floor_rows=floor_rows,
        floor_columns=columns,
        runs=_runs(block, floor_rows) if sum_type == np.uint8 else (),
        least=_least(block, tables, total_type),
        floors=tuple(
            _star_floors(block, tables, stars, columns, _scale(block, rules), sum_type)
            for stars in pairwise(_floor_stars(tables))
        ),
        gaps=tuple(_gaps(block, tables)),
        gated=gated,
        gate_codes=gate_codes,
    )


@lru_cache(maxsize=1024)
def _tables(sheet: Sheet, rules: CouncilRules) -> Tables:
    return compile_set(sheet.criteria, rules, sheet)


def _most_of_sheet(sheet: Sheet) -> int:
    return int(sheet.most.sum())


def _most_of_row(tables: Tables) -> int:
    return max(int(tables.sheet.most.max()), *(floor.need for floor in tables.floors), 0)


def _scale(block: Block, rules: CouncilRules) -> int:
    """Means are compared as sums over the members, single members' points as they are."""
    return block.members if rules.floor_basis == "mean" else 1


def _floor_rows(tables: Sequence[Tables]) -> int:
    return max((floor.row + 1 for item in tables for floor in item.floors), default=0)


def _floor_columns(block: Block, tables: Sequence[Tables]) -> slice:
    concerned = [segment for segment, item in zip(block.segments, tables, strict=True) if item.floors]
    return slice(concerned[0].start, concerned[-1].stop) if concerned else slice(0, 0)


def _runs(block: Block, floor_rows: int) -> tuple[slice, ...]:
    """The rows as runs, none of which can add up past a byte in any of the block's sets, nor cross `floor_rows`."""
    most = np.zeros((len(block.segments), block.points.shape[0]), np.int64)
    for at, segment in enumerate(block.segments):
        most[at, : len(segment.sheet.leaves)] = segment.sheet.most * block.members
    cuts, run = [0], np.zeros(len(block.segments), np.int64)
    for row in range(block.points.shape[0]):
        run += most[:, row]
        if run.max() > BYTE or row == floor_rows > 0:
            cuts.append(row)
            run = most[:, row].copy()
    return tuple(slice(start, stop) for start, stop in pairwise([*cuts, len(most[0])]))


def _least(block: Block, tables: Sequence[Tables], kind: np.dtype[Any]) -> tuple[Whole, ...]:
    """Least sums for 2 to 5 stars: one number each when all sets agree, else one for each column.

    With doubled points, `total / n >= least / 2` is `total >= least * n / 2`, rounded up.
    """
    sums = [[-(-least * block.members // 2) for least in item.least_doubled] for item in tables]
    if all(row == sums[0] for row in sums):
        return tuple(np.array([value], kind) for value in sums[0])
    spread = np.empty((len(STARS), block.dossiers), kind)
    for segment, row in zip(block.segments, sums, strict=True):
        spread[:, segment.columns] = np.array(row, kind)[:, None]
    return tuple(spread)


def _floor_stars(tables: Iterable[Tables]) -> list[int]:
    """The stars that have floors, rising, and one past the top as their end."""
    return [*sorted({star for item in tables for star in item.floor_stars}), STARS[-1] + 1]


def _star_floors(
    block: Block, tables: Sequence[Tables], stars: tuple[int, int], columns: slice, scale: int, kind: np.dtype[Any]
) -> StarFloors:
    """The floors of the first of `stars`, cut down to the rows that have one; the second is the next with floors."""
    concerned = [
        (segment, [floor for floor in item.floors if floor.star == stars[0]])
        for segment, item in zip(block.segments, tables, strict=True)
    ]
    touched = [floor.row for _, floors in concerned for floor in floors]
    rows = slice(min(touched), max(touched) + 1)
    need = np.zeros((rows.stop - rows.start, block.dossiers), kind)
    for segment, floors in concerned:
        for floor in floors:
            need[floor.row - rows.start, segment.columns] = floor.need * scale
    return StarFloors(stars[0], stars[1] - stars[0], rows, np.ascontiguousarray(need[:, columns]))


def _gaps(block: Block, tables: Sequence[Tables]) -> Iterable[Gap]:
    for segment, item in zip(block.segments, tables, strict=True):
        for low, high in item.gaps:
            yield Gap(segment.columns, low * block.members, high * block.members)


def _gated(block: Block, tables: Sequence[Tables], rules: CouncilRules) -> tuple[NDArray[np.intp], Bytes]:
    """Columns with a gate met, and its outcome: declared gates come first, then those by 0 points in printed order."""
    codes = block.declared.copy()
    for segment, item in zip(block.segments, tables, strict=True):
        part = codes[segment.columns]
        for gate, code in enumerate(item.gate_outcomes):
            met = enough_of(block.at_zero[gate, segment.columns], block.members, rules.zero_gate_basis)
            part[met & (part == 0)] = code
    gated = np.flatnonzero(codes)
    return gated, codes[gated]


def enough_of(counts: Whole, whole: int, basis: str) -> NDArray[np.bool_]:
    """As `gates.enough`, for many counts at once."""
    least = {"any": 1, "majority": whole // 2 + 1, "every": whole}[basis]
    return counts >= least
