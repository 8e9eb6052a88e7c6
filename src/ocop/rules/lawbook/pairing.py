"""Pairing: which criterion and which option of one set stands where another set's stood.

Owns matching two criteria sets leaf by leaf (`pairs`) and two criteria option by option (`option_pairs`), of the same
or of different generations. What differs inside a pair, and its words, is `changes`' work.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ocop.rules.lawbook.folding import content_words, fold
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Option

Item = TypeVar("Item", Criterion, Option)


@dataclass(frozen=True, slots=True)
class Pair:
    """The same criterion in two sets; `before` is None when it is new, `after` when it was dropped."""

    before: Criterion | None
    after: Criterion | None


def pairs(before: CriteriaSet, after: CriteriaSet) -> tuple[Pair, ...]:
    """The leaves of both sets, each exactly once, in the printed order of `after`.

    A criterion is the same when its part and its folded name agree; of the rest, when its code agrees and the names
    share words; of the rest, when the names share most words. A dropped one stands after its old neighbour.
    """
    found: dict[str, Criterion] = {}
    for same in (_same_name, _same_code, _alike):
        old_left = [leaf for leaf in before.leaves if leaf.code not in {old.code for old in found.values()}]
        for new in (leaf for leaf in after.leaves if leaf.code not in found):
            old = next((leaf for leaf in old_left if leaf.part == new.part and same(leaf, new)), None)
            if old is not None:
                found[new.code] = old
                old_left.remove(old)
    return _in_order(before, after, found)


def _same_name(old: Criterion, new: Criterion) -> bool:
    return fold(old.name) == fold(new.name)


def _same_code(old: Criterion, new: Criterion) -> bool:
    one, other = content_words(old.name), content_words(new.name)
    return old.code == new.code and 3 * len(one & other) >= max(1, min(len(one), len(other)))


def _alike(old: Criterion, new: Criterion) -> bool:
    one, other = content_words(old.name), content_words(new.name)
    return 2 * len(one & other) >= max(1, len(one), len(other))


def _in_order(before: CriteriaSet, after: CriteriaSet, found: dict[str, Criterion]) -> tuple[Pair, ...]:
    rows = [Pair(found.get(leaf.code), leaf) for leaf in after.leaves]
    for at, leaf in enumerate(before.leaves):
        if leaf not in found.values():
            rows.insert(_place(rows, before.leaves[:at], leaf.part), Pair(leaf, None))
    return tuple(rows)


def _place(rows: list[Pair], neighbours: tuple[Criterion, ...], part: str) -> int:
    """The row after the nearest old neighbour in the same part; the part's first row when there is none."""
    for neighbour in reversed(neighbours):
        if neighbour.part == part:
            return next(at for at, row in enumerate(rows) if row.before == neighbour) + 1
    in_part = (at for at, row in enumerate(rows) if row.after is not None and row.after.part == part)
    return next(in_part, len(rows))


def option_pairs(before: Criterion, after: Criterion) -> tuple[tuple[Option | None, Option | None], ...]:
    """The options of both criteria, each exactly once: by folded label, then by points, within the same case.

    The order is that of `after`, then the options that went.
    """
    found: dict[int, Option] = {}
    for key in (_by_label, _by_points):
        old_left = _first_by(key, (option for option in before.options if option not in found.values()))
        for new in (option for option in after.options if option.number not in found):
            if key(new) in old_left:
                found[new.number] = old_left.pop(key(new))
    stayed = [(found.get(option.number), option) for option in after.options]
    gone = [(option, None) for option in before.options if option not in found.values()]
    return (*stayed, *gone)


def _by_label(option: Option) -> Hashable:
    return option.case, fold(option.label)


def _by_points(option: Option) -> Hashable:
    return option.case, option.points


def _first_by(key: Callable[[Item], Hashable], items: Iterable[Item]) -> dict[Hashable, Item]:
    kept: dict[Hashable, Item] = {}
    for item in items:
        kept.setdefault(key(item), item)
    return kept
