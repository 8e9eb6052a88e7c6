"""The arithmetic of a block: from points to total, band, floors and star, in whole-row steps.

Owns `stars_of`, the part that runs over the nation again and again. Each number is compared as a sum against
`need * members`; nothing is divided, so nothing is rounded. What stands beside the star (parts, spread, which floors)
is `detail`'s; the bars are `bars`'.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ocop.rules.scoring.batch.bars import Bars, StarFloors, Whole, enough_of
from ocop.rules.scoring.batch.block import Block
from ocop.rules.scoring.batch.marks import Bytes
from ocop.rules.scoring.batch.tables import CODE_OF, STARS

TOP = STARS[-1]


@dataclass(frozen=True, slots=True)
class Stars:
    """One number per dossier: `total` is the sum over the members (the mean times their number).

    `outcome` is an index into `tables.OUTCOMES`; where it is `in_gap`, band and stars are 0.
    """

    total: Whole
    band: Bytes
    stars: Bytes
    outcome: Bytes


def stars_of(block: Block, bars: Bars) -> Stars:
    """Total, band, stars and outcome of every dossier, as `score` gives them one by one."""
    sums = np.add.reduce(block.points[: bars.floor_rows], axis=1, dtype=bars.sum_type)
    total = _totals(block, sums, bars)
    band = _bands(total, bars)
    stars, outcome = _lowered(band, _caps(block, sums, bars), bars)
    stars[bars.gated] = 0
    outcome[bars.gated] = bars.gate_codes
    for gap in bars.gaps:
        part = total[gap.columns]
        inside = (part > gap.low) & (part < gap.high)
        band[gap.columns][inside] = stars[gap.columns][inside] = 0
        outcome[gap.columns][inside] = CODE_OF["in_gap"]
    return Stars(total, band, stars, outcome)


def _totals(block: Block, sums: Whole, bars: Bars) -> Whole:
    """All points added up: in bytes as far as bytes reach, the rest in wider numbers."""
    if bars.runs:
        runs = np.empty((len(bars.runs), block.dossiers), np.uint8)
        for run, rows in zip(runs, bars.runs, strict=True):
            np.add.reduce(_of_rows(block, sums, rows), axis=0, out=run)
    else:
        runs = np.add.reduce(block.points, axis=0, dtype=np.uint8)
    total: Whole = np.add.reduce(runs, axis=0, dtype=bars.total_type)
    return total


def _of_rows(block: Block, sums: Whole, rows: slice) -> Whole:
    """What is to be added up of `rows`: their sums over the members where there are any, else every member's points."""
    if rows.stop <= len(sums):
        return sums[rows]
    return block.points[rows].reshape(-1, block.dossiers)


def _bands(total: Whole, bars: Bars) -> Bytes:
    band = np.ones(len(total), np.uint8)
    for least in bars.least:
        band += (total >= least).view(np.uint8)
    return band


def _caps(block: Block, sums: Whole, bars: Bars) -> Bytes | None:
    """The highest star whose floors, and those of every star below, are met; None when there are no floors."""
    if not bars.floors:
        return None
    cap = np.full(block.dossiers, TOP, np.uint8)
    part = cap[bars.floor_columns]
    part[:] = bars.floors[0].star - 1
    met: NDArray[np.bool_] | None = None
    for floors in bars.floors:
        here = _floors_met(block, sums, floors, bars)
        met = here if met is None else met & here
        part += met.view(np.uint8) * np.uint8(floors.steps)
    return cap


def _floors_met(block: Block, sums: Whole, floors: StarFloors, bars: Bars) -> NDArray[np.bool_]:
    if bars.rules.floor_basis == "mean":
        reached = sums[floors.rows, bars.floor_columns] >= floors.need
    else:
        points = block.points[floors.rows, :, bars.floor_columns]
        members = (points >= floors.need[:, None, :]).sum(axis=1, dtype=np.uint32)
        reached = enough_of(members, block.members, bars.rules.floor_basis)
    met: NDArray[np.bool_] = np.logical_and.reduce(reached, axis=0)
    return met


def _lowered(band: Bytes, cap: Bytes | None, bars: Bars) -> tuple[Bytes, Bytes]:
    outcome = np.zeros(len(band), np.uint8)
    if cap is None:
        return band.copy(), outcome
    stars = np.minimum(band, cap)
    if bars.rules.missed_floor != "lower":
        missed = cap < band
        stars[missed] = 0
        outcome[missed] = CODE_OF[bars.rules.missed_floor]
    return stars, outcome
