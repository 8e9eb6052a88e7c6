"""A producer's yearly facts as one small table: a row a kind, a column a year, each value with its source, and a trend.

Owns the arrangement; which facts there are and what they are called is `rules.register.facts`'.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ocop.domain.registry.queries.producers import YearlyFact
from ocop.rules.register.facts import DONG, FACTS, PEOPLE
from ocop.web.base.figures import dong_text, plain_number

YEARS = 5
WIDE, HIGH, EDGE = 96, 28, 3  # of the trend, in units of its picture


@dataclass(frozen=True, slots=True)
class Cell:
    """One value, and the number of its source in the list below; empty where nothing is known."""

    year: int
    text: str = ""
    lang: str = ""
    source: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of fact over the years; `product` names whose it is. `points` draw the trend, `change` says it."""

    label: str
    product: str
    cells: tuple[Cell, ...]
    points: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The years, oldest first, the rows, and the sources in the order of their numbers; `left_out` older years."""

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    sources: tuple[str, ...]
    left_out: int

    @property
    def has_trend(self) -> bool:
        """Is anything known of two years?"""
        return any(row.points for row in self.rows)


def table_of(facts: Iterable[YearlyFact]) -> Table:
    """The facts of a producer and its products, of the last years told."""
    found = list(facts)
    every = sorted({fact.year for fact in found})
    years = tuple(every[-YEARS:])
    order = list(FACTS)
    kept = sorted(
        (fact for fact in found if fact.year in years),
        key=lambda fact: (fact.product.name if fact.product else "", order.index(fact.kind), fact.year),
    )
    sources = tuple(dict.fromkeys(fact.source for fact in kept))
    keys = sorted({(fact.product.name if fact.product else "", order.index(fact.kind)) for fact in kept})
    rows = []
    for product, place in keys:
        own = {
            fact.year: fact
            for fact in kept
            if fact.kind == order[place] and (fact.product.name if fact.product else "") == product
        }
        rows.append(_row(order[place], product, own, years, sources))
    return Table(years, tuple(rows), sources, len(every) - len(years))


def _row(kind: str, product: str, own: dict[int, YearlyFact], years: tuple[int, ...], sources: tuple[str, ...]) -> Row:
    rule = FACTS[kind]
    cells = tuple(
        Cell(year, *_text(own[year]), sources.index(own[year].source) + 1) if year in own else Cell(year)
        for year in years
    )
    known = [own[year] for year in years if year in own]
    alike = len(known) > 1 and len({fact.unit for fact in known}) == 1
    label = rule.en if get_language() == "en" else rule.vi
    values = [fact.value for fact in known]
    return Row(label, product, cells, _points(values) if alike else "", _change(values) if alike else "")


def _text(fact: YearlyFact) -> tuple[str, str]:
    """A value with its unit, and the language of a unit that somebody wrote."""
    if fact.unit == DONG:
        return dong_text(fact.value), ""
    if fact.unit == PEOPLE:
        return _("%(count)s người") % {"count": plain_number(fact.value)}, ""
    return f"{plain_number(fact.value)} {fact.unit}", "vi"


def _points(values: list[Decimal]) -> str:
    """The line of a trend, left to right, the highest value at the top."""
    low, high = min(values), max(values)
    step = Decimal(WIDE - 2 * EDGE) / (len(values) - 1)
    tall = Decimal(HIGH - 2 * EDGE)
    drawn = []
    for place, value in enumerate(values):
        up = (value - low) / (high - low) if high > low else Decimal("0.5")
        drawn.append(f"{EDGE + place * step:.1f},{HIGH - EDGE - up * tall:.1f}")
    return " ".join(drawn)


def _change(values: list[Decimal]) -> str:
    """The last value against the one before."""
    before, now = values[-2:]
    if before == now:
        return _("không đổi")
    if before <= 0:
        return _("tăng") if now > before else _("giảm")
    share = plain_number(round(abs(now - before) * 100 / before, 0))
    return (_("tăng %(share)s %%") if now > before else _("giảm %(share)s %%")) % {"share": share}
