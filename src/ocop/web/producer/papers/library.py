"""A producer's papers: those on offer, those that end soon, those withdrawn; found by any word on them.

Owns the list; adding, changing and withdrawing have modules of their own.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts.policies import may_act
from ocop.domain.accounts.queries import Seat, code_of_seat, seat_by_code
from ocop.domain.evidence import policies
from ocop.domain.evidence.queries.papers import Wanted, expiring, papers_of
from ocop.domain.registry.queries.producers import Producer, Product
from ocop.domain.registry.queries.producers import producer as known_producer
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.wording import reason
from ocop.web.producer.papers.rows import rows_of
from ocop.web.producer.papers.wording import kind_choices

PER_PAGE = 20
ENDING, WITHDRAWN = "sap-het", "da-rut"


@require_safe
@signed_in
def library(request: HttpRequest, producer: UUID) -> HttpResponse:
    """The list, filtered by what was asked."""
    by, of = acting(request), known_producer(producer)
    policies.may_read_papers(by, of).require()
    words, kind, state = (request.GET.get(name, "")[:200] for name in ("q", "loai", "han"))
    wanted = Wanted(kind=kind, words=words, withdrawn=state == WITHDRAWN)
    found = papers_of(of, wanted)
    if state == ENDING:
        found = found.filter(expires_on__lte=by.day + timedelta(days=settings.PAPER_WARNING_DAYS))
        found = found.order_by("expires_on", "sort_key", "id")
    page = Paginator(found.select_related("preview"), PER_PAGE).get_page(request.GET.get("page"))
    counts = {
        "": papers_of(of).count(),
        ENDING: expiring(by.day, producer=of).count(),
        WITHDRAWN: papers_of(of, Wanted(withdrawn=True)).count(),
    }
    context = {
        "producer": of, "rows": rows_of(page.object_list, by.day), "page": page, "words": words, "kind": kind,
        "state": state, "kinds": kind_choices(), "tabs": _tabs(of, state, counts), "any": any(counts.values()),
        "why_not_add": reason(policies.may_add_paper(by, of)), "done": request.GET.get("xong", ""),
        "warn": settings.PAPER_WARNING_DAYS, "crumbs": crumbs(of),
    }  # fmt: skip
    return render(request, "papers/library.html", context)


@require_safe
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """To the papers of one's own producer, or to those that end soon in one's unit."""
    by = acting(request)
    for held in by.held:
        if held.producer:
            return HttpResponseRedirect(reverse("papers:library", args=[held.producer]))
        if code := code_of_seat(held.unit):
            seat = seat_by_code(code, by.day)
            if may_act("evidence.read_paper", by, seat):
                return HttpResponseRedirect(reverse("papers:expiring", args=[code]))
    may_act("evidence.read_paper", by, Seat()).require()
    return HttpResponseRedirect(reverse("papers:expiring", args=["vn"]))


def crumbs(of: Producer, *more: Link) -> list[Link]:
    """From the producer and its papers down to this page."""
    own = Link(reverse("records:producer", args=[of.id]), of.name, lang="vi")
    return [own, Link(reverse("papers:library", args=[of.id]), _("Giấy tờ")), *more]


def crumbs_of_product(of: Product, *more: Link) -> list[Link]:
    """From a product down to this page; photos are looked at by people who may not see whose they are."""
    return [Link(reverse("records:product", args=[of.id]), of.name, lang="vi"), *more]


def _tabs(of: Producer, state: str, counts: dict[str, int]) -> list[Link]:
    here = reverse("papers:library", args=[of.id])
    words = {"": _("Đang dùng"), ENDING: _("Sắp và đã hết hạn"), WITHDRAWN: _("Đã rút")}
    return [
        Link(f"{here}?{urlencode({'han': one})}" if one else here, f"{said} ({counts[one]})", one == state)
        for one, said in words.items()
    ]
