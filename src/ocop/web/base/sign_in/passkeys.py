"""Passkeys: sign in with one, add one under a name, remove one.

Owns the pages and what is kept between them: what the browser was asked for is good for one answer within five minutes.
What an answer proves is `ocop.kit.passkeys`'s, whose key it is `ocop.domain.accounts`'s.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ocop.domain.accounts import queries
from ocop.domain.accounts.actions import passkeys as acts
from ocop.domain.accounts.queries import Person
from ocop.kit import passkeys
from ocop.kit.passkeys import BadPasskey, State
from ocop.rules.refused import Refused
from ocop.web.base.sign_in.entering import (
    PENDING_FOR,
    SITE,
    after_of,
    check_key,
    enter,
    origin,
    own_password_fault,
    status_of,
    words,
)
from ocop.web.base.signed_in import acting, now, signed_in

ASKED, NAMED = "passkey_asked", "passkey_named"
METHODS = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(METHODS)
def sign_in(request: HttpRequest) -> HttpResponse:
    """With any key the device has for this site: no name, no password, no code."""
    after = after_of(request)
    fault, status = "", 200
    if request.method == "POST":
        try:
            person = check_key(request, request.POST.get("answer", ""), taken(request))
        except Refused as refusal:
            fault, status = words(refusal), status_of(refusal)
        else:
            enter(request, person, remember="remember" in request.POST)
            return HttpResponseRedirect(after)
    elif request.user.is_authenticated:
        return HttpResponseRedirect(after)
    context = {"after": after, "fault": fault, "options": asked(request), "usable": passkeys.usable_at(origin(request))}
    request.session.set_expiry(PENDING_FOR)
    return render(request, "sign_in/passkey.html", context, status=status)


@sensitive_post_parameters("old")
@require_http_methods(METHODS)
@signed_in
def add(request: HttpRequest) -> HttpResponse:
    """First the name and the password; then the device is asked."""
    person = _mine(request)
    wrong_old = wrong_name = ""
    if request.method == "POST":
        wrong_old = own_password_fault(request)
        try:
            name = acts.key_name(person, request.POST.get("name", ""))
        except Refused as refusal:
            wrong_name = words(refusal)
        if not wrong_old and not wrong_name:
            request.session[NAMED] = [name, "with_password" in request.POST, int(now().timestamp())]
            return HttpResponseRedirect(reverse("sign-in:passkey-make"))
    context = {
        "wrong_old": wrong_old, "wrong_name": wrong_name, "typed": request.POST, "first": not request.POST,
        "usable": passkeys.usable_at(origin(request)), "asks": queries.asks_second_step(person),
    }  # fmt: skip
    return render(request, "sign_in/passkey_add.html", context, status=422 if wrong_old or wrong_name else 200)


@require_http_methods(METHODS)
@signed_in
def make(request: HttpRequest) -> HttpResponse:
    """The device makes the key; spare codes are shown where one is now asked for after the password."""
    person, fault = _mine(request), ""
    named = request.session.get(NAMED)
    if not named or now().timestamp() - named[2] > PENDING_FOR.total_seconds():
        return HttpResponseRedirect(reverse("sign-in:passkey-add"))
    if request.method == "POST":
        try:
            spare = _kept(request, person, named)
            del request.session[NAMED]
            if spare:
                return render(request, "sign_in/spare_codes.html", {"codes": spare})
            return HttpResponseRedirect(f"{reverse('sign-in:account')}?xong=khoa")
        except Refused as refusal:
            fault = words(refusal)
    known = [one.public_key for one in queries.passkeys_of(person)]
    options, state = passkeys.begin_adding(
        origin(request), site=SITE, owner=person.id.bytes, account=person.email or person.phone or "",
        name=person.full_name, known=known,
    )  # fmt: skip
    request.session[ASKED] = [state, int(now().timestamp())]
    context = {"name": named[0], "options": options, "fault": fault}
    return render(request, "sign_in/passkey_make.html", context, status=422 if fault else 200)


@sensitive_post_parameters("old")
@require_http_methods(METHODS)
@signed_in
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take one away, after the password."""
    person, by, wrong_old = _mine(request), acting(request), ""
    if request.method == "POST":
        wrong_old = own_password_fault(request)
        if not wrong_old:
            here = request.session.session_key or ""
            acts.remove_passkey(person=person, number=key, by=by, at=now(), keep_session=here)
            return HttpResponseRedirect(f"{reverse('sign-in:account')}?xong=bo-khoa")
    found = queries.passkeys_of(person).filter(id=key).first()
    context = {"one": found, "wrong_old": wrong_old}
    status = 404 if found is None else 422 if wrong_old else 200
    return render(request, "sign_in/passkey_remove.html", context, status=status)


def asked(request: HttpRequest, person: Person | None = None) -> str:
    """What to ask the browser for: one of the person's keys, or any. Remembered for one answer."""
    known = [one.public_key for one in queries.passkeys_of(person)] if person else []
    options, state = passkeys.begin_using(origin(request), site=SITE, known=known)
    request.session[ASKED] = [state, int(now().timestamp())]
    return options


def taken(request: HttpRequest) -> State | None:
    """What the browser was asked for, once; None when that is too long ago."""
    state, since = request.session.pop(ASKED, (None, 0))
    return state if now().timestamp() - since <= PENDING_FOR.total_seconds() else None


def _kept(request: HttpRequest, person: Person, named: list) -> list[str]:
    try:
        key = passkeys.finish_adding(
            origin(request), site=SITE, state=taken(request) or {}, answer=request.POST.get("answer", "")
        )
    except BadPasskey:
        raise Refused(
            "wrong_passkey",
            vi="Thiết bị trả lời không hợp lệ, hoặc trang đã để quá lâu. Thử lại.",
            en="The device's answer is not valid, or the page was left too long. Try again.",
        ) from None
    return acts.add_passkey(
        person=person, key=key, name=named[0], with_password=named[1], by=acting(request), at=now()
    )  # fmt: skip


def _mine(request: HttpRequest) -> Person:
    person = acting(request).person
    assert person is not None
    return person
