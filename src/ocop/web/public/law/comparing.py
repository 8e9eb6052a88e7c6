"""Two sets side by side: which two a reader asked for, and every difference ready to be drawn.

What differs is `ocop.rules.lawbook.changes`'; here a pair of labels is cut into the words that stayed, went and came.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ocop.kit.text import folded
from ocop.rules.lawbook import book, changes
from ocop.rules.lawbook.changes import Change, OptionChange
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Gate
from ocop.rules.refused import Refused
from ocop.web.public.law import wording
from ocop.web.public.law.addresses import INSTRUMENTS, set_key
from ocop.web.public.law.family import Place, has_text, related

MOST_DIGITS = 4
_TOKENS = re.compile(r"\w+|\W")


@dataclass(frozen=True)
class Run:
    """Words of one side: kept, or not on the other side."""

    text: str
    kept: bool


@dataclass(frozen=True)
class Pair:
    """One option on both sides; the runs are the labels, cut where they differ."""

    change: OptionChange
    before: tuple[Run, ...]
    after: tuple[Run, ...]


@dataclass(frozen=True)
class Item:
    """One criterion on both sides, and its differences as sentences."""

    change: Change
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    sentences: tuple[str, ...]
    pairs: tuple[Pair, ...]
    gates_gone: tuple[Gate, ...]
    gates_new: tuple[Gate, ...]

    @property
    def kind(self) -> str:
        """The kind of its change; "moved" when only the number differs: points, floors and words are the same."""
        return "moved" if self.change.what == ("moved",) else self.change.kind

    @property
    def number(self) -> str:
        """The printed number, the newer one when there are two."""
        return _named(self.change).official_number


@dataclass(frozen=True)
class PartItems:
    """The criteria of one part, under its newer name."""

    part: Criterion
    before: Criterion | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Comparison:
    """Two sets, older first, part by part; `counts` by the kind of each item."""

    before: CriteriaSet
    after: CriteriaSet
    parts: tuple[PartItems, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class Asked:
    """The two sets of an address as they stand in the form, and what came of them."""

    a: str
    b: str
    comparison: Comparison | None = None
    refused: str = ""
    suggestions: tuple[Place, ...] = ()


def ask(a: str, b: str) -> Asked:
    """The comparison an address asks for; with one side only, what goes well with it; else why not."""
    try:
        return _answered([place(text) for text in (a, b) if text])
    except Refused as refused:
        return Asked(a, b, refused=wording.refusal(refused))


def _answered(places: list[Place]) -> Asked:
    if not places:
        return Asked("", "")
    if len(places) == 1:
        return Asked(set_key(*places[0]), "", suggestions=_suggested(places[0]))
    one, other = places
    return Asked(set_key(*one), set_key(*other), comparison=comparison(one, other))


def _suggested(one: Place) -> tuple[Place, ...]:
    """The sets of the other generations that this one became or came from."""
    book.criteria_set(*one)
    others = (other for other in book.GENERATIONS if other != one[0])
    return tuple(found for other in others for found in related(*one, other) if has_text(found))


def choices() -> list[tuple[str, list[tuple[str, CriteriaSet]]]]:
    """Every set that can be compared, by generation, with its key for an address."""
    return [
        (instrument, [(set_key(instrument, one.number), one) for one in _readable(instrument)])
        for instrument in book.GENERATIONS
    ]


def _readable(instrument: str) -> list[CriteriaSet]:
    found = (book.find_set(instrument, number) for number in book.set_numbers(instrument))
    return [one for one in found if not one.missing_because]


def place(text: str) -> Place:
    """A set as written in an address, "slug:number" or "name:number". Raises Refused when it is neither."""
    name, _, number = text.rpartition(":")
    if not number.isascii() or not number.isdigit() or len(number) > MOST_DIGITS:
        raise Refused(
            "bad_place",
            vi=f"không đọc được “{text}”; chọn bộ trong danh sách",
            en=f"“{text}” cannot be read; choose a set from the list",
        )
    instrument = INSTRUMENTS.get(name, name)
    book.folder_of(instrument)
    return instrument, int(number)


def comparison(one: Place, other: Place) -> Comparison:
    """Both sets with the older first. Raises Refused when one cannot be had, or when both are the same."""
    if one == other:
        raise Refused(
            "same_set", vi="hai bên là cùng một bộ; chọn hai bộ khác nhau", en="both sides are the same set; choose two"
        )
    older, newer = sorted((one, other), key=lambda item: _age(item[0]), reverse=True)
    before, after = book.criteria_set(*older), book.criteria_set(*newer)
    found = changes.changes(before, after)
    parts = tuple(_part(part, before, found) for part in after.parts)
    counts = Counter(item.kind for part in parts for item in part.items)
    return Comparison(before, after, parts, dict(counts))


def _age(instrument: str) -> int:
    return book.GENERATIONS.index(instrument) if instrument in book.GENERATIONS else 0


def _part(part: Criterion, before: CriteriaSet, found: tuple[Change, ...]) -> PartItems:
    items = tuple(_item(change) for change in found if _named(change).part == part.code)
    return PartItems(part, before.nodes.get(part.code), items)


def _named(change: Change) -> Criterion:
    """The criterion a change is about; a change always has a side."""
    found = change.after or change.before
    assert found is not None
    return found


def _item(change: Change) -> Item:
    before, after = (side.name if side else "" for side in (change.before, change.after))
    told = changes.words(replace(change, options=()), "en" if wording.is_english() else "vi")  # options are drawn
    moved = any(option.kind != "kept" for option in change.options)
    return Item(
        change,
        *_runs(before, after),
        sentences=tuple(map(wording.decision, told)),
        pairs=tuple(map(_pair, change.options)) if moved else (),
        gates_gone=_gates_beside(change.before, change.after),
        gates_new=_gates_beside(change.after, change.before),
    )


def _gates_beside(one: Criterion | None, other: Criterion | None) -> tuple[Gate, ...]:
    """The gates of `one` that `other` has not; none unless both are there."""
    if one is None or other is None:
        return ()
    known = {(gate.kind, gate.when, folded(gate.text)) for gate in other.gates}
    return tuple(gate for gate in one.gates if (gate.kind, gate.when, folded(gate.text)) not in known)


def _pair(option: OptionChange) -> Pair:
    before, after = (side.label if side else "" for side in (option.before, option.after))
    return Pair(option, *_runs(before, after))


def _runs(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in the reader's language, cut into what is on both sides and what is on one."""
    old, new = (_TOKENS.findall(wording.plain(text)) for text in (before, after))
    if not old or not new:
        return _whole(old), _whole(new)
    blocks = SequenceMatcher(None, old, new, autojunk=False)
    if blocks.ratio() < 0.4:  # two different sentences: crumbs in common would only confuse the eye
        return (Run("".join(old), False),), (Run("".join(new), False),)
    codes = blocks.get_opcodes()
    left = _joined([("".join(old[i1:i2]), tag == "equal") for tag, i1, i2, _j1, _j2 in codes])
    right = _joined([("".join(new[j1:j2]), tag == "equal") for tag, _i1, _i2, j1, j2 in codes])
    return left, right


def _joined(parts: list[tuple[str, bool]]) -> tuple[Run, ...]:
    """The parts as runs; a space between two changed words changes with them."""
    runs: list[Run] = []
    for at, (text, kept) in enumerate(parts):
        inside = 0 < at < len(parts) - 1
        kept = kept and not (inside and text.isspace())
        if runs and runs[-1].kept == kept:
            runs[-1] = Run(runs[-1].text + text, kept)
        elif text:
            runs.append(Run(text, kept))
    return tuple(runs)


def _whole(tokens: list[str]) -> tuple[Run, ...]:
    return (Run("".join(tokens), True),) if tokens else ()
