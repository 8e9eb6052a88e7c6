"""Made-up products: 15,000 with a yearly turnover, each recorded in a commune of the old table; always the same.

Owns the data every contender starts from. Figures are whole đồng.
"""

import random
from datetime import date

from ocop.rules.units import belongs, is_divided, successors, unit, units_on

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
PRODUCTS = 15_000
SEED = 2026

Figures = list[tuple[str, int]]


def old_figures(count: int = PRODUCTS) -> Figures:
    """(code on 30 June 2025, đồng) of each product."""
    source = random.Random(SEED)
    codes = [commune.code for commune in units_on(BEFORE, "commune")]
    return [(source.choice(codes), source.randrange(20_000_000, 5_000_000_000)) for _ in range(count)]


def new_figures(old: Figures) -> Figures:
    """The same products under the codes of 1 July 2025; where several are possible, a person has chosen one."""
    source, places = random.Random(SEED), {}
    for code, _ in old:
        if code not in places:
            chosen = source.choice(successors(code, BEFORE, AFTER, "commune")).code
            places[code] = belongs(code, BEFORE, AFTER, chosen).code
    return [(places[code], amount) for code, amount in old]


def way(forward: bool) -> dict[str, tuple[str, ...]]:
    """Code -> every commune of the other table it may belong to: what a contender has as its mapping table."""
    if forward:
        return {commune.code: tuple(heir.code for heir in successors(commune.code, BEFORE, AFTER, "commune"))
                for commune in units_on(BEFORE, "commune")}  # fmt: skip
    back: dict[str, list[str]] = {}
    for code, heirs in way(forward=True).items():
        for heir in heirs:
            back.setdefault(heir, []).append(code)
    islands = [leaf for leaf in units_on(BEFORE, "district") if leaf.code in {"318", "471", "498", "536", "755"}]
    for island in islands:
        back.setdefault(successors(island.code, BEFORE, AFTER)[0].code, []).append(island.code)
    return {heir: tuple(sorted(codes)) for heir, codes in back.items()}


def told() -> str:
    divided = sum(is_divided(commune.code, BEFORE, AFTER) for commune in units_on(BEFORE, "commune"))
    return f"{divided} of {len(units_on(BEFORE, 'commune'))} communes divided, e.g. {unit('00007', BEFORE).title}"
