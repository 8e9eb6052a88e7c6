"""The pages of trying a score. Everything is a GET: the state is in the address, and nothing is stored here.

Owns requests and answers. Reading the address is `state`'s, what is shown is `start`'s, `cards`', `panel`'s and
`overview`'s.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from ocop.rules.lawbook.book import FOLDERS
from ocop.rules.lawbook.lookup import regime_for
from ocop.rules.refused import Refused
from ocop.rules.scoring.sheets import as_record
from ocop.web.public.law.wording import refusal
from ocop.web.public.score import addresses, generations, marking, overview
from ocop.web.public.score import start as start_page
from ocop.web.public.score import state as link
from ocop.web.public.score.defaults import defaults_of
from ocop.web.public.score.steps import step_of, steps_of

WHOLE_SHEET = "ca-phieu"


def _refuses(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A link that cannot be read gets a page that says why and what to do, never an error of ours."""

    @wraps(view)
    def answer(request: HttpRequest, on: str, number: int, **place: str) -> HttpResponse:
        try:
            return view(request, link.read(on, number, dict(request.GET.lists())), **place)
        except Refused as fault:
            context = {"reason": refusal(fault), "afresh": _afresh(request, fault)}
            return render(request, "score/refused.html", context, status=400)

    return answer


def _afresh(request: HttpRequest, fault: Refused) -> str:
    """Where to begin again with the same day and set, when only the marks are wrong."""
    return request.path if fault.code in {"bad_link", "no_option"} else ""


def _filing(request: HttpRequest) -> start_page.Filing:
    """What the form says of the filing; today where it says no day."""
    on = request.GET.get("on", "").strip() or timezone.localdate().isoformat()
    return start_page.Filing(on, request.GET.get("kind") or link.FIRST, request.GET.get("evaluated", "").strip())


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Choose the day of filing and the product group."""
    filing = _filing(request)
    typed = request.GET.get("q", "").strip()[:80]
    try:
        on, evaluated = link.read_day(filing.on), link.read_day(filing.evaluated) if filing.evaluated else None
        regime = regime_for(on, kind=filing.kind, evaluated_on=evaluated)
        page = start_page.page(filing, typed, on, evaluated, regime)
    except Refused as fault:
        page = start_page.refused(filing, typed, fault)
    searching = bool(request.headers.get("HX-Request"))
    response = render(request, "score/found.html" if searching else "score/start.html", {"page": page})
    if searching:
        response["HX-Replace-Url"] = request.get_full_path()
        response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
@_refuses
def begin(request: HttpRequest, state: link.State) -> HttpResponse:
    """The first step of the set that was chosen."""
    return HttpResponseRedirect(addresses.step_href(state, steps_of(state.criteria)[0].code))


@require_safe
@_refuses
def step(request: HttpRequest, state: link.State, code: str) -> HttpResponse:
    """Mark one step; an act of the form (go on, clear, a change) leads to the canonical address of the new state."""
    steps = steps_of(state.criteria)
    here = step_of(code, steps) or steps[0]
    state = state.without_marks(request.GET.getlist("clear"))
    if request.headers.get("HX-Request"):
        return _changed(request, state, here.code)
    wanted = _destination(request, state, here.code)
    if wanted != request.get_full_path():
        return HttpResponseRedirect(wanted)
    return render(request, "score/step.html", marking.page(state, here, steps))


def _destination(request: HttpRequest, state: link.State, here: str) -> str:
    """Where the form wants to go; this very address when nothing was asked and the link is canonical."""
    steps = steps_of(state.criteria)
    go, cleared = request.GET.get("go", ""), request.GET.getlist("clear")
    if go == WHOLE_SHEET:
        return addresses.sheet_href(state)
    there = step_of(go, steps)
    if there:
        return addresses.step_href(state, there.code, f"c-{go}" if go in there.codes and go != there.code else "")
    place = f"c-{cleared[-1]}" if cleared and step_of(cleared[-1], steps) else ""
    return addresses.step_href(state, here, place)


def _changed(request: HttpRequest, state: link.State, here: str) -> HttpResponse:
    """The parts of the page that a mark changes, and the address that now holds it."""
    steps = steps_of(state.criteria)
    response = render(request, "score/changed.html", marking.page(state, step_of(here, steps) or steps[0], steps))
    response["HX-Replace-Url"] = addresses.step_href(state, here)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
@_refuses
def sheet(request: HttpRequest, state: link.State) -> HttpResponse:
    """The whole sheet on one page, to check and to print."""
    wanted = addresses.sheet_href(state)
    if wanted != request.get_full_path():
        return HttpResponseRedirect(wanted)
    steps = steps_of(state.criteria)
    left = state.unmarked
    context = {
        **marking.page(state, (step_of(left[0].code, steps) if left else None) or steps[-1], steps),
        "overview": overview.overview_of(state),
        "elsewhere": generations.elsewhere_of(state),
        "defaults": defaults_of(state),
        "today": timezone.localdate(),
    }
    return render(request, "score/sheet.html", context)


@require_safe
@_refuses
def file(request: HttpRequest, state: link.State) -> HttpResponse:
    """The file that `ocop score` reads."""
    record = as_record(state.dossier)
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    name = f"ocop-{FOLDERS[state.criteria.instrument]}-bo-{state.criteria.number:02}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
