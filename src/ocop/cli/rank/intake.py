"""From rows of text to groups of marks: which rows are one dossier, under which set, and what is wrong with them.

Owns the meaning of the columns and every check of a table of sheets, on whole columns at a time. Words for faults are
`faults`', the file is `table`'s, points are the batch's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ocop.cli.rank.faults import EMPTY, MEMBER_TWICE, TWO_SETS, Fault, Faults, bad_mark, no_such_gate, repeated
from ocop.cli.rank.repeats import Seen
from ocop.cli.rank.table import Places, Rows, starts_of
from ocop.rules.lawbook.book import GATE_KINDS, criteria_set
from ocop.rules.lawbook.lookup import regime_for
from ocop.rules.refused import Refused
from ocop.rules.scoring.batch.block import Group
from ocop.rules.scoring.batch.marks import NONE_APPLIES, UNMARKED, Bytes, Sheet, sheet_of
from ocop.rules.scoring.batch.tables import CODE_OF
from ocop.rules.scoring.result import OUTCOME_OF_GATE

UNREADABLE = 254
NO_SET = -1


@dataclass(frozen=True)
class Intake:
    """The dossiers of some rows: names in order, the groups to rank, and the faults by dossier."""

    names: list[str]
    groups: list[Group]
    faults: dict[int, Fault]


@dataclass
class Reader:
    """Reads rows into dossiers; remembers the sets it met and the dossiers it has seen."""

    codes: list[str]
    seen: Seen = field(default_factory=Seen)
    sheets: list[Sheet] = field(default_factory=list)
    known: dict[tuple[str, str, str], int | Refused] = field(default_factory=dict)

    def read(self, rows: Rows) -> Intake:
        """The dossiers of `rows`, which must hold whole dossiers."""
        starts = starts_of(rows.cells["dossier"])
        names = rows.cells["dossier"].take(pa.array(starts)).to_pylist()
        faults = Faults(rows, starts)
        for dossier in np.flatnonzero(self.seen.again(names)):
            faults.add(int(starts[dossier]), "dossier", repeated(names[dossier]))
        chosen = self._sets(rows, faults)
        for row in np.flatnonzero(chosen != chosen[starts][faults.dossier_of]):
            faults.add(int(row), "set", TWO_SETS)
        _check_names(rows, faults)
        return Intake(names, self._groups(rows, starts, chosen, faults), faults.first)

    def _sets(self, rows: Rows, faults: Faults) -> NDArray[np.int64]:
        """The place in `sheets` of each row's set, NO_SET where there is none; each combination is looked up once."""
        texts, keys = _combined([rows.cells.get(name) for name in ("instrument", "on", "set")], len(rows))
        values, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        found = np.full(len(values), NO_SET, np.int64)
        for at, row in enumerate(first.tolist()):
            place = self._known(*(text[row].as_py() if text is not None else "" for text in texts))
            if isinstance(place, int):
                found[at] = place
                continue
            for wrong in np.flatnonzero(inverse == at):
                faults.add(int(wrong), place.where, (place.vi, place.en), place.code)
        return found[inverse]

    def _known(self, instrument: str, on: str, number: str) -> int | Refused:
        key = (instrument, on, number)
        if key not in self.known:
            try:
                self.sheets.append(_find(*key))
                self.known[key] = len(self.sheets) - 1
            except Refused as refused:
                self.known[key] = refused
        return self.known[key]

    def _groups(self, rows: Rows, starts: Places, chosen: NDArray[np.int64], faults: Faults) -> list[Group]:
        marks = np.stack([_marks(rows.cells[code]) for code in self.codes]) if self.codes else _no_marks(len(rows))
        declared = _declared(rows, len(starts), faults)
        sizes = np.diff(np.append(starts, len(rows)))
        kinds = np.stack([chosen[starts], sizes])
        groups = []
        for sheet, size in np.unique(kinds, axis=1).T.tolist():
            places = np.flatnonzero((kinds[0] == sheet) & (kinds[1] == size))
            if sheet == NO_SET:
                continue
            at = (starts[places][:, None] + np.arange(size)).T
            picked = self._picked(self.sheets[sheet], marks, at, rows, faults)
            sound = np.array([place not in faults.first for place in places.tolist()])
            if sound.any():
                groups.append(Group(self.sheets[sheet], picked[:, :, sound], places[sound], declared[places[sound]]))
        return groups

    def _picked(self, sheet: Sheet, marks: Bytes, at: Places, rows: Rows, faults: Faults) -> Bytes:
        """The marks of the set's own leaves at the rows `at`: (leaves, members, dossiers). Notes what is wrong."""
        columns = {code: column for column, code in enumerate(self.codes)}
        leaves = sheet.criteria.leaves
        picked = np.full((len(leaves), *at.shape), UNMARKED, np.uint8)
        here = [place for place, leaf in enumerate(leaves) if leaf.code in columns]
        own = [columns[leaves[place].code] for place in here]
        picked[here] = marks[own][:, at]
        most = np.array([len(leaves[place].options) for place in here], np.uint8)[:, None, None]
        self._note(picked[here] > np.where(picked[here] == UNMARKED, UNMARKED, most), own, sheet, at, rows, faults)
        foreign = sorted(set(columns.values()) - set(own))
        self._note(marks[foreign][:, at] != UNMARKED, foreign, sheet, at, rows, faults)
        return picked

    def _note(
        self, wrong: NDArray[np.bool_], columns: list[int], sheet: Sheet, at: Places, rows: Rows, faults: Faults
    ) -> None:
        for column, member, dossier in np.argwhere(wrong).tolist():
            row, code = int(at[member, dossier]), self.codes[columns[column]]
            faults.add(row, code, bad_mark(sheet.criteria, code, rows.cells[code][row].as_py()))


