"""One form of a record: drawn, read, acted on once; what is refused is said beside its box, and nothing typed is lost.

Owns the way of a form from drawing to acting. Where somebody else changed the record meanwhile, the page of the
conflict is `conflict`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from ocop.web.base import forms
from ocop.web.office.records import boxes as reading
from ocop.web.office.records import conflict
from ocop.web.office.records.boxes import Form

Act = Callable[[dict[str, Any], datetime], str]
"""Does what the values say; returns where to go."""
BOX_OF = {"tax_code": "tax_code", "tax_code_taken": "tax_code", "tax_code_of_a_person": "tax_code",
          "product_there": "name", "fact": "value", "fact_there": "value", "no_set": "set_number",
          "set_changed": "set_number"}  # fmt: skip
"""The box that a refusal is about, where the refusal itself names what was typed."""


def answer(request: HttpRequest, form: Form, act: Act) -> HttpResponse:
    """Draw the form, or act on it and go on."""
    if request.method != "POST":
        return _page(request, form, form.stored, {})
    typed = request.POST.dict()
    boxes = [box for box in form.boxes if not conflict.keeps_stored(typed, box)]
    values, wrong = reading.read(boxes, typed)
    if wrong:
        return _page(request, form, typed, wrong, status=422)
    try:
        return forms.once(request, lambda moment: act(values, moment))
    except Conflict as found:
        return conflict.page(request, form, typed, found)
    except Refused as refusal:
        return _refused(request, form, typed, refusal)


def seen_version(request: HttpRequest) -> int:
    """The version of the record that the sender saw: the newest once they have chosen in every difference."""
    name = "version" if conflict.is_unsettled(request.POST) else "newest"
    try:
        return int(request.POST.get(name) or request.POST["version"])
    except (KeyError, ValueError):
        raise Refused(
            "no_version",
            vi="Biểu mẫu không đầy đủ. Tải lại trang rồi gửi.",
            en="The form came incomplete. Reload and send.",
        ) from None


def _refused(request: HttpRequest, form: Form, typed: Mapping[str, str], refusal: Refused) -> HttpResponse:
    where = BOX_OF.get(refusal.code, refusal.where)
    words = sentence(refusal.en if get_language() == "en" else refusal.vi)
    status = forms.status_of(refusal)
    if where in {box.name for box in form.boxes}:
        return _page(request, form, typed, {where: words}, status=status)
    return _page(request, form, typed, {}, status=status, fault=words)


def sentence(words: str) -> str:
    """The words of a refusal as a sentence of their own."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")


def _page(
    request: HttpRequest, form: Form, typed: Mapping[str, Any], wrong: Mapping[str, str], *, status: int = 200,
    fault: str = "",
) -> HttpResponse:  # fmt: skip
    kept = {box.name: form.stored.get(box.name) for box in form.boxes
            if box.kind == "hidden" or conflict.keeps_stored(typed, box)}  # fmt: skip
    version = typed.get("newest") or typed.get("version") or form.version
    context = {
        "form": form, "boxes": reading.drawn(form.boxes, {**typed, **kept}, wrong), "wrong": wrong, "fault": fault,
        "key": forms.new_key(), "version": version, "crumbs": form.crumbs, **form.more,
    }  # fmt: skip
    return render(request, form.template, context, status=status)
