"""Proofs on the register: dates in order, sureness said of each, what is replaced or amended is known and agrees.

Owns `instruments.yaml` alone. The series that rest on it are `periods`'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ocop.rules.dates import Period
from ocop.rules.lawbook.check.opened import Law, Row, instruments, rows
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.loader import Record

FILE = "instruments.yaml"


def register(law: Law) -> Iterator[Row]:
    """Every instrument."""
    return rows(law, FILE, "instruments")


def dated(row: Row) -> Iterator[Fault]:
    """Signed, then in force, then lapsed; checked after signing; the year is that of signing and of its number."""
    data = row.data
    if not data["signed"] <= data["in_force"] or (data["until"] and data["until"] <= data["in_force"]):
        yield Fault(FILE, row.place, "ngày ký, hiệu lực, hết hiệu lực không theo thứ tự", "dates out of order")
    if data["checked"] < data["signed"]:
        yield Fault(FILE, row.place, "ngày kiểm tra trước ngày ký", "checked before it was signed")
    numbered = data["id"].split("/")[1]
    if data["year"] != data["signed"].year or (numbered.isdigit() and int(numbered) != data["year"]):
        yield Fault(FILE, row.place, "năm không khớp ngày ký hoặc số hiệu", "its year is not that of signing or number")


def sure(row: Row) -> Iterator[Fault]:
    """How sure we are is said of the text and of each date that is given, and of nothing that is not there."""
    needed = {"text", "signed", "in_force"} | ({"until"} if row.data["until"] else set())
    given = set(row.data["confidence"])
    for name in sorted((needed - given) | (given - needed - set(row.data))):
        yield Fault(FILE, f"{row.place}/confidence/{name}", "thiếu hoặc thừa mức tin cậy", "confidence missing or idle")


def related(row: Row) -> Iterator[Fault]:
    """What it replaces or amends is in the register (or named as outside it), older, and lapses or holds to match."""
    known, outside = instruments(row.law), {other.data["id"] for other in rows(row.law, FILE, "outside")}
    for name in (*row.data["replaces"], *row.data["amends"]):
        if name not in known and name not in outside:
            yield Fault(FILE, row.place, f"sổ không có {name}", f"{name} is not in the register")
    for name in row.data["replaces"]:
        until = known[name]["until"] if name in known else row.data["in_force"]
        if until is None or until < row.data["in_force"]:
            yield Fault(FILE, row.place, f"{name} bị thay mà không hết hiệu lực sau đó", f"{name} does not lapse then")
    for name in row.data["amends"]:
        if name in known and not _holds(known[name], row):
            yield Fault(FILE, row.place, f"{name} không còn hiệu lực để sửa", f"{name} is not in force to be amended")


def _holds(amended: Record, row: Row) -> bool:
    return row.data["in_force"] in Period(amended["in_force"], amended["until"])


def once(row: Row) -> Iterator[Fault]:
    """Its name is its own."""
    if Counter(other.data["id"] for other in register(row.law))[row.data["id"]] > 1:
        yield Fault(FILE, row.place, "tên ghi hai lần", "named twice")


PROOFS = (
    Proof("instrument_names", "văn bản: mỗi tên một lần", "instruments: each name once", register, once),
    Proof(
        "instrument_dates",
        "văn bản: ngày ký, hiệu lực, kiểm tra theo thứ tự",
        "instruments: dates in order",
        register,
        dated,
    ),
    Proof(
        "instrument_sure", "văn bản: mức tin cậy cho từng ngày", "instruments: confidence for each date", register, sure
    ),
    Proof(
        "instrument_kin", "văn bản: thay và sửa khớp sổ", "instruments: replacing and amending agree", register, related
    ),
)
