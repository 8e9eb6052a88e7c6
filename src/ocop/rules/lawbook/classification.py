"""Product groups of each generation, evidence kinds, commune findings, and which set became which.

Owns the classification trees, the everyday words beside them, the catalogue of evidence and the mapping between
generations. Criteria are `book`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.book import GENERATIONS, folder_of

NOW, BEFORE, FIRST = GENERATIONS


@dataclass(frozen=True, slots=True)
class Group:
    """A leaf of the classification: its code, the criteria set that scores it, the path of names above it."""

    code: str
    name: str
    set: int
    industry: str
    group: str
    ministries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """One of the 15 kinds of evidence of Mẫu 02, and what proves it."""

    id: str
    name: str
    proof: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One of the four matters a commune reports on in Mẫu 03, in words, without points."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class EvidenceBasis:
    """Where the law lists the kinds of evidence and the findings: the instrument and its part."""

    instrument: str
    part: str


@dataclass(frozen=True, slots=True)
class Ending:
    """A set that no later generation took up; `change` says what became of it."""

    instrument: str
    set: int
    change: str


@dataclass(frozen=True, slots=True)
class Succession:
    """A set of 26/2026 and the sets of the older generations it came from; `change` says what was merged or added."""

    now: int
    then_148: tuple[int, ...]
    then_1048: tuple[int, ...]
    change: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """An everyday product of a set, in both languages: this project's word, not the law's."""

    vi: str
    en: str


@cache
def groups(instrument: str) -> tuple[Group, ...]:
    """The product groups of an instrument, in printed order."""
    data = loader.read(f"classification/{folder_of(instrument)}.yaml")
    return tuple(
        Group(item["code"], item["name"], item["set"], industry["name"], group["name"], tuple(item["ministries"]))
        for industry in data["industries"]
        for group in industry["groups"]
        for item in group["items"]
    )


@cache
def industries(instrument: str) -> dict[str, str]:
    """The industries of an instrument by their code, in printed order: six in each generation.

    >>> industries(NOW)["II"]
    'Đồ uống'
    """
    data = loader.read(f"classification/{folder_of(instrument)}.yaml")
    return {industry["code"]: industry["name"] for industry in data["industries"]}


@cache
def evidence_kinds() -> dict[str, EvidenceKind]:
    """The 15 kinds of evidence, by id."""
    return {row["id"]: EvidenceKind(**row) for row in loader.read("evidence.yaml")["kinds"]}


@cache
def findings() -> dict[str, Finding]:
    """The commune's four findings, by id."""
    return {row["id"]: Finding(**row) for row in loader.read("evidence.yaml")["findings"]}


@cache
def evidence_basis() -> EvidenceBasis:
    """Where the 15 kinds of evidence and the four findings are printed.

    >>> evidence_basis().part
    'Phụ lục III, Mẫu số 02, Phần III; Mẫu số 03'
    """
    data = loader.read("evidence.yaml")
    return EvidenceBasis(data["instrument"], data["part"])


@cache
def successions() -> tuple[Succession, ...]:
    """The sets of 26/2026 with their forebears."""
    return tuple(
        Succession(row["now"], tuple(row["then_148"]), tuple(row["then_1048"]), row.get("change", ""))
        for row in loader.read("mapping.yaml")["sets"]
    )


@cache
def endings() -> tuple[Ending, ...]:
    """The sets that ended with their generation.

    >>> [(ended.instrument, ended.set) for ended in endings()]
    [('1048/QĐ-TTg', 21)]
    """
    return tuple(Ending(**row) for row in loader.read("mapping.yaml")["dropped"])


def related_sets(instrument: str, number: int, other: str) -> tuple[int, ...]:
    """The sets of `other` that set `number` of `instrument` became or came from; () when there is none."""
    found = {target for row in successions() if number in _column(row, instrument) for target in _column(row, other)}
    return tuple(sorted(found))


@cache
def examples(instrument: str, number: int) -> tuple[Example, ...]:
    """Everyday products of set `number`; the older generations borrow those of the sets that came after.

    >>> examples("1048/QĐ-TTg", 12)[0].vi
    'chè Shan tuyết'
    """
    sets = loader.read("examples.yaml")["sets"]
    return tuple(Example(vi, en) for now in related_sets(instrument, number, NOW) for vi, en in sets[now].items())


def _column(row: Succession, instrument: str) -> tuple[int, ...]:
    return {NOW: (row.now,), BEFORE: row.then_148, FIRST: row.then_1048}[instrument]
