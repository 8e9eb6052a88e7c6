"""Regrouping: figures of the units of one day said in the units of another, exactly.

Owns `Regrouped` and the sums. A figure goes where its whole ground went; what may have gone to several units is told
apart, never shared out by a guess. So moved and undecided figures always add up to what was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from fractions import Fraction
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.passage import passage
from ocop.rules.units.shapes import Level

Amount = int | Decimal | Fraction
Figures = Mapping[str, Amount] | Iterable[tuple[str, Amount]]
"""Amounts by code, or pairs of code and amount in which a code may come again."""

# A sum that would need rounding is refused instead; a thousand digits is more than any count or money needs.
EXACT = Context(prec=1000, traps=[Inexact, InvalidOperation, Overflow, DivisionByZero])


class Undecided(NamedTuple):
    """The figure of a unit whose ground went to several: any of `candidates` may have it, or each a part."""

    code: str
    amount: Amount
    candidates: tuple[str, ...]


@dataclass(frozen=True)
class Regrouped:
    """Figures in the units of `to_day`: `moved` by code for certain, `undecided` apart, in order of code."""

    from_day: date
    to_day: date
    level: Level
    moved: dict[str, Amount]
    undecided: tuple[Undecided, ...] = field(default=())

    @cached_property
    def total(self) -> Amount:
        """Everything: moved and undecided together."""
        with _exactly():
            amounts: list[Any] = [*self.moved.values(), *(item.amount for item in self.undecided)]
            total: Amount = sum(amounts)
            return total

    @cached_property
    def bounds(self) -> dict[str, tuple[Amount, Amount]]:
        """Target -> the least and the most its figure can be, for every target that has or may have one."""
        found: dict[str, tuple[Any, Any]] = {code: (amount, amount) for code, amount in self.moved.items()}
        with _exactly():
            for item in self.undecided:
                for code in item.candidates:
                    least, most = found.get(code, (0, 0))
                    found[code] = (least + min(item.amount, 0), most + max(item.amount, 0))
        return found

    def least(self, code: str) -> Amount:
        """The least the target's figure can be, 0 when nothing can have come to it."""
        return self.bounds.get(code, (0, 0))[0]

    def most(self, code: str) -> Amount:
        """The most the target's figure can be, 0 when nothing can have come to it."""
        return self.bounds.get(code, (0, 0))[1]


def regrouped(gazetteer: Gazetteer, figures: Figures, from_day: date, to_day: date, level: Level) -> Regrouped:
    """Figures keyed by the codes of `from_day`, of any level, in the units of `level` on `to_day`.

    Amounts are int, Decimal or Fraction; the last two do not mix. Raises Refused for a code that is none on
    `from_day`, an amount of another kind, or a sum that could not be exact.
    """
    way = passage(gazetteer, from_day, to_day)
    certain, possible = way.certain(level), way.plan(level)
    pairs = list(figures.items() if isinstance(figures, Mapping) else figures)
    _refuse_inexact(pairs)
    moved: dict[str, Any] = {}
    left: dict[str, Any] = {}
    with _exactly():
        for code, amount in pairs:
            target = certain.get(code)
            if target is None:
                left[code] = left.get(code, 0) + amount
            else:
                moved[target] = moved.get(target, 0) + amount
    codes = sorted(left)
    for code in left.keys() - possible.keys():
        raise gazetteer.unknown(code, from_day)
    undecided = tuple(map(Undecided, codes, map(left.__getitem__, codes), map(possible.__getitem__, codes)))
    return Regrouped(from_day, to_day, level, moved, undecided)


def _refuse_inexact(pairs: list[tuple[str, Amount]]) -> None:
    kinds = set(map(type, map(itemgetter(1), pairs)))
    if kinds <= {int, Fraction}:
        return
    for code, amount in pairs:
        if type(amount) not in (int, Decimal) or (type(amount) is Decimal and not amount.is_finite()):
            raise Refused(
                "bad_figure",
                where=code,
                vi=f"số liệu “{amount}” phải là số nguyên hoặc số thập phân chính xác, cùng một loại",
                en=f"the figure {amount!r} must be a whole number or an exact decimal, all of one kind",
            )


@contextmanager
def _exactly() -> Iterator[None]:
    try:
        with localcontext(EXACT):
            yield
    except (Inexact, InvalidOperation, Overflow) as fault:
        raise Refused(
            "inexact_sum",
            vi="các số liệu chênh nhau quá xa, không cộng chính xác được",
            en="the figures are too far apart to be added exactly",
        ) from fault
