"""Changes: what differs between two criteria sets, as structured facts and in words of both languages.

Owns `changes` (one `Change` per criterion, the kept ones included) and `words` (one sentence per difference), for
`ocop law diff` and the law browser. Which criterion matches which is `pairing`'s; colours and layout are the page's.

    for change in changes(criteria_set("148/QĐ-TTg", 11), criteria_set("26/2026/QĐ-TTg", 11)):
        if change.kind != "kept":
            print(change.name, *words(change, "vi"), sep="\\n  ")
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ocop.rules.lawbook.book import in_english
from ocop.rules.lawbook.folding import fold
from ocop.rules.lawbook.pairing import Pair, option_pairs, pairs
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Option

__all__ = ["Change", "OptionChange", "Pair", "changes", "floors_printed", "pairs", "words"]

Words = tuple[str, str]
Kind = Literal["kept", "changed", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class OptionChange:
    """One option in two sets. `what` tells how a changed one differs: reworded, points, floor (any of them)."""

    kind: Kind
    before: Option | None
    after: Option | None
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion in two sets. `what` tells how a changed one differs, any of: renamed, moved (another code),
    points (another maximum), floor, options, gates. `options` are empty for an added or dropped criterion."""

    kind: Kind
    before: Criterion | None
    after: Criterion | None
    options: tuple[OptionChange, ...] = ()
    what: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The Vietnamese name, the newer one when there are two."""
        named = self.after or self.before
        return named.name if named else ""


def changes(before: CriteriaSet, after: CriteriaSet) -> tuple[Change, ...]:
    """Every criterion of both sets once, in the printed order of `after`; dropped ones beside their old neighbours."""
    return tuple(_change(pair) for pair in pairs(before, after))


def _change(pair: Pair) -> Change:
    if pair.before is None:
        return Change("added", None, pair.after)
    if pair.after is None:
        return Change("dropped", pair.before, None)
    options = tuple(_option_change(old, new) for old, new in option_pairs(pair.before, pair.after))
    what = _differences(pair.before, pair.after, options)
    return Change("changed" if what else "kept", pair.before, pair.after, options, what)


def _differences(old: Criterion, new: Criterion, options: tuple[OptionChange, ...]) -> tuple[str, ...]:
    differs = {
        "renamed": fold(old.name) != fold(new.name),
        "moved": old.code != new.code,
        "points": old.max != new.max,
        "floor": floors_printed(old) != floors_printed(new),
        "options": any(_told(option) for option in options),
        "gates": _gates(old) != _gates(new),
    }
    return tuple(name for name, holds in differs.items() if holds)


def _option_change(old: Option | None, new: Option | None) -> OptionChange:
    if old is None:
        return OptionChange("added", None, new)
    if new is None:
        return OptionChange("dropped", old, None)
    differs = {
        "reworded": fold(old.label) != fold(new.label),
        "points": old.points != new.points,
        "floor": old.floor != new.floor,
    }
    what = tuple(name for name, holds in differs.items() if holds)
    return OptionChange("changed" if what else "kept", old, new, what)


def floors_printed(criterion: Criterion) -> dict[int, int | None]:
    """Star -> points of the marked option; None when the mark stands at the name and at no option (148).

    >>> floors_printed(Criterion("A.1", "Vốn", 3, (Option(1, 1, "Có", 3), Option(2, 3, "Lớn", 4))))
    {3: 1, 4: 3}
    """
    floors: dict[int, int | None] = {}
    for option in criterion.options:
        if option.floor is not None:
            floors.setdefault(option.floor, option.points)
    if criterion.floor_unplaced is not None:
        floors[criterion.floor_unplaced] = None
    return dict(sorted(floors.items()))


def _gates(criterion: Criterion) -> set[tuple[str, str, str]]:
    return {(gate.kind, gate.when, fold(gate.text)) for gate in criterion.gates}


def words(change: Change, lang: str = "vi") -> tuple[str, ...]:
    """One sentence per difference, in `lang` ("vi" or "en"); () for a kept criterion."""
    return tuple(english if lang == "en" else vietnamese for vietnamese, english in _sentences(change))


def _sentences(change: Change) -> list[Words]:
    old, new = change.before, change.after
    if old is None and new is not None:
        return [(f"Thêm tiêu chí, tối đa {new.max} điểm", f"Criterion added, at most {_points(new.max)}")]
    if old is not None and new is None:
        return [(f"Bỏ tiêu chí, trước tối đa {old.max} điểm", f"Criterion dropped, was at most {_points(old.max)}")]
    assert old is not None and new is not None
    told = [_TOLD[name](old, new) for name in change.what if name in _TOLD]
    return told + _floor_sentences(old, new) + [_option_sentence(option) for option in change.options if _told(option)]


_TOLD: dict[str, Callable[[Criterion, Criterion], Words]] = {
    "renamed": lambda old, _: (f"Đổi tên, trước là “{old.name}”", f"Renamed, was “{in_english(old.name)}”"),
    "moved": lambda old, new: (
        f"Đổi số {old.official_number} thành {new.official_number}",
        f"Number {old.official_number} became {new.official_number}",
    ),
    "points": lambda old, new: (
        f"Điểm tối đa {old.max} thành {new.max}",
        f"Maximum {old.max} became {new.max}",
    ),
    "gates": lambda *_: ("Đổi dòng loại hoặc dừng đánh giá", "The eliminating or stopping lines changed"),
}


def _floor_sentences(old: Criterion, new: Criterion) -> list[Words]:
    was, now = floors_printed(old), floors_printed(new)
    stars = [star for star in (3, 4, 5) if (star in was) != (star in now) or was.get(star) != now.get(star)]
    return [_floor_sentence(star, was, now) for star in stars]


def _floor_sentence(star: int, was: dict[int, int | None], now: dict[int, int | None]) -> Words:
    if star not in was:
        vi, en = _mark(now[star])
        return f"Thêm mức tối thiểu {star} sao: {vi}", f"Floor for {star} stars added: {en}"
    vi, en = _mark(was[star])
    if star not in now:
        return f"Bỏ mức tối thiểu {star} sao, trước là {vi}", f"Floor for {star} stars dropped, was {en}"
    new_vi, new_en = _mark(now[star])
    return f"Mức tối thiểu {star} sao: {vi} thành {new_vi}", f"Floor for {star} stars: {en} became {new_en}"


def _mark(points: int | None) -> Words:
    if points is None:
        return "dấu in ở tên tiêu chí", "marked at the name only"
    return f"{points} điểm", _points(points)


def _told(option: OptionChange) -> bool:
    """A mark that only moved between options is already told by the criterion's floors."""
    return option.kind != "kept" and option.what != ("floor",)


def _option_sentence(option: OptionChange) -> Words:
    if option.before is None:
        vi, en = _named(option.after)
        return f"Thêm mức {vi}", f"Level added: {en}"
    vi, en = _named(option.before)
    if option.after is None:
        return f"Bỏ mức {vi}", f"Level dropped: {en}"
    new_vi, new_en = _named(option.after)
    return f"Mức {vi} thành {new_vi}", f"Level {en} became {new_en}"


def _named(option: Option | None) -> Words:
    assert option is not None
    return f"“{option.label}” ({option.points} điểm)", f"“{in_english(option.label)}” ({_points(option.points)})"


def _points(number: int) -> str:
    return f"{number} point" if number == 1 else f"{number} points"
