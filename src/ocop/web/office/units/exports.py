"""A list as a file: exactly what the page shows under its filters, all pages of it, as XLSX or CSV.

Owns the answer to the browser; lines are the register's, formats `ocop.kit.sheets`'. CSV is sent while it is read, a
workbook from a temporary file: memory does not grow with the list.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Any

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.registry.actions.exporting import export_list
from ocop.domain.registry.queries import lists
from ocop.kit.sheets.writing import csv_lines, write_xlsx
from ocop.kit.text import slug
from ocop.web.base.signed_in import now, signed_in
from ocop.web.office.units import filters
from ocop.web.office.units.asking import Where, where

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PEOPLE = "nguoi"  # asked for in the address: the representatives as well


@require_safe
@signed_in
def products_file(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """The products of a unit, as filtered."""
    place = where(request, code, "unit:products", "registry.export")
    below = place.below
    choices = filters.product_choices(request.GET, place, below)
    wanted = filters.wanted_products(request.GET, place, choices, below)
    note(request, place, "products", people=False)
    lines = lists.product_lines(wanted, lang=_lang(), personal=place.sees_personal)
    return sent(kind, _("Sản phẩm OCOP"), place, lists.headings(lists.PRODUCTS, _lang()), lines)


@require_safe
@signed_in
def producers_file(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """The producers of a unit, as filtered; with the people who represent them where that was asked for."""
    place = where(request, code, "unit:producers", "registry.export")
    below = place.below
    choices = filters.producer_choices(request.GET, place, below)
    wanted = filters.wanted_producers(request.GET, place, choices, below)
    people = request.GET.get(PEOPLE) == "co"
    note(request, place, "producers", people=people)
    columns = lists.producer_columns(people=people)
    lines = lists.producer_lines(wanted, lang=_lang(), personal=place.sees_personal, people=people)
    return sent(kind, _("Chủ thể OCOP"), place, lists.headings(columns, _lang()), lines)


def note(request: HttpRequest, place: Where, which: str, *, people: bool) -> None:
    """History learns of every list that leaves."""
    narrowed = {name: str(value)[: filters.LONGEST] for name, value in request.GET.items() if value and name != PEOPLE}
    export_list(which=which, seat=place.seat, narrowed=narrowed, people=people, by=place.by, at=now())


def sent(kind: str, title: str, place: Where, headings: list[str], lines: Iterator[list[Any]]) -> HttpResponseBase:
    """The file as an answer, named after what it holds, where and when."""
    name = f"{slug(title)}-{slug(place.name)}-{place.by.day:%Y-%m-%d}.{kind}"
    if kind == "csv":
        answer = StreamingHttpResponse(csv_lines(headings, lines), content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
    write_xlsx(file, title, headings, lines)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _lang() -> str:
    return translation.get_language() or "vi"
