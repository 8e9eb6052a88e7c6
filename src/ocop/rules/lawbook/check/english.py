"""Proofs on the English labels: every label of the law has one, none is idle, none carries Vietnamese or other numbers.

Owns `en.yaml` against the Vietnamese it translates. The words themselves are for people to judge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ocop.rules.lawbook.book import FOLDERS
from ocop.rules.lawbook.check.opened import Law, SetItem, rows
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.loader import Record

FILE = "en.yaml"
# The fields of hand-written tables that people read.
READ = {
    "instruments.yaml/instruments": ("title", "note", "issuer"),
    "instruments.yaml/outside": ("title",),
    "regimes.yaml/regimes": ("caveat",),
    "regimes.yaml/filing_kinds": ("name",),
    "regimes.yaml/transitions": ("note",),
    "settings.yaml/settings": ("about", "basis"),
    "procedure.yaml/values": ("about",),
    "procedure.yaml/dossiers": ("documents", "copies"),
    "procedure.yaml/transition_rules": ("about",),
    "evidence.yaml/kinds": ("name", "proof"),
    "evidence.yaml/findings": ("name",),
    "mapping.yaml/sets": ("change",),
    "mapping.yaml/dropped": ("change",),
    "units.yaml/levels": ("name", "kinds"),
    "units.yaml/systems": ("note",),
    "units.yaml/changes": ("title", "note"),
    "units.yaml/doubts": ("about",),
}
DIGITS = re.compile(r"\d+")
MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")  # tones, â, ă, ơ


@dataclass(frozen=True, slots=True)
class Label:
    """A Vietnamese label where it first stands, and its English, if any."""

    file: str
    place: str
    vi: str
    en: str | None


def labels(law: Law) -> Iterator[Label]:
    """Every label once, in order of file."""
    translated, seen = law.records[FILE], set()
    for file, place, text in _written(law):
        if text not in seen:
            seen.add(text)
            yield Label(file, place, text, translated.get(text))


def _written(law: Law) -> Iterator[tuple[str, str, str]]:
    for item in law.sets:
        yield from ((item.file, place, text) for place, text in _of_set(item))
    for folder in FOLDERS.values():
        file = f"classification/{folder}.yaml"
        yield from ((file, place, text) for place, text in _of_groups(law.records[file]))
    for name, fields in READ.items():
        file, _, table = name.partition("/")
        for row in rows(law, file, table):
            yield from ((file, row.place, text) for field in fields for text in _texts(row.data.get(field, [])))
    for row in rows(law, "procedure.yaml", "values"):
        yield from ((row.file, row.place, value["note"]) for value in row.data["series"] if "note" in value)


def _of_set(item: SetItem) -> Iterator[tuple[str, str]]:
    criteria = item.criteria
    yield "name", criteria.name
    yield from (("reason", text) for text in _texts(criteria.missing_because))
    yield from (("eliminated_if", gate.text) for gate in criteria.eliminated_if)
    yield from (("corrections", row.reason) for row in criteria.corrections)
    yield from (("defects", row.reason) for row in criteria.defects)
    for node in criteria.nodes.values():
        words = [node.name, *(gate.text for gate in node.gates), *(note.text for note in node.notes)]
        words += [text for _, text in node.cases] + [option.label for option in node.options]
        yield from ((node.code, text) for text in words)


def _of_groups(record: Record) -> Iterator[tuple[str, str]]:
    for industry in record["industries"]:
        yield industry["code"], industry["name"]
        for group in industry["groups"]:
            yield group["code"], group["name"]
            for item in group["items"]:
                yield from ((item["code"], text) for text in (item["name"], *item["ministries"]))


def _texts(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def translated(label: Label) -> Iterator[Fault]:
    """There is an English label, in English letters, with the numbers of the Vietnamese."""
    if not isinstance(label.en, str) or not label.en.strip():
        yield Fault(label.file, label.place, f"en.yaml thiếu “{label.vi}”", f"en.yaml lacks {label.vi!r}")
        return
    if not is_english(label.en):
        yield Fault(FILE, label.vi, "bản tiếng Anh có chữ Việt", "the English has Vietnamese letters")
    if not same_numbers(label.vi, label.en):
        yield Fault(FILE, label.vi, "số trong hai bản khác nhau", "the numbers of both differ")


def is_english(text: str) -> bool:
    """No letter that only Vietnamese has, but for the names of instruments.

    >>> is_english("Amends 148/QĐ-TTg"), is_english("Shan tuyết tea")
    (True, False)
    """
    bare = unicodedata.normalize("NFD", text.replace("QĐ-TTg", ""))
    return not any(letter in MARKS or letter in "đĐ" for letter in bare)


def same_numbers(one: str, other: str) -> bool:
    """Both texts name the same numbers, in any order.

    >>> same_numbers("Từ 50% đến 75%", "50% to 75%")
    True
    """
    return set(DIGITS.findall(one)) == set(DIGITS.findall(other))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of en.yaml, and whether any label uses it."""

    vi: str
    used: bool


def entries(law: Law) -> Iterator[Entry]:
    """Every line of en.yaml."""
    used = {label.vi for label in labels(law)}
    return (Entry(vi, vi in used) for vi in law.records[FILE])


def in_use(entry: Entry) -> Iterator[Fault]:
    """A translation without its label would hide a slip in the label."""
    if not entry.used:
        yield Fault(FILE, entry.vi, "không nhãn nào dùng", "no label uses it")


PROOFS = (
    Proof(
        "english",
        "nhãn: có bản tiếng Anh, không lẫn chữ Việt, cùng các số",
        "labels: translated, no Vietnamese letter, the same numbers",
        labels,
        translated,
    ),
    Proof("english_used", "dòng dịch: đều có nhãn dùng đến", "translations: each used by a label", entries, in_use),
)
