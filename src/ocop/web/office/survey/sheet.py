"""The page of a survey sheet, and the two acts that need no more than a word: withdraw it, take it back.

Owns the page; the steps are `steps`', the way into the register `promoting`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ocop.domain.accounts.queries import Acting
from ocop.domain.survey import policies
from ocop.domain.survey.actions import sheets as acts
from ocop.domain.survey.fields import DRAFT, WITHDRAWN, is_personal
from ocop.domain.survey.queries.sheets import SurveySheet
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.timeline.lines import timeline_page
from ocop.web.base.wording import reason
from ocop.web.office.records import boxes
from ocop.web.office.records.boxes import Box, Form
from ocop.web.office.records.form import answer, seen_version
from ocop.web.office.records.record import Button, address
from ocop.web.office.survey.steps import METHODS, STEPS, next_step, told_columns
from ocop.web.office.survey.words import STATE_TAGS, Told, crumbs, sheet_read, told, word


@dataclass(frozen=True, slots=True)
class Part:
    """What one step of the sheet tells, and where to change it."""

    title: str | Promise
    told: list[Told]
    href: str


@require_safe
@signed_in
def page(request: HttpRequest, id: UUID) -> HttpResponse:
    """Everything a sheet tells, what became of it, what was done to it."""
    by = acting(request)
    found = sheet_read(by, id)
    seat = policies.seat_of_sheet(found)
    context = {
        "sheet": found, "place": seat.name, "parts": _parts(by, found), "buttons": _buttons(by, found),
        "kind": word("kind", found.kind), "group": word("group", found.group), "state": word("state", found.state),
        "state_tag": STATE_TAGS[found.state], "readiness": word("readiness", found.readiness),
        "survey": [told(by, found, column) for column in told_columns(found, ("origin_on", "surveyed_by", "source"))],
        "product_href": address("records:product", found.product_id) if found.product_id else "",
        "done": request.GET.get("xong", ""), "crumbs": crumbs(found, Link("", found.name, lang="vi")),
        **_history(request, by, found),
    }  # fmt: skip
    return render(request, "survey/sheet.html", context)


@require_http_methods(METHODS)
@signed_in
def withdraw(request: HttpRequest, id: UUID) -> HttpResponse:
    """The sheet leaves the lists; it stays readable and can be taken back."""
    by = acting(request)
    found = sheet_read(by, id)
    policies.may_withdraw(by, found).require()
    why = Box("reason", shape=boxes.TEXT, words=_("Lý do"), required=True, most=500,
              hint=_("Ví dụ: ghi trùng với phiếu khác"))  # fmt: skip

    def act(values: dict[str, Any], moment: datetime) -> str:
        acts.withdraw_sheet(id=id, seen_version=seen_version(request), by=by, at=moment, **values)
        return f"{reverse('survey:sheet', args=[id])}?xong=rut"

    lead = _("Phiếu không còn trong danh sách và số đếm; vẫn đọc được, và lấy lại được bất cứ lúc nào.")
    return answer(request, _form(found, _("Rút phiếu"), (why,), _("Rút phiếu này"), lead), act)


@require_http_methods(METHODS)
@signed_in
def restore(request: HttpRequest, id: UUID) -> HttpResponse:
    """A withdrawn sheet is back in the lists."""
    by = acting(request)
    found = sheet_read(by, id)
    policies.may_restore(by, found).require()

    def act(values: dict[str, Any], moment: datetime) -> str:
        acts.restore_sheet(id=id, seen_version=seen_version(request), by=by, at=moment)
        return f"{reverse('survey:sheet', args=[id])}?xong=lay-lai"

    lead = _("Phiếu trở lại danh sách như trước khi rút.")
    return answer(request, _form(found, _("Lấy lại phiếu"), (), _("Lấy lại phiếu này"), lead), act)


def _form(found: SurveySheet, title: str, asked: tuple[Box, ...], send: str, lead: str) -> Form:
    back = reverse("survey:sheet", args=[found.id])
    way = crumbs(found, Link(back, found.name, lang="vi"), Link("", title))
    return Form(
        f"{title}: {found.name}", asked, send, back, way, lead=lead, version=str(found.version), table="surveysheet"
    )


def _parts(by: Acting, found: SurveySheet) -> list[Part]:
    may = bool(policies.may_change(by, found))
    return [
        Part(
            one.title,
            [told(by, found, column) for column in told_columns(found, one.columns) if column not in _APART],
            reverse("survey:step", args=[found.id, one.slug]) if may else "",
        )
        for one in STEPS
    ]


_APART = frozenset({"name", "kind", "group", "output_unit", "surveyed_by", "source"})


def _buttons(by: Acting, found: SurveySheet) -> list[Button]:
    if found.state == WITHDRAWN:
        return [_button("restore", found, _("Lấy lại phiếu"), policies.may_restore(by, found), main=True)]
    change = policies.may_change(by, found)
    if found.state == DRAFT:
        href = reverse("survey:step", args=[found.id, next_step(found)])
        first = [Button(href, _("Ghi tiếp"), reason(change), main=True)]
    else:
        first = [_button("promote", found, _("Đưa vào sổ đăng ký"), policies.may_promote(by, found), main=True)]
    return [*first, _button("withdraw", found, _("Rút phiếu"), policies.may_withdraw(by, found))]


def _button(name: str, found: SurveySheet, words: str, verdict: Any, *, main: bool = False) -> Button:
    return Button(reverse(f"survey:{name}", args=[found.id]), words, reason(verdict), main)


def _history(request: HttpRequest, by: Acting, found: SurveySheet) -> dict[str, Any]:
    verdict = policies.may_read_history(by, found)
    if not verdict:
        return {"history": None, "why_no_history": reason(verdict)}
    sees = bool(policies.may_see_maker(by, policies.seat_of_sheet(found)))

    def hide(kind: str, column: str) -> bool:
        return not sees and column == "made_by" and is_personal(column, "household")

    return {"history": timeline_page(request, [("surveysheet", str(found.id))], hide=hide), "why_no_history": ""}
