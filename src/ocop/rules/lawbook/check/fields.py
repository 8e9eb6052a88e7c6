"""Proofs on rows: every row of every file has the fields it needs, no other, each of its kind.

Owns walking the rows, so that a slip of the pen (`flor: 3`) is a fault and not silence. The fields are written in
`specs`; what their values mean to each other is for the other families.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ocop.rules.lawbook.book import FOLDERS, GATE_KINDS
from ocop.rules.lawbook.check import specs
from ocop.rules.lawbook.check.opened import SET_FILE, Law, rows, tables
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.check.specs import Spec
from ocop.rules.lawbook.loader import Record


@dataclass(frozen=True, slots=True)
class Shaped:
    """A row with the fields it must have."""

    file: str
    place: str
    data: Record
    spec: Spec


def shaped(law: Law) -> Iterator[Shaped]:
    """Every row of every file, nested ones included, with its fields."""
    for file, record in law.records.items():
        if SET_FILE.fullmatch(file):
            yield from _of_set(file, record)
        elif file in specs.FILES:
            yield Shaped(file, "", record, specs.FILES[file])
    for name, spec in specs.ROWS.items():
        file, _, table = name.partition("/")
        for row in rows(law, file, table):
            yield Shaped(file, row.place, row.data, spec)
            yield from _nested(file, row.place, row.data)
    for folder in FOLDERS.values():
        file = f"classification/{folder}.yaml"
        yield from _of_classification(file, law.records[file])


def _nested(file: str, place: str, row: Record) -> Iterator[Shaped]:
    for table, spec in (("ranks", specs.RANK), ("series", specs.DATED_VALUE)):
        for at, inner in enumerate(tables(row.get(table)), start=1):
            yield Shaped(file, f"{place}/{table}[{at}]", inner, spec)
    for inner in tables([row.get("filed")]):
        yield Shaped(file, f"{place}/filed", inner, specs.PERIOD)


def _of_classification(file: str, record: Record) -> Iterator[Shaped]:
    yield Shaped(file, "", record, specs.CLASSIFICATION)
    for industry in tables(record.get("industries")):
        yield Shaped(file, str(industry.get("code")), industry, specs.INDUSTRY)
        for group in tables(industry.get("groups")):
            yield Shaped(file, str(group.get("code")), group, specs.GROUP)
            for item in tables(group.get("items")):
                yield Shaped(file, str(item.get("code")), item, specs.LEAF_GROUP)


def _of_set(file: str, record: Record) -> Iterator[Shaped]:
    yield Shaped(file, "", record, specs.MISSING_SET if "status" in record else specs.SET)
    for table, spec in (
        ("corrections", specs.CORRECTION),
        ("defects", specs.DEFECT),
        ("eliminated_if", specs.GROUND),
    ):
        for at, row in enumerate(tables(record.get(table)), start=1):
            yield Shaped(file, f"{table}[{at}]", row, spec)
    for criteria in tables([record.get("criteria")]):
        for code, row in criteria.items():
            for whole in tables([row]):
                yield from _of_criterion(file, str(code), whole)


def _of_criterion(file: str, code: str, row: Record) -> Iterator[Shaped]:
    yield Shaped(file, code, row, specs.CRITERION)
    for table, spec in (("options", specs.OPTION), ("gates", specs.GATE)):
        for at, inner in enumerate(tables(row.get(table)), start=1):
            yield Shaped(file, f"{code}/{table}[{at}]", inner, spec)
    for inner in tables([row.get("applies_if")]):
        yield Shaped(file, f"{code}/applies_if", inner, specs.STORY)


def fields_of(row: Shaped) -> Iterator[Fault]:
    """The fields that are missing, unknown, or not of their kind."""
    wanted = {name.removesuffix("?"): test for name, test in row.spec.items()}
    for name in row.spec:
        if not name.endswith("?") and name not in row.data:
            yield Fault(row.file, row.place, f"thiếu “{name}”", f"{name!r} is missing")
    for name, value in row.data.items():
        if name not in wanted:
            yield Fault(row.file, row.place, f"không có mục “{name}”", f"there is no field {name!r}")
        elif not wanted[name](value):
            yield Fault(
                row.file, f"{row.place}/{name}", f"giá trị “{value}” không hợp", f"value {value!r} does not fit"
            )


def gates(law: Law) -> Iterator[Shaped]:
    """Every gate of every criterion."""
    found = (row for file, record in law.records.items() if SET_FILE.fullmatch(file) for row in _of_set(file, record))
    return (row for row in found if row.spec is specs.GATE)


def one_kind(gate: Shaped) -> Iterator[Fault]:
    """A gate is of one kind, and its text stands under that name."""
    kinds = [kind for kind in GATE_KINDS if kind in gate.data]
    if len(kinds) != 1:
        known = ", ".join(GATE_KINDS)
        yield Fault(gate.file, gate.place, f"cần đúng một trong: {known}", f"needs exactly one of: {known}")


PROOFS = (
    Proof(
        "fields",
        "dòng: đủ mục, không thừa mục, đúng kiểu",
        "rows: all fields there, none unknown, each of its kind",
        shaped,
        fields_of,
    ),
    Proof("gate_kinds", "dòng loại hoặc dừng: đúng một loại", "gates: of exactly one kind", gates, one_kind),
)
