"""What each criterion leaves open to a raise: the choices `search` may combine.

Owns turning a dossier and a wanted star into items: one per criterion, or one per group of criteria tied by a product
story or by a 0-point gate. Every choice of an item already meets the floors and the 0-point gates of that item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from ocop.rules.lawbook.council import CouncilRules, floors_of
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Option
from ocop.rules.scoring.gates import enough, watched, zero_gates
from ocop.rules.scoring.points import Points, points_of
from ocop.rules.scoring.result import meets
from ocop.rules.scoring.sheets import Choices, Dossier

Moves = tuple[tuple[str, Option], ...]
Group = tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to leave an item: the raises made, criteria raised, levels climbed, points gained over all members."""

    moves: Moves
    criteria: int
    steps: int
    gain: int


@dataclass(frozen=True, slots=True)
class Item:
    """The choices of the criteria `codes`, decided together; no choice when a floor or 0-point gate cannot be met."""

    choices: tuple[Choice, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """A dossier, its points (member -> leaf -> points), the rules, the wanted star, the frozen criteria."""

    dossier: Dossier
    points: Mapping[str, Points]
    rules: CouncilRules
    star: int
    frozen: frozenset[str]

    def values(self, code: str) -> list[int]:
        """The members' points on one leaf, in sheet order."""
        return [row[code] for row in self.points.values()]

    def mean(self, code: str) -> Fraction:
        """The mean on one leaf."""
        values = self.values(code)
        return Fraction(sum(values), len(values))

    def need(self, leaf: Criterion) -> int:
        """The points this leaf must reach for the wanted star; 0 without a floor."""
        return max((need for star, need in floors_of(leaf, self.rules).items() if star <= self.star), default=0)

    def floor_unmet(self, leaf: Criterion) -> tuple[int, int]:
        """The strictest unmet floor that compels raising this leaf, as (star, points); (0, 0) when there is none."""
        values = self.values(leaf.code)
        floors = floors_of(leaf, self.rules).items()
        unmet = [(star, need) for star, need in floors if star <= self.star and not meets(values, need, self.rules)]
        return max(unmet, default=(0, 0))

    def is_frozen(self, leaf: Criterion) -> bool:
        """True when the leaf, or a heading above it, is frozen."""
        return any(leaf.code == code or leaf.code.startswith(code + ".") for code in self.frozen)


def items_of(situation: Situation) -> list[Item]:
    """One item for each criterion or group of criteria that must be decided together, in printed order."""
    groups = _groups(situation.dossier.criteria)
    return [Item(_distinct(_choices(situation, group)), tuple(leaf.code for leaf in group)) for group in groups]


def _groups(criteria: CriteriaSet) -> list[Group]:
    """Leaves tied by a story condition or by a 0-point gate over several of them; a free leaf is its own group."""
    tied = [{leaf.code, leaf.story.criterion} for leaf in criteria.leaves if leaf.story]
    tied += [set(watched(leaf, gate, criteria)) for leaf, gate in zero_gates(criteria)]
    groups: list[set[str]] = []
    for codes in (*({leaf.code} for leaf in criteria.leaves), *tied):
        joined = set(codes).union(*(group for group in groups if group & codes))
        groups = [group for group in groups if not group & codes] + [joined]
    ordered = [tuple(leaf for leaf in criteria.leaves if leaf.code in group) for group in groups]
    return sorted(ordered, key=lambda group: criteria.leaves.index(group[0]))


def _choices(situation: Situation, group: Group) -> Iterator[Choice]:
    criteria = situation.dossier.criteria
    needs = {leaf.code: situation.need(leaf) for leaf in group}
    stops = [watched(leaf, gate, criteria) for leaf, gate in zero_gates(criteria) if leaf in group]
    for combination in product(*(_options(situation, leaf) for leaf in group)):
        targets = {leaf.code: option for leaf, option in zip(group, combination, strict=True) if option is not None}
        after = _after(situation, group, targets)
        floors_met = all(meets(after[code], need, situation.rules) for code, need in needs.items())
        if floors_met and not any(_stopped(situation, codes, after) for codes in stops):
            yield _choice(situation, targets, after)


def _options(situation: Situation, leaf: Criterion) -> list[Option | None]:
    """None (leave it) and the options that raise the leaf for some member, within the case already chosen."""
    if situation.is_frozen(leaf):
        return [None]
    marked = [leaf.option(number) for sheet in situation.dossier.sheets if (number := sheet.choices.get(leaf.code))]
    cases = {option.case for option in marked if option}
    low = min(option.points for option in marked if option) if len(marked) == len(situation.dossier.sheets) else 0
    raising = [option for option in leaf.options if option.points > low and (not cases or option.case in cases)]
    return [None, *raising]


def raised(criteria: CriteriaSet, choices: Choices, targets: Mapping[str, Option]) -> dict[str, int | None]:
    """One sheet's choices once `targets` (leaf -> option) are given; a mark already worth as much stays."""
    after = dict(choices)
    for code, option in targets.items():
        number = choices.get(code)
        now = None if number is None else criteria.nodes[code].option(number)
        if now is None or now.points < option.points:
            after[code] = option.number
    return after


def _after(situation: Situation, group: Group, targets: Mapping[str, Option]) -> dict[str, list[int]]:
    """Leaf -> the members' points once every target of its group is given."""
    criteria, sheets = situation.dossier.criteria, situation.dossier.sheets
    rows = [raised(criteria, sheet.choices, targets) for sheet in sheets]
    return {leaf.code: [points_of(leaf, row) for row in rows] for leaf in group}


def _stopped(situation: Situation, codes: tuple[str, ...], after: Mapping[str, list[int]]) -> bool:
    """Whether 0 points on one of `codes`, where marked, would still stop the evaluation."""
    sheets = situation.dossier.sheets
    zeros = sum(any(code in sheet.choices and not after[code][at] for code in codes) for at, sheet in enumerate(sheets))
    return enough(zeros, len(sheets), situation.rules.zero_gate_basis)


def _choice(situation: Situation, targets: Mapping[str, Option], after: Mapping[str, list[int]]) -> Choice:
    moves = tuple(targets.items())
    steps = sum(_steps(situation, code, option) for code, option in moves)
    gain = sum(sum(values) - sum(situation.values(code)) for code, values in after.items())
    return Choice(moves, len(moves), steps, gain)


def _steps(situation: Situation, code: str, option: Option) -> int:
    """Levels of points climbed: the printed levels above the present mean, up to the option."""
    have = situation.mean(code)
    return sum(have < level <= option.points for level in situation.dossier.criteria.nodes[code].levels)


def _distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """One choice for each cost and gain, cheapest first; of equal ones the first, so that the answer stays the same.

    A smaller gain at the same cost is kept: it may be the one that stays under the next band.
    """
    first: dict[tuple[int, int, int], Choice] = {}
    for choice in choices:
        first.setdefault((choice.criteria, choice.steps, choice.gain), choice)
    return tuple(first[key] for key in sorted(first))
