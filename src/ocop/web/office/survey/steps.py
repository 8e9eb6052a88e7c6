"""A sheet written in five steps, one group of questions a page, for a phone in the field.

Owns the steps and their forms. Each step is stored when it is sent, so that a sheet can be left and gone on with
anywhere; the last one makes it a finished survey.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise, lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.accounts.queries import Seat, seat_by_code
from ocop.domain.places.queries import units_under
from ocop.domain.survey import policies
from ocop.domain.survey.actions import sheets as acts
from ocop.domain.survey.fields import CHOICES, DRAFT, FIELDS
from ocop.domain.survey.queries.sheets import SurveySheet
from ocop.rules.refused import Refused
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.office.records import boxes
from ocop.web.office.records.boxes import Box, Form
from ocop.web.office.records.form import answer, seen_version
from ocop.web.office.survey.words import crumbs, list_link, sheet_read

METHODS = ["GET", "HEAD", "POST"]
LONG = 2_000


@dataclass(frozen=True, slots=True)
class Step:
    """A page of questions: its word in the address, its title, its columns."""

    slug: str
    title: str | Promise
    columns: tuple[str, ...]


STEPS = (
    Step("la-gi", gettext_lazy("Đó là gì"), ("name", "kind", "group")),
    Step("ai-lam", gettext_lazy("Ai làm"), ("made_by", "maker", "households")),
    Step("lam-ra", gettext_lazy("Làm ra bao nhiêu, bán ở đâu"),
         ("output", "output_unit", "price_dong", "raw_material", "market")),
    Step("chat-luong", gettext_lazy("Chất lượng và điểm mạnh"), ("labels", "strengths", "readiness")),
    Step("mong-muon", gettext_lazy("Khó khăn, mong muốn"), ("difficulties", "wishes", "surveyed_by", "source")),
)  # fmt: skip

_SHAPES = {
    "households": boxes.AMOUNT, "output": boxes.AMOUNT, "price_dong": boxes.AMOUNT, "raw_material": boxes.LONG,
    "market": boxes.LONG, "labels": boxes.LONG, "strengths": boxes.LONG, "difficulties": boxes.LONG,
    "wishes": boxes.LONG,
}  # fmt: skip
_HINTS = {
    "name": gettext_lazy("Như bà con vẫn gọi. Ví dụ: Mật ong bạc hà"),
    "made_by": gettext_lazy("Tên hợp tác xã, tổ, cơ sở hoặc làng; không cần họ tên từng người"),
    "households": gettext_lazy("Không biết thì để trống"),
    "output": gettext_lazy("Chỉ ghi số. Ví dụ: 1.500"),
    "output_unit": gettext_lazy("Ví dụ: kg, lít, cái, lượt khách"),
    "price_dong": gettext_lazy("Giá thường bán của một đơn vị. Ví dụ: 350.000"),
    "raw_material": gettext_lazy("Lấy ở đâu, có đủ quanh năm không"),
    "market": gettext_lazy("Bán tại nhà, chợ, cửa hàng, trên mạng, ra tỉnh khác"),
    "labels": gettext_lazy("Nhãn hiệu, chỉ dẫn địa lý, an toàn thực phẩm, VietGAP… Chưa có thì để trống"),
    "strengths": gettext_lazy("Điều gì ở đây khác nơi khác"),
    "surveyed_by": gettext_lazy("Chức danh, không cần họ tên. Ví dụ: Cán bộ kinh tế xã"),
    "source": gettext_lazy("Ví dụ: hỏi tại chỗ ở bản Nà Lặc; báo cáo làng nghề 2025"),
}
_REQUIRED = frozenset({"name", "surveyed_by", "source"})
_MOST = {"name": 255, "made_by": 255, "output_unit": 30, "surveyed_by": 255}


def column_words(column: str) -> str:
    """What a column of a sheet is called, in the reader's language."""
    return FIELDS[column].en if get_language() == "en" else FIELDS[column].vi


def choices(column: str) -> tuple[tuple[str, str], ...]:
    """The fixed words of a column, in the reader's language."""
    return tuple((code, words[get_language() == "en"]) for code, words in CHOICES[column].items())


def box(column: str) -> Box:
    """The box of a column."""
    more = {"choices": choices(column), "shape": boxes.CHOICE} if column in CHOICES else {}
    return Box(
        column, words=lazy(column_words, str)(column), hint=_HINTS.get(column, ""), required=column in _REQUIRED,
        most=_MOST.get(column, LONG), **({"shape": _SHAPES.get(column, boxes.TEXT)} | more),  # type: ignore[arg-type]
    )  # fmt: skip


