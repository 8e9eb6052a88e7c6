"""The result of a dossier: exact mean, parts, band, floors, gates, spread, star.

Owns `score` and the `Result`. Its JSON is `record`'s, words for people are `explain`'s; many dossiers at once are
`batch`'s, which must give the same answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil

from ocop.rules.lawbook.bands import band_of, bands_of
from ocop.rules.lawbook.council import CouncilRules, default_rules, floors_of
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion
from ocop.rules.scoring.gates import GateMet, enough, gates_met
from ocop.rules.scoring.points import Points, mean_of, means, story_exists, table
from ocop.rules.scoring.sheets import Council, Dossier

CERTIFIED_FROM = 3
OUTCOME_OF_GATE = {
    "eliminated": "eliminated",
    "stop": "stopped",
    "not_eligible": "not_eligible",
    "out_of_scope": "out_of_scope",
}


@dataclass(frozen=True, slots=True)
class Floor:
    """A printed floor: `criterion` must reach `need` points for `star`; `have` is the members' mean."""

    criterion: Criterion
    star: int
    need: int
    have: Fraction
    met: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the members' totals lie apart, and the pairs further apart than the limit."""

    points: int
    limit: int
    pairs: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough members scored: `chair_present` is None when the file does not say who chairs."""

    present: int
    needed: int
    members: int
    chair_present: bool | None
    met: bool


@dataclass(frozen=True)
class Result:
    """What a dossier reached. `band` is by points alone; `stars` after floors and gates (0: not ranked).

    `outcome`: rated, eliminated, stopped, not_eligible, out_of_scope, not_passed or supplement.
    """

    dossier: Dossier
    rules: CouncilRules
    total: Fraction
    parts: dict[str, Fraction]
    criteria: dict[str, Fraction]
    band: int
    floors: tuple[Floor, ...]
    gates: tuple[GateMet, ...]
    stars: int
    outcome: str
    spread: Spread
    quorum: Quorum | None
    members: dict[str, int]
    unmarked: dict[str, tuple[str, ...]]
    not_applied: dict[str, tuple[str, ...]]
    mixed_cases: tuple[str, ...]

    @property
    def certificate(self) -> bool:
        """True when the law gives a decision and a certificate for these stars."""
        return self.stars >= CERTIFIED_FROM

    @property
    def complete(self) -> bool:
        """True when every member marked every criterion."""
        return not self.unmarked

    @property
    def floors_missed(self) -> tuple[Floor, ...]:
        """The floors for 3 stars up to the band that are not met, in printed order."""
        return tuple(floor for floor in self.floors if not floor.met and floor.star <= self.band)


def score(dossier: Dossier, rules: CouncilRules | None = None) -> Result:
    """The result of `dossier` under `rules` (default: the named defaults).

    Source: 26/2026/QĐ-TTg article 3.3 (bands), annex II (sheets, floors); settings.yaml for what the law leaves open.
    Raises Refused when a 1048 mean falls in a gap and the council chose to refuse.
    """
    rules = rules or default_rules()
    criteria = dossier.criteria
    points = table(dossier)
    totals = {member: sum(row.values()) for member, row in points.items()}
    total = mean_of(list(totals.values()))
    band = band_of(total, bands_of(criteria.instrument), rules)
    by_leaf = means(criteria, points)
    floors = _floors(criteria, points, by_leaf, rules)
    gates = gates_met(dossier, points, rules)
    stars, outcome = _stars(band, floors, gates, rules)
    return Result(
        dossier=dossier,
        rules=rules,
        total=total,
        parts={
            part.code: sum((by_leaf[leaf.code] for leaf in criteria.leaves_in(part.code)), Fraction(0))
            for part in criteria.parts
        },
        criteria=by_leaf,
        band=band,
        floors=floors,
        gates=gates,
        stars=stars,
        outcome=outcome,
        spread=_spread(totals, rules.spread_limit),
        quorum=_quorum(dossier.council, totals, rules),
        members=totals,
        unmarked=_unmarked(dossier),
        not_applied=_not_applied(dossier),
        mixed_cases=_mixed_cases(dossier, rules),
    )


def _floors(
    criteria: CriteriaSet, points: Mapping[str, Points], by_leaf: dict[str, Fraction], rules: CouncilRules
) -> tuple[Floor, ...]:
    return tuple(
        Floor(leaf, star, need, by_leaf[leaf.code], meets([row[leaf.code] for row in points.values()], need, rules))
        for leaf in criteria.leaves
        for star, need in floors_of(leaf, rules).items()
    )


def meets(values: list[int], need: int, rules: CouncilRules) -> bool:
    """Whether the members' points on one criterion meet a floor, on the council's floor basis."""
    if rules.floor_basis == "mean":
        return sum(values) >= need * len(values)
    return enough(sum(value >= need for value in values), len(values), rules.floor_basis)


def _stars(band: int, floors: tuple[Floor, ...], gates: tuple[GateMet, ...], rules: CouncilRules) -> tuple[int, str]:
    if gates:
        return 0, OUTCOME_OF_GATE[gates[0].gate.kind]
    lowest = min((floor.star for floor in floors if not floor.met), default=band + 1)
    if lowest > band:
        return band, "rated"
    return (lowest - 1, "rated") if rules.missed_floor == "lower" else (0, rules.missed_floor)


def _spread(totals: dict[str, int], limit: int) -> Spread:
    pairs = tuple(
        (one, other, abs(totals[one] - totals[other]))
        for one, other in combinations(totals, 2)
        if abs(totals[one] - totals[other]) > limit
    )
    return Spread(max(totals.values()) - min(totals.values()), limit, pairs)


def _quorum(council: Council | None, totals: dict[str, int], rules: CouncilRules) -> Quorum | None:
    if council is None:
        return None
    needed = ceil(rules.quorum * council.members)
    chair = council.chair in totals if council.chair else None
    met = len(totals) >= needed and (rules.quorum_chair == "not_required" or chair is not False)
    return Quorum(len(totals), needed, council.members, chair, met)


def _unmarked(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    codes = [leaf.code for leaf in dossier.criteria.leaves]
    open_codes = {sheet.member: tuple(code for code in codes if code not in sheet.choices) for sheet in dossier.sheets}
    return {member: missing for member, missing in open_codes.items() if missing}


def _not_applied(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    found = {
        sheet.member: tuple(
            leaf.code
            for leaf in dossier.criteria.leaves
            if sheet.choices.get(leaf.code) is not None and not story_exists(leaf, sheet.choices)
        )
        for sheet in dossier.sheets
    }
    return {member: codes for member, codes in found.items() if codes}


def _mixed_cases(dossier: Dossier, rules: CouncilRules) -> tuple[str, ...]:
    """Members whose sheet uses both cases, when the council wants one case for the whole sheet."""
    if rules.case_consistency == "per_criterion":
        return ()
    return tuple(sheet.member for sheet in dossier.sheets if len(_cases(dossier.criteria, sheet.choices)) > 1)


def _cases(criteria: CriteriaSet, choices: Mapping[str, int | None]) -> set[str]:
    marked = ((leaf, choices.get(leaf.code)) for leaf in criteria.leaves)
    options = (leaf.option(number) for leaf, number in marked if number is not None)
    return {option.case for option in options if option and option.case}
