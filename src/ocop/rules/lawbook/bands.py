"""Star bands: which star a mean of points falls into, by instrument.

Owns the bands and the reading of the gaps that closed whole-number bands leave (1048/QĐ-TTg). Floors and gates, which
may lower that star, are `ocop.rules.scoring`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.council import CouncilRules
from ocop.rules.refused import LawFault, Refused

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Rank:
    """One star: least points, greatest points where the law prints them, who recognises it, certificate or not."""

    stars: int
    min: int
    level: str
    certificate: bool
    confidence: str
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Bands:
    """The ranks of one instrument, from 5 stars down."""

    instrument: str
    article: str
    shape: str
    source: str
    ranks: tuple[Rank, ...]
    gap_rule: str = ""

    def rank(self, stars: int) -> Rank:
        """The rank of `stars` (1 to 5)."""
        return next(rank for rank in self.ranks if rank.stars == stars)


@cache
def all_bands() -> dict[str, Bands]:
    """The bands of every instrument that has criteria."""
    rows = loader.read("bands.yaml")["bands"]
    return {row["instrument"]: Bands(**{**row, "ranks": tuple(Rank(**rank) for rank in row["ranks"])}) for row in rows}


def bands_of(instrument: str) -> Bands:
    """The bands of `instrument`. Raises LawFault when none are written."""
    try:
        return all_bands()[instrument]
    except KeyError:
        raise LawFault("no_bands", where=instrument, vi="chưa có dải sao", en="has no star bands") from None


def band_of(total: Fraction, bands: Bands, rules: CouncilRules) -> int:
    """The star of a mean `total` (0..100) by points alone.

    Raises Refused when it falls in a gap of closed bands and the council chose to refuse.

    >>> from ocop.rules.lawbook.council import default_rules
    >>> band_of(Fraction(179, 2), bands_of("1048/QĐ-TTg"), default_rules())
    4
    """
    if rules.gap_rule_1048 == "refuse":
        _refuse_gap(total, bands)
    return next(rank.stars for rank in bands.ranks if total >= least_total(rank.stars, bands, rules))


def least_total(stars: int, bands: Bands, rules: CouncilRules) -> Fraction:
    """The least mean that counts as `stars`: the printed minimum, or half a point less where gaps round half up."""
    least = Fraction(bands.rank(stars).min)
    rounds = bands.shape == "closed_integers" and rules.gap_rule_1048 == "round_half_up" and least > 0
    return least - HALF if rounds else least


def _refuse_gap(total: Fraction, bands: Bands) -> None:
    for rank in bands.ranks:
        if rank.max is not None and rank.max < total < rank.max + 1:
            raise Refused(
                "in_gap",
                where=str(bands.instrument),
                vi=f"điểm nằm giữa {rank.max} và {rank.max + 1}, khoảng hở của các dải in; hội đồng phải quyết",
                en=f"the mean lies between {rank.max} and {rank.max + 1}, a gap of the bands; the council must decide",
            )
