"""Demonstration data: real organisations and products as they were published, marked, in units of then and of now.

Owns loading `ocop/demonstration/products.csv`. Each row names the page it is from; no private person stands in it. What
its source does not tell is left empty, and what was only inferred, a district or the criteria set, is said to be.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

import ocop
from ocop.domain.history.actions import SYSTEM
from ocop.domain.registry.actions.entries import Taken, resolved, take_in
from ocop.domain.registry.actions.producers import day_of
from ocop.domain.registry.models import Producer
from ocop.rules import units
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.rows import IntakeRow
from ocop.rules.intake.stars import StarClaim
from ocop.rules.naming.plain import producer_name, words_of
from ocop.rules.refused import Refused
from ocop.rules.units.shapes import Level

FILE = Path(ocop.__file__).parent / "demonstration" / "products.csv"
THEN = date(2025, 6, 30)
"""The units of the published lists: the last day of the former ones."""
SOURCE = "Dữ liệu minh họa, chép từ trang đã công bố"

HOME = "HTX Dịch vụ sản xuất nông nghiệp Sử Anh"
"""The organisation whose people the demonstration account of a producer is."""
INFERRED_SET = "; bộ tiêu chí suy từ tên sản phẩm"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file with the province of today that it belongs to."""

    province: str
    row: IntakeRow


@transaction.atomic
def load_demonstration(*, at: datetime, file: Path = FILE) -> Taken:
    """Load the demonstration data; loading it again writes nothing. The places must be loaded before.

    Raises Refused (`no_place`) for a place that there was none of.
    """
    today = day_of(at)
    lines = list(_lines(file, today))
    taken = Taken()
    for province in sorted({line.province for line in lines}):
        # Rows that know the commune come first, so that a producer is placed by its best source.
        rows = sorted((line.row for line in lines if line.province == province), key=lambda row: -len(row.unit_code))
        entries = resolved(rows, province=province, today=today)
        taken += take_in(entries, province=province, source=SOURCE, demonstration=True, by=SYSTEM, at=at)
    return taken


def home() -> Producer | None:
    """The organisation that demonstration accounts are for; None before the data is loaded."""
    return Producer.objects.select_related("unit").filter(name=HOME, demonstration=True).first()


def _lines(file: Path, today: date) -> Iterable[_Line]:
    communes: dict[str, Communes] = {}
    with file.open(encoding="utf-8", newline="") as text:
        for number, told in enumerate(csv.DictReader(text), 2):
            old = _named(told["province"], "province", None, number)
            province = units.successors(old, THEN, today, "province")[0].code
            code, on = _named(told["district"], "district", old, number) if told["district"] else old, THEN
            if told["commune"]:
                place = communes.setdefault(province, Communes(province, today)).find(told["commune"], told["district"])
                if place.how == "certain":
                    code, on = place.code, place.on
                elif place.how != "divided":
                    raise _no_place(told["commune"], number)
            yield _Line(province, _row(number, told, code, on))


def _row(number: int, told: dict[str, str], code: str, on: date) -> IntakeRow:
    claim = StarClaim(
        stars=_whole(told["stars"]), year=_whole(told["year"]), recognised_on=_day(told["recognised_on"]),
        expires_on=_day(told["expires_on"]), decision=told["decision"],
    )  # fmt: skip
    unsure = INFERRED_SET + ("; huyện do người chép suy ra" if told["district_sure"] == "no" else "")
    return IntakeRow(
        number=number, producer=told["producer"], kind=producer_name(told["producer"]).kind, product=told["product"],
        group="", set_number=_whole(told["set_inferred"]), unit_code=code, unit_on=on, address="", representative="",
        phone="", tax_code="", code="", stars=() if claim == StarClaim() else (claim,), note="",
        source=told["source"] + unsure,
    )  # fmt: skip


def _named(name: str, level: Level, above: str | None, number: int) -> str:
    """The code of a unit of `THEN` by its name, with or without its kind; of several, the one with the kind told."""
    wanted = " ".join(words_of(name.replace("TP ", "Thành phố ")))
    there = [
        unit
        for unit in units.units_on(THEN, level)
        if above is None or units.ancestor(unit.code, "province", THEN).code == above
    ]
    for spelled in ("title", "name"):
        for unit in there:
            if " ".join(words_of(getattr(unit, spelled))) == wanted:
                return unit.code
    raise _no_place(name, number)


def _no_place(name: str, number: int) -> Refused:
    return Refused(
        "no_place", where=f"products.csv:{number}", vi=f"không có nơi tên {name}", en=f"there is no place called {name}"
    )


def _whole(text: str) -> int | None:
    return int(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
