"""Signing in: password, then a code where the person keeps an app for it; a password set by link.

Owns the steps and what is kept between them. A wrong name and a wrong password get the same words.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ocop.domain.accounts import actions, queries
from ocop.domain.accounts.actions import sign_in
from ocop.domain.accounts.queries import Person
from ocop.rules.refused import Refused
from ocop.web.base.sign_in import open_id, passkeys, passwords
from ocop.web.base.sign_in.entering import PENDING_FOR, after_of, check_key, check_password, enter, status_of, words
from ocop.web.base.signed_in import now

PENDING = "signing_in"


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Name and password. Who is signed in already goes on."""
    after = after_of(request)
    if request.method != "POST":
        return HttpResponseRedirect(after) if request.user.is_authenticated else _form(request, after)
    typed, password = request.POST.get("name", ""), request.POST.get("password", "")
    try:
        person = check_password(request, typed, password)
    except Refused as refusal:
        return _form(request, after, refusal)
    remember = "remember" in request.POST
    return come_in(request, person, remember=remember, after=after)


def come_in(request: HttpRequest, person: Person, *, remember: bool, after: str) -> HttpResponse:
    """The next step once a way in has opened: a code or a key where the person asks for one, else the page wanted."""
    if queries.asks_second_step(person):
        request.session.cycle_key()
        request.session[PENDING] = [str(person.id), int(now().timestamp()), remember, after]
        request.session.set_expiry(PENDING_FOR)
        return HttpResponseRedirect(reverse("sign-in:code"))
    enter(request, person, remember=remember)
    return HttpResponseRedirect(after)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """A code or a key of the person, within five minutes of the password."""
    pending = request.session.get(PENDING)
    if not pending or now().timestamp() - pending[1] > PENDING_FOR.total_seconds():
        return HttpResponseRedirect(reverse("sign-in:start"))
    person_id, _since, remember, after = pending
    person = queries.person(UUID(person_id))
    if person is None or not person.is_active:
        return HttpResponseRedirect(reverse("sign-in:start"))
    if request.method != "POST":
        return _second_step(request, person)
    try:
        if answer := request.POST.get("answer"):
            check_key(request, answer, passkeys.taken(request), person)
        else:
            sign_in.check_code(person=person, code=request.POST.get("code", ""), at=now())
    except Refused as refusal:
        return _second_step(request, person, refusal)
    del request.session[PENDING]
    enter(request, person, remember=remember)
    return HttpResponseRedirect(after)


def _second_step(request: HttpRequest, person: Person, refusal: Refused | None = None) -> HttpResponse:
    has_keys = queries.passkeys_of(person).exists()
    context = {
        "fault": words(refusal) if refusal else "", "has_app": queries.has_authenticator(person),
        "options": passkeys.asked(request, person) if has_keys else "",
    }  # fmt: skip
    return render(request, "sign_in/code.html", context, status=status_of(refusal) if refusal else 200)


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def first_password(request: HttpRequest, person: UUID, token: str) -> HttpResponse:
    """Set a password by the link somebody in charge made; then sign in with it."""
    found = queries.person(person)
    if found is None or not found.is_active or not passwords.links.check_token(found, token):
        return render(request, "sign_in/dead_link.html", status=410)
    fault = ""
    if request.method == "POST":
        password = request.POST.get("password", "")
        fault = passwords.faults(password, request.POST.get("again", ""), found)
        if not fault:
            moment = now()
            by = queries.acting(found, moment.date())
            actions.set_password(person=found, password=password, by=by, at=moment)
            return render(request, "sign_in/password_set.html")
    return render(request, "sign_in/first_password.html", {"person": found, "fault": fault}, status=_ok(fault))


def _form(request: HttpRequest, after: str, refusal: Refused | None = None) -> HttpResponse:
    context = {
        "after": after, "name": request.POST.get("name", ""), "fault": words(refusal) if refusal else "",
        "doors": open_id.doors(),
    }  # fmt: skip
    return render(request, "sign_in/start.html", context, status=status_of(refusal) if refusal else 200)


def _ok(fault: str) -> int:
    return 422 if fault else 200
