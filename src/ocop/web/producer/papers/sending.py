"""Forms that carry files: what was sent becomes uploads, and the answer fits whoever sent it, a browser or our script.

Owns that exchange. The act opens the files before its transaction begins and acts once for the form's number, so a
form sent again over a weak network leads to the same place.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render

from ocop.kit.documents.workshop import Upload
from ocop.rules.refused import Refused
from ocop.web.base import forms
from ocop.web.base.signed_in import now
from ocop.web.producer.papers.wording import sentence

NAME = 120  # letters of a file's name that are said back


def uploads(request: HttpRequest, name: str) -> list[Upload]:
    """The files of a form in their order; boxes left empty are none."""
    return [Upload((file.name or "")[-NAME:], file) for file in request.FILES.getlist(name)]  # type: ignore[arg-type]


def answered(
    request: HttpRequest, template: str, context: dict[str, Any], act: Callable[[datetime], str]
) -> HttpResponse:  # fmt: skip
    """Draw the form, or do its act and say where it leads; what was refused is said, with everything typed kept."""
    context |= {"key": request.POST.get("key") or forms.new_key(), "typed": request.POST}
    if request.method != "POST":
        return render(request, template, context)
    by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    try:
        to = act(now())
    except Refused as refusal:
        status, words = forms.status_of(refusal), sentence(refusal)
        if by_script:
            return JsonResponse({"fault": words, "where": refusal.where}, status=status)
        said = {"errors": {refusal.where: words}} if refusal.where in request.POST else {"fault": words}
        return render(request, template, context | said, status=status)
    return JsonResponse({"to": to}) if by_script else HttpResponseRedirect(to)