def _combined(columns: list[pa.StringArray | None], size: int) -> tuple[list[pa.StringArray | None], NDArray[np.int64]]:
    """One number per row that is the same where all `columns` say the same."""
    keys = np.zeros(size, np.int64)
    for cells in columns:
        if cells is not None:
            coded = cells.dictionary_encode()
            keys = keys * len(coded.dictionary) + coded.indices.to_numpy()
    return columns, keys


def _find(instrument: str, on: str, number: str) -> Sheet:
    if bool(instrument) == bool(on):
        raise Refused(
            "bad_row",
            where="instrument",
            vi='cần đúng một trong hai: "instrument" hoặc "on"',
            en='exactly one of "instrument" and "on" is needed',
        )
    named = instrument or _governing(on)
    if not (number.isascii() and number.isdigit()):
        raise Refused(
            "bad_row", where="set", vi=f"“{number}” không phải số của bộ tiêu chí", en=f"{number!r} is not a set number"
        )
    return sheet_of(criteria_set(named, int(number)))


def _governing(on: str) -> str:
    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise Refused(
            "bad_day",
            where="on",
            vi=f"“{on}” không phải ngày năm-tháng-ngày, ví dụ 2026-11-22",
            en=f"{on!r} is not a day as year-month-day, such as 2026-11-22",
        ) from None
    try:
        return regime_for(day).criteria
    except Refused as refused:
        refused.where = "on"
        raise


def _marks(cells: pa.StringArray) -> Bytes:
    """Cells as bytes; each different text is read once."""
    coded = cells.dictionary_encode()
    values = np.array([_mark(text) for text in coded.dictionary.to_pylist()], np.uint8)
    return np.take(values, coded.indices.to_numpy())


def _mark(text: str) -> int:
    if text in ("", "-"):
        return NONE_APPLIES if text else UNMARKED
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return number if 0 < number < UNREADABLE else UNREADABLE


def _no_marks(rows: int) -> Bytes:
    return np.empty((0, rows), np.uint8)


def _declared(rows: Rows, dossiers: int, faults: Faults) -> Bytes:
    """The outcome of the first declared gate of each dossier; 0 where none is declared."""
    codes = np.zeros(dossiers, np.uint8)
    cells = rows.cells.get("gate")
    if cells is None:
        return codes
    for row in np.flatnonzero(cells.to_numpy(zero_copy_only=False) != "").tolist():
        kind, dossier = cells[row].as_py(), faults.dossier_of[row]
        if kind not in GATE_KINDS:
            faults.add(row, "gate", no_such_gate(kind))
        elif not codes[dossier]:
            codes[dossier] = CODE_OF[OUTCOME_OF_GATE[kind]]
    return codes


def _check_names(rows: Rows, faults: Faults) -> None:
    for name in ("dossier", "member"):
        for row in np.flatnonzero(rows.cells[name].to_numpy(zero_copy_only=False) == ""):
            faults.add(int(row), name, EMPTY)
    for row in _members_twice(rows, faults.dossier_of):
        faults.add(int(row), "member", MEMBER_TWICE)


def _members_twice(rows: Rows, dossier_of: NDArray[np.int64]) -> NDArray[np.intp]:
    """The rows whose member already stands in an earlier row of the same dossier."""
    member = rows.cells["member"].dictionary_encode().indices.to_numpy().astype(np.int64)
    later = np.ones(len(member), np.bool_)
    later[np.unique(dossier_of * (int(member.max()) + 1) + member, return_index=True)[1]] = False
    return np.flatnonzero(later)
