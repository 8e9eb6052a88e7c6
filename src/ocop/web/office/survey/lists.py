"""The survey sheets of a unit: counted by group and kind, searched, narrowed, sorted, a page at a time, and as a file.

Owns these two addresses; everything chosen stands in the address.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts.queries import Seat, seat_by_code
from ocop.domain.places.queries import units_on
from ocop.domain.survey import policies
from ocop.domain.survey.actions.exporting import export_sheets
from ocop.domain.survey.fields import KINDS
from ocop.domain.survey.queries import lines
from ocop.domain.survey.queries.sheets import Wanted, counts, sheets
from ocop.kit.sheets.writing import csv_lines, write_xlsx
from ocop.kit.text import slug
from ocop.web.base.figures import percent
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, now, signed_in
from ocop.web.base.wording import reason
from ocop.web.office.survey.steps import choices, column_words
from ocop.web.office.survey.words import STATE_TAGS, maker_shown, word

PER_PAGE = 50
LONGEST = 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILTERS = {"nhom": "group", "loai": "kind", "tinh-trang": "state", "san-sang": "readiness"}
ORDERS = {"ten": "name", "moi": "newest", "nhom": "group"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One box above the list: its name in the address, its label, its options, the one taken."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


@require_safe
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The sheets of a unit."""
    by = acting(request)
    seat = seat_by_code(code, by.day)
    policies.may_read_list(by, seat).require()
    wanted = _wanted(request, seat)
    found: Any = Paginator(sheets(wanted), PER_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    narrowed = any((wanted.words, wanted.group, wanted.kind, wanted.state, wanted.readiness))
    groups = _groups(request, seat)
    context = {
        "seat": seat, "code": code, "page": found, "rows": _rows(request, seat, found), "words": wanted.words,
        "choices": _choices(request), "order": _order(request), "narrowed": narrowed, "kept": kept.urlencode(),
        "groups": groups, "total": sum(one["whole"] for one in groups),
        "kinds": [words[get_language() == "en"] for words in KINDS.values()],
        "may_add": bool(policies.may_add(by, seat)), "no_export": reason(policies.may_export(by, seat)),
        "crumbs": [*_above(seat), Link("", _("Tiềm năng"))],
    }  # fmt: skip
    return render(request, "survey/list.html", context)


@require_safe
@signed_in
def file(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """The same list as a file, all pages of it."""
    by = acting(request)
    seat = seat_by_code(code, by.day)
    if kind not in ("xlsx", "csv"):
        raise Http404
    told = {name: str(value)[:LONGEST] for name, value in request.GET.items() if value}
    export_sheets(seat=seat, narrowed=told, by=by, at=now())
    lang = get_language() or "vi"
    heads = lines.headings(lang)
    rows = lines.sheet_lines(_wanted(request, seat), lang=lang, personal=bool(policies.may_see_maker(by, seat)))
    name = f"{slug(_('Tiềm năng'))}-{slug(seat.name)}-{by.day:%Y-%m-%d}.{kind}"
    if kind == "csv":
        answer = StreamingHttpResponse(csv_lines(heads, rows), content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    whole = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
    write_xlsx(whole, _("Tiềm năng"), heads, rows)
    whole.seek(0)
    return FileResponse(whole, as_attachment=True, filename=name, content_type=XLSX)


def _wanted(request: HttpRequest, seat: Seat) -> Wanted:
    taken: dict[str, Any] = {FILTERS[one.name]: one.chosen for one in _choices(request)}
    where = _where(seat)
    words = request.GET.get("q", "").strip()[:LONGEST]
    return Wanted(**where, **taken, words=words, order=ORDERS[_order(request).chosen])


def _where(seat: Seat) -> dict[str, Any]:
    if seat.unit is None:
        return {}
    return {"province": seat.unit.code} if seat.level == "province" else {"units": (seat.unit.id,)}


def _choices(request: HttpRequest) -> list[Choice]:
    return [_choice(request, name, column_words(column), _options(column)) for name, column in FILTERS.items()]


def _options(column: str) -> list[tuple[str, str]]:
    return [(code, said) for code, said in choices(column) if code]


def _order(request: HttpRequest) -> Choice:
    options = [("ten", _("Tên, A đến Y")), ("moi", _("Khảo sát mới nhất trước")), ("nhom", _("Nhóm"))]
    return _choice(request, "xep", _("Xếp theo"), options, "ten")


def _choice(request: HttpRequest, name: str, label: str, options: list[tuple[str, str]], otherwise: str = "") -> Choice:
    given = request.GET.get(name, "")
    return Choice(name, label, options, given if given in dict(options) else otherwise)


def _groups(request: HttpRequest, seat: Seat) -> list[dict[str, Any]]:
    """Each of the six groups: its counts by kind, and its bar beside the longest."""
    found = counts(Wanted(**_where(seat)))
    most = max((one.whole for one in found), default=0) or 1
    return [
        {
            "code": one.group, "words": word("group", one.group), "whole": one.whole, "kinds": list(one.kinds.values()),
            "width": percent(one.whole, most), "href": f"?nhom={one.group}",
        }
        for one in found
    ]  # fmt: skip


def _rows(request: HttpRequest, seat: Seat, found: Any) -> list[dict[str, Any]]:
    by = acting(request)
    rows = list(found.object_list)
    titles = {
        state.unit_id: state.title
        for state in units_on(by.day).order_by().filter(unit__in={row.unit_id for row in rows})
    }
    sees = bool(policies.may_see_maker(by, seat))
    return [
        {
            "row": row, "href": reverse("survey:sheet", args=[row.id]), "place": titles.get(row.unit_id, ""),
            "kind": word("kind", row.kind), "group": word("group", row.group), "state": word("state", row.state),
            "tag": STATE_TAGS[row.state], "readiness": word("readiness", row.readiness) if row.readiness else "",
            "maker": maker_shown(by, row, sees=sees),
        }
        for row in rows
    ]  # fmt: skip


def _above(seat: Seat) -> list[Link]:
    return [
        Link(reverse("survey:list", args=[one.unit.code]) if place else "", one.title, lang="vi")
        for place, one in reversed(list(enumerate(seat.line)))
        if place
    ] + [Link(reverse("survey:list", args=[seat.unit.code if seat.unit else "vn"]), seat.name,
              lang="vi" if seat.unit else "")]  # fmt: skip
