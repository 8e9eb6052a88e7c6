"""Instruments and criteria sets, found by their names and built once.

Owns the register of instruments, the building of a `CriteriaSet` from its file, and the English names of labels.
Which instrument governs a filing is `lookup`'s question; whether the data is sound is `check`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.loader import Record
from ocop.rules.lawbook.shapes import (
    Correction,
    CriteriaSet,
    Criterion,
    Defect,
    Gate,
    GateKind,
    Note,
    Option,
    StoryCondition,
)
from ocop.rules.refused import LawFault, Refused

FOLDERS = {"26/2026/QĐ-TTg": "26_2026", "148/QĐ-TTg": "148", "1048/QĐ-TTg": "1048"}
GENERATIONS = tuple(FOLDERS)
GATE_KINDS: tuple[GateKind, ...] = ("eliminated", "stop", "not_eligible", "out_of_scope")
YES_LABEL = "Đạt"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One decision of the register; `until` is the first day it no longer holds (half-open)."""

    id: str
    kind: str
    issuer: str
    title: str
    signed: date
    in_force: date
    until: date | None
    replaces: tuple[str, ...]
    amends: tuple[str, ...]
    source: str
    checked: date
    confidence: dict[str, str]
    official: str = ""
    note: str = ""


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument, by its name, in the order of the register."""
    return {row["id"]: _instrument(row) for row in loader.read("instruments.yaml")["instruments"]}


def _instrument(row: Record) -> Instrument:
    return Instrument(
        id=row["id"],
        kind=row["kind"],
        issuer=row["issuer"],
        title=row["title"],
        signed=row["signed"],
        in_force=row["in_force"],
        until=row["until"],
        replaces=tuple(row["replaces"]),
        amends=tuple(row["amends"]),
        source=row["source"],
        checked=row["checked"],
        confidence=row["confidence"],
        official=row.get("official", ""),
        note=row.get("note", ""),
    )


def folder_of(instrument: str, *, where: str = "instrument") -> str:
    """The folder that holds the criteria of `instrument`. Raises Refused for one without criteria sets."""
    if instrument in FOLDERS:
        return FOLDERS[instrument]
    known = ", ".join(GENERATIONS)
    raise Refused(
        "no_instrument",
        where=where,
        vi=f"không có bộ tiêu chí của văn bản “{instrument}”; dùng một trong: {known}",
        en=f"there are no criteria sets of instrument {instrument!r}; use one of: {known}",
    )


def set_numbers(instrument: str) -> tuple[int, ...]:
    """The set numbers of an instrument, the missing ones included."""
    return tuple(loader.set_paths(folder_of(instrument)))


def criteria_set(instrument: str, number: int, *, where: str = "set") -> CriteriaSet:
    """The set `number` of `instrument`. Raises Refused when there is none, or when its text was never found."""
    found = find_set(instrument, number, where=where)
    if found.missing_because:
        raise Refused(
            "set_missing",
            where=where,
            vi=f"bộ {number} “{found.name}” của {instrument} chưa có: {found.missing_because}",
            en=f"set {number} of {instrument} is not available: its text has not been found and is not invented",
        )
    return found


def find_set(instrument: str, number: int, *, where: str = "set") -> CriteriaSet:
    """As `criteria_set`, but a declared-missing set is returned too (with `missing_because` and no nodes)."""
    paths = loader.set_paths(folder_of(instrument))
    if number not in paths:
        raise Refused(
            "no_set",
            where=where,
            vi=f"{instrument} không có bộ tiêu chí số {number}; có từ {min(paths)} đến {max(paths)}",
            en=f"{instrument} has no set {number}; there are {min(paths)} to {max(paths)}",
        )
    return _load(paths[number])


@cache
def _load(path: str) -> CriteriaSet:
    content = loader.read_bytes(path)
    return build(loader.parse(content, name=path), sha256=loader.sha256(content), name=path)


def build(data: Record, *, sha256: str = "", name: str = "") -> CriteriaSet:
    """A CriteriaSet from parsed YAML. Raises LawFault naming the file when a field is missing or unknown."""
    try:
        return CriteriaSet(
            instrument=data["instrument"],
            number=data["set"],
            key=data["key"],
            name=data["name"],
            total=data.get("total", 0),
            source=data["source"],
            confidence=data["confidence"],
            nodes={code: _criterion(code, row) for code, row in data.get("criteria", {}).items()},
            eliminated_if=tuple(_ground(row) for row in data.get("eliminated_if", [])),
            corrections=tuple(Correction(**row) for row in data.get("corrections", [])),
            defects=tuple(Defect(**row) for row in data.get("defects", [])),
            inferred=tuple(data.get("inferred", [])),
            missing_because=data.get("reason", ""),
            sha256=sha256,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LawFault(
            "bad_set", where=name, vi=f"bộ tiêu chí sai khuôn: {error}", en=f"malformed set: {error}"
        ) from None


def _ground(row: Record | str) -> Gate:
    return Gate("eliminated", row if isinstance(row, str) else row["text"])


def _criterion(code: str, row: Record) -> Criterion:
    story = row.get("applies_if")
    return Criterion(
        code=code,
        name=row["name"],
        max=row["max"],
        options=_options(row),
        ref=row.get("ref", ""),
        evidence=tuple(row.get("evidence", [])),
        finding=row.get("finding", ""),
        gates=tuple(_gate(code, gate) for gate in row.get("gates", [])),
        notes=tuple(Note(kind, text) for note in row.get("notes", []) for kind, text in note.items()),
        cases=tuple(row.get("cases", {}).items()),
        yes_no=row.get("yes_no", False),
        story=StoryCondition(story["story"], tuple(story["no_story"])) if story else None,
        floor_unplaced=row.get("floor_unplaced"),
    )


def _options(row: Record) -> tuple[Option, ...]:
    if row.get("yes_no"):
        return (Option(1, row["max"], YES_LABEL),)
    return tuple(
        Option(number, option["points"], option["label"], option.get("floor"), option.get("case"))
        for number, option in enumerate(row.get("options", []), start=1)
    )


def _gate(code: str, row: Record) -> Gate:
    (kind,) = (key for key in GATE_KINDS if key in row)
    return Gate(kind, row[kind], row["when"], code)


@cache
def english() -> dict[str, str]:
    """Vietnamese label -> English label, for every label of the law (a translation of ours, of no legal force)."""
    return dict(loader.read("en.yaml"))


def in_english(label: str) -> str:
    """The English of a law label; the Vietnamese itself when there is none (the law check forbids that)."""
    return english().get(label, label)
