"""Single sign-on: to a provider and back, link what came back to one's account, unlink it.

Owns the steps and what the session keeps between them; what the provider's answer proves is `open_id`'s. Nobody is
given an account: who is linked to none signs in another way once, and says yes.
"""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ocop.domain.accounts import queries
from ocop.domain.accounts.actions import linked, tries
from ocop.domain.accounts.actions.linked import Outside
from ocop.rules.refused import Refused
from ocop.web.base.sign_in import open_id
from ocop.web.base.sign_in.entering import after_of, origin, own_password_fault, status_of, words
from ocop.web.base.sign_in.open_id import Provider
from ocop.web.base.sign_in.views import come_in
from ocop.web.base.signed_in import acting, address_of, now, signed_in

STEP, WAITING, SIGNED_ON = "sign_on_step", "sign_on_waiting", "signed_on"
PATIENCE = 15 * 60
"""Seconds a reader may take at the provider, and then to say yes to linking."""


@never_cache
@require_safe
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Off to the provider. A link and not a form: the page's own policy lets forms go nowhere else."""
    at = _provider(code)
    request.session[STEP] = [code, int(now().timestamp()), after_of(request), translation.get_language()]
    if not request.user.is_authenticated:
        request.session.set_expiry(PATIENCE)
    try:
        return open_id.send(request, at, _back_to(request, at))
    except Refused as refusal:
        return _page(request, refusal)


@never_cache
@require_safe
def back(request: HttpRequest, code: str) -> HttpResponse:
    """Back from the provider: in, or on to linking."""
    at, moment = _provider(code), now()
    started, since, after, language = request.session.pop(STEP, ("", 0, "", settings.LANGUAGE_CODE))
    with translation.override(language):
        try:
            with tries.counted_at(address_of(request), moment):
                if started != code or moment.timestamp() - since > PATIENCE:
                    request.session.pop(f"_state_{code}_{request.GET.get('state', '')}", None)
                outside, token = open_id.came_back(request, at)
                if request.user.is_authenticated:
                    return _wait(request, at, outside)
                person = linked.person_of(
                    outside=outside, trusted=at.trust_contacts, at=moment, demonstration=settings.DEMONSTRATION
                )
        except Refused as refusal:
            return _page(request, refusal)
        if person is None:
            return _wait(request, at, outside)
        request.session[SIGNED_ON] = [code, token]
        return come_in(request, person, remember=False, after=after)


@sensitive_post_parameters("old")
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def link(request: HttpRequest) -> HttpResponse:
    """Say yes, with one's password, to the account that came back."""
    by, moment = acting(request), now()
    assert by.person is not None
    told, name, since = request.session.get(WAITING, (None, "", 0))
    if told is None or moment.timestamp() - since > PATIENCE:
        return HttpResponseRedirect(reverse("sign-in:account"))
    outside = Outside(**told | {"verified": ()})
    fault = wrong_old = ""
    if request.method == "POST":
        wrong_old = own_password_fault(request)
        try:
            if not wrong_old:
                linked.link(person=by.person, outside=outside, by=by, at=moment)
                del request.session[WAITING]
                return HttpResponseRedirect(f"{reverse('sign-in:account')}?xong=gan")
        except Refused as refusal:
            fault = words(refusal)
    context = {"name": name, "outside": outside, "fault": fault, "wrong_old": wrong_old}
    return render(request, "sign_in/link.html", context, status=422 if fault or wrong_old else 200)


@sensitive_post_parameters("old")
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def unlink(request: HttpRequest, number: UUID) -> HttpResponse:
    """The account elsewhere opens this one no more."""
    by, fault, wrong_old = acting(request), "", ""
    assert by.person is not None
    one = queries.linked_accounts(by.person).filter(id=number).first()
    if request.method == "POST":
        wrong_old = own_password_fault(request)
        try:
            if not wrong_old:
                linked.unlink(person=by.person, number=number, by=by, at=now())
                return HttpResponseRedirect(f"{reverse('sign-in:account')}?xong=go")
        except Refused as refusal:
            fault = words(refusal)
    context = {"one": one, "name": open_id.name_at(one.issuer) if one else "", "fault": fault, "wrong_old": wrong_old}
    status = 404 if one is None else 422 if fault or wrong_old else 200
    return render(request, "sign_in/unlink.html", context, status=status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session; who came by a provider is shown the way out there too."""
    code, token = request.session.get(SIGNED_ON, ("", ""))
    logout(request)
    at = open_id.provider(code)
    home = request.build_absolute_uri(reverse("base:home"))
    if at and (there := open_id.way_out(at, token, home)):
        return render(request, "sign_in/signed_out.html", {"name": open_id.name_of(at), "there": there})
    return HttpResponseRedirect(reverse("base:home"))


def _provider(code: str) -> Provider:
    found = open_id.provider(code)
    if found is None:
        raise Http404
    return found


def _back_to(request: HttpRequest, at: Provider) -> str:
    """The address agreed with the provider: one, in whatever language one reads."""
    with translation.override(settings.LANGUAGE_CODE):
        return origin(request) + reverse("sign-in:sign-on-back", args=[at.code])


def _wait(request: HttpRequest, at: Provider, outside: Outside) -> HttpResponse:
    """Keep what came back until its owner says yes; a stranger signs in another way first."""
    request.session[WAITING] = [asdict(outside), open_id.name_of(at), int(now().timestamp())]
    if request.user.is_authenticated:
        return HttpResponseRedirect(reverse("sign-in:link"))
    context = {"name": open_id.name_of(at), "outside": outside, "after": reverse("sign-in:link")}
    return render(request, "sign_in/not_linked.html", context)


def _page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    status = 502 if refusal.code == "provider_down" else status_of(refusal)
    return render(request, "sign_in/sign_on_refused.html", {"words": words(refusal)}, status=status)