@require_http_methods(METHODS)
@signed_in
def add(request: HttpRequest, code: str) -> HttpResponse:
    """The first step of a new sheet: what it is, and where and when it was found."""
    by = acting(request)
    seat = seat_by_code(code, by.day)
    policies.may_add(by, seat).require()
    communes = _communes(seat, by.day)
    chosen = (("", _("Chọn xã, phường")), *communes)
    where = (Box("unit_code", shape=boxes.CHOICE, choices=chosen, words=_("Xã, phường"), required=True),)
    on = Box("surveyed_on", shape=boxes.DAY, words=_("Ngày khảo sát"))
    what = (replace(one, required=True, choices=(("", _("Chọn trong danh sách")), *one.choices)) if one.choices else one
            for one in map(box, STEPS[0].columns))  # fmt: skip
    asked = (*what, *(where if len(communes) > 1 else ()), on)

    def act(values: dict[str, Any], moment: datetime) -> str:
        values.setdefault("unit_code", communes[0][0])
        made = acts.add_sheet(by=by, at=moment, **values)
        return reverse("survey:step", args=[made.id, STEPS[1].slug])

    form = Form(
        _("Phiếu khảo sát mới"), asked, _("Lưu và tiếp tục"), reverse("survey:list", args=[code]),
        [list_link(seat), Link("", _("Phiếu mới"))], lead=STEPS[0].title, stored={"surveyed_on": by.day},
        template="survey/step.html", more=_progress(0) | {"is_new": True},
    )  # fmt: skip
    return answer(request, form, act)


@require_http_methods(METHODS)
@signed_in
def change(request: HttpRequest, id: UUID, step: str) -> HttpResponse:
    """One step of a sheet there is. A draft goes on to the next step; a finished sheet back to its page."""
    by = acting(request)
    found = sheet_read(by, id)
    policies.may_change(by, found).require()
    place = next((number for number, one in enumerate(STEPS) if one.slug == step), None)
    if place is None:
        raise Http404
    asked, draft, last = STEPS[place], found.state == DRAFT, place == len(STEPS) - 1

    def act(values: dict[str, Any], moment: datetime) -> str:
        changes = _whole_numbers(values)
        acts.change_sheet(
            id=id, changes=changes, seen_version=seen_version(request), finish=draft and last, by=by, at=moment
        )
        if draft and not last:
            return reverse("survey:step", args=[id, STEPS[place + 1].slug])
        return f"{reverse('survey:sheet', args=[id])}?xong={'khao-sat' if draft else 'sua'}"

    send = _("Xong khảo sát") if draft and last else _("Lưu và tiếp tục") if draft else _("Lưu")
    way = crumbs(found, Link(reverse("survey:sheet", args=[id]), found.name, lang="vi"), Link("", asked.title))
    form = Form(
        found.name, tuple(map(box, asked.columns)), send, reverse("survey:sheet", args=[id]), way, lead=asked.title,
        version=str(found.version), table="surveysheet",
        stored={column: getattr(found, column) for column in asked.columns},
        template="survey/step.html", more=_progress(place) | {"sheet": found},
    )  # fmt: skip
    return answer(request, form, act)


def next_step(found: SurveySheet) -> str:
    """Where to go on with a draft: the first step of which nothing is told, else the last."""
    empty = (one for one in STEPS if not any(_is_told(found, column) for column in one.columns))
    return next(empty, STEPS[-1]).slug


def told_columns(found: SurveySheet, columns: Iterable[str]) -> list[str]:
    """The columns of which something is told."""
    return [column for column in columns if _is_told(found, column)]


def _is_told(found: SurveySheet, column: str) -> bool:
    return getattr(found, column) not in ("", None, "untold")


def _progress(place: int) -> dict[str, Any]:
    words = _("Bước %(now)s trên %(of)s") % {"now": place + 1, "of": len(STEPS)}
    return {"now": place + 1, "of": len(STEPS), "progress": words}


def _communes(seat: Seat, day: Any) -> tuple[tuple[str, str], ...]:
    """The communes a sheet may be written for: the one of the seat, or those below a province."""
    if seat.unit is None or seat.level == "commune":
        return tuple((state.unit.code, state.title) for state in seat.line[:1])
    return tuple((state.unit.code, state.title) for state in units_under(seat.unit, day, "commune"))


def _whole_numbers(values: dict[str, Any]) -> dict[str, Any]:
    """Counts as whole numbers. Raises Refused (`bad_value`) for a part of a household or of a đồng."""
    for column in ("households", "price_dong"):
        value = values.get(column)
        if value is not None and value != int(value):
            raise Refused("bad_value", where=column, vi="viết số nguyên", en="write a whole number")
    if values.get("households") is not None:
        values["households"] = int(values["households"])
    return values
