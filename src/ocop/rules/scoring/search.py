"""The search behind advice: one choice per item, points within bounds, at the least cost. Exact.

Owns a multiple-choice knapsack by dynamic programming over the points gained. What the choices mean is `raises`'.
"""

from __future__ import annotations

from collections.abc import Sequence

from ocop.rules.scoring.raises import Choice

STEP_WEIGHT = 1 << 16  # one criterion outweighs every possible number of steps on a sheet

Entry = tuple[int, Choice | None, int]
"""Cost so far, the choice that led here, the points before it."""


def cost_of(choices: Sequence[Choice]) -> int:
    """The cost of a plan: criteria first, then steps, as one number to compare."""
    return sum(choice.criteria * STEP_WEIGHT + choice.steps for choice in choices)


def cheapest(items: Sequence[Sequence[Choice]], needed: int, below: int | None = None) -> tuple[Choice, ...] | None:
    """One choice of each item whose gains reach `needed`, with the fewest criteria, then steps; None when none do.

    `needed` is in points over all members and may be 0 or less; with `below`, the gains must stay under it (under
    rules where a higher band with an unmet floor would fail the dossier). Work grows with items x choices x points.
    """
    goal = max(0, needed)
    plan = _search(items, goal, goal, keep_at_cap=True)
    if plan is None or below is None or sum(choice.gain for choice in plan) < below:
        return plan
    return _search(items, goal, below - 1, keep_at_cap=False)


def _search(items: Sequence[Sequence[Choice]], goal: int, cap: int, *, keep_at_cap: bool) -> tuple[Choice, ...] | None:
    """The cheapest plan that gains `goal`; gains past the cap count as the cap, or are not allowed."""
    layers: list[dict[int, Entry]] = [{0: (0, None, 0)}]
    for choices in items:
        layer = _add(layers[-1], choices, cap, keep_at_cap=keep_at_cap)
        layers.append(_undominated(layer) if keep_at_cap else layer)
    ends = [(entry[0], points) for points, entry in layers[-1].items() if points >= goal]
    return _walk_back(layers, min(ends)[1]) if ends else None


def _add(layer: dict[int, Entry], choices: Sequence[Choice], cap: int, *, keep_at_cap: bool) -> dict[int, Entry]:
    """Points -> cheapest entry after one more item; points past the cap are kept at it, or dropped."""
    after: dict[int, Entry] = {}
    for choice in choices:
        weight = choice.criteria * STEP_WEIGHT + choice.steps
        for points, (cost, _, _) in layer.items():
            reach = points + choice.gain
            if reach > cap:
                if not keep_at_cap:
                    continue
                reach = cap
            known = after.get(reach)
            if known is None or cost + weight < known[0]:
                after[reach] = (cost + weight, choice, points)
    return after


def _undominated(layer: dict[int, Entry]) -> dict[int, Entry]:
    """The entries that no other beats in points and cost; where more points do no harm the rest cannot be needed."""
    kept: dict[int, Entry] = {}
    least: int | None = None
    for points in sorted(layer, reverse=True):
        if least is None or layer[points][0] < least:
            kept[points] = layer[points]
            least = layer[points][0]
    return kept


def _walk_back(layers: Sequence[dict[int, Entry]], points: int) -> tuple[Choice, ...]:
    chosen: list[Choice] = []
    for layer in reversed(layers[1:]):
        _, choice, before = layer[points]
        assert choice is not None
        chosen.append(choice)
        points = before
    return tuple(reversed(chosen))
