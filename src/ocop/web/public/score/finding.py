"""Finding a product group by a few typed words, with or without accents, in either language.

Owns what counts as found and in which order; the words searched are the law's names and this project's everyday
products. What is shown of a group is `start`'s.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from ocop.kit.text import folded
from ocop.rules.lawbook.book import in_english
from ocop.rules.lawbook.classification import Example, Group, examples, groups

MOST_WORDS = 6
AS_TYPED, NAMED, NEARLY, NOT_FOUND = 1, 3, 6, 9
SHORT = 2
_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


def find(query: str, instrument: str) -> tuple[tuple[Group, ...], bool]:
    """The groups of `instrument` that answer, best first; the flag says that they hold some of the words only.

    Accents count when they were typed: "chè" finds tea alone, "che" finds "chế biến" too, after the tea. Weaker
    answers are left out where there are better ones.
    """
    exact, wanted = _typed(_lower(query)), _typed(folded(query))
    listed = groups(instrument)
    ranked = sorted((_rank(group, instrument, exact, wanted), at) for at, group in enumerate(listed))
    best = ranked[0][0] if ranked and wanted else NOT_FOUND
    worst = next(limit for limit in (AS_TYPED, NAMED, NEARLY - 1, NEARLY, NOT_FOUND) if best <= limit)
    return tuple(listed[at] for rank, at in ranked if best < NOT_FOUND and rank <= worst), best == NEARLY


def is_meant(example: Example, query: str) -> bool:
    """True when an everyday product is what was typed."""
    wanted = _typed(folded(query))
    return bool(wanted) and any(_holds(_folded(text), wanted) for text in (example.vi, example.en))


def _rank(group: Group, instrument: str, exact: Words, wanted: Words) -> int:
    """0, 1: the phrase as typed, accents and all; 2, 3: without them; 4, 5: every word, anywhere; 6: some words."""
    everyday = [text for one in examples(instrument, group.set) for text in (one.vi, one.en)]
    names = [group.name, in_english(group.name)]
    above = [text for label in (group.group, group.industry) for text in (label, in_english(label))]
    accented = exact != wanted
    tries = (
        accented and any(_is_phrase(_spread(text), exact) for text in everyday),
        accented and any(_is_phrase(_spread(text), exact) for text in names),
        any(_is_phrase(_folded(text), wanted) for text in everyday),
        any(_is_phrase(_folded(text), wanted) for text in names),
        any(_holds(_folded(text), wanted) for text in everyday),
        _holds("".join(map(_folded, everyday + names + above)), wanted),
        any(_holds(_folded(text), (word,)) for word in wanted if len(word) > SHORT for text in everyday),
    )
    return next((rank for rank, hit in enumerate(tries) if hit), NOT_FOUND)


def _is_phrase(spread: str, wanted: Iterable[str]) -> bool:
    return " " + " ".join(wanted) in spread


def _holds(spread: str, wanted: Iterable[str]) -> bool:
    return all(f" {word}" in spread for word in wanted)


def _typed(text: str) -> Words:
    return tuple(_WORD.findall(text))[:MOST_WORDS]


def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", text.lower())


@cache
def _spread(text: str) -> str:
    """Lower case with a space before every word, so that " wo" finds the words beginning with "wo"."""
    return " " + " ".join(_WORD.findall(_lower(text)))


@cache
def _folded(text: str) -> str:
    """As `_spread`, without accents."""
    return " " + " ".join(_WORD.findall(folded(text)))
