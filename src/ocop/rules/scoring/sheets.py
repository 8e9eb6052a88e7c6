"""Sheets: what each member marked, and the dossier they belong to.

Owns `Sheet`, `Council`, `Dossier`, whether a mark exists in the set (`check_choices`), and writing them down
(`as_record`). Reading a file is `reading`'s; points are `points`' work.

A mark is an option's official number; `None` says "no option applies" (0 points); a criterion left out is not
yet marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ocop.rules.lawbook.lookup import Regime
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Gate
from ocop.rules.refused import Refused

Choices = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One member's marks: criterion code -> option number, or None for "no option applies"."""

    member: str
    choices: Choices


@dataclass(frozen=True, slots=True)
class Council:
    """The council behind the sheets: how many members it has, and who chairs it ("" when not said)."""

    members: int
    chair: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The sheets of one product under one criteria set, with the gates people declared and the council, if said.

    `regime` is set when the law was found by the day of filing; it carries what is not sure about that law.
    """

    criteria: CriteriaSet
    sheets: tuple[Sheet, ...]
    gates: tuple[Gate, ...] = ()
    council: Council | None = None
    product: str = ""
    regime: Regime | None = None


def as_record(dossier: Dossier) -> dict[str, Any]:
    """The record that reads back into the same dossier."""
    record: dict[str, Any] = {"instrument": dossier.criteria.instrument, "set": dossier.criteria.number}
    if dossier.product:
        record["product"] = dossier.product
    record["sheets"] = [{"member": sheet.member, "choices": dict(sheet.choices)} for sheet in dossier.sheets]
    if dossier.gates:
        record["gates"] = [_gate_record(gate) for gate in dossier.gates]
    if dossier.council:
        record["council"] = {"members": dossier.council.members, "chair": dossier.council.chair}
    return record


def _gate_record(gate: Gate) -> dict[str, str]:
    return (
        {"gate": gate.kind, "criterion": gate.criterion} if gate.criterion else {"gate": gate.kind, "text": gate.text}
    )


def check_choices(choices: Choices, criteria: CriteriaSet, where: str = "choices") -> None:
    """Raise Refused for the first mark that the set does not have."""
    for code, number in choices.items():
        leaf = criteria.nodes.get(code)
        place = f"{where}.{code}"
        if leaf is None or not leaf.is_leaf:
            raise _no_criterion(code, criteria, place)
        if number is None:
            continue
        if isinstance(number, list):
            raise _two_options(leaf.cases, place)
        if isinstance(number, bool) or not isinstance(number, int) or leaf.option(number) is None:
            raise _no_option(leaf, number, place)


def _no_option(leaf: Criterion, number: object, place: str) -> Refused:
    most = len(leaf.options)
    quoted = isinstance(number, str)
    vi = "viết số không có nháy" if quoted else "không có phương án này"
    en = "write the number without quotes" if quoted else "there is no such option"
    return Refused(
        "no_option",
        where=place,
        vi=f"{vi}; “{leaf.name}” có 1 đến {most}, hoặc null",
        en=f"{en}; this criterion has 1 to {most}, or null",
    )


def _no_criterion(code: str, criteria: CriteriaSet, place: str) -> Refused:
    below = [leaf.code for leaf in criteria.leaves_in(code)]
    if below:
        return Refused(
            "not_a_leaf",
            where=place,
            vi=f"là mục cộng, không chấm trực tiếp; chấm ở {', '.join(below)}",
            en=f"is a heading that sums up; mark {', '.join(below)} instead",
        )
    return Refused(
        "no_criterion",
        where=place,
        vi=f"{criteria.title} không có tiêu chí này",
        en=f"set {criteria.number} of {criteria.instrument} has no such criterion",
    )


def _two_options(cases: tuple[tuple[str, str], ...], place: str) -> Refused:
    if cases:
        return Refused(
            "both_cases",
            where=place,
            vi="chỉ chấm một trong hai trường hợp; giữ lại một phương án",
            en="mark one of the two cases only; keep one option",
        )
    return Refused("two_options", where=place, vi="chỉ chọn một phương án", en="choose one option only")
