"""A person's word on rows of an import: a cell corrected, a doubt accepted; the row is then read and compared again.

Owns these acts. Rows that are in the register already are changed there, not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, record
from ocop.domain.intake.actions.read import communes_of, fill
from ocop.domain.intake.models import APPLYING, DOUBTFUL, Import, ImportRow
from ocop.domain.intake.policies import importing
from ocop.domain.intake.queries.imports import (
    ANSWERS,
    askings,
    import_of,
    layout_of,
    packed,
    read_again,
    unpacked,
)
from ocop.domain.intake.queries.matching import Match, Register
from ocop.rules.intake.columns import FIELDS, Cell, Layout
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.questions import ANSWERED_IN, questions
from ocop.rules.intake.remarks import Remark
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict, Difference
from ocop.rules.units.gazetteer import Gazetteer


@transaction.atomic
def settle_row(
    *,
    id: UUID,
    number: int,
    by: Acting,
    at: datetime,
    corrections: Mapping[str, Cell] | None = None,
    accepted: frozenset[str] = frozenset(),
    seen_version: int | None = None,
    book: Gazetteer | None = None,
) -> ImportRow:
    """Correct cells of one row (field to value; also `producer_is`, `product_is`) and accept doubts by their codes.

    `seen_version` is that of the row as it was shown. Raises `Conflict` when somebody settled it since, and Refused:
    `applying`, `cleared`, `row_applied`, `no_row`, `bad_value`.
    """
    whole = _open(id)
    named = importing(by, whole.province_code, by.day)
    row = ImportRow.objects.select_for_update().filter(whole=whole, number=number).first()
    if row is None:
        raise Refused("no_row", where=str(number), vi="không có dòng này", en="there is no such row")
    if row.applied:
        raise Refused(
            "row_applied",
            where=str(number),
            vi="dòng này đã vào sổ; sửa ở sổ",
            en="this row is in the register; change it there",
        )
    wanted = dict(corrections or {})
    wrong = wanted.keys() - FIELDS.keys() - ANSWERS
    if wrong:
        raise Refused("bad_value", where=sorted(wrong)[0], vi="không có mục này", en="there is no such field")
    if seen_version is not None and seen_version != row.version:
        raise _conflict(row, wanted)
    _settle(whole, [row], wanted, accepted, book)
    after: dict[str, Any] = {"row": number, "fields": sorted(wanted), "accepted": sorted(accepted)}
    record(Act("registry.settle_row", "import", str(whole.id), after=after), by=named, at=at, chain=whole.province_code)
    return row


@transaction.atomic
def answer_question(
    *, id: UUID, key: str, row: int, by: Acting, at: datetime, answer: str | None = None, book: Gazetteer | None = None
) -> int:
    """Answer a question in every row that asks it: with `answer`, or by accepting what was read. Returns in how many.

    `row` is the one it was shown by. Raises `Conflict` when somebody answered it already, and Refused: `applying`,
    `cleared`, `no_row`, `bad_value`.
    """
    whole = _open(id)
    named = importing(by, whole.province_code, by.day)
    asked = next((one for one in questions(askings(whole)) if one.key == key), None)
    if asked is None:
        first = ImportRow.objects.filter(whole=whole, number=row).first()
        if first is None:
            raise Refused("no_row", where=str(row), vi="không có dòng này", en="there is no such row")
        raise _conflict(first, {"": answer or "✓"})
    if answer is not None and asked.code in ANSWERED_IN and answer not in {choice.value for choice in asked.choices}:
        raise Refused("bad_value", where=answer, vi="không có câu trả lời này", en="there is no such answer")
    wanted: dict[str, Cell] = {} if answer is None else {asked.answered_in: answer}
    accepted = frozenset([asked.code]) if answer is None else frozenset[str]()
    rows = list(ImportRow.objects.select_for_update().filter(whole=whole, number__in=asked.rows))
    _settle(whole, rows, wanted, accepted, book)
    after: dict[str, Any] = {"code": asked.code, "fields": sorted(wanted), "rows": len(rows)}
    record(
        Act("registry.answer_doubts", "import", str(whole.id), after=after), by=named, at=at, chain=whole.province_code
    )
    return len(rows)


@transaction.atomic
def accept_doubts(*, id: UUID, code: str, by: Acting, at: datetime, book: Gazetteer | None = None) -> int:
    """Accept one kind of doubt in every row that has it; returns in how many. Raises Refused (`applying`).

    A doubt about which record is meant is accepted as the record named first.
    """
    whole = _open(id)
    named = importing(by, whole.province_code, by.day)
    rows = [
        row
        for row in ImportRow.objects.select_for_update().filter(whole=whole, state=DOUBTFUL, applied=False)
        if any(remark["code"] == code for remark in row.remarks)
    ]
    _settle(whole, rows, {}, frozenset([code]), book)
    act = Act("registry.accept_doubts", "import", str(whole.id), after={"code": code, "rows": len(rows)})
    record(act, by=named, at=at, chain=whole.province_code)
    return len(rows)


def _settle(
    whole: Import,
    rows: list[ImportRow],
    corrections: Mapping[str, Cell],
    accepted: frozenset[str],
    book: Gazetteer | None,
) -> None:
    """The same word on each of some rows, each read and compared again."""
    communes, layout = communes_of(whole, book), layout_of(whole)
    register, first = Register(whole.province_code, communes), _first_rows(whole)
    for row in rows:
        row.corrections |= packed(corrections)
        row.accepted = sorted({*row.accepted, *accepted})
        row.version += 1
        _again(row, layout, communes, register, first)
    fields = [
        "corrections",
        "accepted",
        "version",
        "plain_key",
        "search_key",
        "remarks",
        "state",
        "producer",
        "product",
    ]
    # Rows that are there are written over in one go; bulk_update takes minutes for some thousand.
    ImportRow.objects.bulk_create(rows, 500, update_conflicts=True, unique_fields=["id"], update_fields=fields)


def _conflict(row: ImportRow, offered: Mapping[str, Cell]) -> Conflict:
    """What somebody else said of a row meanwhile, beside what is offered now."""
    said = {**row.corrections, **{f"accepted {code}": "✓" for code in row.accepted}}
    differences = [
        Difference(field, _shown(row.cells.get(field)), _shown(said[field]), _shown(offered.get(field)))
        for field in said
    ]
    differences += [
        Difference(field, _shown(row.cells.get(field)), _shown(row.cells.get(field)), _shown(value))
        for field, value in offered.items()
        if field and field not in said
    ]
    return Conflict(where=str(row.number), version=row.version, differences=tuple(differences))


def _shown(cell: object) -> str:
    if isinstance(cell, dict):
        cell = unpacked({"": cell})[""]
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)


def _open(id: UUID) -> Import:
    import_of(id)
    whole = Import.objects.select_for_update().get(id=id)
    if whole.state == APPLYING:
        raise Refused(
            "applying",
            where=whole.file_name,
            vi="đang nhập vào sổ; dừng lại rồi hãy sửa",
            en="it is being brought into the register; stop it first",
        )
    if whole.cleared_on:
        raise Refused(
            "cleared",
            where=whole.file_name,
            vi="các dòng của lần nhập này đã xóa; gửi lại tệp nếu còn cần",
            en="the rows of this import were cleared; send the file again if it is still needed",
        )
    return whole


def _first_rows(whole: Import) -> dict[str, int]:
    """Plain producer, product and place -> the first row that has them."""
    rows = ImportRow.objects.filter(whole=whole).values_list("plain_key", "number").order_by("-number")
    return dict(rows.iterator(2_000))


def _again(row: ImportRow, layout: Layout, communes: Communes, register: Register, first: Mapping[str, int]) -> None:
    read = read_again(row, layout, communes)
    match = Match() if read.faults else register.match(read, layout, unpacked(row.corrections))
    fill(row, read, match)
    found = first.get(row.plain_key, row.number)
    before = found if found < row.number else None
    if before is not None and "doubled" not in row.accepted and not read.faults:
        doubt = Remark(
            "doubt", "doubled", "product", row.number, layout.letter("product"),
            f"trùng dòng {before}: cùng sản phẩm, chủ thể và xã",
            f"repeats row {before}: same product, producer and commune",
        )  # fmt: skip
        fill(row, read, Match(match.producer, match.product, (*match.doubts, doubt)))
