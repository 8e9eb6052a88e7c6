"""Proofs on administrative units: periods, parents, counts, and that no ground is lost on the way from day to day.

Owns `units.yaml` and its tables of units and of successions. Whether the names are those of the decrees is for people.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ocop.rules.dates import Period, breaks
from ocop.rules.lawbook.check.opened import UNIT_FILE, Law, Row, instruments, rows
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.check.unit_tables import State, leaves_of, lines, states_on
from ocop.rules.lawbook.loader import Record

FILE = "units.yaml"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Units:
    """All states of one code in one system, in order of day."""

    system: Row
    code: str
    states: tuple[State, ...]
    level: Record | None
    change_days: frozenset[date]


@dataclass(frozen=True, slots=True)
class Child:
    """A state, its level, and the states of the code it names as its parent."""

    state: State
    level: str
    parents: tuple[State, ...]
    parent_level: str


@dataclass(frozen=True, slots=True)
class Step:
    """A change: its row, its pairs, and the leaves of the day before and of the day itself."""

    row: Row
    pairs: tuple[tuple[str, str], ...]
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of a table of successions."""

    step: Step
    before: str
    after: str


def systems(law: Law) -> Iterator[Row]:
    """The tables of codes."""
    return rows(law, FILE, "systems")


def changes(law: Law) -> Iterator[Row]:
    """The days on which units changed."""
    return rows(law, FILE, "changes")


def _levels(law: Law) -> dict[int, Record]:
    return {row.data["digits"]: row.data for row in rows(law, FILE, "levels")}


def named(law: Law) -> Iterator[tuple[Law, str]]:
    """Every table of units, named by the index or lying in its folder."""
    indexed = [row.data["file"] for table in (systems(law), changes(law)) for row in table if row.data["file"]]
    lying = [file for file in law.records if UNIT_FILE.fullmatch(file)]
    return ((law, file) for file in dict.fromkeys([*indexed, *lying]))


def in_use(item: tuple[Law, str]) -> Iterator[Fault]:
    """The table is there, and the index names it once."""
    law, file = item
    times = [row.data["file"] for table in (systems(law), changes(law)) for row in table].count(file)
    if times != 1 or file not in law.records:
        yield Fault(FILE, file, "bảng thiếu, thừa hoặc dùng hai lần", "the table is missing, idle or used twice")


def tables(law: Law) -> Iterator[Law]:
    """The series of tables as one."""
    yield law


def follow(law: Law) -> Iterator[Fault]:
    """The tables follow on day by day, the last open-ended, by one change; each is a known instrument's, named once."""
    data = [row.data for row in systems(law)]
    periods = [Period(row["from"], row["until"]) for row in data]
    for said in breaks(periods):
        yield Fault(FILE, "systems", f"chuỗi ngày hở hoặc chồng: {said}", f"broken series: {said}")
    if not any(period.until is None for period in periods):
        yield Fault(FILE, "systems", "không có bảng đang dùng", "no table is open-ended")
    changed = Counter(row.data["on"] for row in changes(law))
    for day in {period.start for period in sorted(periods)[1:]} | set(changed):
        if changed[day] != 1:
            yield Fault(FILE, f"changes/{day}", "cần đúng một lần thay đổi ngày này", "needs one change on this day")
    known = instruments(law).keys() | {row.data["id"] for row in rows(law, "instruments.yaml", "outside")}
    for name, times in Counter(row["id"] for row in data).items():
        if times > 1 or name not in known:
            yield Fault(FILE, f"systems/{name}", "văn bản lạ hoặc ghi hai lần", "unknown instrument, or named twice")


def counted(system: Row) -> Iterator[Fault]:
    """On the day it is known of, the table has as many units of each level, and as many leaves, as declared."""
    data = system.data
    if data["known_on"] not in Period(data["from"], data["until"]):
        yield Fault(FILE, system.place, "ngày biết chắc ngoài kỳ của bảng", "known_on is outside its period")
        return
    states = states_on(system.law.unit_states, data["known_on"])
    levels = {digits: level["id"] for digits, level in _levels(system.law).items()}
    found = dict(Counter(levels.get(len(code), "?") for code in states))
    if found != data["counts"] or len(leaves_of(states)) != data["leaves"]:
        told = f"{found}, {len(leaves_of(states))}"
        yield Fault(FILE, system.place, f"số đơn vị đếm được là {told}", f"the units counted are {told}")


