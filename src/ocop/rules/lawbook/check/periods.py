"""Proofs on dated series: no gap, no overlap, each resting on an instrument that holds.

Owns regimes, transitions, procedure values and rounds as series of days. What one value means is `procedure`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ocop.rules.dates import Period, breaks
from ocop.rules.lawbook.check.opened import Law, Row, instruments, rows
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.loader import Record


@dataclass(frozen=True, slots=True)
class Series:
    """Rows that must follow on day by day, under the name of what they say."""

    law: Law
    file: str
    place: str
    rows: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """Something that holds from a day on, and the instrument it rests on."""

    law: Law
    file: str
    place: str
    instrument: str
    day: date


def series(law: Law) -> Iterator[Series]:
    """The regimes, every quantity of the procedure, every round."""
    regimes = tuple(row.data["filed"] for row in rows(law, "regimes.yaml", "regimes"))
    yield Series(law, "regimes.yaml", "regimes", regimes)
    for row in rows(law, "procedure.yaml", "values"):
        yield Series(law, row.file, row.place, tuple(row.data["series"]))
    rounds = [row.data for row in rows(law, "procedure.yaml", "rounds")]
    for name in dict.fromkeys(data["id"] for data in rounds):
        yield Series(law, "procedure.yaml", f"rounds/{name}", tuple(data for data in rounds if data["id"] == name))


def unbroken(found: Series) -> Iterator[Fault]:
    """The periods follow on, and the last is open-ended."""
    periods = [Period(row["from"], row["until"]) for row in found.rows]
    for said in breaks(periods):
        yield Fault(found.file, found.place, f"chuỗi ngày hở hoặc chồng: {said}", f"broken series: {said}")
    if not any(period.until is None for period in periods):
        yield Fault(found.file, found.place, "chuỗi ngày không có đoạn đang hiệu lực", "no period is open-ended")


def bases(law: Law) -> Iterator[Basis]:
    """Every row that names an instrument, with the day it begins."""
    for row in rows(law, "regimes.yaml", "regimes"):
        for name in (row.data["criteria"], *row.data["process"]):
            yield Basis(law, row.file, row.place, name, row.data["filed"]["from"])
    for row in rows(law, "regimes.yaml", "transitions"):
        yield Basis(law, row.file, row.place, row.data["instrument"], row.data["change_on"])
    for row in rows(law, "procedure.yaml", "values"):
        for value in row.data["series"]:
            yield Basis(law, row.file, row.place, value["instrument"], value["from"])
    for row in rows(law, "procedure.yaml", "rounds"):
        yield Basis(law, row.file, row.place, row.data["instrument"], row.data["from"])


def in_force(basis: Basis) -> Iterator[Fault]:
    """The instrument is in the register and in force on that day."""
    known = instruments(basis.law).get(basis.instrument)
    if known is None:
        yield Fault(
            basis.file, basis.place, f"sổ không có {basis.instrument}", f"no {basis.instrument} in the register"
        )
    elif basis.day not in Period(known["in_force"], known["until"]):
        yield Fault(
            basis.file,
            basis.place,
            f"{basis.instrument} chưa hoặc không còn hiệu lực ngày {basis.day:%d/%m/%Y}",
            f"{basis.instrument} is not in force on {basis.day}",
        )


def regimes(law: Law) -> Iterator[Row]:
    """The regimes by filing date."""
    return rows(law, "regimes.yaml", "regimes")


def whole(row: Row) -> Iterator[Fault]:
    """Its name is its own, each star from 3 to 5 has its level, and its criteria do not lapse while it runs."""
    if [other.data["id"] for other in regimes(row.law)].count(row.data["id"]) > 1:
        yield Fault(row.file, row.place, "tên ghi hai lần", "named twice")
    if set(row.data["levels"]) != {3, 4, 5}:
        yield Fault(row.file, row.place, "thiếu cấp công nhận của một sao", "a star has no level that recognises it")
    lapses = instruments(row.law).get(row.data["criteria"], {}).get("until")
    until = row.data["filed"]["until"]
    if lapses is not None and (until is None or until > lapses):
        yield Fault(row.file, row.place, "bộ tiêu chí hết hiệu lực giữa chừng", "its criteria lapse while it runs")


def transitions(law: Law) -> Iterator[Row]:
    """The transition rules."""
    return rows(law, "regimes.yaml", "transitions")


def counted(row: Row) -> Iterator[Fault]:
    """The last day is the day of change plus the days; the change is a border between regimes; kinds once each."""
    data = row.data
    if data["last_day"] != data["change_on"] + timedelta(days=data["days"]):
        yield Fault(
            row.file, row.place, "ngày cuối không bằng ngày đổi luật cộng số ngày", "its last day is miscounted"
        )
    if data["change_on"] not in {regime.data["filed"]["until"] for regime in regimes(row.law)}:
        yield Fault(row.file, row.place, "ngày đổi luật không phải ranh giới chế độ", "no regime ends on its day")
    known = {kind.data["id"] for kind in rows(row.law, "regimes.yaml", "filing_kinds")}
    same_day = Counter(
        kind
        for other in transitions(row.law)
        if other.data["change_on"] == data["change_on"]
        for kind in other.data["kinds"]
    )
    for kind in data["kinds"]:
        if kind not in known or same_day[kind] > 1:
            yield Fault(row.file, row.place, f"loại hồ sơ “{kind}” lạ hoặc hai lần", f"kind {kind!r} unknown or twice")


def rounds(law: Law) -> Iterator[Row]:
    """The yearly rounds."""
    return rows(law, "procedure.yaml", "rounds")


def in_turn(row: Row) -> Iterator[Fault]:
    """A round is done after its dossiers are proposed, in the next year only when it says so."""
    proposed, done = (tuple(reversed(row.data[name].split("-"))) for name in ("proposed_before", "done_before"))
    if (done <= proposed) != row.data["next_year"]:
        yield Fault(row.file, row.place, "hạn xong và hạn đề nghị không khớp next_year", "its days belie next_year")


PROOFS = (
    Proof(
        "series",
        "chuỗi theo ngày: không hở, không chồng, còn chạy",
        "dated series: no gap, no overlap, open-ended",
        series,
        unbroken,
    ),
    Proof(
        "bases",
        "chỗ dẫn văn bản: có trong sổ và đang hiệu lực ngày đó",
        "references to instruments: in the register and in force that day",
        bases,
        in_force,
    ),
    Proof(
        "regimes",
        "chế độ: đủ cấp công nhận, bộ tiêu chí còn hiệu lực suốt kỳ",
        "regimes: every star has its level, criteria in force throughout",
        regimes,
        whole,
    ),
    Proof(
        "transitions",
        "quy tắc chuyển tiếp: ngày cuối đúng phép cộng",
        "transition rules: last days add up",
        transitions,
        counted,
    ),
    Proof("rounds", "đợt đánh giá: hạn đề nghị trước hạn xong", "rounds: proposed before done", rounds, in_turn),
)
