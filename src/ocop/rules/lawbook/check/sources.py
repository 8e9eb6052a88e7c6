"""Proofs on sources: every row stands on a web address and says how sure we are, its own or its file's.

Owns that nothing is without a source. Whether the source says so is for people, and for the golden tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ocop.rules.lawbook.check import kinds
from ocop.rules.lawbook.check.opened import SET_FILE, Law, rows
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.check.specs import ROWS
from ocop.rules.lawbook.loader import Record

# These only name what the register does not hold.
WITHOUT = ("instruments.yaml/outside",)


@dataclass(frozen=True, slots=True)
class Standing:
    """Something said by the law data: its row, and the file around it."""

    file: str
    place: str
    row: Record
    around: Record


def standing(law: Law) -> Iterator[Standing]:
    """Every table row, every classification, every set."""
    for name in ROWS:
        file, _, table = name.partition("/")
        if name not in WITHOUT:
            yield from (Standing(file, row.place, row.data, law.records[file]) for row in rows(law, file, table))
    for file, record in law.records.items():
        if SET_FILE.fullmatch(file) or file.startswith("classification/"):
            yield Standing(file, "", record, {})


def sourced(item: Standing) -> Iterator[Fault]:
    """A web address, of the row or of its file."""
    if not kinds.address(item.row.get("source", item.around.get("source"))):
        yield Fault(item.file, item.place, "không có nguồn", "has no source")


def confident(item: Standing) -> Iterator[Fault]:
    """How sure we are, of the row, of its values, or of its file."""
    inner = [*item.row.get("series", []), *item.row.get("ranks", [])]
    said = item.row.get("confidence", item.around.get("confidence"))
    if said is None and not (inner and all("confidence" in row for row in inner)):
        yield Fault(item.file, item.place, "không ghi mức tin cậy", "does not say how sure we are")


PROOFS = (
    Proof(
        "sources",
        "dòng, bảng, bộ: có địa chỉ nguồn",
        "rows, tables, sets: have the address of a source",
        standing,
        sourced,
    ),
    Proof(
        "confidence", "dòng, bảng, bộ: có mức tin cậy", "rows, tables, sets: say how sure we are", standing, confident
    ),
)
