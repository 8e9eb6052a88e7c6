"""The report: the same products there and back, every contender's sums compared before anything is timed.

Owns the printed table. `bench/README.md` says what the aims are.
"""

import time

from bench.ranking.clock import best_of
from bench.regroup.contenders import limit, ours, with_pandas
from bench.regroup.products import AFTER, BEFORE, new_figures, old_figures, told, way
from ocop.rules.units.passage import passage
from ocop.rules.units.reading import gazetteer

ROUNDS = 15
AIM_THERE, AIM_BACK, AIM_PANDAS = 1.5, 3, 4


def main() -> None:
    loaded, planned = cold_start()
    old = old_figures()
    new = new_figures(old)
    print(f"\nRegrouping {len(old):,} products between unit systems; {told()}.\n")
    print(f"{'way':<22}{'contender':<10}{'ms':>9}{'x limit':>9}   moved / undecided units")
    told_aims = []
    for title, figures, start, end, aim in (
        ("63 provinces -> 34", old, BEFORE, AFTER, AIM_THERE),
        ("34 provinces -> 63", new, AFTER, BEFORE, AIM_BACK),
    ):
        mapping = way(forward=start == BEFORE)
        runs = {
            "limit": limit(figures, mapping),
            "ours": ours(figures, start, end),
            "pandas": with_pandas(figures, mapping),
        }
        agreed(runs, figures)
        moved, undecided = runs["ours"]()
        best = best_of({name: (run, 3) for name, run in runs.items()}, ROUNDS)
        for name, seconds in best.items():
            ratio = seconds / best["limit"]
            print(f"{title:<22}{name:<10}{seconds * 1000:>9.2f}{ratio:>9.2f}   {len(moved)} / {len(undecided)}")
        by_limit, by_ours = best["ours"] / best["limit"], best["pandas"] / best["ours"]
        reached = by_limit <= aim and by_ours >= AIM_PANDAS
        told_aims.append(
            f"{title}: {by_limit:.2f} x limit (aim {aim}), pandas {by_ours:.1f} x ours (aim {AIM_PANDAS}): "
            + ("reached" if reached else "NOT reached")
        )
    print(f"\nread once per process: tables {loaded * 1000:.0f} ms, the way between two days {planned * 1000:.0f} ms")
    print("\n".join(told_aims), end="\n\n")


def cold_start() -> tuple[float, float]:
    """Seconds to read the tables, and to work out the way from one day to the other; both are remembered."""
    started = time.perf_counter()
    book = gazetteer()
    read = time.perf_counter()
    passage(book, BEFORE, AFTER).certain("commune")
    return read - started, time.perf_counter() - read


def agreed(runs, figures) -> None:
    """Every contender has the same sums, and nothing is lost; a single difference ends the run."""
    answers = {name: run() for name, run in runs.items()}
    total = sum(amount for _, amount in figures)
    for name, (moved, undecided) in answers.items():
        if (moved, undecided) != answers["limit"] or sum(moved.values()) + sum(undecided.values()) != total:
            raise SystemExit(f"{name} differs from the limit: nothing was timed")


if __name__ == "__main__":
    main()
