"""Proofs on conditions: gates that 0 points meet can be met, story conditions point at what they mean.

Owns `gates` and `applies_if` of criteria. What they do to a score is `ocop.rules.scoring`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from ocop.rules.lawbook.check.opened import LeafItem, SetItem, leaves, whole_sets
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.shapes import Criterion, Gate


def stories(item: LeafItem) -> Iterator[Fault]:
    """A story condition names another criterion that is marked, and real options of it, never all of them."""
    if item.leaf.story is None:
        return
    target = item.criteria.nodes.get(item.leaf.story.criterion)
    if target is None or not target.is_leaf or target.code == item.leaf.code:
        yield _fault(item, f"không có tiêu chí chuyện {item.leaf.story.criterion}", "its story criterion is not there")
        return
    numbers = item.leaf.story.no_story
    if len(set(numbers)) < len(numbers) or any(target.option(number) is None for number in numbers):
        yield _fault(item, f"{target.code} không có phương án như thế", f"{target.code} has no such options")
    elif len(numbers) == len(target.options):
        yield _fault(item, "không phương án nào là có chuyện", "no option means that there is a story")


def gates(item: SetItem) -> Iterator[Fault]:
    """A gate that 0 points meet stands at a criterion; one that watches its section has others there to watch.

    The 0 need not be printed as an option: a member may say that none applies.
    """
    for node in item.criteria.nodes.values():
        for gate in node.gates:
            if gate.when != "declared" and not _can_be_met(item, node, gate):
                yield Fault(
                    item.file,
                    node.code,
                    "dòng này đợi 0 điểm nhưng không đặt ở chỗ có thể bị 0 điểm",
                    "this line waits for 0 points, but does not stand where they can be given",
                )


def _can_be_met(item: SetItem, node: Criterion, gate: Gate) -> bool:
    return node.is_leaf and (gate.when == "zero" or item.criteria.leaves_in(node.section)[0] != node)


def _fault(item: LeafItem, vi: str, en: str) -> Fault:
    return Fault(item.file, item.leaf.code, vi, en)


PROOFS = (
    Proof(
        "stories",
        "tiêu chí: điều kiện có câu chuyện trỏ đúng chỗ",
        "criteria: story conditions point at what is there",
        leaves,
        stories,
    ),
    Proof(
        "gates",
        "bộ: dòng “0 điểm thì dừng” đặt đúng chỗ có thể bị 0 điểm",
        "sets: lines that 0 points meet stand where 0 points can be given",
        whole_sets,
        gates,
    ),
)