def units(law: Law) -> Iterator[Units]:
    """Every code of every system."""
    levels, days = _levels(law), frozenset(row.data["on"] for row in changes(law))
    for system in systems(law):
        for code, states in law.unit_states[system.data["id"]].items():
            yield Units(system, code, tuple(states), levels.get(len(code)), days)


def unbroken(item: Units) -> Iterator[Fault]:
    """One code is one unit: its states follow on, inside the table's period, and change only on days of changes."""
    data, file = item.system.data, item.states[0].file
    for said in breaks(state.valid for state in item.states):
        yield Fault(file, item.code, f"kỳ hở hoặc chồng: {said}", f"broken periods: {said}")
    borders = {state.valid.start for state in item.states} | {state.valid.until for state in item.states}
    for border in borders - {data["from"], data["until"]}:
        if border is None or border not in item.change_days or border not in Period(data["from"], data["until"]):
            yield Fault(file, item.code, f"{border} không phải ngày có thay đổi", f"{border} is not a day of a change")


def written(item: Units) -> Iterator[Fault]:
    """Code, kind, name and sureness are of their form: codes in digits, kinds of their level, names in NFC."""
    level = item.level
    for state in item.states:
        if level is None or not state.code.isascii() or not state.code.isdigit() or state.kind not in level["kinds"]:
            yield Fault(state.file, state.code, f"mã hoặc loại “{state.kind}” lạ", f"odd code or kind {state.kind!r}")
        if not state.name or unicodedata.normalize("NFC", state.name) != state.name:
            yield Fault(state.file, state.code, f"tên “{state.name}” không đúng dạng", f"odd name {state.name!r}")
        if state.confidence not in ("", "inferred"):
            yield Fault(state.file, state.code, "mức tin cậy lạ", f"odd confidence {state.confidence!r}")


def children(law: Law) -> Iterator[Child]:
    """Every state with the states of its parent."""
    levels = {digits: level["id"] for digits, level in _levels(law).items()}
    for system in systems(law):
        found = law.unit_states[system.data["id"]]
        for state in (state for states in found.values() for state in states):
            parents = tuple(found.get(state.parent, ()))
            yield Child(state, levels.get(len(state.code), ""), parents, levels.get(len(state.parent), ""))


def under(child: Child) -> Iterator[Fault]:
    """A province stands alone; any other unit has a parent of a higher level on each of its days."""
    order = ("province", "district", "commune")
    if child.level == "province" and not child.state.parent:
        return
    higher = child.parent_level in order[: order.index(child.level)] if child.level in order else False
    valid = child.state.valid
    days = [valid.start, *(parent.valid.until for parent in child.parents if parent.valid.until is not None)]
    orphaned = [day for day in days if day in valid and not any(day in parent.valid for parent in child.parents)]
    if not higher or orphaned:
        yield Fault(
            child.state.file,
            child.state.code,
            f"không có đơn vị cấp trên {child.state.parent} suốt kỳ",
            f"no parent {child.state.parent} throughout",
        )


def steps(law: Law) -> Iterator[Step]:
    """Every change with the leaves on both sides of it."""
    for row in changes(law):
        pairs = tuple((line["before"], line["after"]) for line in lines(law.records, row.data["file"]))
        before, after = states_on(law.unit_states, row.data["on"] - DAY), states_on(law.unit_states, row.data["on"])
        yield Step(row, pairs, leaves_of(before), leaves_of(after))


def as_declared(step: Step) -> Iterator[Fault]:
    """A change has as many pairs, divided units and renamed units as it says, and is named after its day."""
    data, law = step.row.data, step.row.law
    heirs = Counter(before for before, _ in step.pairs)
    before, after = states_on(law.unit_states, data["on"] - DAY), states_on(law.unit_states, data["on"])
    border = any(data["on"] == system.data["from"] for system in systems(law))
    stayed = [] if border else [code for code in before.keys() & after.keys() if before[code] != after[code]]
    found = (len(step.pairs), sum(times > 1 for times in heirs.values()), len(stayed))
    if found != (data["pairs"], data["divided"], data["renamed"]):
        yield Fault(FILE, step.row.place, f"đếm được {found}", f"counted {found}")
    if data["file"] and data["file"] != f"units/{data['on']}.csv":
        yield Fault(FILE, step.row.place, "tên tệp không phải ngày đổi", "its file is not named after its day")


