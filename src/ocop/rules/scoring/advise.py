"""Advice: the cheapest set of option raises that reaches a star, exact and not greedy.

Owns the question and the answer (`advise`, `Advice`, `Raise`). The choices each criterion leaves open are `raises`'
work, the search over them is `search`'s.

Cheapest means: fewest criteria, then fewest steps (levels of points climbed); of equals, always the same one.
A raise is an option that every member would then give; members who gave more already keep their points.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Literal

from ocop.rules.lawbook.bands import bands_of, least_total
from ocop.rules.lawbook.council import CouncilRules, default_rules
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Option
from ocop.rules.refused import Refused
from ocop.rules.scoring.points import table
from ocop.rules.scoring.raises import Choice, Situation, items_of, raised
from ocop.rules.scoring.result import CERTIFIED_FROM, OUTCOME_OF_GATE, Result, score
from ocop.rules.scoring.search import cheapest, cost_of
from ocop.rules.scoring.sheets import Dossier, Sheet

TOP = 5
Blocked = Literal["", "gates", "floors", "points"]


@dataclass(frozen=True, slots=True)
class Raise:
    """One criterion to raise to `option`: from the mean `have`, what it adds to the mean total, and the proof it takes.

    `floor_for` is the highest star up to the wanted one whose floor compels this raise, `floor_need` the points that
    floor asks; both 0 when the raise is here for the points. The option may go further than the floor asks.
    """

    criterion: Criterion
    have: Fraction
    option: Option
    gain: Fraction
    floor_for: int
    floor_need: int

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of the evidence kinds that prove this criterion."""
        return self.criterion.evidence


@dataclass(frozen=True, slots=True)
class Advice:
    """The cheapest raises that reach `star`, or why none do.

    `blocked` is "" when `raises` reach the star, else what no raise can mend: gates, floors (the frozen or unreachable
    criteria in `at`), or points (the most that can be reached is `total`). `reached` is True when nothing is needed.
    """

    star: int
    raises: tuple[Raise, ...]
    steps: int
    total: Fraction
    blocked: Blocked = ""
    at: tuple[str, ...] = ()
    reached: bool = False


def advise(
    dossier: Dossier, star: int | None = None, *, frozen: Collection[str] = (), rules: CouncilRules | None = None
) -> Advice:
    """The cheapest raises that bring `dossier` to `star` (default: the next one that bears a certificate).

    `frozen` names criteria the producer cannot change, such as origin. Raises Refused for a star outside 1..5 or a
    frozen criterion the set does not have.
    """
    rules = rules or default_rules()
    result = score(dossier, rules)
    target = star if star is not None else min(TOP, max(CERTIFIED_FROM, result.stars + 1))
    _check(target, frozen, dossier.criteria)
    if result.stars >= target:
        return Advice(target, (), 0, result.total, reached=True)
    lasting = [met for met in result.gates if not met.members]
    if lasting:
        return Advice(target, (), 0, result.total, "gates", tuple(OUTCOME_OF_GATE[met.gate.kind] for met in lasting))
    points = table(dossier)
    plans = [
        _plan(Situation(dossier, points, rules, floors_star, frozenset(frozen)), band)
        for floors_star, band in _goals(result, target)
    ]
    best = min((plan for plan in plans if not plan.blocked), key=lambda plan: cost_of(plan.chosen), default=plans[0])
    return _advice(best, target, result.total)


def _goals(result: Result, target: int) -> list[tuple[int, int]]:
    """The ways to be given `target`: the star whose floors must be met, and the band to land in or above.

    One way, where a missed floor only lowers the star. Where it fails the dossier, each band from there up, with all
    of its floors; where a mean in a gap is refused, each band too.
    """
    bands = range(max(target, result.band), TOP + 1)
    if result.rules.missed_floor != "lower":
        return [(band, band) for band in bands]
    return [(target, band) for band in bands] if _refuses_gaps(result.dossier, result.rules) else [(target, target)]


