"""Which column holds what: guessed from the headings, chosen by a person, shown with what stands in each column.

Owns that page. The fields and the guess are `ocop.rules.intake.columns`'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.intake.actions.read import read_sent
from ocop.domain.intake.queries.imports import sent_file
from ocop.kit.sheets.apart import read_apart
from ocop.kit.sheets.reading import Cell, Sheet
from ocop.rules.intake.columns import FIELDS, NEEDED, guessed
from ocop.rules.intake.remarks import column_letters
from ocop.rules.refused import Refused
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import signed_in
from ocop.web.office.imports.asked import asked

SAMPLES, SHOWN, PREVIEWED = 3, 40, 6


@dataclass(frozen=True)
class Column:
    """A column of the file: its letters, its heading, and the first things that stand in it."""

    number: int
    letters: str
    heading: str
    samples: str


@dataclass(frozen=True)
class Chosen:
    """A field with the column chosen for it; 0 for none."""

    name: str
    words: str
    column: int
    is_needed: bool


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def columns(request: HttpRequest, code: str, sent: UUID) -> HttpResponse:
    """Show the guess or what was chosen; sent, the file is read for a dry run."""
    who, file = asked(request, code), sent_file(sent)
    if file.province_code != code:
        raise Refused("no_import", where=str(sent), vi="không có tệp này", en="there is no such file")
    asked_for = request.POST if request.method == "POST" else request.GET
    sheet = read_apart(bytes(file.content), file.name, sheet=asked_for.get("trang", ""))
    layout = guessed(sheet.rows, sheet.merges)
    first = _whole(asked_for.get("dong", "")) or layout.first_row
    mapping = _typed(request.POST) if "gui" in request.POST else dict(layout.columns)
    context: dict[str, Any] = {
        "who": who, "file": file, "sheet": sheet, "first": first, "key": forms.new_key(),
        "crumbs": who.crumbs(Link("", _("Chọn cột"))), "columns": _columns(sheet, first),
        "fields": _fields(mapping), "preview": _preview(sheet, mapping, first),
        "found": len(mapping), "missing": [_words(name) for name in NEEDED if not mapping.get(name)],
    }  # fmt: skip
    if request.POST.get("gui") != "doc":
        return render(request, "imports/columns.html", context)

    def act(moment: datetime) -> str:
        made = read_sent(
            id=file.id, sheet=sheet.name, mapping=mapping, first_row=first, by=who.by, at=moment, found=sheet
        )  # fmt: skip
        return reverse("imports:one", args=[code, made.id])

    try:
        return forms.once(request, act)
    except Refused as refusal:
        context |= {"fault": forms.said(refusal)[1]}
        return render(request, "imports/columns.html", context, status=forms.status_of(refusal))


def _typed(typed: Mapping[str, str]) -> dict[str, int]:
    """The columns chosen in the form, by field."""
    chosen = {name: _whole(typed.get(f"cot-{name}", "")) for name in FIELDS}
    return {name: column for name, column in chosen.items() if column}


def _fields(mapping: Mapping[str, int]) -> list[Chosen]:
    return [Chosen(name, _words(name), mapping.get(name, 0), name in NEEDED) for name in FIELDS]


def _words(name: str) -> str:
    return FIELDS[name].en if get_language() == "en" else FIELDS[name].vi


def _columns(sheet: Sheet, first: int) -> list[Column]:
    widest = min(max((len(row) for row in sheet.rows), default=0), 100)
    return [
        Column(number, column_letters(number), _heading(sheet, number, first), _samples(sheet, number, first))
        for number in range(1, widest + 1)
    ]


def _heading(sheet: Sheet, column: int, first: int) -> str:
    """The lowest thing that stands in the column above the rows."""
    above = (_cell(row, column) for row in reversed(sheet.rows[: first - 1]))
    return next((_shown(cell) for cell in above if cell is not None), "")


def _samples(sheet: Sheet, column: int, first: int) -> str:
    found: list[str] = []
    for row in sheet.rows[first - 1 : first + 199]:
        shown = _shown(_cell(row, column))
        if shown and shown not in found:
            found.append(shown)
        if len(found) == SAMPLES:
            break
    return ", ".join(found)


def _preview(sheet: Sheet, mapping: Mapping[str, int], first: int) -> dict[str, Any]:
    """The first rows as they would be read."""
    names = [name for name in FIELDS if mapping.get(name)]
    rows = [
        (first + place, [_shown(_cell(row, mapping[name])) for name in names])
        for place, row in enumerate(sheet.rows[first - 1 : first - 1 + PREVIEWED])
    ]
    return {"heads": [_words(name) for name in names], "rows": rows}


def _cell(row: list[Cell], column: int) -> Cell:
    return row[column - 1] if column <= len(row) else None


def _shown(cell: Cell) -> str:
    text = f"{cell:%d/%m/%Y}" if isinstance(cell, date) else "" if cell is None else str(cell)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
