"""The shape in which an app says its words: its acts, and the columns and values its events tell of.

Owns the shape and the one look-up; the words themselves are in `words/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Words = tuple[str, str]
"""The same in Vietnamese and in English."""

TEXT, NUMBER, UNIT, PERSON, PRODUCT = "text", "number", "unit", "person", "product"


@dataclass(frozen=True, slots=True)
class Told:
    """A column as a timeline shows it: its words, how its value is read, and the words of fixed values.

    `shape` is TEXT (days and yes or no are seen by themselves), NUMBER (written in groups of three), UNIT (an
    administrative unit, as history spells it), PERSON (an account's id) or PRODUCT (ids of products). "{}" in the words
    is the column's own name.
    """

    vi: str
    en: str
    shape: str = TEXT
    choices: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The words of one app. `fields` are by act where an act tells of something apart, else by kind of record.

    A column named "*" stands for every other one. `silent` are columns that tell a reader nothing.
    """

    acts: Mapping[str, Words]
    fields: Mapping[str, Mapping[str, Told]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset({"id", "version"})


@dataclass(frozen=True, slots=True)
class Book:
    """All chapters together."""

    chapters: tuple[Chapter, ...]

    def act(self, code: str) -> Words:
        """The words of an act; its code where nobody gave it words."""
        return next((one.acts[code] for one in self.chapters if code in one.acts), (code, code))

    def of_record(self, kind: str) -> dict[str, Told]:
        """The columns of a kind of record, without those that tell a reader nothing."""
        chapter = next((one for one in self.chapters if kind in one.fields), Chapter({}))
        return {name: told for name, told in chapter.fields.get(kind, {}).items() if name not in chapter.silent}

    def columns(self, act: str, kind: str, names: Iterable[str]) -> dict[str, Told]:
        """How the columns of an event are shown, in the order of the record; those passed over are left out."""
        chapter = next((one for one in self.chapters if act in one.acts), Chapter({}))
        known = chapter.fields.get(act) or chapter.fields.get(kind) or {}
        order = {name: place for place, name in enumerate(known)}
        told = (name for name in dict.fromkeys(names) if name not in chapter.silent)
        return {
            name: known.get(name) or known.get("*") or Told(name, name)
            for name in sorted(told, key=lambda name: order.get(name, len(order)))
        }


def named(columns: Mapping[str, Words], **shapes: Mapping[str, Words] | str) -> dict[str, Told]:
    """Columns by their words; `shapes` gives some a shape or their fixed values."""
    found = {}
    for name, (vi, en) in columns.items():
        more = shapes.get(name, TEXT)
        found[name] = Told(vi, en, more) if isinstance(more, str) else Told(vi, en, choices=more)
    return found
