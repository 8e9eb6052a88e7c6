"""Gates: the lines of the law that end an evaluation, whatever the points.

Owns finding which gates are met: those people declared, and those that 0 points on a criterion meet by itself. What a
met gate makes of the star is `result`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ocop.rules.lawbook.council import CouncilRules
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Gate
from ocop.rules.scoring.points import Points
from ocop.rules.scoring.sheets import Dossier


@dataclass(frozen=True, slots=True)
class GateMet:
    """A gate that is met: `members` gave the 0 points that meet it; () when it was declared."""

    gate: Gate
    members: tuple[str, ...] = ()
    article: str = ""


def enough(part: int, whole: int, basis: str) -> bool:
    """Whether `part` of `whole` members is enough under a basis: any, majority (more than half) or every.

    >>> enough(5, 9, "majority"), enough(4, 8, "majority")
    (True, False)
    """
    return {"any": part > 0, "majority": 2 * part > whole, "every": part == whole}[basis]


def gates_met(dossier: Dossier, points: Mapping[str, Points], rules: CouncilRules) -> tuple[GateMet, ...]:
    """Every gate that is met, the declared ones first. `points` is member -> leaf code -> points."""
    met = [GateMet(gate, article=article_of(gate, dossier.criteria)) for gate in dossier.gates]
    for leaf, gate in zero_gates(dossier.criteria):
        members = _members_at_zero(dossier, points, watched(leaf, gate, dossier.criteria))
        if enough(len(members), len(points), rules.zero_gate_basis):
            met.append(GateMet(gate, members, article_of(gate, dossier.criteria)))
    return tuple(met)


def zero_gates(criteria: CriteriaSet) -> tuple[tuple[Criterion, Gate], ...]:
    """The gates that 0 points meet by themselves, each with its leaf."""
    return tuple((leaf, gate) for leaf in criteria.leaves for gate in leaf.gates if gate.when != "declared")


def watched(leaf: Criterion, gate: Gate, criteria: CriteriaSet) -> tuple[str, ...]:
    """The leaves whose 0 points meet `gate`: the leaf itself, or those of its section up to it."""
    if gate.when == "zero":
        return (leaf.code,)
    codes = [item.code for item in criteria.leaves_in(leaf.section)]
    return tuple(codes[: codes.index(leaf.code) + 1])


def _members_at_zero(dossier: Dossier, points: Mapping[str, Points], codes: tuple[str, ...]) -> tuple[str, ...]:
    """The members who marked one of `codes` and gave it 0 points; a criterion not yet marked stops nothing."""
    return tuple(
        sheet.member
        for sheet in dossier.sheets
        if any(code in sheet.choices and points[sheet.member][code] == 0 for code in codes)
    )


def article_of(gate: Gate, criteria: CriteriaSet) -> str:
    """The legal reference of a gate: annex II, the set, and the criterion it is printed at."""
    at = criteria.nodes.get(gate.criterion)
    tail = f", tiêu chí {at.official_number}" if at else ""
    return f"{criteria.instrument}, bộ {criteria.number}{tail}"
