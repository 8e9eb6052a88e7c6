"""Explanation: for each star above the one reached, what is missing, as facts and as words.

Owns `explain`, which finds the missing points, floors and gates, and the sentences for them in Vietnamese and English.
The shortest way to mend them is `advise`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ocop.rules.lawbook.bands import bands_of, least_total
from ocop.rules.lawbook.book import in_english
from ocop.rules.scoring.gates import GateMet
from ocop.rules.scoring.numbers import counted, short_text
from ocop.rules.scoring.result import Floor, Result

TOP = 5
GATE_WORDS = {
    "eliminated": ("bị loại", "eliminated"),
    "stop": ("dừng đánh giá", "evaluation stopped"),
    "not_eligible": ("không đủ điều kiện", "not eligible"),
    "out_of_scope": ("ngoài phạm vi", "out of scope"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands between a result and `star`: points short of the band, floors not met, gates met.

    `points` is 0 when the total suffices; `floors` are the unmet ones up to `star`, the strictest of each criterion.
    Where a missed floor fails the dossier instead of lowering it, those up to the band stand in the way of any star.
    """

    star: int
    least: Fraction
    points: Fraction
    floors: tuple[Floor, ...]
    gates: tuple[GateMet, ...]
    instrument: str
    set_number: int
    band_article: str

    def words(self, lang: str = "vi") -> tuple[str, ...]:
        """One sentence for each missing thing, with its article; the points first."""
        english = lang == "en"
        points = [_points_words(self, english)] if self.points else []
        floors = [_floor_words(self, floor, english) for floor in self.floors]
        return (*points, *floors, *(_gate_words(met, english) for met in self.gates))


def explain(result: Result) -> tuple[Missing, ...]:
    """What is missing for each star above the one reached, lowest star first; empty at 5 stars."""
    return tuple(missing_for(result, star) for star in range(result.stars + 1, TOP + 1))


def missing_for(result: Result, star: int) -> Missing:
    """What is missing for `star`; nothing (no points, floors or gates) when it is reached."""
    criteria = result.dossier.criteria
    bands = bands_of(criteria.instrument)
    least = least_total(star, bands, result.rules)
    up_to = star if result.rules.missed_floor == "lower" else max(star, result.band)
    return Missing(
        star=star,
        least=least,
        points=max(Fraction(0), least - result.total),
        floors=_strictest(floor for floor in result.floors if not floor.met and floor.star <= up_to),
        gates=result.gates,
        instrument=criteria.instrument,
        set_number=criteria.number,
        band_article=bands.article,
    )


def _strictest(floors: Iterable[Floor]) -> tuple[Floor, ...]:
    """The highest unmet floor of each criterion; it includes the lower ones."""
    return tuple({floor.criterion.code: floor for floor in floors}.values())


def _points_words(missing: Missing, english: bool) -> str:
    short = short_text(missing.points, english=english, upward=True)
    least = short_text(missing.least, english=english)
    if english:
        more = counted(short, "more point is", "more points are")
        return f"{more} needed to reach {least} ({missing.instrument}, star bands)"
    return f"Thiếu {short} điểm để đủ {least} điểm ({missing.instrument}, {missing.band_article})"


def _floor_words(missing: Missing, floor: Floor, english: bool) -> str:
    leaf, have = floor.criterion, short_text(floor.have, english=english)
    if english:
        at = f"{missing.instrument}, set {missing.set_number}, criterion {leaf.official_number}"
        need = counted(floor.need, "point", "points")
        return f"“{in_english(leaf.name)}” needs at least {need} for {floor.star} stars, has {have} ({at})"
    at = f"{missing.instrument}, bộ {missing.set_number}, tiêu chí {leaf.official_number}"
    return f"“{leaf.name}” phải từ {floor.need} điểm mới được {floor.star} sao, đang có {have} ({at})"


def _gate_words(met: GateMet, english: bool) -> str:
    vi, en = GATE_WORDS[met.gate.kind]
    if english:
        article = met.article.replace("bộ", "set").replace("tiêu chí", "criterion")
        return f"{en.capitalize()}: {in_english(met.gate.text)} ({article})"
    return f"{vi.capitalize()}: {met.gate.text} ({met.article})"
