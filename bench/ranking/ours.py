"""Our kernel, timed from decoded points and ready bars to stars; and the steps around it, timed apart.

Owns the calls only; the rules are `ocop.rules.scoring.batch`'s.
"""

import numpy as np

from bench.ranking.nation import Nation
from ocop.rules.lawbook.council import default_rules, rules_with
from ocop.rules.scoring.batch.bars import bars_of
from ocop.rules.scoring.batch.block import lay_out
from ocop.rules.scoring.batch.front import rank
from ocop.rules.scoring.batch.kernel import Stars, stars_of


def kernel(nation: Nation) -> list[Stars]:
    return [stars_of(block, bars) for block, bars in zip(nation.blocks, nation.bars, strict=True)]


def answers(nation: Nation) -> tuple[np.ndarray, np.ndarray]:
    """Total and stars in the order of the dossiers."""
    total, stars = np.zeros(nation.dossiers, np.int64), np.zeros(nation.dossiers, np.int64)
    for block, found in zip(nation.blocks, kernel(nation), strict=True):
        total[block.places], stars[block.places] = found.total, found.stars
    return total, stars


def decode(nation: Nation) -> object:
    """Marks to points, gates and open marks included."""
    return lay_out(nation.groups)


def everything(nation: Nation) -> object:
    """Points to stars with parts, spread and pairs over the limit."""
    return list(rank(nation.blocks))


def from_marks(nation: Nation) -> object:
    """Marks to stars, the bars included."""
    return [stars_of(block, bars_of(block, default_rules())) for block in lay_out(nation.groups)]


def changed_rule(nation: Nation) -> object:
    """The nation again under another reading of the floors, over points that are there."""
    rules = rules_with({"floor_basis": "every"})
    return [stars_of(block, bars_of(block, rules)) for block in nation.blocks]
