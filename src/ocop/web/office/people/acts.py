"""The forms of the acts on roles: each shows what will happen, asks the policy first, and acts once.

Owns one view an act; the acts are `ocop.domain.accounts.actions`'.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.accounts import actions, policies, queries
from ocop.domain.accounts.queries import Acting, RoleHeld, Seat
from ocop.rules.access.roles import ROLES
from ocop.rules.refused import Refused
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.sign_in.passwords import link_for
from ocop.web.base.signed_in import acting, now, signed_in
from ocop.web.base.wording import role_name
from ocop.web.office.people.forms import number, unit_code, whom
from ocop.web.office.people.views import code_of, crumbs

METHODS = ["GET", "HEAD", "POST"]
STAND_IN_DAYS = timedelta(days=14)


@require_http_methods(METHODS)
@signed_in
def give(request: HttpRequest, code: str) -> HttpResponse:
    """A role in this unit for somebody, known already or new."""
    by = acting(request)
    seat = queries.seat_by_code(code, by.day)
    policies.may_act("accounts.give_role", by, seat).require()
    roles = [(one.code, role_name(one.code)) for one in ROLES.values() if policies.may_give_role(by, one.code, seat)]

    def act(moment: datetime) -> str:
        start, until = forms.day(request, "start", by.day), forms.day(request, "until")
        assert start is not None
        role = request.POST.get("role", "")
        policies.may_give_role(by, role, seat).require()
        person = whom(request, seat, by, moment)
        actions.give_role(person=person, role=role, seat=seat, start=start, until=until, by=by, at=moment)
        return after(seat, person, "giao")

    context = {
        "seat": seat,
        "home": home_page(seat),
        "roles": roles,
        "today": by.day,
        "crumbs": _crumbs(by, seat, _("Giao vai trò")),
    }
    return page(request, "people/give.html", context, act)


@require_http_methods(METHODS)
@signed_in
def hand_over(request: HttpRequest, role: UUID) -> HttpResponse:
    """The role passes to somebody else from a day on."""
    by, row, seat = _asked(request, role)
    policies.may_hand_over(by, row, seat).require()

    def act(moment: datetime) -> str:
        on = forms.day(request, "on", by.day)
        assert on is not None
        to = whom(request, seat, by, moment)
        actions.hand_over(row=row, to=to, on=on, by=by, at=moment, reason=request.POST.get("reason", "")[:200])
        return after(seat, to, "ban-giao")

    return page(request, "people/hand_over.html", _context(by, row, seat, _("Bàn giao")), act)


@require_http_methods(METHODS)
@signed_in
def stand_in(request: HttpRequest, role: UUID) -> HttpResponse:
    """Somebody acts in the role for a time."""
    by, row, seat = _asked(request, role)
    policies.may_name_stand_in(by, row, seat).require()

    def act(moment: datetime) -> str:
        start, last = forms.day(request, "start", by.day), forms.day(request, "last")
        if start is None or last is None:
            raise Refused("bad_day", where="last", vi="Chọn ngày làm thay cuối cùng.", en="Choose the last day.")
        person = whom(request, seat, by, moment)
        until, why = last + timedelta(days=1), request.POST.get("reason", "")
        actions.name_stand_in(row=row, person=person, start=start, until=until, by=by, at=moment, reason=why)
        return after(seat, person, "lam-thay")

    context = _context(by, row, seat, _("Cử người làm thay")) | {"last": by.day + STAND_IN_DAYS}
    return page(request, "people/stand_in.html", context, act)


@require_http_methods(METHODS)
@signed_in
def end_stand_in(request: HttpRequest, role: UUID) -> HttpResponse:
    """Standing in ends today."""
    by, row, seat = _asked(request, role)
    one = queries.stand_in_of(row, by.day)
    if one is None:
        raise Refused(
            "stand_in_over",
            vi="Không có ai làm thay vai trò này nữa. Tải lại trang để xem hiện trạng.",
            en="Nobody stands in for this role any more. Reload the page to see how things stand.",
        )
    policies.may_end_stand_in(by, one, seat).require()

    def act(moment: datetime) -> str:
        actions.end_stand_in(one=one, by=by, at=moment)
        return f"{home_page(seat)}?xong=het-lam-thay"

    return page(
        request, "people/end_stand_in.html", _context(by, row, seat, _("Hết làm thay")) | {"one": one}, act
    )  # fmt: skip


@require_http_methods(METHODS)
@signed_in
def end(request: HttpRequest, role: UUID) -> HttpResponse:
    """The role is held no more from a day on."""
    by, row, seat = _asked(request, role)
    policies.may_end_role(by, row, seat).require()

    def act(moment: datetime) -> str:
        on = forms.day(request, "on", by.day)
        assert on is not None
        actions.end_role(row=row, on=on, by=by, at=moment, reason=request.POST.get("reason", "")[:200])
        return f"{home_page(seat)}?xong=thoi"

    return page(request, "people/end.html", _context(by, row, seat, _("Thôi vai trò")), act)


@require_http_methods(METHODS)
@signed_in
def invite(request: HttpRequest, person: UUID) -> HttpResponse:
    """A link for somebody to set their password: made on the button, shown to be passed on, never mailed by us."""
    by = acting(request)
    found = queries.person(person)
    if found is None:
        raise Http404
    policies.may_invite(by, found).require()
    context: dict[str, Any] = {"person": found, "done": request.GET.get("xong", ""), "link": ""}
    context["key"] = forms.new_key()
    context["home"] = unit_code(request)
    context["producer"] = number(request.GET.get("chu-the") or request.POST.get("producer", ""))
    if request.method == "POST":
        moment = now()
        with transaction.atomic():
            if forms.is_first(request, moment):
                actions.invite(person=found, by=by, at=moment)
        context["link"] = request.build_absolute_uri(link_for(found))
    return render(request, "people/invite.html", context)


@require_http_methods(METHODS)
@signed_in
def account(request: HttpRequest, person: UUID) -> HttpResponse:
    """Close somebody's account, or open it again: one page, one button, by how it stands."""
    by = acting(request)
    found = queries.person(person)
    if found is None:
        raise Http404
    policies.may_close_account(by, found).require()
    home = unit_code(request)

    def act(moment: datetime) -> str:
        closing = request.POST.get("act") == "dong"
        do = actions.close_account if closing else actions.reopen_account
        do(person=found, by=by, at=moment, reason=request.POST.get("reason", ""))
        return f"{reverse('people:account', args=[found.id])}?xong={'dong' if closing else 'mo'}&don-vi={home}"

    context = {
        "person": found, "home": home, "done": request.GET.get("xong", ""),
        "posts": [(role_name(post.role), post) for post in queries.posts_of(found, by.day)],
    }  # fmt: skip
    return page(request, "people/account.html", context, act)


