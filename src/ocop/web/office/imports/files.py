"""Workbooks that pages hand out: the empty one of 22 columns, a sample, and the one sent in with its remarks.

Owns what stands in them. How a workbook is written is `ocop.kit.sheets`'.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.intake.queries.imports import layout_of, remarks_of, rows_of, sent_file, unpacked
from ocop.kit.sheets.apart import read_apart
from ocop.kit.sheets.reading import Cell, Merge
from ocop.kit.sheets.returning import Note, values, write_back
from ocop.kit.text import slug
from ocop.rules.intake.columns import WORKBOOK
from ocop.rules.intake.remarks import Remark
from ocop.rules.refused import Refused
from ocop.web.base.signed_in import signed_in
from ocop.web.office.imports.asked import asked, import_asked
from ocop.web.office.imports.sample import ROWS
from ocop.web.office.imports.wording import MENDED, remark_words

TITLE = "DANH SÁCH SẢN PHẨM OCOP"
HEAD: list[list[Cell]] = [[TITLE], [], [], [field.vi for field in WORKBOOK.values()]]
"""The layout that provinces use: a title, headings in row 4, data from row 5, 22 columns A to V."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def template(request: HttpRequest, code: str) -> HttpResponse:
    """The empty workbook. In Vietnamese in both languages: it is what offices exchange."""
    asked(request, code)
    return _sent([*HEAD], [], "ocop-mau.xlsx")


@require_safe
@signed_in
def sample(request: HttpRequest, code: str) -> HttpResponse:
    """A workbook with a few published rows, among them one wrong and one doubtful, to try the journey with."""
    asked(request, code)
    return _sent([*HEAD, *ROWS], [], "ocop-vi-du.xlsx")


@require_safe
@signed_in
def remarks(request: HttpRequest, code: str, id: UUID) -> HttpResponse:
    """The file that was sent, with what was corrected on the page in its cells, and every remark in its place."""
    _who, whole = import_asked(request, code, id)
    if whole.file_id is None:
        raise Refused("cleared", vi="Tệp này đã được xóa. Gửi lại tệp.", en="This file was cleared. Send it again.")
    file = sent_file(whole.file_id)
    sheet = read_apart(bytes(file.content), file.name, sheet=whole.sheet)
    places, rows, notes = dict(layout_of(whole).columns), [*sheet.rows], []
    for row in rows_of(whole).iterator(1_000):
        said = {places[name]: cell for name, cell in unpacked(row.corrections).items() if name in places}
        if said:
            rows[row.number - 1] = values(said, rows[row.number - 1])
        notes += [
            Note(remark.row, places.get(remark.field, 0), _note(remark), remark.severity == "fault")
            for remark in remarks_of(row)
        ]
    name = f"{slug(file.name.rpartition('.')[0]) or 'ocop'}-{'remarks' if get_language() == 'en' else 'ghi-chu'}.xlsx"
    return _sent(rows, notes, name, whole.sheet, sheet.merges)


def _note(remark: Remark) -> str:
    place = f"{remark.column}{remark.row}: " if remark.column else ""
    return f"{place}{remark_words(remark)}. {MENDED.get(remark.code, '')}".strip()


def _sent(
    rows: list[list[Cell]], notes: list[Note], name: str, title: str = "Loc", merges: Sequence[Merge] = ()
) -> HttpResponse:
    file = io.BytesIO()
    write_back(file, title, rows, merges, notes, _("Ghi chú của hệ thống") if notes else "")
    answer = HttpResponse(file.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
