"""The clock: contenders take turns, so that a busy moment of the machine hits all of them; the best time counts.

Owns measuring and peak memory. What is run is each contender's.
"""

import gc
import resource
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Run = Callable[[], object]


@dataclass(frozen=True)
class Cold:
    """A run before which the processor's caches are filled with something else, outside the measured time."""

    run: Run
    filler: np.ndarray

    def __call__(self) -> object:
        return self.run()

    def prepare(self) -> None:
        np.add(self.filler, 1, out=self.filler)


def cold(run: Run) -> Run:
    return Cold(run, np.zeros(128 * 1024 * 1024, np.uint8))


def best_of(contenders: dict[str, tuple[Run, int]], rounds: int) -> dict[str, float]:
    """Name -> best seconds. Each contender runs its number of times in every round, after one warm-up."""
    best = dict.fromkeys(contenders, float("inf"))
    for run, _ in contenders.values():
        run()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, (run, times) in contenders.items():
                best[name] = min(best[name], *(_seconds(run) for _ in range(times)))
            gc.collect()
    finally:
        gc.enable()
    return best


def _seconds(run: Run) -> float:
    if isinstance(run, Cold):
        run.prepare()
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def peak_allocation(run: Run) -> int:
    """The most bytes that `run` held beyond what was there before."""
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        run()
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()


def peak_of_process() -> int:
    """The most bytes this process ever held in memory."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
