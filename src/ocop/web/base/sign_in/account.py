"""One's own account: roles, password, and where one is signed in.

Owns the pages; the acts are `ocop.domain.accounts`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ocop.domain.accounts import actions, queries
from ocop.domain.accounts.actions import sign_in
from ocop.domain.accounts.queries import Session
from ocop.kit.seals import keyed_digest
from ocop.web.base.sign_in import open_id, passwords
from ocop.web.base.sign_in.entering import note_session, own_password_fault
from ocop.web.base.signed_in import acting, now, signed_in
from ocop.web.base.wording import role_name

_SYSTEMS = ("iPhone", "iPad", "Android", "Windows", "Mac OS X", "Linux")
_BROWSERS = {"Edg/": "Edge", "coc_coc": "Coc Coc", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}


@dataclass(frozen=True)
class Device:
    """One line of the list of sessions."""

    key: str
    words: str
    address: str
    opened_at: datetime | None
    seen_at: datetime | None
    here: bool


@require_safe
@signed_in
def overview(request: HttpRequest) -> HttpResponse:
    """Who I am here, which roles I act in today, and where I am signed in."""
    by = acting(request)
    assert by.person is not None
    linked = list(queries.linked_accounts(by.person))
    context = {
        "person": by.person,
        "held": [(role_name(one.role), one) for one in by.held],
        "devices": [_device(one, request) for one in queries.sessions_of(by.person, now())],
        "doors": open_id.doors([one.issuer for one in linked]),
        "linked": [(open_id.name_at(one.issuer), one) for one in linked],
        "keys": queries.passkeys_of(by.person),
        "asks_second_step": queries.asks_second_step(by.person),
        "has_authenticator": queries.has_authenticator(by.person),
        "done": request.GET.get("xong", ""),
    }
    return render(request, "sign_in/account.html", context)


@sensitive_post_parameters("old", "password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password, after the old one; every other session ends."""
    by = acting(request)
    person = by.person
    assert person is not None
    wrong_old = fault = ""
    if request.method == "POST":
        new = request.POST.get("password", "")
        wrong_old = own_password_fault(request)
        fault = passwords.faults(new, request.POST.get("again", ""), person)
        if not wrong_old and not fault:
            key = request.session.session_key or ""
            actions.set_password(person=person, password=new, by=by, at=now(), keep_session=key)
            update_session_auth_hash(request, person)
            note_session(request, person)
            return HttpResponseRedirect(f"{reverse('sign-in:account')}?xong=mat-khau")
    context = {"wrong_old": wrong_old, "fault": fault}
    return render(request, "sign_in/change_password.html", context, status=422 if wrong_old or fault else 200)


@require_POST
@signed_in
def close_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out one other device, or all others."""
    person = acting(request).person
    assert person is not None
    here = request.session.session_key or ""
    named = request.POST.get("device")
    keys = [one.session_key for one in queries.sessions_of(person, now()) if _name(one) == named] if named else None
    sign_in.close_sessions(person=person, keys=keys, but=here)
    return HttpResponseRedirect(f"{reverse('sign-in:account')}?xong=phien")


def _device(one: Session, request: HttpRequest) -> Device:
    system = next((name for name in _SYSTEMS if name in one.device), _("thiết bị khác"))
    browser = next((name for sign, name in _BROWSERS.items() if sign in one.device), _("trình duyệt khác"))
    here = one.session_key == request.session.session_key
    return Device(_name(one), f"{browser}, {system}", one.address or "", one.opened_at, one.seen_at, here)


def _name(one: Session) -> str:
    """A session is named on pages by a digest: its key would be the session itself."""
    return keyed_digest(one.session_key, "session name")[:16]
