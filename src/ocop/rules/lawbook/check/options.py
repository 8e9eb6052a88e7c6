"""Proofs on options: their points tell them apart and rise as printed, their words differ, cases are whole.

Owns what holds among the options of one criterion. Floors on them are `floors`'.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ocop.rules.lawbook.check.opened import LeafItem, leaves
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.folding import fold
from ocop.rules.lawbook.shapes import Option


def points_of(item: LeafItem) -> Iterator[Fault]:
    """Within a case, each option has its own points, and they rise in printed order."""
    for one, other in (pair for options in _cases(item) for pair in pairwise(options)):
        if one.points > other.points:
            yield Fault(
                item.file,
                item.leaf.code,
                f"phương án {other.number} ({other.points} điểm) thấp hơn phương án {one.number} ({one.points} điểm)",
                f"option {other.number} ({other.points} points) is below option {one.number} ({one.points} points)",
            )
        if one.points == other.points and not _declared(item, "duplicate_points"):
            yield Fault(
                item.file,
                item.leaf.code,
                f"phương án {one.number} và {other.number} cùng {one.points} điểm mà không khai ở defects",
                f"options {one.number} and {other.number} both give {one.points} points, undeclared",
            )


def labels_of(item: LeafItem) -> Iterator[Fault]:
    """Within a case, no two options say the same."""
    for options in _cases(item):
        if len({fold(option.label) for option in options}) < len(options) and not _declared(item, "duplicate_label"):
            yield Fault(item.file, item.leaf.code, "hai phương án cùng một lời", "two options say the same")


def cases_of(item: LeafItem) -> Iterator[Fault]:
    """Either every option belongs to one of at least two named cases, each of which has options; or none does."""
    named, used = [case for case, _ in item.leaf.cases], {option.case for option in item.leaf.options}
    wanted: set[str | None] = set(named) if named else {None}
    if used != wanted or len(named) == 1:
        yield Fault(
            item.file,
            item.leaf.code,
            "trường hợp nêu tên và trường hợp của phương án không khớp",
            "the named cases and the cases of the options do not agree",
        )


def choices_of(item: LeafItem) -> Iterator[Fault]:
    """A yes/no criterion prints no options; any other prints at least two."""
    printed = len(item.row.get("options", []))
    if item.leaf.yes_no and printed:
        yield Fault(item.file, item.leaf.code, "có/không thì không in phương án", "a yes/no criterion has no options")
    if not item.leaf.yes_no and printed < 2:
        yield Fault(item.file, item.leaf.code, "chỉ có một phương án", "there is one option only")


def _cases(item: LeafItem) -> list[list[Option]]:
    cases = dict.fromkeys(option.case for option in item.leaf.options)
    return [[option for option in item.leaf.options if option.case == case] for case in cases]


def _declared(item: LeafItem, kind: str) -> bool:
    return any(defect.kind == kind and defect.at == item.leaf.code for defect in item.criteria.defects)


PROOFS = (
    Proof(
        "points",
        "tiêu chí: điểm các phương án khác nhau và tăng dần, hoặc lỗi nguồn đã khai",
        "criteria: points of the options differ and rise, or the defect is declared",
        leaves,
        points_of,
    ),
    Proof(
        "labels",
        "tiêu chí: lời các phương án khác nhau, hoặc lỗi nguồn đã khai",
        "criteria: no two options say the same, or the defect is declared",
        leaves,
        labels_of,
    ),
    Proof(
        "cases",
        "tiêu chí: phương án thuộc đúng các trường hợp có tên",
        "criteria: options belong to the named cases",
        leaves,
        cases_of,
    ),
    Proof(
        "choices",
        "tiêu chí: có từ hai phương án, hoặc là có/không",
        "criteria: two options or more, or yes/no",
        leaves,
        choices_of,
    ),
)
