"""The law data opened for checking: every file parsed, every criteria set built, from any root.

Owns reading a whole law folder into memory (`open_law`) and walking it: sets, leaves, rows of a table. What must hold
of them is for the families beside this module; reading one file strictly is `loader`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.book import FOLDERS, build
from ocop.rules.lawbook.check.unit_tables import StatesByCode, states_of
from ocop.rules.lawbook.loader import LAW_DIR, Record
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion
from ocop.rules.refused import LawFault

SET_FILE = re.compile(r"criteria/(?P<folder>\w+)/(?P<number>\d\d)_(?P<key>\w+)\.yaml")
UNIT_FILE = re.compile(r"units/(?:(?P<states>\d+_\d{4})|(?P<pairs>\d{4}-\d\d-\d\d))\.csv")
TABLE_FILES = (
    "bands.yaml",
    "en.yaml",
    "evidence.yaml",
    "examples.yaml",
    "instruments.yaml",
    "mapping.yaml",
    "procedure.yaml",
    "regimes.yaml",
    "settings.yaml",
    "units.yaml",
    *(f"classification/{folder}.yaml" for folder in FOLDERS.values()),
)


@dataclass(frozen=True)
class Law:
    """The parsed files by path, and those that could not be read."""

    records: dict[str, Record]
    unreadable: tuple[LawFault, ...] = ()

    @cached_property
    def sets(self) -> tuple[SetItem, ...]:
        """Every criteria set, the declared-missing ones included, in order of file."""
        paths = sorted(path for path in self.records if SET_FILE.fullmatch(path))
        return tuple(SetItem(self, path, self.records[path], build(self.records[path], name=path)) for path in paths)

    @cached_property
    def unit_states(self) -> dict[str, StatesByCode]:
        """The states of every administrative unit, by system and code."""
        return {row["id"]: states_of(self.records, row) for row in self.records["units.yaml"]["systems"]}


@dataclass(frozen=True)
class SetItem:
    """One criteria set, with the file it is written in."""

    law: Law
    file: str
    record: Record
    criteria: CriteriaSet

    @property
    def in_path(self) -> re.Match[str]:
        """What the path says: `folder`, `number`, `key`."""
        found = SET_FILE.fullmatch(self.file)
        assert found is not None
        return found


@dataclass(frozen=True)
class LeafItem:
    """One criterion that is marked, with its set, its file, and the row it was built from."""

    file: str
    criteria: CriteriaSet
    leaf: Criterion
    row: Record


@dataclass(frozen=True)
class Row:
    """One row of a table of a hand-written file; `place` names it for people, `data` are its fields."""

    law: Law
    file: str
    place: str
    data: Record


def open_law(root: Path = LAW_DIR) -> Law:
    """Everything under `root`, parsed strictly; a missing, malformed or foreign file is kept as a refusal."""
    listed = loader.law_files(root)
    records: dict[str, Record] = {}
    named = [path for path in listed if SET_FILE.fullmatch(path) or UNIT_FILE.fullmatch(path)]
    unreadable = [_foreign(path) for path in listed if path not in (*TABLE_FILES, *named)]
    for path in (*TABLE_FILES, *named):
        try:
            records[path] = _read(path, root)
        except LawFault as fault:
            unreadable.append(fault)
    return Law(records, tuple(unreadable))


def _read(path: str, root: Path) -> Record:
    found = UNIT_FILE.fullmatch(path)
    if found is None:
        return loader.read(path, root=root)
    columns = loader.STATE_COLUMNS if found["states"] else loader.PAIR_COLUMNS
    return {"rows": loader.read_table(path, columns, root=root)}


def _foreign(path: str) -> LawFault:
    return LawFault("foreign_file", where=path, vi="tệp này không thuộc luật", en="this file is no part of the law")


def whole_sets(law: Law) -> Iterator[SetItem]:
    """The sets whose text is there."""
    return (item for item in law.sets if not item.criteria.missing_because)


def leaves(law: Law) -> Iterator[LeafItem]:
    """Every leaf of every set."""
    for item in whole_sets(law):
        for leaf in item.criteria.leaves:
            yield LeafItem(item.file, item.criteria, leaf, item.record["criteria"][leaf.code])


def tables(value: Any) -> list[Record]:
    """The mappings of a list; anything else in it, or in its place, is the fault of the row that holds it."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def rows(law: Law, file: str, table: str) -> Iterator[Row]:
    """The rows of one table, named by their id, or by the field that stands for one, or by their number."""
    for at, data in enumerate(tables(law.records[file].get(table)), start=1):
        name = next((str(data[key]) for key in ("id", "instrument", "now", "kind", "set") if key in data), str(at))
        yield Row(law, file, f"{table}/{name}", data)


def instruments(law: Law) -> dict[str, Record]:
    """The register of instruments, by name."""
    return {row.data["id"]: row.data for row in rows(law, "instruments.yaml", "instruments")}
