"""What the contenders need of the law, taken from the law book and from nothing of the batch.

Owns floors and least totals as plain dictionaries under the default rules.
"""

from dataclasses import dataclass

from ocop.rules.lawbook.bands import bands_of
from ocop.rules.lawbook.council import default_rules, floors_of
from ocop.rules.lawbook.shapes import CriteriaSet


@dataclass(frozen=True)
class Law:
    """`floors`: star -> {place of the leaf: points}; `least`: (star, points) from 5 stars down."""

    floors: dict[int, dict[int, int]]
    least: list[tuple[int, int]]


def law_of(criteria: CriteriaSet) -> Law:
    floors: dict[int, dict[int, int]] = {}
    for place, leaf in enumerate(criteria.leaves):
        for star, need in floors_of(leaf, default_rules()).items():
            floors.setdefault(star, {})[place] = need
    return Law(floors, [(rank.stars, rank.min) for rank in bands_of(criteria.instrument).ranks if rank.min > 0])
