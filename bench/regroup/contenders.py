"""The contenders: each turns figures and a mapping into (moved by code, undecided by code)."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from bench.regroup.products import Figures
from ocop.rules.units import regroup

Sums = dict[str, int]
Way = dict[str, tuple[str, ...]]
Answer = tuple[Sums, Sums]


def ours(figures: Figures, start: date, end: date) -> Callable[[], Answer]:
    def run() -> Answer:
        found = regroup(figures, start, end)
        return found.moved, {item.code: item.amount for item in found.undecided}

    return run


def limit(figures: Figures, way: Way) -> Callable[[], Answer]:
    """One loop over two ready dictionaries: no check of codes or of amounts, no candidates, no bounds."""
    certain = {code: targets[0] for code, targets in way.items() if len(targets) == 1}

    def run() -> Answer:
        moved: Sums = {}
        undecided: Sums = {}
        for code, amount in figures:
            if code in certain:
                target = certain[code]
                moved[target] = moved.get(target, 0) + amount
            else:
                undecided[code] = undecided.get(code, 0) + amount
        return moved, undecided

    return run


def with_pandas(figures: Figures, way: Way) -> Callable[[], Answer]:
    """Products merged with the mapping table, then summed; both tables are ready before the clock starts."""
    products = pd.DataFrame(figures, columns=["code", "amount"])
    rows = [(code, target, len(targets) > 1) for code, targets in way.items() for target in targets]
    mapping = pd.DataFrame(rows, columns=["code", "target", "divided"])

    def run() -> Answer:
        merged = products.merge(mapping, on="code", how="left", validate="many_to_many")
        moved = merged[~merged["divided"]].groupby("target")["amount"].sum()
        split = mapping.loc[mapping["divided"], "code"].unique()
        undecided = products[products["code"].isin(split)].groupby("code")["amount"].sum()
        return moved.to_dict(), undecided.to_dict()

    return run
