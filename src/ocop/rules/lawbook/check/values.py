"""Proofs on single values: no float anywhere, days are days, confidence and addresses are well formed.

Owns what holds of any value wherever it stands. Which fields a row has is `fields`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ocop.rules.lawbook.check.opened import UNIT_FILE, Law
from ocop.rules.lawbook.check.report import Fault, Proof

PLAIN = (dict, list, str, int, bool, date, type(None))
DAY_FIELDS = frozenset({"signed", "in_force", "until", "from", "checked", "change_on", "last_day", "on", "known_on"})
LOOKS_LIKE_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Value:
    """One scalar of a file: the path of keys to it, and what it is."""

    file: str
    path: tuple[str, ...]
    value: Any

    @property
    def place(self) -> str:
        """The path as people read it."""
        return "/".join(self.path)


def scalars(law: Law) -> Iterator[Value]:
    """Every scalar of every YAML file, keys of mappings left out. Cells of a CSV have been told apart by the loader."""
    for file, record in law.records.items():
        if not UNIT_FILE.fullmatch(file):
            yield from _walk(file, (), record)


def _walk(file: str, path: tuple[str, ...], value: Any) -> Iterator[Value]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(file, (*path, str(name)), inner)
    elif isinstance(value, list):
        for at, inner in enumerate(value, start=1):
            yield from _walk(file, (*path, str(at)), inner)
    else:
        yield Value(file, path, value)


def plain(value: Value) -> Iterator[Fault]:
    """Text, whole numbers, days, true, false or nothing; a float or a time of day is none of these."""
    if type(value.value) not in PLAIN:
        kind = type(value.value).__name__
        yield Fault(value.file, value.place, f"kiểu {kind} không được dùng", f"type {kind} is not allowed")


def days(value: Value) -> Iterator[Fault]:
    """A field of a day holds a day, and no day hides in a text."""
    if value.path[-1] in DAY_FIELDS and type(value.value) not in (date, type(None)) and not _marks_confidence(value):
        yield Fault(value.file, value.place, f"“{value.value}” không phải ngày", f"{value.value!r} is not a day")
    elif isinstance(value.value, str) and LOOKS_LIKE_A_DAY.fullmatch(value.value):
        yield Fault(value.file, value.place, "ngày viết thành chữ", "a day written as text")


def _marks_confidence(value: Value) -> bool:
    """`confidence: {signed: seen}` names a day field to say how sure we are of it."""
    return "confidence" in value.path


PROOFS = (
    Proof(
        "plain",
        "giá trị: chữ, số nguyên, ngày; không có số lẻ",
        "values: text, whole numbers, days; no float",
        scalars,
        plain,
    ),
    Proof("days", "giá trị: ngày là ngày", "values: days are days", scalars, days),
)
