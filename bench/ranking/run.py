"""The report: everyone ranks the same nation in one run, answers are compared first, then times.

Owns the order of things and the printed table. `bench/README.md` says what each contender does.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.ranking import limit, ours, table_file
from bench.ranking.clock import best_of, cold, peak_allocation, peak_of_process
from bench.ranking.nation import MEMBERS, PRODUCTS, Nation, build
from bench.ranking.plain import Plain
from bench.ranking.with_openfisca import OpenFisca
from bench.ranking.with_pandas import Pandas

ROUNDS = 7
DOCUMENTED, TUNED = "OpenFisca-Core, as documented", "OpenFisca-Core, tuned by hand"
KERNEL_AIM, OPENFISCA_AIM, LINEAR_AIM, FLAT_AIM = 1.5, 250, 1.25, 1.25
TABLES = (10_000, 100_000)


def main() -> None:
    nation = build()
    print(f"\nThe nation: {nation.dossiers:,} products x {MEMBERS} members, {len(nation.sets)} sets of 3 generations,")
    print(f"{nation.cells / nation.dossiers / MEMBERS:.1f} criteria on average: {nation.cells:,} marks. One thread.\n")
    contenders = {
        DOCUMENTED: OpenFisca(nation, tuned=False),
        TUNED: OpenFisca(nation, tuned=True),
        "pandas": Pandas(nation),
        "plain Python": Plain(nation),
    }
    agree(nation, {name: one.answers for name, one in contenders.items()})
    best = best_of(
        {
            "kernel": (lambda: ours.kernel(nation), 40),
            **{f"by set: {name}": (run, 20) for name, run in limit.by_set(nation).items()},
            **{f"at once: {name}": (run, 40) for name, run in limit.at_once(nation).items()},
            **{name: (one.run, 1) for name, one in contenders.items()},
            "marks to points": (lambda: ours.decode(nation), 2),
            "marks to stars": (lambda: ours.from_marks(nation), 2),
            "parts, spread and pairs too": (lambda: ours.everything(nation), 2),
            "a rule changes: new bars, all stars": (lambda: ours.changed_rule(nation), 2),
        },
        ROUNDS,
    )
    del contenders
    table(best)
    grown(nation)
    streamed()


def agree(nation: Nation, answers: dict[str, Callable[[], tuple[np.ndarray, np.ndarray]]]) -> None:
    """Everyone must give the same totals and stars before anyone is timed."""
    total, stars = ours.answers(nation)
    sums = np.concatenate([part for run in limit.by_set(nation).values() for part in run()])
    if int(sums.sum()) != 3 * int(total.sum()):
        sys.exit("the limit adds up something else")
    for name, run in answers.items():
        theirs = run()
        if not (np.array_equal(theirs[0], total) and np.array_equal(theirs[1], stars)):
            wrong = np.flatnonzero((theirs[0] != total) | (theirs[1] != stars))
            sys.exit(f"{name} disagrees at {len(wrong)} dossiers, first {wrong[0]}: {theirs[0][wrong[0]]} points, "
                     f"{theirs[1][wrong[0]]} stars, not {total[wrong[0]]} and {stars[wrong[0]]}")  # fmt: skip
    counts = ", ".join(f"{count:,} x {star}" for star, count in enumerate(np.bincount(stars, minlength=6)))
    print(f"All agree on every total (sum {int(total.sum()):,}) and every star ({counts} stars).\n")


def table(best: dict[str, float]) -> None:
    by_set = min(time for name, time in best.items() if name.startswith("by set"))
    at_once = min(time for name, time in best.items() if name.startswith("at once"))
    openfisca, tuned = best[DOCUMENTED], best[TUNED]
    print(f"{'best of ' + str(ROUNDS) + ' rounds':<58}{'ms':>9}{'x limit':>9}{'x strict':>10}{'OpenFisca':>12}")
    for name, seconds in sorted(best.items(), key=lambda item: item[1]):
        mark = " = limit" if seconds == by_set else " = strict limit" if seconds == at_once else ""
        slower = f"{openfisca / seconds:,.0f}x"
        print(f"{name + mark:<58}{seconds * 1e3:>9.3f}{seconds / by_set:>9.2f}{seconds / at_once:>10.2f}{slower:>12}")
    kernel = best["kernel"]
    print()
    say(
        kernel / by_set <= KERNEL_AIM,
        f"kernel is {kernel / by_set:.2f}x the limit (aim {KERNEL_AIM}x), {kernel / at_once:.2f}x the strict one",
    )
    say(
        openfisca / kernel >= OPENFISCA_AIM,
        f"OpenFisca takes {openfisca / kernel:,.0f}x the kernel (aim {OPENFISCA_AIM}x), tuned {tuned / kernel:,.0f}x",
    )


def grown(nation: Nation) -> None:
    """Ten times the nation must take ten times as long. Its points no longer fit the processor's caches, so the single
    nation is timed again with the caches emptied before each run; the limit is timed on both as well."""
    large = build(10 * PRODUCTS)
    held = [peak_allocation(lambda one=one: ours.kernel(one)) for one in (nation, large)]
    best = best_of(
        {
            "one": (cold(lambda: ours.kernel(nation)), 10),
            "ten": (lambda: ours.kernel(large), 10),
            "limit of ten": (next(iter(limit.at_once(large).values())), 10),
        },
        ROUNDS,
    )
    growth = best["ten"] / best["one"]
    ratio = best["ten"] / best["limit of ten"]
    say(
        growth <= 10 * LINEAR_AIM,
        f"10x the nation takes {growth:.1f}x as long: {best['one'] * 1e3:.2f} ms with empty caches, "
        f"{best['ten'] * 1e3:.2f} ms; that is {ratio:.2f}x the strict limit there",
    )
    print(f"  the kernel holds {held[0] / 1e6:.1f} MB beside its points at 1x, {held[1] / 1e6:.1f} MB at 10x")
    print(f"  points and bars: {size(nation) / 1e6:.1f} MB at 1x, {size(large) / 1e6:.1f} MB at 10x")
    print(f"  peak of this process with every contender and both nations: {peak_of_process() / 1e6:,.0f} MB\n")


def streamed() -> None:
    """`ocop rank` must not need more memory for ten times the file."""
    with TemporaryDirectory() as folder:
        runs = []
        for count in TABLES:
            path = Path(folder) / f"{count}.csv"
            table_file.write(path, count)
            seconds, peak = table_file.ranked(path)
            runs.append(peak)
            print(f"  ocop rank, {count:,} dossiers, {path.stat().st_size / 1e6:.0f} MB: "
                  f"{seconds:.1f} s from a cold start, peak memory {peak / 1e6:.0f} MB")  # fmt: skip
    say(runs[1] <= FLAT_AIM * runs[0], f"memory for ten times the table: {runs[1] / runs[0]:.2f}x (aim {FLAT_AIM}x)")


def size(nation: Nation) -> int:
    """Bytes of the points and of the floors they are held against."""
    needs = sum(floors.need.nbytes for bars in nation.bars for floors in bars.floors)
    return needs + sum(block.points.nbytes for block in nation.blocks)


def say(good: bool, text: str) -> None:
    print(f"{'✓' if good else '✗'} {text}")


if __name__ == "__main__":
    main()
