"""Doubts that are one question: a hundred rows that ask the same are answered once.

Owns which doubts are the same question. Storing an answer is `ocop.domain.intake`'s, its words are the page's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from ocop.rules.intake.remarks import Choice, Remark

ACCEPTED_AT_ONCE = frozenset(
    ["carried", "serial", "short_year", "year_differs", "kind_unknown", "kind_differs", "stars_differ", "no_commune"]
)
"""Doubts about how a cell was read, alike whatever the cell says: all of a kind are one question. Every other doubt is
about what a cell means, and is one question only where the words and the answers to choose from are the same."""
ANSWERED_IN = {"maybe_same": "producer_is", "maybe_same_product": "product_is"}
"""Doubts whose answer is a record of the register; the answer to any other is a new cell."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A doubt of a row, with what its cell says."""

    remark: Remark
    text: str
    version: int = 1


@dataclass(slots=True)
class Question:
    """Doubts with one answer: `key` names it, `first` is the doubt it is shown by, `rows` are those that ask it."""

    key: str
    first: Asking
    rows: list[int]

    @property
    def code(self) -> str:
        """The code of its doubts."""
        return self.first.remark.code

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The answers to choose from."""
        return self.first.remark.choices

    @property
    def answered_in(self) -> str:
        """What an answer is stored as: a field of the row, or a record it means."""
        return ANSWERED_IN.get(self.code, self.first.remark.field)


def key_of(asking: Asking) -> str:
    """The name of the question that a doubt belongs to; stable while the doubt asks the same."""
    remark = asking.remark
    if remark.code in ACCEPTED_AT_ONCE:
        return f"{remark.code}-{remark.field}"
    told = [remark.code, remark.field, asking.text, *(choice.value for choice in remark.choices)]
    if remark.code == "doubled":
        told.append(str(remark.row))
    return f"{remark.code}-{hashlib.sha256(chr(31).join(told).encode()).hexdigest()[:16]}"


def questions(doubts: Iterable[Asking]) -> list[Question]:
    """The questions of an import, those that settle most rows first."""
    found: dict[str, Question] = {}
    for asking in doubts:
        key = key_of(asking)
        if key in found:
            found[key].rows.append(asking.remark.row)
        else:
            found[key] = Question(key, asking, [asking.remark.row])
    return sorted(found.values(), key=lambda question: (-len(question.rows), question.rows[0]))
