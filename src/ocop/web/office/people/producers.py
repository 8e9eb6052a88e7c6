"""The people of one producer: who they are, and giving somebody that role; pages under /chu-the/…/nguoi/.

Owns these two pages; ending, handing over and standing in are the same forms as for every role (`acts.py`).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ocop.domain.accounts import actions, policies
from ocop.domain.registry.policies import seat_of_producer
from ocop.domain.registry.queries.producers import producer
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.wording import reason
from ocop.web.office.people.acts import METHODS, after, page
from ocop.web.office.people.forms import whom
from ocop.web.office.people.views import crumbs, page_of_posts

ROLE = "producer"


@require_safe
@signed_in
def people(request: HttpRequest, number: UUID) -> HttpResponse:
    """Who acts for the producer, and what may be done about it."""
    by = acting(request)
    found = producer(number)
    seat = seat_of_producer(found)
    policies.may_see_people(by, seat).require()
    context = page_of_posts(request, by, seat) | {
        "producer": found, "seat": seat, "crumbs": crumbs(by, seat, Link("", found.name, lang="vi")),
        "may_add": reason(policies.may_give_role(by, ROLE, seat)),
    }  # fmt: skip
    return render(request, "people/producer.html", context)


@require_http_methods(METHODS)
@signed_in
def give(request: HttpRequest, number: UUID) -> HttpResponse:
    """Somebody, known already or new, acts for the producer from a day on."""
    by = acting(request)
    found = producer(number)
    seat = seat_of_producer(found)
    policies.may_give_role(by, ROLE, seat).require()

    def act(moment: datetime) -> str:
        start, until = forms.day(request, "start", by.day), forms.day(request, "until")
        assert start is not None
        person = whom(request, seat, by, moment)
        actions.give_role(person=person, role=ROLE, seat=seat, start=start, until=until, by=by, at=moment)
        return after(seat, person, "giao")

    context = {
        "producer": found,
        "seat": seat,
        "today": by.day,
        "crumbs": crumbs(by, seat, Link("", _("Giao vai trò"))),
    }
    return page(request, "people/give_producer.html", context, act)
