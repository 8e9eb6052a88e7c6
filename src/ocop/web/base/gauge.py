"""The part bar: points of each part stacked, star bands as lines, floors as triangles; drawn by `cotton/gauge.html`.

Owns positions and the sentence read aloud. Which points, bands and floors exist is told by the caller, from the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ocop.web.base.figures import Points, percent, points_text

Words = str | Promise


@dataclass(frozen=True)
class Part:
    """One part of the score; `css` is a, b or c and chooses its colour."""

    css: str
    label: Words
    points: Points
    maximum: Points

    @property
    def shown(self) -> str:
        """For example "28 / 40"."""
        return f"{points_text(self.points)} / {points_text(self.maximum)}"


@dataclass(frozen=True)
class Mark:
    """A place on the bar, from 0 to the maximum: a star that is really reached or not, or a floor met or missed."""

    at: Points
    label: Words
    met: bool = False


class Segment(NamedTuple):
    """One rectangle of the bar."""

    css: str
    x: str
    width: str


class Tick(NamedTuple):
    """One mark of the bar with its place as an SVG length."""

    x: str
    label: Words
    met: bool

    @property
    def css(self) -> str:
        """Floors are drawn full when met and hollow when missed."""
        return "met" if self.met else "missed"


@dataclass(frozen=True)
class Gauge:
    """A bar of `maximum` points."""

    parts: tuple[Part, ...]
    band_marks: tuple[Mark, ...] = ()
    floor_marks: tuple[Mark, ...] = ()
    maximum: Points = 100

    @property
    def segments(self) -> list[Segment]:
        """The parts end to end, in the order given."""
        drawn, start = [], 0 * self.maximum
        for part in self.parts:
            drawn.append(Segment(part.css, percent(start, self.maximum), percent(part.points, self.maximum)))
            start = start + part.points  # type: ignore[operator]  # one bar never mixes Decimal with Fraction
        return drawn

    @property
    def bands(self) -> list[Tick]:
        """Star bands."""
        return self._ticks(self.band_marks)

    @property
    def floors(self) -> list[Tick]:
        """Floors."""
        return self._ticks(self.floor_marks)

    @property
    def spoken(self) -> str:
        """The whole bar in one sentence, for those who cannot see it."""
        total = sum((part.points for part in self.parts), start=0 * self.maximum)  # type: ignore[operator]
        figures = {"total": points_text(total), "maximum": points_text(self.maximum)}
        parts = "; ".join(f"{part.label} {part.shown}" for part in self.parts)
        return _("%(total)s trên %(maximum)s điểm") % figures + f": {parts}"

    def _ticks(self, marks: tuple[Mark, ...]) -> list[Tick]:
        return [Tick(percent(mark.at, self.maximum), mark.label, mark.met) for mark in marks]
