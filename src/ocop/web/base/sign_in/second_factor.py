"""The authenticator app of one's own account: add it by a picture or a typed key, and take it away.

Owns the pages. The secret waits in the session until the app shows a right code for it.
"""

from __future__ import annotations

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from ocop.domain.accounts import queries
from ocop.domain.accounts.actions import second_factor
from ocop.domain.accounts.queries import Person
from ocop.kit import one_time
from ocop.rules.refused import Refused
from ocop.web.base.sign_in.entering import own_password_fault, words
from ocop.web.base.signed_in import acting, now, signed_in

WAITING = "authenticator_secret"
ISSUER = "OCOP"


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def add(request: HttpRequest) -> HttpResponse:
    """Show the picture and the key; a right code switches it on and gives the spare codes, once."""
    by = acting(request)
    assert by.person is not None
    secret = bytes.fromhex(request.session.get(WAITING, "")) or one_time.new_secret()
    fault = wrong_old = ""
    if request.method == "POST":
        wrong_old = own_password_fault(request)
        try:
            if not wrong_old:
                spare = second_factor.add_authenticator(
                    person=by.person, secret=secret, code=request.POST.get("code", ""), by=by, at=now()
                )
                request.session.pop(WAITING, None)
                return render(request, "sign_in/spare_codes.html", {"codes": spare})
        except Refused as refusal:
            fault = words(refusal)
    request.session[WAITING] = secret.hex()
    context = {
        "picture": _picture(secret, by.person), "key": one_time.key_text(secret), "fault": fault,
        "wrong_old": wrong_old, "again": queries.has_authenticator(by.person),
    }  # fmt: skip
    return render(request, "sign_in/authenticator.html", context, status=422 if fault or wrong_old else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def remove(request: HttpRequest) -> HttpResponse:
    """Take the app away again, after the password."""
    by = acting(request)
    assert by.person is not None
    wrong_old = ""
    if request.method == "POST":
        wrong_old = own_password_fault(request)
        if not wrong_old:
            second_factor.remove_authenticator(person=by.person, by=by, at=now())
            return HttpResponseRedirect(f"{reverse('sign-in:account')}?xong=bo-ung-dung")
    context = {"wrong_old": wrong_old}
    return render(request, "sign_in/authenticator_remove.html", context, status=422 if wrong_old else 200)


def _picture(secret: bytes, person: Person) -> str:
    """The QR code of the app, drawn without style attributes."""
    address = one_time.address(secret, person.email or person.phone or "", ISSUER)
    return mark_safe(segno.make(address, error="m").svg_inline(scale=5, border=4, light="#fff", dark="#000"))
