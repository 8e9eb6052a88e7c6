"""Reading the units of the law into a gazetteer.

Owns turning rows of `units.yaml` and its CSV tables into the objects of `shapes`. Opening the files is the loader's;
that they are sound is proven by `ocop law check`, so nothing is proven twice here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ocop.rules.dates import Period
from ocop.rules.lawbook import loader
from ocop.rules.lawbook.loader import LAW_DIR, PAIR_COLUMNS, STATE_COLUMNS, Record
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.shapes import Change, Level, System, Unit

INDEX = "units.yaml"


@cache
def gazetteer(root: Path = LAW_DIR) -> Gazetteer:
    """The units under `root`, the project's own law by default; read once."""
    index = loader.read(INDEX, root=root)
    states = {row["id"]: loader.read_table(row["file"], STATE_COLUMNS, root=root) for row in index["systems"]}
    pairs = {
        row["id"]: loader.read_table(row["file"], PAIR_COLUMNS, root=root) for row in index["changes"] if row["file"]
    }
    return built(index, states, pairs)


def built(index: Record, states: dict[str, list[Record]], pairs: dict[str, list[Record]]) -> Gazetteer:
    """The gazetteer of an index, the states of each system by its id, and the pairs of each change by its id."""
    levels: dict[int, Level] = {row["digits"]: row["id"] for row in index["levels"]}
    systems = tuple(_system(row) for row in index["systems"])
    units = tuple(_unit(system, row, levels) for system in systems for row in states[system.id])
    changes = tuple(_change(row, pairs[row["id"]]) for row in index["changes"] if row["id"] in pairs)
    return Gazetteer(systems, units, tuple(sorted(changes, key=lambda change: change.on)))


def _system(row: Record) -> System:
    return System(row["id"], Period(row["from"], row["until"]), row["known_on"], row.get("note", ""))


def _unit(system: System, row: Record, levels: dict[int, Level]) -> Unit:
    return Unit(
        system=system.id,
        code=row["code"],
        level=levels[len(row["code"])],
        kind=row["kind"],
        name=row["name"],
        parent=row["parent"],
        valid=Period(row["from"] or system.valid.start, row["until"] or system.valid.until),
        sure=row["confidence"] != "inferred",
    )


def _change(row: Record, pairs: list[Record]) -> Change:
    heirs: dict[str, list[str]] = {}
    for pair in pairs:
        heirs.setdefault(pair["before"], []).append(pair["after"])
    return Change(row["on"], row["title"], {before: tuple(sorted(after)) for before, after in heirs.items()})


@cache
def edition(root: Path = LAW_DIR) -> str:
    """The SHA-256 of the units under `root`, all files together: changes whenever any of them does."""
    index = loader.read(INDEX, root=root)
    files = [INDEX, *(row["file"] for table in ("systems", "changes") for row in index[table] if row["file"])]
    return loader.sha256(b"".join(loader.sha256(loader.read_bytes(file, root=root)).encode() for file in files))
