"""The result as a plain record: the JSON object that `ocop score --json` prints.

Owns the names and the exact texts of that record; computing is `result`'s.
"""

from __future__ import annotations

from typing import Any

from ocop.rules.scoring.gates import GateMet
from ocop.rules.scoring.numbers import decimal_text, whole_or_text
from ocop.rules.scoring.result import Floor, Quorum, Result


def result_record(result: Result) -> dict[str, Any]:
    """The result as the JSON object that `ocop score --json` prints: exact decimals as strings, never floats."""
    criteria = result.dossier.criteria
    return {
        "instrument": criteria.instrument,
        "set": criteria.number,
        "set_name": criteria.name,
        "set_sha256": criteria.sha256,
        "regime": result.dossier.regime.id if result.dossier.regime else None,
        "caveat": result.dossier.regime.caveat if result.dossier.regime else "",
        "total": decimal_text(result.total),
        "total_exact": str(result.total),
        "parts": {part: decimal_text(value) for part, value in result.parts.items()},
        "band": result.band,
        "stars": result.stars,
        "certificate": result.certificate,
        "outcome": result.outcome,
        "floors_missed": [_floor_record(floor) for floor in result.floors_missed],
        "gates": [_gate_record(met) for met in result.gates],
        "spread": result.spread.points,
        "spread_limit": result.spread.limit,
        "spread_over": [{"members": [one, other], "points": apart} for one, other, apart in result.spread.pairs],
        "quorum": _quorum_record(result.quorum),
        "members": result.members,
        "complete": result.complete,
        "unmarked": {member: list(codes) for member, codes in result.unmarked.items()},
        "not_applied": {member: list(codes) for member, codes in result.not_applied.items()},
        "mixed_cases": list(result.mixed_cases),
        "rules": result.rules.as_record(),
    }


def _floor_record(floor: Floor) -> dict[str, Any]:
    return {
        "criterion": floor.criterion.code,
        "star": floor.star,
        "need": floor.need,
        "have": whole_or_text(floor.have),
    }


def _gate_record(met: GateMet) -> dict[str, Any]:
    return {
        "gate": met.gate.kind,
        "criterion": met.gate.criterion,
        "text": met.gate.text,
        "members": list(met.members),
        "article": met.article,
    }


def _quorum_record(quorum: Quorum | None) -> dict[str, Any] | None:
    if quorum is None:
        return None
    return {
        "present": quorum.present,
        "needed": quorum.needed,
        "members": quorum.members,
        "chair_present": quorum.chair_present,
        "met": quorum.met,
    }
