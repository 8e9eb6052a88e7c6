"""Who is at the other end of a request: the person signed in, the roles they act in today, and what a view asks for.

Owns the marks that views carry (`open_to_all`, `signed_in`), which a test reads for every address of the site; whether
an act may be done is the policies'. The clock is read here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode

from ocop.domain.accounts import queries
from ocop.domain.accounts.actions import sign_in
from ocop.domain.accounts.queries import Acting
from ocop.rules.refused import Refused

View = Callable[..., HttpResponseBase]
NOTED_EVERY = timedelta(minutes=5)
NOT_THERE = {"no_unit", "no_such_role", "no_sheet", "no_producer", "no_product", "no_paper", "no_photo", "no_page"}
FORBIDDEN = {"no_role", "elsewhere", "own_role", "not_yours", "own_account"}


def now() -> datetime:
    """The moment of this request."""
    return timezone.now()


def acting(request: HttpRequest) -> Acting:
    """The person signed in, with the roles they hold today; read once a request. Only for views marked `signed_in`."""
    if not hasattr(request, "_acting"):
        request._acting = queries.acting(request.user, timezone.localdate())  # type: ignore
    found: Acting = request._acting  # type: ignore[attr-defined]
    return found


def signed_in(view: View) -> View:
    """A stranger is sent to sign in and comes back; a refusal of the act is shown as a page, with its reason."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return HttpResponseRedirect(f"{reverse('sign-in:start')}?{urlencode({'tiep': request.get_full_path()})}")
        try:
            response: HttpResponseBase = view(request, *args, **kwargs)
        except Refused as refusal:
            response = refused(request, refusal)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    guarded.audience = "signed in"  # type: ignore[attr-defined]
    return guarded


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The page of a refusal: 403 for who may not, 404 for what is not there, 409 for what is no longer so."""
    status = 403 if refusal.code in FORBIDDEN else 404 if refusal.code in NOT_THERE else 409
    words = refusal.en if translation.get_language() == "en" else refusal.vi
    return render(request, "errors/refused.html", {"words": words, "code": refusal.code}, status=status)


def address_of(request: HttpRequest) -> str:
    """The network address of the reader: behind a proxy (OCOP_HTTPS), the one the proxy saw; "" for nonsense."""
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.HTTPS else ""
    address = passed_on.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(address))
    except ValueError:
        return ""


class SessionSeen:
    """Notes now and then that a session is in use, so that its owner can tell it from a forgotten one."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            moment = now()
            seen = request.session.get("seen", 0)
            if moment.timestamp() - seen > NOTED_EVERY.total_seconds():
                request.session["seen"] = int(moment.timestamp())
                sign_in.note_seen(key=request.session.session_key or "", at=moment)
        return response
