"""Dossiers that come back: told from eight bytes each, so that memory stays small over millions.

Owns remembering which dossiers were read. The chance that two different names share all 64 bits is below one in ten
million for a million dossiers, and would refuse a file, never mix two dossiers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ALL_BITS = (1 << 64) - 1


class Seen:
    """The dossiers seen so far, as sorted runs of marks that grow by merging equals."""

    def __init__(self) -> None:
        self._runs: list[NDArray[np.uint64]] = []

    def again(self, names: list[str]) -> NDArray[np.bool_]:
        """Which of `names` were seen before, in earlier calls or earlier in this one; remembers all of them."""
        marks = np.array([hash(name) & ALL_BITS for name in names], np.uint64)
        found = np.zeros(len(marks), np.bool_)
        for run in self._runs:
            at = np.minimum(np.searchsorted(run, marks), len(run) - 1)
            found |= run[at] == marks
        _, first = np.unique(marks, return_index=True)
        inside = np.ones(len(marks), np.bool_)
        inside[first] = False
        self._remember(np.sort(marks))
        return found | inside

    def _remember(self, run: NDArray[np.uint64]) -> None:
        while self._runs and len(self._runs[-1]) <= len(run):
            run = np.sort(np.concatenate([self._runs.pop(), run]))
        if len(run):
            self._runs.append(run)
