"""The law of one set under one council's rules, as whole numbers that arrays can be held against.

Owns `compile_set`: floors by row, the doubled least totals of the bands (so that half points stay whole), the gaps
that refuse a star, and the outcome of each gate. Reading marks is `marks`', comparing is `kernel`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from ocop.rules.lawbook.bands import Bands, bands_of, least_total
from ocop.rules.lawbook.council import CouncilRules, floors_of
from ocop.rules.lawbook.shapes import CriteriaSet
from ocop.rules.scoring.batch.marks import Sheet, sheet_of
from ocop.rules.scoring.gates import zero_gates
from ocop.rules.scoring.result import OUTCOME_OF_GATE

# What became of a dossier, by code; `in_gap` marks those that `score` refuses under gap_rule_1048 = refuse.
OUTCOMES = ("rated", *OUTCOME_OF_GATE.values(), "not_passed", "supplement", "in_gap")
CODE_OF = {name: code for code, name in enumerate(OUTCOMES)}
STARS = (2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class FloorBar:
    """A floor as numbers: the row must reach `need` points for `star`."""

    row: int
    star: int
    need: int


@dataclass(frozen=True, slots=True)
class Tables:
    """One set under one council's rules. `floors` are in printed order, `least_doubled` is for 2 to 5 stars.

    `gaps` are (points, points + 1) pairs between which no star is given; `gate_outcomes` follow `sheet.gates`.
    """

    sheet: Sheet
    floors: tuple[FloorBar, ...]
    least_doubled: tuple[int, ...]
    gaps: tuple[tuple[int, int], ...]
    gate_outcomes: tuple[int, ...]

    @property
    def floor_stars(self) -> frozenset[int]:
        """The stars that have floors in this set."""
        return frozenset(floor.star for floor in self.floors)


def compile_set(criteria: CriteriaSet, rules: CouncilRules, sheet: Sheet | None = None) -> Tables:
    """The tables of one set; give `sheet` when it was made before. Raises LawFault for a set too large for bytes."""
    sheet = sheet or sheet_of(criteria)
    bands = bands_of(criteria.instrument)
    return Tables(
        sheet=sheet,
        floors=tuple(
            FloorBar(sheet.row_of[leaf.code], star, need)
            for leaf in criteria.leaves
            for star, need in floors_of(leaf, rules).items()
        ),
        least_doubled=tuple(int(2 * least_total(stars, bands, rules)) for stars in STARS),
        gaps=_gaps(bands) if rules.gap_rule_1048 == "refuse" else (),
        gate_outcomes=tuple(CODE_OF[OUTCOME_OF_GATE[gate.kind]] for _, gate in zero_gates(criteria)),
    )


def _gaps(bands: Bands) -> tuple[tuple[int, int], ...]:
    return tuple((rank.max, rank.max + 1) for rank in bands.ranks if rank.max is not None)
