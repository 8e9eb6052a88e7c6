"""Dossiers side by side: points of many dossiers with equally many members, those of one set next to each other.

Owns `Group` (what callers hand in), `Block` (what the kernel reads) and the laying out of the one into the other.
Leaves are rows, then members, then dossiers: sums run along whole rows of neighbouring dossiers, and stay in bytes.
Nothing here depends on council rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from ocop.rules.scoring.batch.marks import Bytes, Sheet, decode, members_at_zero, open_marks

# Sums of so many neighbours stay in the nearest caches while rows are long enough to add at full speed.
WIDTH = 16384


@dataclass(frozen=True)
class Group:
    """Dossiers of one set with equally many members, as marks (leaves in printed order, members, dossiers).

    `places` are the caller's own positions of the dossiers; `declared` holds the outcome code of the first gate that
    people declared, 0 for none.
    """

    sheet: Sheet
    marks: Bytes
    places: NDArray[np.int64]
    declared: Bytes | None = None


@dataclass(frozen=True)
class Segment:
    """The columns `start` to `stop` of a block, all of one set."""

    sheet: Sheet
    start: int
    stop: int

    @property
    def columns(self) -> slice:
        """The columns as a slice."""
        return slice(self.start, self.stop)


@dataclass(frozen=True)
class Block:
    """Decoded dossiers: `points` (rows, members, dossiers), members `at_zero` (gates, dossiers), others by dossier."""

    segments: tuple[Segment, ...]
    points: Bytes
    at_zero: NDArray[np.uint16]
    unmarked: NDArray[np.uint32]
    declared: Bytes
    places: NDArray[np.int64]

    @property
    def members(self) -> int:
        """Members per dossier."""
        return int(self.points.shape[1])

    @property
    def dossiers(self) -> int:
        """Number of dossiers."""
        return int(self.points.shape[2])


def lay_out(groups: Iterable[Group], width: int = WIDTH) -> list[Block]:
    """The blocks of `groups`, at most `width` dossiers each; one block never mixes numbers of members."""
    ordered = sorted(groups, key=_order)
    blocks = []
    for _, alike in groupby(ordered, key=lambda group: group.marks.shape[1]):
        blocks += [_block(part) for part in _parts(alike, width)]
    return blocks


def _order(group: Group) -> tuple[int, bool, str, int]:
    """By members, then sets without floors last, so that floors are compared only where there are any."""
    criteria = group.sheet.criteria
    return (group.marks.shape[1], not group.sheet.has_floors, criteria.instrument, criteria.number)


def _parts(groups: Iterable[Group], width: int) -> Iterator[list[Group]]:
    part: list[Group] = []
    room = width
    for group in groups:
        start, size = 0, group.marks.shape[2]
        while start < size:
            taken = _cut(group, start, min(size, start + room))
            part.append(taken)
            start += taken.marks.shape[2]
            room -= taken.marks.shape[2]
            if room == 0:
                yield part
                part, room = [], width
    if part:
        yield part


def _cut(group: Group, start: int, stop: int) -> Group:
    declared = None if group.declared is None else group.declared[start:stop]
    return Group(group.sheet, group.marks[:, :, start:stop], group.places[start:stop], declared)


def _block(groups: list[Group]) -> Block:
    rows = max(len(group.sheet.leaves) for group in groups)
    gates = max(len(group.sheet.gates) for group in groups)
    total = sum(group.marks.shape[2] for group in groups)
    block = Block(
        segments=tuple(_segments(groups)),
        points=np.empty((rows, groups[0].marks.shape[1], total), np.uint8),
        at_zero=np.zeros((gates, total), np.uint16),
        unmarked=np.empty(total, np.uint32),
        declared=np.zeros(total, np.uint8),
        places=np.concatenate([group.places for group in groups]),
    )
    for group, segment in zip(groups, block.segments, strict=True):
        _fill(block, group, segment.columns)
    return block


def _segments(groups: list[Group]) -> Iterator[Segment]:
    start = 0
    for group in groups:
        stop = start + group.marks.shape[2]
        yield Segment(group.sheet, start, stop)
        start = stop


def _fill(block: Block, group: Group, columns: slice) -> None:
    points = block.points[:, :, columns]
    decode(group.sheet, group.marks, points)
    block.at_zero[: len(group.sheet.gates), columns] = members_at_zero(group.sheet, group.marks, points)
    block.unmarked[columns] = open_marks(group.marks)
    if group.declared is not None:
        block.declared[columns] = group.declared
