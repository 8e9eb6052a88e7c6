"""An import brought into the register: begun, watched, stopped, gone on with, and looked back at.

Owns these pages. Where no background worker moves the import, whoever watches it does: the work is the same batch by
batch, so nothing depends on who does it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from time import monotonic
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ocop.domain.intake import policies
from ocop.domain.intake.actions import apply
from ocop.domain.intake.actions import clear as clearing
from ocop.domain.intake.queries import imports
from ocop.domain.intake.queries.imports import Import
from ocop.rules.refused import Refused
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import now, signed_in
from ocop.web.base.wording import reason
from ocop.web.office.imports.asked import Asked, import_asked

STILL = timedelta(seconds=4)
"""An import that was not moved for so long is moved by whoever watches it."""
A_BATCH = 50  # rows: what is done between two looks at the clock
A_LOOK, A_PRESS = 0.6, 6.0
"""Seconds that a look of the page (there is one every second) and a press of the button may move it."""


@require_POST
@signed_in
def start(request: HttpRequest, code: str, id: UUID) -> HttpResponse:
    """Begin or go on; then watch."""
    who, whole = import_asked(request, code, id)

    def act(moment: datetime) -> str:
        apply.begin(id=whole.id, by=who.by, at=moment)
        return reverse("imports:progress", args=[code, whole.id])

    return forms.once(request, act)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def progress(request: HttpRequest, code: str, id: UUID) -> HttpResponse:
    """How far it is. `viec`: look (move it where nobody else does), go on, or stop after this batch."""
    who, whole = import_asked(request, code, id)
    context: dict[str, Any] = {}
    try:
        if request.method == "POST":
            context["by_hand"] = _moved(request, who, whole)
            whole = imports.import_of(id)
    except Refused as refusal:
        context |= {"fault": forms.said(refusal)[1]}
    here = reverse("imports:progress", args=[code, whole.id])
    if whole.state == "done" and "fault" not in context:
        return _gone(request, reverse("imports:result", args=[code, whole.id]))
    if request.method == "POST" and not getattr(request, "htmx", False) and "fault" not in context:
        return HttpResponseRedirect(here)
    context |= {"who": who, "whole": whole, "key": forms.new_key(), "here": here} | _figures(whole, now())
    context["crumbs"] = who.crumbs(
        Link(reverse("imports:one", args=[code, whole.id]), whole.file_name, lang="vi"), Link("", _("Vào sổ"))
    )
    return render(request, "imports/progress.html", context)


def _moved(request: HttpRequest, who: Asked, whole: Import) -> bool:
    """Do what the form asks; was it this page that moved the import? It then goes on without waiting for a worker."""
    wanted = request.POST.get("viec", "xem")
    if wanted == "dung":
        apply.stop(id=whole.id, by=who.by, at=now())
    elif wanted == "tiep":
        apply.begin(id=whole.id, by=who.by, at=now())
    elif wanted == "lam":
        _move(who, whole, A_PRESS)
    elif whole.state == "applying" and ("tay" in request.POST or _is_still(whole)):
        _move(who, whole, A_LOOK)
        return True
    return False


def _is_still(whole: Import) -> bool:
    return whole.moved_at is None or now() - whole.moved_at > STILL


def _move(who: Asked, whole: Import, seconds: float) -> None:
    until = monotonic() + seconds
    while apply.apply_some(id=whole.id, by=who.by, at=now(), limit=A_BATCH).state == "applying":
        if monotonic() > until:
            break


def _gone(request: HttpRequest, where: str) -> HttpResponse:
    """To another page, for a browser and for a part of a page that is being refreshed."""
    if getattr(request, "htmx", False):
        answer = HttpResponse()
        answer["HX-Redirect"] = where
        return answer
    return HttpResponseRedirect(where)


def _figures(whole: Import, moment: datetime) -> dict[str, Any]:
    """Rows done and left, per cent, and the seconds it has taken and will take at this pace."""
    found = imports.counts(whole)
    done, total = found.applied, max(found.to_apply, 1)
    taken = (whole.moved_at - whole.began_at).total_seconds() if whole.moved_at and whole.began_at else 0.0
    moved = done - whole.began_with
    left = total - done
    still = taken / moved * left if moved > 0 and taken > 0 else None
    is_moving = whole.moved_at is not None and moment - whole.moved_at <= 3 * STILL
    return {
        "counts": found, "done": done, "total": total, "left": left, "percent": done * 100 // total,
        "width": f"{done * 100 // total}%", "taken": int(taken), "still": None if still is None else int(still) + 1,
        "is_moving": is_moving,
    }  # fmt: skip


@require_safe
@signed_in
def result(request: HttpRequest, code: str, id: UUID) -> HttpResponse:
    """What was made, what is left over, and what may be done next."""
    who, whole = import_asked(request, code, id)
    found = imports.counts(whole)
    context = {
        "who": who, "whole": whole, "counts": found, "ready": 0 if whole.cleared_on else imports.left_over(whole),
        "made": whole.made, "key": forms.new_key(), "may_clear": reason(policies.may_clear(who.by, code, who.by.day)),
        "kept_days": clearing.KEPT.days, "left": found.wrong + found.doubtful,
        "crumbs": who.crumbs(Link("", whole.file_name, lang="vi")),
        "list": _list(code),
    }  # fmt: skip
    return render(request, "imports/result.html", context)


def _list(code: str) -> str:
    from django.urls import NoReverseMatch

    try:
        return reverse("unit:products", args=[code])
    except NoReverseMatch:
        return ""


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def clear(request: HttpRequest, code: str, id: UUID) -> HttpResponse:
    """Clear the file and its rows, which name people; the register stays."""
    who, whole = import_asked(request, code, id)
    policies.may_clear(who.by, code, who.by.day).require()
    title = Link("", _("Xóa tệp đã nhập"))
    context: dict[str, Any] = {"who": who, "whole": whole, "key": forms.new_key(), "crumbs": who.crumbs(title)}
    if request.method != "POST":
        return render(request, "imports/clear.html", context | {"counts": imports.counts(whole)})

    def act(moment: datetime) -> str:
        clearing.clear(id=whole.id, by=who.by, at=moment)
        return reverse("imports:list", args=[code]) + "?xong=xoa"

    try:
        return forms.once(request, act)
    except Refused as refusal:
        return render(
            request, "imports/clear.html", context | {"fault": forms.said(refusal)[1]}, status=forms.status_of(refusal)
        )
