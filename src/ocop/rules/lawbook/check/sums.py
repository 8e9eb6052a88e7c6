"""Proofs on sums: criteria add up into sections, sections into parts, parts into 100; or the defect is declared.

Owns the printed weights of the parts. Whether a declared defect is still true is `defects`' question.
"""

from __future__ import annotations

from collections.abc import Iterator

from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.check.opened import LeafItem, SetItem, leaves, whole_sets
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.shapes import CriteriaSet

NOW, BEFORE, FIRST = GENERATIONS
# Points of parts A, B, C. 26/2026: annex II, every sheet; 148: hangthat.thuonghieucongluan.com.vn, a93435;
# 1048: baomoi.zadn.vn, c31938553. Written here once more on purpose: the sheets are checked against it.
PARTS = {NOW: (40, 25, 35), BEFORE: (40, 25, 35), FIRST: (35, 25, 40)}


def sums_of(item: SetItem) -> Iterator[Fault]:
    """Each node that is not marked is worth what its children are worth together."""
    for node in item.criteria.nodes.values():
        below = sum(child.max for child in item.criteria.children(node.code))
        if node.is_leaf or below == node.max or _declared(item.criteria, "total", node.code, node.max, below):
            continue
        yield Fault(
            item.file,
            node.code,
            f"ghi {node.max} điểm nhưng các mục con cộng {below}; sửa, hoặc khai ở defects",
            f"says {node.max} points but what is below it adds up to {below}; mend it, or declare it under defects",
        )


def parts_of(item: SetItem) -> Iterator[Fault]:
    """The parts are A, B, C with the weights of their generation, together 100."""
    found = {part.code: part.max for part in item.criteria.parts}
    wanted = dict(zip("ABC", PARTS[item.criteria.instrument], strict=True))
    if found != wanted:
        yield Fault(item.file, "A, B, C", f"các phần {found}, phải là {wanted}", f"parts are {found}, not {wanted}")


def best_of(item: LeafItem) -> Iterator[Fault]:
    """The best option of a criterion gives its maximum."""
    leaf = item.leaf
    best = leaf.levels[-1]
    if best != leaf.max and not _declared(item.criteria, "max", leaf.code, leaf.max, best):
        yield Fault(
            item.file,
            leaf.code,
            f"tối đa {leaf.max} nhưng mức cao nhất {best}; sửa, hoặc khai ở defects",
            f"maximum {leaf.max} but the best level gives {best}; mend it, or declare it under defects",
        )


def _declared(criteria: CriteriaSet, kind: str, at: str, declared: int, real: int) -> bool:
    return any(
        (defect.kind, defect.at, defect.declared, defect.sum) == (kind, at, declared, real)
        for defect in criteria.defects
    )


PROOFS = (
    Proof(
        "sums",
        "bộ: tiêu chí cộng đủ vào mục, mục vào phần, hoặc lỗi nguồn đã khai",
        "sets: criteria add up into sections, sections into parts, or the defect is declared",
        whole_sets,
        sums_of,
    ),
    Proof(
        "parts",
        "bộ: phần A, B, C là 40/25/35 (1048: 35/25/40), cộng 100",
        "sets: parts A, B, C are 40/25/35 (1048: 35/25/40), together 100",
        whole_sets,
        parts_of,
    ),
    Proof(
        "best",
        "tiêu chí: mức cao nhất bằng điểm tối đa, hoặc lỗi nguồn đã khai",
        "criteria: the best level gives the maximum, or the defect is declared",
        leaves,
        best_of,
    ),
)