def _asked(request: HttpRequest, role: UUID) -> tuple[Acting, RoleHeld, Seat]:
    by = acting(request)
    row = queries.role_held(role)
    if row is None:
        raise Http404
    return by, row, queries.seat_of_role(row, by.day)


def _context(by: Acting, row: RoleHeld, seat: Seat, title: str) -> dict[str, Any]:
    mine = by.person is not None and row.person_id == by.person.id
    return {
        "row": row, "role": role_name(row.role), "seat": seat, "home": home_page(seat), "title": title, "mine": mine,
        "today": by.day, "crumbs": _crumbs(by, seat, title),
    }  # fmt: skip


def _crumbs(by: Acting, seat: Seat, title: str) -> list[Link]:
    return crumbs(by, seat, Link("", title))


def home_page(seat: Seat) -> str:
    """Where the people of a seat are listed."""
    if seat.producer:
        return reverse("producer-people:people", args=[seat.producer])
    return reverse("people:unit", args=[code_of(seat)])


def after(seat: Seat, person: queries.Person, done: str) -> str:
    """Somebody who cannot sign in yet needs a link next; else back to the unit."""
    if person.has_usable_password():
        return f"{home_page(seat)}?xong={done}"
    more = f"&chu-the={seat.producer}" if seat.producer else ""
    return f"{reverse('people:invite', args=[person.id])}?xong={done}&don-vi={code_of(seat)}{more}"


def page(
    request: HttpRequest, template: str, context: dict[str, Any], act: Callable[[datetime], str]
) -> HttpResponse:  # fmt: skip
    """Draw the form, or act; what was refused is said beside its field, with everything typed still there."""
    context |= {"key": forms.new_key(), "typed": request.POST}
    if request.method != "POST":
        return render(request, template, context)
    try:
        return forms.once(request, act)
    except Refused as refusal:
        field, words = forms.said(refusal)
        shown = {"errors": {field: words}} if field in request.POST else {"fault": words}
        return render(request, template, context | shown, status=forms.status_of(refusal))
