"""The tables of administrative units opened for checking: rows with their periods filled in, units of a day, leaves.

Owns walking those tables. What must hold of them is proven in `units`; `ocop.rules.units` reads them for use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ocop.rules.dates import Period
from ocop.rules.lawbook.loader import Record


@dataclass(frozen=True, slots=True)
class State:
    """One row of a table of units, with its period filled in from its system's."""

    file: str
    code: str
    kind: str
    name: str
    parent: str
    valid: Period
    confidence: str


StatesByCode = dict[str, list[State]]


def lines(records: Mapping[str, Record], file: str | None) -> list[Record]:
    """The rows of a CSV table; none when there is no such table."""
    found: list[Record] = records.get(file or "", {}).get("rows", [])
    return found


def states_of(records: Mapping[str, Record], system: Record) -> StatesByCode:
    """Code -> its states in one system, in the order of the file."""
    found: StatesByCode = {}
    for line in lines(records, system["file"]):
        valid = Period(line["from"] or system["from"], line["until"] or system["until"])
        state = State(
            system["file"], line["code"], line["kind"], line["name"], line["parent"], valid, line["confidence"]
        )
        found.setdefault(state.code, []).append(state)
    return found


def states_on(systems: Mapping[str, StatesByCode], day: date) -> dict[str, State]:
    """The states of `day` in any system, by code."""
    every = (state for by_code in systems.values() for states in by_code.values() for state in states)
    return {state.code: state for state in every if day in state.valid}


def leaves_of(states: Mapping[str, State]) -> frozenset[str]:
    """The codes that no other names as its parent."""
    return frozenset(states) - {state.parent for state in states.values()}
