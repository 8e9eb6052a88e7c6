"""Another generation for many dossiers at once: marks carried over by look-up tables, then ranked twice.

Owns `compare_dossiers`, the batch twin of `compare.compare`; which mark stands for which is `compare.readings`'.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ocop.rules.lawbook.council import CouncilRules
from ocop.rules.lawbook.shapes import CriteriaSet
from ocop.rules.scoring.batch.block import Group
from ocop.rules.scoring.batch.front import Ranking, groups_of, rank_groups
from ocop.rules.scoring.batch.marks import BYTE, NONE_APPLIES, UNMARKED, Bytes, sheet_of
from ocop.rules.scoring.compare import Bound, Reading, carried_gates, readings
from ocop.rules.scoring.sheets import Dossier

BOUNDS: tuple[Bound, Bound] = ("least", "most")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most one dossier would have been given under another criteria set."""

    least: Ranking
    most: Ranking

    @property
    def certain(self) -> bool:
        """True when both bounds give the same star."""
        return self.least.stars == self.most.stars


def compare_dossiers(
    dossiers: Sequence[Dossier], target: Callable[[CriteriaSet], CriteriaSet], rules: CouncilRules | None = None
) -> list[Bounds]:
    """What every dossier would have given under `target(its set)`, in their order, as `compare` says it one by one."""
    groups = groups_of([carried_gates(dossier) for dossier in dossiers])
    least, most = (rank_groups([carry_group(group, target, bound) for group in groups], rules) for bound in BOUNDS)
    return [Bounds(*pair) for pair in zip(least, most, strict=True)]


def carry_group(group: Group, target: Callable[[CriteriaSet], CriteriaSet], bound: Bound) -> Group:
    """The group with its marks carried over to `target(its set)`."""
    before = group.sheet.criteria
    after = target(before)
    row_of = {leaf.code: row for row, leaf in enumerate(before.leaves)}
    marks = np.stack([_row(reading, group.marks, row_of) for reading in readings(before, after, bound)])
    return replace(group, sheet=sheet_of(after), marks=marks)


def _row(reading: Reading, marks: Bytes, row_of: dict[str, int]) -> Bytes:
    """The marks of one criterion of the other set, (members, dossiers)."""
    if reading.source is None:
        return np.full(marks.shape[1:], _byte(reading.alone), np.uint8)
    table = np.full(BYTE + 1, UNMARKED, np.uint8)
    table[NONE_APPLIES] = NONE_APPLIES
    for number, carried in reading.marks.items():
        table[number] = _byte(carried)
    row: Bytes = table[marks[row_of[reading.source]]]
    return row


def _byte(mark: int | None) -> int:
    return NONE_APPLIES if mark is None else mark
