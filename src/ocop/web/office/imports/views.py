"""The imports of a province: those of before with what they did, and the form that sends a new workbook.

Owns that page. Choosing columns, settling and bringing in are its neighbours'.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.intake.actions.sent import send_file
from ocop.domain.intake.queries.imports import Counts, Import, counts_of, imports
from ocop.kit.sheets.apart import read_apart
from ocop.rules.refused import Refused
from ocop.web.base import forms
from ocop.web.base.signed_in import signed_in
from ocop.web.office.imports.asked import Asked, asked
from ocop.web.office.imports.wording import state_words

PER_PAGE = 20


@dataclass(frozen=True)
class Past:
    """An import as the list shows it."""

    whole: Import
    counts: Counts
    kind: str
    words: str
    href: str


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def overview(request: HttpRequest, code: str) -> HttpResponse:
    """Past imports and the form; a file that cannot be read is explained, and the form stays filled."""
    who = asked(request, code)
    context = _context(request, who)
    if request.method != "POST":
        return render(request, "imports/list.html", context)
    try:
        return _sent(request, who)
    except Refused as refusal:
        _where, words = forms.said(refusal)
        context |= {"fault": words, "typed": request.POST}
        return render(request, "imports/list.html", context, status=forms.status_of(refusal))


def _sent(request: HttpRequest, who: Asked) -> HttpResponse:
    """Keep the file that was sent, once it is sure that it can be read, and go on to its columns."""
    file = request.FILES.get("tep")
    if file is None:
        raise Refused("no_file", vi="Chọn tệp trước khi gửi.", en="Choose a file before sending.")
    content, name = file.read(), file.name or "tep"
    read_apart(content, name)
    source = request.POST.get("nguon", "").strip() or _("Bảng tính do %(unit)s gửi: %(file)s") % {
        "unit": who.seat.name, "file": name,
    }  # fmt: skip
    replaces = request.POST.get("thay", "")

    def act(moment: datetime) -> str:
        sent = send_file(
            content=content, name=name, province=who.code, source=source, by=who.by, at=moment,
            replaces=UUID(replaces) if replaces else None,
        )  # fmt: skip
        return reverse("imports:columns", args=[who.code, sent.id])

    return forms.once(request, act)


def _context(request: HttpRequest, who: Asked) -> dict[str, Any]:
    page = Paginator(imports(who.code), PER_PAGE).get_page(request.GET.get("page"))
    tallies = counts_of(list(page.object_list))
    past = [_past(who, one, tallies[one.id]) for one in page.object_list]
    done = request.GET.get("xong", "")
    return {"who": who, "page": page, "past": past, "crumbs": who.crumbs(), "key": forms.new_key(), "done": done}


def _past(who: Asked, one: Import, found: Counts) -> Past:
    kind, words = state_words(one)
    view = {"applying": "progress", "done": "result"}.get(one.state, "one")
    return Past(one, found, kind, words, reverse(f"imports:{view}", args=[who.code, one.id]))
