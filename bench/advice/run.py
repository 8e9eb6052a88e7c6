"""The report: every printed set, dossiers of one and of nine members, each star; the slowest answers named.

Owns the made-up dossiers and the printed table. `bench/README.md` says what the aim is.
"""

import random
import time
from statistics import median

from ocop.rules.lawbook.book import GENERATIONS, criteria_set, find_set, set_numbers
from ocop.rules.lawbook.council import CouncilRules, rules_with
from ocop.rules.lawbook.shapes import CriteriaSet
from ocop.rules.scoring.advise import advise
from ocop.rules.scoring.sheets import Dossier, Sheet

AIM_MS = 50
SEED = 2026
ROUNDS = 3
RULES = {
    "missed floor lowers": rules_with({}),
    "missed floor fails": rules_with({"missed_floor": "not_passed", "floor_basis": "majority"}),
}

Timed = tuple[float, str]
"""Milliseconds, and what was asked."""


def main() -> None:
    sets = [
        criteria_set(instrument, number)
        for instrument in GENERATIONS
        for number in set_numbers(instrument)
        if not find_set(instrument, number).missing_because
    ]
    print(f"\nAdvice on {len(sets)} sets: unmarked, low, middling and high dossiers, stars 3 to 5. Processor time.\n")
    print(f"{'rules':<22}{'members':>8}{'questions':>11}{'median':>10}{'slowest':>10}   slowest question")
    worst = 0.0
    for name, rules in RULES.items():
        for members in (1, 9):
            times = sorted(timed for criteria in sets for timed in answers(criteria, members, rules))
            slowest, question = times[-1]
            worst = max(worst, slowest)
            middle = median(spent for spent, _ in times)
            print(f"{name:<22}{members:>8}{len(times):>11}{middle:>7.1f} ms{slowest:>7.1f} ms   {question}")
    print(f"\nslowest {worst:.1f} ms; aim {AIM_MS} ms: {'reached' if worst <= AIM_MS else 'NOT reached'}\n")


def answers(criteria: CriteriaSet, members: int, rules: CouncilRules) -> list[Timed]:
    """The best time of a few rounds for each dossier and star."""
    source = random.Random(SEED)
    found = []
    for level in ("unmarked", "low", "middling", "high"):
        sheets = tuple(Sheet(f"m{at}", marks(criteria, level, source)) for at in range(members))
        for star in (3, 4, 5):
            best = min(seconds(Dossier(criteria, sheets), star, rules) for _ in range(ROUNDS))
            found.append((best * 1000, f"{criteria.instrument} set {criteria.number}, {level}, {star} stars"))
    return found


def marks(criteria: CriteriaSet, level: str, source: random.Random) -> dict[str, int | None]:
    """One member's marks: none, the least options, any options, or mostly the greatest."""
    if level == "unmarked":
        return {}
    chosen: dict[str, int | None] = {}
    for leaf in criteria.leaves:
        rising = sorted(leaf.options, key=lambda option: option.points)
        low, high = {"low": (0, 1), "middling": (0, len(rising)), "high": (len(rising) - 2, len(rising))}[level]
        chosen[leaf.code] = rising[source.randrange(max(0, low), max(1, high))].number
    return chosen


def seconds(dossier: Dossier, star: int, rules: CouncilRules) -> float:
    started = time.process_time()
    advise(dossier, star, rules=rules)
    return time.process_time() - started


if __name__ == "__main__":
    main()
