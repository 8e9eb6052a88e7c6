"""What an import would do, and what a person says to it: questions answered, cells mended, one row or many at once.

Owns the dry run's pages and the forms on them. An answer that somebody else gave first is shown beside the one offered.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ocop.domain.intake.actions.settle import answer_question, settle_row
from ocop.domain.intake.queries import imports
from ocop.domain.intake.queries.imports import Counts, Import, ImportRow
from ocop.rules.intake.questions import ANSWERED_IN, questions
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import signed_in
from ocop.web.office.imports.asked import Asked, import_asked
from ocop.web.office.imports.cards import cards, line
from ocop.web.office.imports.wording import STATES, field_words

PER_PAGE, QUESTIONS_A_PAGE = 30, 15
VIEWS = {"sai": "wrong", "moi": "new", "co": "matched", "nguyen": "unchanged", "nghi": "doubtful", "tat-ca": ""}


@require_safe
@signed_in
def dry_run(request: HttpRequest, code: str, id: UUID) -> HttpResponse:
    """What would happen, with what has to be answered or mended first."""
    who, whole = import_asked(request, code, id)
    return _drawn(request, who, whole)


@require_POST
@signed_in
def answer(request: HttpRequest, code: str, id: UUID) -> HttpResponse:
    """One answer for every row that asks the same."""
    who, whole = import_asked(request, code, id)
    said: str | None = request.POST.get("tra-loi", "").strip() or None
    number = request.POST.get("dong", "")

    def act(moment: datetime) -> str:
        if said is None and "dung" not in request.POST:
            raise Refused("no_answer", vi="Chọn một câu trả lời.", en="Choose an answer.")
        answer_question(
            id=whole.id, key=request.POST.get("cau", ""), row=int(number) if number.isdigit() else 0, by=who.by,
            at=moment, answer=said,
        )  # fmt: skip
        return _back(request, who, whole)

    return _once(request, who, whole, act)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def row(request: HttpRequest, code: str, id: UUID, number: int) -> HttpResponse:
    """One row with all its cells; sent, the cells that were changed are corrected and the doubts ticked accepted."""
    who, whole = import_asked(request, code, id)
    kept = imports.row_of(whole, number)
    if request.method != "POST":
        return render(request, "imports/row.html", _row_context(request, who, whole, kept))

    def act(moment: datetime) -> str:
        seen = request.POST.get("phien-ban", "")
        settle_row(
            id=whole.id, number=number, by=who.by, at=moment, corrections=_typed(request, kept),
            accepted=frozenset(request.POST.getlist("dung")), seen_version=int(seen) if seen.isdigit() else 0,
        )  # fmt: skip
        return _back(request, who, whole)

    if request.POST.get("o-trang") == "dong":
        try:
            return forms.once(request, act)
        except Refused as refusal:
            kept = imports.row_of(whole, number)
            context = _row_context(request, who, whole, kept) | _refused(refusal) | {"typed": request.POST}
            return render(request, "imports/row.html", context, status=_status(refusal))
    return _once(request, who, whole, act)


def _once(request: HttpRequest, who: Asked, whole: Import, act: Any) -> HttpResponse:
    try:
        return forms.once(request, act)
    except Refused as refusal:
        return _drawn(request, who, whole, _refused(refusal), _status(refusal))


def _status(refusal: Refused) -> int:
    return 409 if isinstance(refusal, Conflict) else forms.status_of(refusal)


def _refused(refusal: Refused) -> dict[str, Any]:
    if not isinstance(refusal, Conflict):
        return {"fault": forms.said(refusal)[1]}
    rows = [(field_words(each.field), each.seen, each.stored, each.offered) for each in refusal.differences]
    return {"conflict": {"row": refusal.where, "rows": rows, "version": refusal.version}}


def _drawn(
    request: HttpRequest, who: Asked, whole: Import, more: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    found = imports.counts(whole)
    asked_for = request.POST if request.method == "POST" else request.GET
    words, view = asked_for.get("q", ""), asked_for.get("xem", "")
    if view not in {*VIEWS, "hoi"}:
        view = "hoi" if found.doubtful else "sai" if found.wrong else "moi" if found.new else "tat-ca"
    context: dict[str, Any] = {
        "who": who, "whole": whole, "counts": found, "view": view, "words": words, "key": forms.new_key(),
        "send_key": forms.new_key(), "crumbs": who.crumbs(Link("", whole.file_name, lang="vi")),
        "parts": _parts(found), "left": _left(found),
        "tabs": _tabs(who, whole, found, view),
    }  # fmt: skip
    number = asked_for.get("page")
    if view == "hoi":
        asked_all = Paginator(questions(imports.askings(whole)), QUESTIONS_A_PAGE).get_page(number)
        context |= {"page": asked_all, "cards": cards(whole, list(asked_all.object_list))}
    else:
        page = Paginator(imports.rows_found(whole, VIEWS[view], words), PER_PAGE).get_page(number)
        context |= {"page": page, "lines": [line(each) for each in page.object_list]}
    return render(request, "imports/one.html", context | (more or {}), status=status)


def _left(found: Counts) -> int:
    return found.to_apply - found.applied


def _parts(found: Counts) -> list[dict[str, Any]]:
    """The picture of an import: a bar of its rows by what they would do."""
    total, at, parts = max(found.total, 1), 0, []
    for name in ("new", "matched", "unchanged", "doubtful", "wrong"):
        number = getattr(found, name)
        if number:
            start, end = at * 1000 // total, (at + number) * 1000 // total
            parts.append({"name": name, "x": f"{start / 10}%", "width": f"{max(end - start, 4) / 10}%"})
        at += number
    return parts


def _tabs(who: Asked, whole: Import, found: Counts, view: str) -> list[dict[str, Any]]:
    base = reverse("imports:one", args=[who.code, whole.id])
    told = [
        ("hoi", _("Cần trả lời"), found.doubtful, "doubtful"),
        ("sai", _("Sai"), found.wrong, "wrong"),
        ("moi", STATES["new"][1], found.new, "new"),
        ("co", STATES["matched"][1], found.matched, "matched"),
        ("nguyen", STATES["unchanged"][1], found.unchanged, "unchanged"),
        ("tat-ca", _("Tất cả"), found.total, "all"),
    ]
    return [
        {
            "href": f"{base}?xem={name}",
            "words": words,
            "number": number,
            "current": view == name,
            "kind": kind,
        }
        for name, words, number, kind in told
    ]


def _row_context(request: HttpRequest, who: Asked, whole: Import, kept: ImportRow) -> dict[str, Any]:
    at = dict(whole.columns)
    told = [(name, field_words(name), imports.cell_text(kept, name), name in kept.corrections) for name in at]
    return {
        "who": who, "whole": whole, "line": line(kept), "cells": told,
        "key": forms.new_key(), "back": _back(request, who, whole),
        "answered": ANSWERED_IN,
        "crumbs": who.crumbs(
            Link(reverse("imports:one", args=[who.code, whole.id]), whole.file_name, lang="vi"),
            Link("", _("Dòng %(n)s") % {"n": kept.number}),
        ),
    }  # fmt: skip


def _typed(request: HttpRequest, kept: ImportRow) -> dict[str, str]:
    """The cells whose text differs from what was shown, and answers about the register."""
    typed = {name[2:]: str(value).strip() for name, value in request.POST.items() if name.startswith("o-")}
    typed.pop("trang", None)
    changed = {name: value for name, value in typed.items() if value != imports.cell_text(kept, name)}
    return changed | {name: request.POST[name] for name in ANSWERED_IN.values() if request.POST.get(name)}


def _back(request: HttpRequest, who: Asked, whole: Import) -> str:
    """The page a form was on: same tab, same words, same number."""
    base = reverse("imports:one", args=[who.code, whole.id])
    asked_for = request.POST if request.method == "POST" else request.GET
    kept = {name: asked_for[name] for name in ("xem", "q", "page") if asked_for.get(name)}
    found = f"{base}?{urlencode(kept)}" if kept else base
    return found if url_has_allowed_host_and_scheme(found, None) else base
