"""What stands beside the star: parts, members' totals and how far they lie apart, and which floors were missed.

Owns the numbers that a council reads and a star does not need. The star itself is `kernel`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ocop.rules.scoring.batch.bars import Bars, Whole, enough_of
from ocop.rules.scoring.batch.block import Block, Segment
from ocop.rules.scoring.batch.marks import Bytes
from ocop.rules.scoring.batch.tables import Tables

PARTS = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Spreads:
    """How far the members' totals lie apart: greatest minus least, and the number of pairs over the limit."""

    members: Bytes
    points: Bytes
    pairs: Whole


def parts_of(block: Block, bars: Bars) -> Whole:
    """Sums over the members of the parts A, B, C: (3, dossiers); 0 where a set has no such part."""
    sums = np.add.reduce(block.points, axis=1, dtype=bars.sum_type)
    parts = np.zeros((len(PARTS), block.dossiers), bars.total_type)
    for segment in block.segments:
        for at, part in enumerate(PARTS):
            rows = [row for row, leaf in enumerate(segment.sheet.leaves) if leaf.part == part]
            parts[at, segment.columns] = sums[rows, segment.columns].sum(axis=0, dtype=bars.total_type)
    return parts


def spreads_of(block: Block, bars: Bars) -> Spreads:
    """The spread of every dossier; `members` are the members' totals (members, dossiers)."""
    totals = np.add.reduce(block.points, axis=0, dtype=np.uint8)
    apart = totals.max(axis=0) - totals.min(axis=0)
    pairs = np.zeros(block.dossiers, np.uint32)
    for one, other in combinations(totals, 2):
        pairs += np.maximum(one, other) - np.minimum(one, other) > bars.rules.spread_limit
    return Spreads(totals, apart, pairs)


def floors_missed(block: Block, bars: Bars, band: Bytes) -> Iterator[tuple[Segment, Tables, NDArray[np.bool_]]]:
    """Set by set, which of its floors up to the band are missed: (floors in printed order, dossiers of the segment)."""
    for segment, tables in zip(block.segments, bars.tables, strict=True):
        rows = [floor.row for floor in tables.floors]
        need = np.array([floor.need for floor in tables.floors], np.int64)[:, None]
        stars = np.array([floor.star for floor in tables.floors], np.int64)[:, None]
        points = block.points[rows, :, segment.columns]
        yield segment, tables, ~_met(points, need, block.members, bars) & (stars <= band[segment.columns])


def _met(points: Bytes, need: NDArray[np.int64], members: int, bars: Bars) -> NDArray[np.bool_]:
    if bars.rules.floor_basis == "mean":
        sums: NDArray[np.int64] = points.sum(axis=1, dtype=np.int64)
        return sums >= need * members
    reached = (points >= need[:, None, :]).sum(axis=1, dtype=np.uint32)
    return enough_of(reached, members, bars.rules.floor_basis)