def pairs(law: Law) -> Iterator[Pair]:
    """Every line of every table of successions."""
    return (Pair(step, before, after) for step in steps(law) for before, after in step.pairs)


def both_known(pair: Pair) -> Iterator[Fault]:
    """The unit before is a leaf of the day before, the unit after a leaf of the day."""
    file = pair.step.row.data["file"]
    if pair.before not in pair.step.before:
        yield Fault(file, pair.before, "hôm trước không có đơn vị này", "there was no such unit the day before")
    if pair.after not in pair.step.after:
        yield Fault(file, f"{pair.before} > {pair.after}", "không có đơn vị kế tiếp này", "there is no such successor")


def no_ground_lost(step: Step) -> Iterator[Fault]:
    """Each leaf that ends has a successor, each that begins a forebear, and no pair stands twice."""
    border = any(step.row.data["on"] == system.data["from"] for system in systems(step.row.law))
    kept = frozenset() if border else step.before & step.after
    file, place = step.row.data["file"] or FILE, step.row.place
    gone, come = {before for before, _ in step.pairs}, {after for _, after in step.pairs}
    for code in sorted(step.before - kept - gone):
        yield Fault(file, code, "không có đơn vị kế tiếp", f"has no successor ({place})")
    for code in sorted(step.after - kept - come):
        yield Fault(file, code, "không có đơn vị trước đó", f"has no forebear ({place})")
    for (before, after), times in Counter(step.pairs).items():
        if times > 1:
            yield Fault(file, f"{before} > {after}", "ghi hai lần", "stands twice")


def doubts(law: Law) -> Iterator[Row]:
    """What two sources say differently."""
    return rows(law, FILE, "doubts")


def still_there(row: Row) -> Iterator[Fault]:
    """The code that is used stands in its table, the other does not."""
    found = [
        row.law.unit_states[system.data["id"]] for system in systems(row.law) if system.data["id"] == row.data["system"]
    ]
    if not found or row.data["code"] not in found[0] or row.data["other"] in found[0]:
        yield Fault(FILE, row.place, "không còn đúng với bảng", "is no longer true of the table")


PROOFS = (
    Proof(
        "unit_files",
        "bảng đơn vị hành chính: đủ, không thừa",
        "tables of administrative units: all there, none idle",
        named,
        in_use,
    ),
    Proof("unit_systems", "chuỗi bảng mã: liền nhau theo ngày", "series of code tables: follow on", tables, follow),
    Proof("unit_counts", "bảng mã: đủ số đơn vị mỗi cấp", "code tables: as many units as declared", systems, counted),
    Proof(
        "unit_periods",
        "mã đơn vị: các kỳ liền nhau, chỉ đổi vào ngày có thay đổi",
        "unit codes: periods follow on and change on days of changes",
        units,
        unbroken,
    ),
    Proof(
        "unit_names", "mã đơn vị: mã, loại, tên đúng dạng", "unit codes: code, kind, name well formed", units, written
    ),
    Proof(
        "unit_parents", "đơn vị: luôn thuộc một đơn vị cấp trên", "units: always lie in a higher unit", children, under
    ),
    Proof("unit_changes", "lần thay đổi: đúng số đã khai", "changes of units: as many as declared", steps, as_declared),
    Proof("unit_pairs", "cặp kế tiếp: cả hai đơn vị có thật", "successions: both units are there", pairs, both_known),
    Proof(
        "unit_ground",
        "lần thay đổi: không đơn vị nào mất hoặc tự sinh",
        "changes of units: none vanishes, none springs up",
        steps,
        no_ground_lost,
    ),
    Proof("unit_doubts", "chỗ hai nguồn khác nhau: còn đúng", "doubts about units: still hold", doubts, still_there),
)
