"""Marks as bytes: one set's leaves as rows, and what each byte is worth in points.

Owns the encoding (`UNMARKED`, `NONE_APPLIES`, otherwise the option's number), the order of the rows, and the decoding
of marks into points, with the story rule and the members who gave 0 points at a gate. Nothing here depends on a
council's rules, so that decoded points stay good when a rule changes. Bars and stars are `tables`' and `kernel`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ocop.rules.lawbook.shapes import CriteriaSet, Criterion
from ocop.rules.refused import LawFault
from ocop.rules.scoring.gates import watched, zero_gates

UNMARKED = 255
NONE_APPLIES = 0
BYTE = 255

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A row that counts only with a story: `told` says, for each mark in row `of`, whether one is told (1 or 0)."""

    row: int
    of: int
    told: Bytes


@dataclass(frozen=True, eq=False)
class Sheet:
    """How one set's marks are read. Rows are its leaves, those with floors first (see `_order`).

    `worth[row, mark]` is in points, for 0 and every option; `printed[row]` is the leaf's place in printed order;
    `gates` holds the rows that each gate by 0 points watches.
    """

    criteria: CriteriaSet
    leaves: tuple[Criterion, ...]
    printed: NDArray[np.intp]
    worth: Bytes
    stories: tuple[StoryRow, ...]
    gates: tuple[tuple[int, ...], ...]

    @cached_property
    def row_of(self) -> dict[str, int]:
        """Leaf code -> row."""
        return {leaf.code: row for row, leaf in enumerate(self.leaves)}

    @cached_property
    def has_floors(self) -> bool:
        """True when any floor is printed in the set."""
        return any(option.floor is not None for leaf in self.leaves for option in leaf.options)

    @cached_property
    def most(self) -> NDArray[np.int64]:
        """The most points of each row."""
        most: NDArray[np.int64] = self.worth.max(axis=1).astype(np.int64)
        return most


def sheet_of(criteria: CriteriaSet) -> Sheet:
    """The reading of one set's marks. Raises LawFault when a sheet's points would not fit a byte."""
    leaves = tuple(sorted(criteria.leaves, key=_order))
    rows = {leaf.code: row for row, leaf in enumerate(leaves)}
    places = {leaf.code: place for place, leaf in enumerate(criteria.leaves)}
    options = max(len(leaf.options) for leaf in leaves)
    worth = np.stack([_worth(leaf, options) for leaf in leaves])
    if int(worth.max(axis=1).sum(dtype=np.int64)) > BYTE:
        raise LawFault(
            "sheet_too_large",
            where=criteria.title,
            vi="tổng điểm của một phiếu vượt 255, không xếp hạng hàng loạt được",
            en="the points of one sheet exceed 255 and cannot be ranked in batches",
        )
    return Sheet(
        criteria=criteria,
        leaves=leaves,
        printed=np.array([places[leaf.code] for leaf in leaves], dtype=np.intp),
        worth=worth,
        stories=tuple(_story(leaf, rows) for leaf in leaves if leaf.story),
        gates=tuple(tuple(rows[code] for code in watched(leaf, gate, criteria)) for leaf, gate in zero_gates(criteria)),
    )


def _order(leaf: Criterion) -> tuple[bool, bool, bool, list[int]]:
    """Rows with floors first: those of 3 stars, then those of 5, then the rest, so that each star's stand together."""
    stars = {option.floor for option in leaf.options if option.floor is not None}
    if leaf.floor_unplaced is not None:
        stars.add(leaf.floor_unplaced)
    return (not stars, 3 not in stars, 5 not in stars, sorted(stars))


def _worth(leaf: Criterion, options: int) -> Bytes:
    worth = np.zeros(options + 1, np.uint8)
    for option in leaf.options:
        worth[option.number] = option.points
    return worth


def _story(leaf: Criterion, rows: dict[str, int]) -> StoryRow:
    assert leaf.story is not None
    told = np.ones(BYTE + 1, np.uint8)
    told[[NONE_APPLIES, *leaf.story.no_story]] = 0
    return StoryRow(rows[leaf.code], rows[leaf.story.criterion], told)


def decode(sheet: Sheet, marks: Bytes, points: Bytes) -> None:
    """Write what `marks` are worth into `points`: (rows, members, dossiers) both, marks with rows in printed order.

    Rows of `points` past the set's own are set to 0.
    """
    ordered = marks[sheet.printed]
    found = np.zeros_like(ordered)
    for number in range(1, sheet.worth.shape[1]):
        found += (ordered == number).view(np.uint8) * sheet.worth[:, number, None, None]
    points[: len(found)] = found
    points[len(found) :] = 0
    for story in sheet.stories:
        points[story.row] *= np.take(story.told, ordered[story.of])


def members_at_zero(sheet: Sheet, marks: Bytes, points: Bytes) -> NDArray[np.uint16]:
    """How many members of each dossier gave 0 points at each gate of the set: (gates, dossiers).

    A criterion not yet marked stops nothing.
    """
    found = np.zeros((len(sheet.gates), marks.shape[2]), np.uint16)
    for gate, rows in enumerate(sheet.gates):
        at = list(rows)
        zero = (points[at] == 0) & (marks[sheet.printed[at]] != UNMARKED)
        found[gate] = zero.any(axis=0).sum(axis=0)
    return found


def open_marks(marks: Bytes) -> NDArray[np.uint32]:
    """How many marks of each dossier are still open."""
    by_member = np.add.reduce((marks == UNMARKED).view(np.uint8), axis=0, dtype=np.uint8)
    counts: NDArray[np.uint32] = np.add.reduce(by_member, axis=0, dtype=np.uint32)
    return counts
