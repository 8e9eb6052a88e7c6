"""Finding a set or a criterion by typing a few words, with or without accents.

Every word typed must begin a word of the text. The same criterion in many sets is one result with many places.
Only labels of the law are searched; documents have their own shelf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ocop.kit.text import folded
from ocop.rules.lawbook import book, classification
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion
from ocop.web.base.navigation import Link
from ocop.web.public.law import wording
from ocop.web.public.law.addresses import set_href

MOST_WORDS = 8
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Entry:
    """One criterion, in the language of the page, and its texts folded for comparing."""

    instrument: str
    number: int
    code: str
    name: str
    texts: tuple[str, ...]
    folded_name: str
    folded_texts: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A run of text; `hit` when it is what was typed."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Found:
    """A criterion of one generation, a line of it that matches, and its places."""

    instrument: str
    name: tuple[Piece, ...]
    line: tuple[Piece, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True)
class Results:
    """The sets and the criteria found for `query`."""

    query: str
    sets: tuple[tuple[str, int, str], ...] = ()
    criteria: tuple[Found, ...] = ()

    def __len__(self) -> int:
        return len(self.sets) + len(self.criteria)


def search(query: str, instrument: str = "") -> Results:
    """Sets and criteria that hold every word of `query`, in one generation or in all."""
    wanted = typed_words(query)
    if not wanted:
        return Results(query.strip())
    language = "en" if wording.is_english() else "vi"
    hits = [entry for entry in _criteria(language) if _holds(entry, wanted) and instrument in ("", entry.instrument)]
    named = [row for row in _sets() if _matches(row[3], wanted) and instrument in ("", row[0])]
    return Results(query.strip(), tuple(row[:3] for row in named), _grouped(hits, wanted))


def typed_words(query: str) -> tuple[str, ...]:
    """The words of a query, folded; very long queries are cut."""
    return tuple(_WORD.findall(folded(query)))[:MOST_WORDS]


def _spread(text: str) -> str:
    """Folded text with a space before every word, so that " wo" finds the words beginning with "wo"."""
    return " " + " ".join(_WORD.findall(folded(text)))


def _matches(spread: str, wanted: tuple[str, ...]) -> bool:
    return all(f" {word}" in spread for word in wanted)


def _holds(entry: Entry, wanted: tuple[str, ...]) -> bool:
    return _matches("".join((entry.folded_name, *entry.folded_texts)), wanted)


@cache
def _sets() -> tuple[tuple[str, int, str, str], ...]:
    """Instrument, number, name, and all it may be called, folded, in both languages."""
    return tuple((one.instrument, one.number, one.name, _spread(" ".join(_called(one)))) for one in _all_sets())


def _called(one: CriteriaSet) -> list[str]:
    """The name of a set, and what people call products of it."""
    everyday = classification.examples(one.instrument, one.number)
    return [one.name, book.in_english(one.name), *(word for item in everyday for word in (item.vi, item.en))]


@cache
def _criteria(language: str) -> tuple[Entry, ...]:
    """Every criterion that is marked, worded in `language` (the active one when this is first asked)."""
    return tuple(_entry(one, leaf) for one in _all_sets() for leaf in one.leaves)


def _all_sets() -> Iterator[CriteriaSet]:
    for instrument in book.GENERATIONS:
        for number in book.set_numbers(instrument):
            yield book.find_set(instrument, number)


def _entry(one: CriteriaSet, leaf: Criterion) -> Entry:
    """Found by its Vietnamese words in every language, and by its English ones on English pages."""
    said = (*(option.label for option in leaf.options), *(note.text for note in leaf.notes))
    texts = tuple(wording.plain(text) for text in said)
    name = wording.plain(leaf.name)
    spread_texts = tuple(_spread(f"{shown} {text}") for shown, text in zip(texts, said, strict=True))
    return Entry(one.instrument, one.number, leaf.code, name, texts, _spread(f"{name} {leaf.name}"), spread_texts)


def _rank(entry: Entry, wanted: tuple[str, ...]) -> int:
    """0: the words as typed in the name; 1: all in the name; 2: as typed in one line; 3: anywhere."""
    phrase = " " + " ".join(wanted)
    if phrase in entry.folded_name:
        return 0
    if _matches(entry.folded_name, wanted):
        return 1
    return 2 if any(phrase in text for text in entry.folded_texts) else 3


def _grouped(hits: list[Entry], wanted: tuple[str, ...]) -> tuple[Found, ...]:
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(hits, key=lambda entry: _rank(entry, wanted)):
        groups.setdefault((entry.instrument, entry.name), []).append(entry)
    return tuple(_found(members, wanted) for members in groups.values())


def _found(members: list[Entry], wanted: tuple[str, ...]) -> Found:
    best = members[0]
    places = sorted(members, key=lambda entry: entry.number)
    links = tuple(Link(set_href(one.instrument, one.number, one.code), str(one.number)) for one in places)
    return Found(best.instrument, marked(best.name, wanted), marked(_best_line(best, wanted), wanted), links)


def _best_line(entry: Entry, wanted: tuple[str, ...]) -> str:
    """The line with most of the words; none when the name alone says it."""
    if _matches(entry.folded_name, wanted):
        return ""
    scores = [sum(f" {word}" in text for word in wanted) for text in entry.folded_texts]
    return entry.texts[scores.index(max(scores))]


def marked(text: str, wanted: tuple[str, ...]) -> tuple[Piece, ...]:
    """`text` cut where the typed words stand, so that a page can mark them."""
    flat = folded(text)
    if not text or len(flat) != len(text):  # a letter that folds to two would shift every place
        return (Piece(text, False),) if text else ()
    phrase = r"[^a-z0-9]+".join(wanted)
    words = phrase if re.search(rf"(?<![a-z0-9]){phrase}", flat) else "|".join(sorted(wanted, key=len, reverse=True))
    pattern = rf"(?<![a-z0-9])({words})"
    ends = [0, *(end for match in re.finditer(pattern, flat) for end in match.span()), len(text)]
    pieces = (Piece(text[start:end], bool(turn % 2)) for turn, (start, end) in enumerate(pairwise(ends)))
    return tuple(piece for piece in pieces if piece.text)
