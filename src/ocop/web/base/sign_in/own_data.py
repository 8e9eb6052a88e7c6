"""What the site holds about one's own account, as a workbook to take along.

Owns the sheet. What is held is said by `ocop.domain.accounts.personal`, what happened to the account by its history;
secrets (passwords, keys, codes) are never in it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts import personal
from ocop.domain.accounts.queries import Person
from ocop.domain.history.queries import timeline
from ocop.kit.sheets.writing import write_xlsx
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.wording import role_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@signed_in
def download(request: HttpRequest) -> HttpResponse:
    """One sheet: what it is about, which one, the field, its value."""
    person = acting(request).person
    assert person is not None
    file = io.BytesIO()
    headings = [_("Về"), _("Thứ"), _("Điều được ghi"), _("Nội dung")]
    write_xlsx(file, _("Dữ liệu của tôi"), headings, _lines(person))
    answer = HttpResponse(file.getvalue(), content_type=XLSX)
    answer.headers["Content-Disposition"] = 'attachment; filename="ocop-tai-khoan.xlsx"'
    return answer


def _lines(person: Person) -> Iterator[tuple[str, int, str, str]]:
    for table, number, field, value in personal.kept_about(person):
        yield _called(table), number, _called(field), _said(field, value)
    for number, one in enumerate(timeline("person", str(person.id)), 1):
        changed = json.dumps([one.before, one.after], ensure_ascii=False) if one.before or one.after else ""
        words = " · ".join(part for part in (one.act, one.name, one.role, one.unit, one.note, changed) if part)
        yield _("Lịch sử của tài khoản"), number, _moment(one.at), words


def _called(name: str) -> str:
    vi, en = personal.TOLD[name]
    return en if translation.get_language() == "en" else vi


def _said(field: str, value: object) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if field == "role":
        return role_name(str(value))
    if isinstance(value, datetime):
        return _moment(value)
    return "" if value is None else str(value)


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
