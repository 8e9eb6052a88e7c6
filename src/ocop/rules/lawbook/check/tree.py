"""Proofs on codes: well formed, in order, numbered without a gap, every node held by a parent.

Owns the shape of a set as a tree, so that every leaf is counted in exactly one section and one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ocop.rules.lawbook.check.opened import SetItem, whole_sets
from ocop.rules.lawbook.check.report import Fault, Proof

CODE = re.compile(r"[A-Z](\.[1-9]\d?){0,3}")
OF_A_LEAF = ("options", "yes_no", "cases", "applies_if", "floor_unplaced", "evidence", "finding")


def codes(item: SetItem) -> Iterator[Fault]:
    """Codes look like A, A.1, A.1.2 or C.6.1.2, and each has its parent in the set."""
    for node in item.criteria.nodes.values():
        if not CODE.fullmatch(node.code):
            yield Fault(item.file, node.code, "mã sai khuôn", "malformed code")
        elif node.parent and node.parent not in item.criteria.nodes:
            yield Fault(item.file, node.code, f"không có mục {node.parent}", f"its parent {node.parent} is not there")


def order(item: SetItem) -> Iterator[Fault]:
    """The file keeps the printed order."""
    found = list(item.criteria.nodes)
    for one, other in zip(found, sorted(found, key=_printed), strict=True):
        if one != other:
            yield Fault(item.file, one, "không đúng thứ tự in", "out of printed order")
            return


def numbers(item: SetItem) -> Iterator[Fault]:
    """Sections run through the set from 1, criteria through their section from 1; a jump in print is declared."""
    for siblings in _siblings(item).values():
        for last, node in pairwise(["0", *siblings]):
            expected = int(last.rpartition(".")[2]) + 1
            if int(node.rpartition(".")[2]) != expected and not _declared(item, node):
                yield Fault(item.file, node, f"số thứ tự phải là {expected}", f"its number should be {expected}")


def leaf_or_heading(item: SetItem) -> Iterator[Fault]:
    """What is marked has nothing below it; a heading has something below it and no field of a leaf."""
    for node in item.criteria.nodes.values():
        below = item.criteria.children(node.code)
        if node.is_leaf and below:
            yield Fault(item.file, node.code, "vừa có phương án vừa có mục con", "has both options and children")
        if not node.is_leaf and not below:
            yield Fault(item.file, node.code, "không có phương án", "has no options")
        row = item.record["criteria"][node.code]
        for name in OF_A_LEAF:
            if name in row and not node.is_leaf:
                yield Fault(item.file, node.code, f"mục cộng không có “{name}”", f"a heading has no {name!r}")


def _printed(code: str) -> tuple[str, ...]:
    return tuple(step.zfill(2) for step in code.split("."))


def _siblings(item: SetItem) -> dict[str, list[str]]:
    """Parent -> codes of its children in order; all sections stand under "" since they run on from part to part."""
    found: dict[str, list[str]] = {}
    for node in item.criteria.nodes.values():
        if node.parent:
            found.setdefault(node.parent if node.code.count(".") > 1 else "", []).append(node.code)
    return found


def _declared(item: SetItem, code: str) -> bool:
    return any(defect.kind == "numbering" and defect.at == code for defect in item.criteria.defects)


PROOFS = (
    Proof(
        "codes",
        "bộ: mã tiêu chí đúng khuôn, mục mẹ có mặt",
        "sets: codes well formed, each parent there",
        whole_sets,
        codes,
    ),
    Proof("order", "bộ: tiêu chí đúng thứ tự in", "sets: criteria in printed order", whole_sets, order),
    Proof(
        "numbers",
        "bộ: số thứ tự liền nhau, hoặc lỗi nguồn đã khai",
        "sets: numbers run on without a gap, or the defect is declared",
        whole_sets,
        numbers,
    ),
    Proof(
        "headings",
        "bộ: mục cộng có mục con, tiêu chí có phương án, không lẫn",
        "sets: a heading has children, a criterion has options, none has both",
        whole_sets,
        leaf_or_heading,
    ),
)
