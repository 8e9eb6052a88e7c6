"""Criteria that a paper may prove something for: offered by its kind for the sets of its producer's products.

Owns what is offered and what is ticked. Which evidence a criterion takes is the law's (inferred there, and said so on
the page), so it is a suggestion and never decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from ocop.domain.evidence.queries.papers import Criterion, Product
from ocop.rules.lawbook.book import criteria_set
from ocop.rules.lawbook.lookup import regime_for
from ocop.rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Tick:
    """A criterion to tick: the value its box sends, its code and name, and whether it is ticked."""

    value: str
    code: str
    name: str
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The criteria of one set."""

    instrument: str
    name: str
    criteria: tuple[Tick, ...]

    @property
    def any_checked(self) -> bool:
        """Is one of them ticked?"""
        return any(one.checked for one in self.criteria)


def offered(products: Iterable[Product], kind: str, today: date) -> list[Criterion]:
    """The criteria of the products' sets of today that take evidence of this kind."""
    instrument = regime_for(today).criteria
    numbers = {group.set_number for one in products for group in one.groups.all() if group.instrument == instrument}
    return [
        Criterion(instrument, number, leaf.code)
        for number in sorted(numbers)
        for leaf in criteria_set(instrument, number).leaves
        if kind in leaf.evidence
    ]


def suggested(products: Iterable[Product], chosen: set[UUID], kind: str, today: date) -> set[Criterion]:
    """What is ticked before anybody said anything: what the products chosen would use this kind of paper for."""
    return set(offered([one for one in products if one.id in chosen], kind, today))


def grouped(criteria: Iterable[Criterion], ticked: set[Criterion]) -> list[Group]:
    """Criteria offered and ticked, by set, in the order of the law."""
    every = sorted({*criteria, *ticked}, key=_place)
    return [
        Group(instrument, criteria_set(instrument, number).name, tuple(_tick(one, one in ticked) for one in group))
        for (instrument, number), group in groupby(every, key=lambda one: (one.instrument, one.set_number))
    ]


def named(criteria: Iterable[Criterion]) -> list[Tick]:
    """Criteria with their names, as a page lists them."""
    return [_tick(one, True) for one in sorted(criteria, key=_place)]


def read(values: Iterable[str]) -> list[Criterion]:
    """The criteria ticked in a form. Raises Refused for a box the page never drew."""
    try:
        found = [value.split("|") for value in values]
        return [Criterion(instrument, int(number), code) for instrument, number, code in found]
    except ValueError:
        vi, en = "tiêu chí này không có; tải lại trang rồi chọn", "there is no such criterion; reload and choose again"
        raise Refused("no_criterion", where="criteria", vi=vi, en=en) from None


def _place(one: Criterion) -> tuple[str, int, list[tuple[int, str]]]:
    return one.instrument, one.set_number, [(len(part), part) for part in one.code.split(".")]


def _tick(one: Criterion, checked: bool) -> Tick:
    node = criteria_set(one.instrument, one.set_number).nodes.get(one.code)
    return Tick(f"{one.instrument}|{one.set_number}|{one.code}", one.code, node.name if node else "", checked)
