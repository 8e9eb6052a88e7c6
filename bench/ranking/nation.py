"""A made-up nation: dossiers of every set of every generation, nine sheets each, always the same ones.

Owns the drawing of marks. Dossiers differ in quality and members scatter around it, so that every band, floor and gate
comes up. Contenders get the points behind the marks, in the shape that suits them best.
"""

from dataclasses import dataclass

import numpy as np

from ocop.rules.lawbook.book import GENERATIONS, criteria_set, find_set, set_numbers
from ocop.rules.lawbook.council import default_rules
from ocop.rules.scoring.batch.bars import Bars, bars_of
from ocop.rules.scoring.batch.block import Block, Group, lay_out
from ocop.rules.scoring.batch.marks import Sheet, sheet_of

SEED = 20261122
PRODUCTS = 15_000
MEMBERS = 9


@dataclass(frozen=True)
class SetPoints:
    """The dossiers of one set, decoded: `points` (dossiers, members, leaves in printed order), `gated` per dossier."""

    sheet: Sheet
    points: np.ndarray
    gated: np.ndarray
    places: np.ndarray


@dataclass(frozen=True)
class Nation:
    """The nation as marks by set, as blocks with their bars, and as plain points by set."""

    groups: list[Group]
    blocks: list[Block]
    bars: list[Bars]
    sets: list[SetPoints]

    @property
    def dossiers(self) -> int:
        return sum(block.dossiers for block in self.blocks)

    @property
    def cells(self) -> int:
        return sum(one.points.size for one in self.sets)


def all_sheets() -> list[Sheet]:
    return [
        sheet_of(criteria_set(instrument, number))
        for instrument in GENERATIONS
        for number in set_numbers(instrument)
        if not find_set(instrument, number).missing_because
    ]


def drawn_groups(products: int = PRODUCTS, members: int = MEMBERS, seed: int = SEED) -> list[Group]:
    """Marks of `products` dossiers, spread at random over all sets."""
    source = np.random.default_rng(seed)
    sheets = all_sheets()
    chosen = source.integers(0, len(sheets), products)
    groups = []
    for number, sheet in enumerate(sheets):
        places = np.flatnonzero(chosen == number)
        groups.append(Group(sheet, _marks(sheet, members, len(places), source), places))
    return groups


def _marks(sheet: Sheet, members: int, dossiers: int, source: np.random.Generator) -> np.ndarray:
    """Better dossiers get higher options; members stray by one now and then; a few marks are "none applies"."""
    options = np.array([len(leaf.options) for leaf in sheet.criteria.leaves])[:, None, None]
    quality = source.beta(4, 1.2, (1, 1, dossiers))
    level = source.binomial(options - 1, np.broadcast_to(quality, (len(options), 1, dossiers))) + 1
    stray = source.choice([-1, 0, 0, 0, 0, 0, 0, 1], (len(options), members, dossiers))
    marks = np.clip(level + stray, 1, options)
    marks[source.random(marks.shape) < 0.01] = 0
    return marks.astype(np.uint8)


def build(products: int = PRODUCTS) -> Nation:
    """The nation in every shape."""
    groups = drawn_groups(products)
    blocks = lay_out(groups)
    bars = [bars_of(block, default_rules()) for block in blocks]
    gated = np.zeros(products, np.bool_)
    for block, bar in zip(blocks, bars, strict=True):
        gated[block.places[bar.gated]] = True
    return Nation(groups, blocks, bars, [_decoded(group, gated) for group in groups])


def _decoded(group: Group, gated: np.ndarray) -> SetPoints:
    (block,) = lay_out([group], width=group.marks.shape[2])
    printed = np.empty_like(block.points)
    printed[group.sheet.printed] = block.points
    return SetPoints(group.sheet, np.ascontiguousarray(printed.transpose(2, 1, 0)), gated[group.places], group.places)