def _refuses_gaps(dossier: Dossier, rules: CouncilRules) -> bool:
    return rules.gap_rule_1048 == "refuse" and bands_of(dossier.criteria.instrument).shape == "closed_integers"


def _check(star: int, frozen: Collection[str], criteria: CriteriaSet) -> None:
    if not 1 <= star <= 5:
        raise Refused(
            "no_star",
            where="star",
            vi=f"không có hạng {star} sao; từ 1 đến 5",
            en=f"there is no {star}-star rank; 1 to 5",
        )
    for code in frozen:
        if code not in criteria.nodes:
            raise Refused(
                "no_criterion",
                where=f"frozen.{code}",
                vi=f"{criteria.title} không có tiêu chí này",
                en=f"set {criteria.number} of {criteria.instrument} has no such criterion",
            )


@dataclass(frozen=True, slots=True)
class _Plan:
    """A search done for one band: the choice of every item, or what blocks it."""

    situation: Situation
    chosen: tuple[Choice, ...] = ()
    blocked: Blocked = ""
    at: tuple[str, ...] = ()
    most: int = 0


def _plan(situation: Situation, band: int) -> _Plan:
    items = items_of(situation)
    stuck = tuple(code for item in items if not item.choices for code in item.codes)
    if stuck:
        return _Plan(situation, blocked="floors", at=stuck)
    chosen = cheapest([item.choices for item in items], *_bounds(situation, band))
    if chosen is None:
        return _Plan(
            situation, blocked="points", most=sum(max(choice.gain for choice in item.choices) for item in items)
        )
    return _Plan(situation, chosen)


def _bounds(situation: Situation, band: int) -> tuple[int, int | None]:
    """Points over all members that must be gained, and the bound they must stay under, if any."""
    bands, rules, members = bands_of(situation.dossier.criteria.instrument), situation.rules, len(situation.points)
    now = sum(sum(row.values()) for row in situation.points.values())
    needed = ceil(least_total(band, bands, rules) * members) - now
    if band == TOP:
        return needed, None
    if _refuses_gaps(situation.dossier, rules):
        return needed, (bands.rank(band).max or 0) * members + 1 - now
    if rules.missed_floor == "lower":
        return needed, None
    return needed, ceil(least_total(band + 1, bands, rules) * members) - now


def _advice(plan: _Plan, target: int, total: Fraction) -> Advice:
    members = len(plan.situation.dossier.sheets)
    if plan.blocked:
        return Advice(target, (), 0, total + Fraction(plan.most, members), plan.blocked, plan.at)
    gained = Fraction(sum(choice.gain for choice in plan.chosen), members)
    raises = tuple(item for choice in plan.chosen for item in _raises(plan.situation, choice))
    return Advice(target, raises, sum(choice.steps for choice in plan.chosen), total + gained)


def _raises(situation: Situation, choice: Choice) -> list[Raise]:
    """The raises of one choice; what a first raise wakes on criteria that hang on it is counted as its gain."""
    raises = [_raise(situation, code, option) for code, option in choice.moves]
    woken = Fraction(choice.gain, len(situation.points)) - sum(item.gain for item in raises)
    return [replace(item, gain=item.gain + woken) if item is raises[0] else item for item in raises]


def _raise(situation: Situation, code: str, option: Option) -> Raise:
    leaf = situation.dossier.criteria.nodes[code]
    have, values = situation.mean(code), situation.values(code)
    after = Fraction(sum(max(value, option.points) for value in values), len(values))
    return Raise(leaf, have, option, after - have, *situation.floor_unmet(leaf))


def apply(dossier: Dossier, advice: Advice) -> Dossier:
    """The dossier as it would be after the advice: each member's mark raised where it was lower."""
    targets = {item.criterion.code: item.option for item in advice.raises}
    sheets = (Sheet(sheet.member, raised(dossier.criteria, sheet.choices, targets)) for sheet in dossier.sheets)
    return replace(dossier, sheets=tuple(sheets))
