"""Everything held about the person who represents a producer: shown, handed over as a file, erased when they ask.

Owns these pages; the law on personal data (91/2025/QH15) gives the person the right to both.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.queries import timeline
from ocop.domain.registry import policies
from ocop.domain.registry.actions.erasing import erase_representative
from ocop.domain.registry.fields import FIELDS
from ocop.domain.registry.queries import producers
from ocop.domain.registry.queries.producers import Producer
from ocop.kit.sheets.writing import write_xlsx
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, now, signed_in
from ocop.web.base.timeline.lines import in_words, lines
from ocop.web.base.wording import reason
from ocop.web.office.records.boxes import Box, Form
from ocop.web.office.records.form import answer
from ocop.web.office.records.record import crumbs, producer_read

KIND = "representative"
TYPES = {"json": "application/json", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


@require_safe
@signed_in
def held(request: HttpRequest, id: UUID) -> HttpResponse:
    """What is held about the person: in the record and in its history."""
    by, found = _asked(request, id)
    told = [in_words(KIND, column.partition(".")[2]) for column in producers.of_person(found)]
    values = producers.of_person(found).values()
    verdict = policies.may_erase_person(by, found)
    context = {
        "producer": found, "crumbs": _crumbs(by, found), "history": lines(timeline(KIND, str(id))),
        "told": [(one[0], one[1](_plain(value))) for one, value in zip(told, values, strict=True) if one],
        "why_not": reason(verdict), "done": request.GET.get("xong", ""),
    }  # fmt: skip
    return render(request, "records/person.html", context)


@require_safe
@signed_in
def download(request: HttpRequest, id: UUID, form: str) -> HttpResponse:
    """The same as a file the person can take along."""
    _by, found = _asked(request, id)
    if form not in TYPES:
        raise Http404
    content = _json(found) if form == "json" else _workbook(found)
    answer = HttpResponse(content, content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="du-lieu-ca-nhan-{now():%Y-%m-%d}.{form}"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def erase(request: HttpRequest, id: UUID) -> HttpResponse:
    """Erase the person, in the record and in its history."""
    by = acting(request)
    found = producers.producer(id)
    policies.may_erase_person(by, found).require()

    def act(values: dict[str, Any], moment: Any) -> str:
        erase_representative(id=id, note=values["note"], by=by, at=moment)
        return reverse("records:producer", args=[id]) + "?xong=xoa-nguoi"

    back = reverse("records:producer", args=[id])
    hint = _("Văn bản nào, ngày nào; không ghi tên người. Ví dụ: đơn đề nghị ngày 02/03/2026")
    note = Box("note", words=_("Căn cứ xóa"), required=True, most=300, hint=hint)
    title = _("Xóa dữ liệu người đại diện")
    lead = _(
        "Xóa hẳn tên, liên lạc, giấy tờ của người này trong hồ sơ và trong lịch sử; không lấy lại được. Lịch sử chỉ "
        "còn ghi rằng đã có việc, ngày nào, vai trò nào."
    )
    way = crumbs(by, found, Link("", title))
    return answer(request, Form(title, (note,), _("Xóa dữ liệu"), back, way, lead=lead), act)


def _asked(request: HttpRequest, id: UUID) -> tuple[Acting, Producer]:
    by = acting(request)
    found = producer_read(by, id)
    policies.may_see_personal(by, found).require()
    return by, found


def _crumbs(by: Acting, found: Producer) -> list[Link]:
    return crumbs(by, found, Link("", _("Dữ liệu về người đại diện")))


def _plain(value: object) -> Any:
    return value if isinstance(value, bool) else str(value)


def _label(column: str) -> str:
    return FIELDS[column].en if get_language() == "en" else FIELDS[column].vi


def _past(found: Producer) -> list[dict[str, Any]]:
    """What history still holds about the person."""
    return [
        {"at": entry.at.isoformat(), "act": entry.act, "before": entry.before, "after": entry.after,
         "erased": entry.erased}
        for entry in timeline(KIND, str(found.id))
    ]  # fmt: skip


def _json(found: Producer) -> bytes:
    record = {_label(column): _plain(value) for column, value in producers.of_person(found).items()}
    told = {"producer": {"id": str(found.id), "name": found.name}, "record": record, "history": _past(found)}
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def _workbook(found: Producer) -> bytes:
    file = io.BytesIO()
    write_xlsx(file, _("Dữ liệu cá nhân"), [_("Lúc"), _("Mục"), _("Trước"), _("Giá trị")], _rows(found))
    return file.getvalue()


def _rows(found: Producer) -> Iterator[list[str]]:
    for column, value in producers.of_person(found).items():
        yield ["", _label(column), "", str(value)]
    for line in lines(timeline(KIND, str(found.id))):
        for change in line.changes:
            before, after = (one.text if one else "" for one in (change.before, change.after))
            yield [f"{line.at:%Y-%m-%d %H:%M}", f"{line.act}: {change.label}", before, after]
