"""A person's word on rows of an import: a cell corrected, a doubt accepted; the row is then read and compared again.

Owns these acts. Rows that are in the register already are changed there, not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, record
from ocop.domain.intake.actions.read import communes_of, fill
from ocop.domain.intake.models import APPLYING, DOUBTFUL, Import, ImportRow
from ocop.domain.intake.policies import importing
from ocop.domain.intake.queries.imports import ANSWERS, import_of, layout_of, packed, read_again, unpacked
from ocop.domain.intake.queries.matching import Match, Register
from ocop.rules.intake.columns import FIELDS, Cell, Layout
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.remarks import Remark
from ocop.rules.refused import Refused
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
    book: Gazetteer | None = None,
) -> ImportRow:
    """Correct cells of one row (field to value; also `producer_is`, `product_is`) and accept doubts by their codes.

    Raises Refused: `applying`, `row_applied`, `no_row`, `bad_value`.
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
    wrong = set(corrections or {}) - FIELDS.keys() - ANSWERS
    if wrong:
        raise Refused("bad_value", where=sorted(wrong)[0], vi="không có mục này", en="there is no such field")
    communes, layout = communes_of(whole, book), layout_of(whole)
    row.corrections |= packed(corrections or {})
    row.accepted = sorted({*row.accepted, *accepted})
    _again(row, layout, communes, Register(whole.province_code, communes), _first_rows(whole))
    row.save()
    after = {"row": number, "fields": sorted(corrections or {}), "accepted": sorted(accepted)}
    record(Act("registry.settle_row", "import", str(whole.id), after=after), by=named, at=at, chain=whole.province_code)  # type: ignore[arg-type]
    return row


@transaction.atomic
def accept_doubts(*, id: UUID, code: str, by: Acting, at: datetime, book: Gazetteer | None = None) -> int:
    """Accept one kind of doubt in every row that has it; returns in how many. Raises Refused (`applying`).

    A doubt about which record is meant is accepted as the record named first.
    """
    whole = _open(id)
    named = importing(by, whole.province_code, by.day)
    communes, layout = communes_of(whole, book), layout_of(whole)
    register = Register(whole.province_code, communes)
    rows = [
        row
        for row in ImportRow.objects.select_for_update().filter(whole=whole, state=DOUBTFUL, applied=False)
        if any(remark["code"] == code for remark in row.remarks)
    ]
    first = _first_rows(whole)
    for row in rows:
        row.accepted = sorted({*row.accepted, code})
        _again(row, layout, communes, register, first)
    fields = ["accepted", "plain_key", "remarks", "state", "producer", "product"]
    # Rows that are there are written over in one go; bulk_update takes minutes for some thousand.
    ImportRow.objects.bulk_create(rows, 500, update_conflicts=True, unique_fields=["id"], update_fields=fields)
    act = Act("registry.accept_doubts", "import", str(whole.id), after={"code": code, "rows": len(rows)})
    record(act, by=named, at=at, chain=whole.province_code)
    return len(rows)


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
