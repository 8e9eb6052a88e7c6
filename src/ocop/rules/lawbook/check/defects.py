"""Proofs on the layers that mend and declare: a correction still corrects something, a defect is still there.

Owns `corrections` and `defects` of the sets. A defect that the source no longer has must go, or it would hide the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ocop.rules.lawbook.check.opened import Law, SetItem, whole_sets
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.folding import fold
from ocop.rules.lawbook.shapes import Correction, CriteriaSet, Criterion, Defect


@dataclass(frozen=True, slots=True)
class Mended:
    """One correction with its set."""

    item: SetItem
    correction: Correction


@dataclass(frozen=True, slots=True)
class Declared:
    """One declared defect with its set."""

    item: SetItem
    defect: Defect


def mended(law: Law) -> Iterator[Mended]:
    """Every correction."""
    return (Mended(item, correction) for item in whole_sets(law) for correction in item.criteria.corrections)


def declared(law: Law) -> Iterator[Declared]:
    """Every declared defect."""
    return (Declared(item, defect) for item in whole_sets(law) for defect in item.criteria.defects)


def correction_holds(mended: Mended) -> Iterator[Fault]:
    """The place exists, holds the value used, and print says another."""
    correction = mended.correction
    value = _value(mended.item.criteria, correction)
    if value is None:
        yield Fault(mended.item.file, correction.at, "đính chính chỗ không có", "corrects a place that is not there")
    elif value != correction.used:
        yield Fault(
            mended.item.file,
            correction.at,
            f"đính chính ghi dùng {correction.used}, dữ liệu là {value}",
            f"the correction uses {correction.used}, the data has {value}",
        )
    if correction.printed == str(correction.used):
        yield Fault(mended.item.file, correction.at, "in và dùng giống nhau", "print and use are the same")


def _value(criteria: CriteriaSet, correction: Correction) -> int | None:
    node = criteria.nodes.get(correction.at)
    if node is None or correction.field == "max":
        return node.max if node else None
    option = node.option(correction.option or 0)
    return option.points if option else None


def defect_holds(declared: Declared) -> Iterator[Fault]:
    """The place exists, and what was declared of it is still so, number for number."""
    defect, criteria = declared.defect, declared.item.criteria
    node = criteria.nodes.get(defect.at)
    if node is None:
        if defect.at or defect.kind != "layout":
            yield _fault(declared, "khai ở chỗ không có", "declared at a place that is not there")
    elif defect.kind in ("total", "max"):
        real = (node.max, _sum(criteria, node, defect.kind))
        if (defect.declared, defect.sum) != real or real[0] == real[1]:
            yield _fault(
                declared,
                f"khai {defect.declared} và {defect.sum}, thực tế {real[0]} và {real[1]}",
                f"declares {defect.declared} and {defect.sum}, in truth {real[0]} and {real[1]}",
            )
    elif defect.kind.startswith("duplicate") and not _twice(node, defect.kind):
        yield _fault(declared, "không còn trùng", "no longer doubled")


def _sum(criteria: CriteriaSet, node: Criterion, kind: str) -> int:
    if kind == "max":
        return max((option.points for option in node.options), default=0)
    return sum(child.max for child in criteria.children(node.code))


def _twice(node: Criterion, kind: str) -> bool:
    keys: Iterable[object] = (
        (option.case, option.points if kind == "duplicate_points" else fold(option.label)) for option in node.options
    )
    return any(count > 1 for count in Counter(keys).values())


def _fault(declared: Declared, vi: str, en: str) -> Fault:
    return Fault(declared.item.file, declared.defect.at or "defects", vi, en)


PROOFS = (
    Proof(
        "corrections",
        "đính chính: chỗ có thật, giá trị dùng đúng dữ liệu, khác bản in",
        "corrections: the place exists, the value used is the data's and differs from print",
        mended,
        correction_holds,
    ),
    Proof(
        "defects",
        "lỗi nguồn đã khai: vẫn đúng như khai",
        "declared defects: still just as declared",
        declared,
        defect_holds,
    ),
)
