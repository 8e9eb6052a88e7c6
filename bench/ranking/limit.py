"""The limit: what NumPy needs merely to add the same points up to one total per dossier, no rule applied.

Owns several ways of adding, of which the fastest counts: set by set as the arrays come, and the whole block at once,
which is stricter, since it knows nothing of sets.
"""

from collections.abc import Callable

import numpy as np

from bench.ranking.nation import Nation

Totals = Callable[[], list[np.ndarray]]


def by_set(nation: Nation) -> dict[str, Totals]:
    """Sums set by set over arrays of each set's own (leaves, members, dossiers), no row to spare."""
    arrays = [
        np.ascontiguousarray(block.points[: len(segment.sheet.leaves), :, segment.columns])
        for block in nation.blocks
        for segment in block.segments
    ]
    return {
        "sum over both axes": lambda: [array.sum(axis=(0, 1), dtype=np.uint16) for array in arrays],
        "leaves, then members": lambda: [_leaves_first(array) for array in arrays],
        "members, then leaves": lambda: [_members_first(array) for array in arrays],
    }


def at_once(nation: Nation) -> dict[str, Totals]:
    """Sums over the whole blocks."""
    arrays = [block.points for block in nation.blocks]
    return {
        "leaves, then members, all sets at once": lambda: [_leaves_first(array) for array in arrays],
        "members, then leaves, all sets at once": lambda: [_members_first(array) for array in arrays],
    }


def _leaves_first(points: np.ndarray) -> np.ndarray:
    return np.add.reduce(np.add.reduce(points, axis=0, dtype=np.uint8), axis=0, dtype=np.uint16)


def _members_first(points: np.ndarray) -> np.ndarray:
    return np.add.reduce(np.add.reduce(points, axis=1, dtype=np.uint8), axis=0, dtype=np.uint16)
