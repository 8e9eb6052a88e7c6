"""The report: every contender in a process of its own, on a database of its own; times as ratios, and peak memory.

Owns the printed table. `bench/README.md` says what the aims are.
"""

import json
import resource
import subprocess
import sys

from bench.imports.rows import ROWS, made, set_up, workbook

CONTENDERS = ("limit", "import-export", "import-export, bulk", "ours")
AIM_LIMIT, AIM_PEER, AIM_MEMORY = 60, 1.0, 600
ROUNDS = 2


def main() -> None:
    best: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        for name in CONTENDERS:
            told = measured(name)
            if name not in best or total(told) < total(best[name]):
                best[name] = told
    print(f"\nA workbook of {ROWS:,} rows x 22 columns into tables.\n")
    print(f"{'contender':<24}{'dry run s':>10}{'tables s':>10}{'x limit':>9}{'peak MB':>9}")
    bare = total(best["limit"])
    for name, told in best.items():
        times = f"{told.get('dry run', 0):>10.2f}{told['into tables']:>10.2f}{total(told) / bare:>9.1f}"
        print(f"{name:<24}{times}{told['peak']:>9.0f}")
    by_limit, by_peer = total(best["ours"]) / bare, total(best["import-export"]) / total(best["ours"])
    reached = by_limit <= AIM_LIMIT and by_peer >= AIM_PEER and best["ours"]["peak"] <= AIM_MEMORY
    print(
        f"\nours {by_limit:.1f} x limit (aim {AIM_LIMIT}), import-export {by_peer:.1f} x ours (aim {AIM_PEER}), "
        f"peak {best['ours']['peak']:.0f} MB (aim {AIM_MEMORY}): {'reached' if reached else 'NOT reached'}\n"
    )


def total(told: dict[str, float]) -> float:
    return told.get("dry run", 0.0) + told["into tables"]


def measured(name: str) -> dict[str, float]:
    """One contender in a new process."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.imports.run", name], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def one(name: str) -> dict[str, float]:
    folder = set_up()
    with folder:
        from bench.imports import contenders

        content = workbook(made())
        contenders.emptied()
        told: dict[str, float]
        if name == "limit":
            told = contenders.limit(content)
        elif name == "ours":
            told = contenders.ours(content)
        else:
            told = contenders.peer(content, bulk=name.endswith("bulk"))
        kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        return told | {"peak": max(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024}


if __name__ == "__main__":
    print(json.dumps(one(sys.argv[1])))
