"""Proofs on everyday examples: every set of 26/2026 has some, and no product stands at two sets.

Owns `examples.yaml`, which is the project's own list and not of the law. Where a product belongs is for the authority.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.check.english import is_english, same_numbers
from ocop.rules.lawbook.check.opened import Law
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.folding import fold

FILE = "examples.yaml"
NOW = GENERATIONS[0]


@dataclass(frozen=True, slots=True)
class Word:
    """One everyday product at a set, and at how many sets it stands."""

    number: int
    vi: str
    en: str
    times: int


@dataclass(frozen=True, slots=True)
class Exemplified:
    """A set number, whether 26/2026 has it, and how many examples it has."""

    number: int
    real: bool
    examples: int


def words(law: Law) -> Iterator[Word]:
    """Every example."""
    sets = law.records[FILE]["sets"]
    times = Counter(fold(vi) for words in sets.values() for vi in words)
    return (Word(number, vi, en, times[fold(vi)]) for number, words in sets.items() for vi, en in words.items())


def sets(law: Law) -> Iterator[Exemplified]:
    """Every set of 26/2026, and every set the file names."""
    written = law.records[FILE]["sets"]
    real = {item.criteria.number for item in law.sets if item.criteria.instrument == NOW}
    return (Exemplified(number, number in real, len(written.get(number, {}))) for number in sorted({*real, *written}))


def told(word: Word) -> Iterator[Fault]:
    """At one set only, with an English word."""
    if word.times > 1:
        yield Fault(FILE, word.vi, "nằm ở hai bộ; người tìm không biết chọn bộ nào", "stands at two sets")
    if not is_english(word.en) or not same_numbers(word.vi, word.en):
        yield Fault(FILE, word.vi, "bản tiếng Anh có chữ Việt hoặc số khác", "English not in English")


def exemplified(item: Exemplified) -> Iterator[Fault]:
    """Each set has examples."""
    if not item.real or not item.examples:
        yield Fault(FILE, str(item.number), "bộ lạ hoặc không có ví dụ", "an unknown set, or one without examples")


PROOFS = (
    Proof(
        "examples", "ví dụ: mỗi sản phẩm ở một bộ, có tiếng Anh", "examples: each at one set, with English", words, told
    ),
    Proof("exemplified", "bộ 26/2026: có ví dụ", "sets of 26/2026: have examples", sets, exemplified),
)
