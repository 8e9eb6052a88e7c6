"""Proofs on floors: each is a level one can get, they rise with the stars, and every star can be reached.

Owns the marks of minimum points. What a missed floor makes of a star is `ocop.rules.scoring`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ocop.rules.lawbook.check.opened import LeafItem, Row, SetItem, leaves, rows, whole_sets
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.shapes import CriteriaSet


def rising(item: LeafItem) -> Iterator[Fault]:
    """One mark per star on a criterion, and a higher star marks more points."""
    marks = sorted((option.floor, option.points) for option in item.leaf.options if option.floor is not None)
    for (star, points), (next_star, next_points) in pairwise(marks):
        if star == next_star or next_points <= points:
            yield Fault(
                item.file,
                item.leaf.code,
                f"mức {next_star} sao ({next_points} điểm) không cao hơn mức {star} sao ({points} điểm)",
                f"the {next_star}-star floor ({next_points}) is not above the {star}-star floor ({points})",
            )


def in_every_case(item: LeafItem) -> Iterator[Fault]:
    """A floor would bind one case and not the other, which no sheet prints."""
    if item.leaf.cases and any(option.floor for option in item.leaf.options):
        yield Fault(item.file, item.leaf.code, "mức tối thiểu ở một trường hợp", "a floor in one of two cases")


def placed_once(item: LeafItem) -> Iterator[Fault]:
    """A mark printed at the name of the criterion is not also at one of its options."""
    star = item.leaf.floor_unplaced
    if star is not None and any(option.floor == star for option in item.leaf.options):
        yield Fault(item.file, item.leaf.code, f"dấu {star} sao in ở cả hai nơi", f"{star} stars marked at both places")


def reachable(item: SetItem) -> Iterator[Fault]:
    """The sheet with the best option everywhere tells a story and reaches the points of each star from 3 to 5."""
    total = sum(leaf.levels[-1] for leaf in item.criteria.leaves)
    for stars, least in sorted(_least_points(item).items()):
        if total < least:
            yield Fault(
                item.file,
                f"{stars} sao",
                f"phiếu cao nhất được {total} điểm, không thể đến {least}",
                f"the best sheet gives {total} points and cannot reach {least}",
            )
    for leaf in item.criteria.leaves:
        if leaf.story and _best_option(item.criteria, leaf.story.criterion) in leaf.story.no_story:
            yield Fault(item.file, leaf.code, "câu chuyện tốt nhất lại là không có", "the best story is to have none")


def _least_points(item: SetItem) -> dict[int, int]:
    ranks: list[Row] = [
        row for row in rows(item.law, "bands.yaml", "bands") if row.data["instrument"] == item.criteria.instrument
    ]
    return {rank["stars"]: rank["min"] for row in ranks for rank in row.data["ranks"] if rank["stars"] >= 3}


def _best_option(criteria: CriteriaSet, code: str) -> int:
    """The number of the option with the most points; 0 when `code` is no leaf, which `conditions` tells."""
    options = criteria.nodes[code].options if code in criteria.nodes else ()
    return max(options, key=lambda option: option.points).number if options else 0


PROOFS = (
    Proof(
        "floors",
        "tiêu chí: mức tối thiểu là một phương án, tăng theo sao, mỗi sao một mức",
        "criteria: each floor is an option, one per star, rising with the stars",
        leaves,
        rising,
    ),
    Proof(
        "floors_in_cases",
        "tiêu chí: không có mức tối thiểu chỉ ở một trường hợp",
        "criteria: no floor in one case only",
        leaves,
        in_every_case,
    ),
    Proof(
        "floors_placed", "tiêu chí: dấu sao in ở một nơi", "criteria: a mark stands at one place", leaves, placed_once
    ),
    Proof(
        "reachable",
        "bộ: phiếu cao nhất đạt 3, 4 và 5 sao",
        "sets: the best sheet reaches 3, 4 and 5 stars",
        whole_sets,
        reachable,
    ),
)
