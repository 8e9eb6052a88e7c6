"""Points: what each member's marks are worth, criterion by criterion.

Owns the value of one mark, the rule that story criteria count only when a story exists, and the mean. Floors, gates and
stars are left to `result` and `gates`.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from ocop.rules.lawbook.shapes import CriteriaSet, Criterion
from ocop.rules.scoring.sheets import Choices, Dossier

Points = Mapping[str, int]


def points_of(leaf: Criterion, choices: Choices) -> int:
    """Points of one leaf on one sheet; 0 when unmarked, when no option applies, or when no story exists."""
    number = choices.get(leaf.code)
    option = None if number is None else leaf.option(number)
    return option.points if option and story_exists(leaf, choices) else 0


def story_exists(leaf: Criterion, choices: Choices) -> bool:
    """False when `leaf` hangs on a product story and the sheet says that there is none; unmarked counts as open."""
    if leaf.story is None or leaf.story.criterion not in choices:
        return True
    number = choices[leaf.story.criterion]
    return number is not None and number not in leaf.story.no_story


def sheet_points(criteria: CriteriaSet, choices: Choices) -> dict[str, int]:
    """Leaf code -> points on one sheet, in printed order."""
    return {leaf.code: points_of(leaf, choices) for leaf in criteria.leaves}


def table(dossier: Dossier) -> dict[str, dict[str, int]]:
    """Member -> leaf code -> points."""
    return {sheet.member: sheet_points(dossier.criteria, sheet.choices) for sheet in dossier.sheets}


def mean_of(values: list[int]) -> Fraction:
    """The exact mean of whole points.

    >>> mean_of([1, 2])
    Fraction(3, 2)
    """
    return Fraction(sum(values), len(values))


def means(criteria: CriteriaSet, points: Mapping[str, Points]) -> dict[str, Fraction]:
    """Leaf code -> exact mean over the members."""
    return {leaf.code: mean_of([row[leaf.code] for row in points.values()]) for leaf in criteria.leaves}
