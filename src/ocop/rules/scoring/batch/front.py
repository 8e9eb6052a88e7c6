"""The friendly front: dossiers in, one plain ranking each out, in the same order.

Owns turning `Dossier` objects into groups and arrays back into `Ranking`s. Programs with arrays of their own hand
groups to `block.lay_out` and read `Ranked` blocks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ocop.rules.lawbook.council import CouncilRules, default_rules
from ocop.rules.scoring.batch.bars import Bars, Whole, bars_of
from ocop.rules.scoring.batch.block import Block, Group, lay_out
from ocop.rules.scoring.batch.detail import PARTS, Spreads, floors_missed, parts_of, spreads_of
from ocop.rules.scoring.batch.kernel import Stars, stars_of
from ocop.rules.scoring.batch.marks import NONE_APPLIES, UNMARKED, Bytes, Sheet, sheet_of
from ocop.rules.scoring.batch.tables import CODE_OF, OUTCOMES
from ocop.rules.scoring.result import OUTCOME_OF_GATE
from ocop.rules.scoring.sheets import Dossier


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one dossier reached; as `Result`, without the words. `floors_missed` are (criterion, star) pairs."""

    instrument: str
    set_number: int
    members: int
    total: Fraction
    parts: dict[str, Fraction]
    band: int
    stars: int
    outcome: str
    floors_missed: tuple[tuple[str, int], ...]
    spread: int
    spread_pairs: int
    unmarked: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A block with everything that was found about it."""

    block: Block
    bars: Bars
    stars: Stars
    parts: Whole
    spreads: Spreads


def rank(blocks: Iterable[Block], rules: CouncilRules | None = None) -> Iterator[Ranked]:
    """Every block ranked in full under `rules` (default: the named defaults)."""
    for block in blocks:
        bars = bars_of(block, rules or default_rules())
        yield Ranked(block, bars, stars_of(block, bars), parts_of(block, bars), spreads_of(block, bars))


def rank_dossiers(dossiers: Sequence[Dossier], rules: CouncilRules | None = None) -> list[Ranking]:
    """The rankings of `dossiers`, in their order. Where `score` refuses (a 1048 gap), the outcome is `in_gap`."""
    return rank_groups(groups_of(dossiers), rules)


def rank_groups(groups: Iterable[Group], rules: CouncilRules | None = None) -> list[Ranking]:
    """The rankings of `groups`, in the order of their places, which must be 0, 1, 2, ... without a hole."""
    found: dict[int, Ranking] = {}
    for ranked in rank(lay_out(groups), rules):
        found.update(zip(ranked.block.places.tolist(), rankings(ranked), strict=True))
    return [found[place] for place in range(len(found))]


def groups_of(dossiers: Sequence[Dossier]) -> list[Group]:
    """The dossiers as groups of one set and one number of members."""
    alike: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, dossier in enumerate(dossiers):
        alike[id(dossier.criteria), len(dossier.sheets)].append(place)
    sheets: dict[int, Sheet] = {}
    groups = []
    for (criteria, members), places in alike.items():
        chosen = [dossiers[place] for place in places]
        if criteria not in sheets:
            sheets[criteria] = sheet_of(chosen[0].criteria)
        groups.append(_group(sheets[criteria], chosen, places, members))
    return groups


def _group(sheet: Sheet, dossiers: list[Dossier], places: list[int], members: int) -> Group:
    leaves = {leaf.code: row for row, leaf in enumerate(sheet.criteria.leaves)}
    marks = np.full((len(leaves), members, len(dossiers)), UNMARKED, np.uint8)
    for column, dossier in enumerate(dossiers):
        for member, filled in enumerate(dossier.sheets):
            for code, number in filled.choices.items():
                marks[leaves[code], member, column] = NONE_APPLIES if number is None else number
    return Group(sheet, marks, np.array(places, np.int64), _declared(dossiers))


def _declared(dossiers: list[Dossier]) -> Bytes:
    codes = [CODE_OF[OUTCOME_OF_GATE[item.gates[0].kind]] if item.gates else 0 for item in dossiers]
    return np.array(codes, np.uint8)


def rankings(ranked: Ranked) -> Iterator[Ranking]:
    """One `Ranking` for each column of the block, in the block's order."""
    members = ranked.block.members
    columns = zip(
        ranked.stars.total.tolist(),
        ranked.parts.T.tolist(),
        ranked.stars.band.tolist(),
        ranked.stars.stars.tolist(),
        ranked.stars.outcome.tolist(),
        ranked.spreads.points.tolist(),
        ranked.spreads.pairs.tolist(),
        ranked.block.unmarked.tolist(),
        missed_by_column(ranked),
        strict=True,
    )
    criteria = (item.sheet.criteria for item in ranked.block.segments for _ in range(item.start, item.stop))
    for one, (total, parts, band, stars, outcome, apart, pairs, unmarked, missed) in zip(
        criteria, columns, strict=True
    ):
        yield Ranking(
            instrument=one.instrument,
            set_number=one.number,
            members=members,
            total=Fraction(total, members),
            parts={part.code: Fraction(parts[PARTS.index(part.code)], members) for part in one.parts},
            band=band,
            stars=stars,
            outcome=OUTCOMES[outcome],
            floors_missed=missed,
            spread=apart,
            spread_pairs=pairs,
            unmarked=unmarked,
        )


def missed_by_column(ranked: Ranked) -> Iterator[tuple[tuple[str, int], ...]]:
    """For each column of the block, the floors missed up to its band as (criterion, star), in printed order."""
    for _, tables, missed in floors_missed(ranked.block, ranked.bars, ranked.stars.band):
        names = [(tables.sheet.leaves[floor.row].code, floor.star) for floor in tables.floors]
        said: dict[bytes, tuple[tuple[str, int], ...]] = {}
        for column in np.ascontiguousarray(missed.T):
            key = column.tobytes()
            if key not in said:
                said[key] = tuple(names[at] for at in np.flatnonzero(column))
            yield said[key]
