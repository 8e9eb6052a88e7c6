"""One paper: its pages, what is known of it, its history; withdrawing it and offering it again.

Owns the page and these two acts; changing what is written is `changing`'s, its bytes are `files`'.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ocop.domain.accounts.policies import may_act
from ocop.domain.accounts.queries import Acting
from ocop.domain.evidence import policies
from ocop.domain.evidence.actions import papers as actions
from ocop.domain.evidence.queries.papers import Paper, criteria_served, products_served
from ocop.domain.evidence.queries.papers import paper as known_paper
from ocop.domain.evidence.queries.served import words_of
from ocop.domain.registry.policies import seat_of_producer
from ocop.rules.refused import Refused
from ocop.rules.verdict import Verdict
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.timeline.lines import timeline_page
from ocop.web.base.wording import reason
from ocop.web.producer.papers.criteria import named
from ocop.web.producer.papers.library import crumbs
from ocop.web.producer.papers.rows import row_of
from ocop.web.producer.papers.wording import sentence, taken_out

NO_LONGER_SO = {"conflict", "withdrawn", "offered", "replaced"}
SHEETS = 20  # pages drawn one below the other; more are in the file


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a paper as a picture; its place is kept in the measure of the first page."""

    number: int
    src: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Button:
    """An act on the paper: where it leads, or why it may not be done."""

    href: str
    words: str
    why_not: str


@require_safe
@signed_in
def one(request: HttpRequest, paper: UUID) -> HttpResponse:
    """The paper's own page."""
    by, found = acting(request), known_paper(paper)
    policies.may_read_papers(by, found.producer).require()
    products = list(products_served(found))
    context = {
        "paper": found, "row": row_of(found, by.day, products), "products": products, "sheets": _sheets(found),
        "more_sheets": max(0, found.file.pages - SHEETS), "criteria": named(criteria_served(found)),
        "text": words_of(found), "cleaned": taken_out(found.cleaned), "buttons": _buttons(by, found),
        "done": request.GET.get("xong", ""), "warn": settings.PAPER_WARNING_DAYS,
        "crumbs": crumbs(found.producer, Link("", found.title, lang="vi")),
    }  # fmt: skip
    if may_act("history.read", by, seat_of_producer(found.producer)):
        context["timeline"] = timeline_page(request, [("paper", str(found.id))])
    return render(request, "papers/paper.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def withdraw(request: HttpRequest, paper: UUID) -> HttpResponse:
    """The paper is offered no longer; says first what that means."""
    by, found = acting(request), known_paper(paper)
    require(request, policies.may_read_papers(by, found.producer), policies.may_withdraw_paper(by, found))

    def act(moment: datetime) -> str:
        actions.withdraw_paper(
            id=found.id, reason=request.POST.get("reason", "")[:200], seen_version=seen(request), by=by, at=moment
        )
        return f"{reverse('papers:paper', args=[found.id])}?xong=rut"

    context = _context(found, _("Rút giấy tờ")) | {"products": products_served(found)}
    return _page(request, "papers/withdraw.html", context, act)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def offer_again(request: HttpRequest, paper: UUID) -> HttpResponse:
    """A paper withdrawn by mistake is offered again."""
    by, found = acting(request), known_paper(paper)
    require(request, policies.may_read_papers(by, found.producer), policies.may_offer_again(by, found))

    def act(moment: datetime) -> str:
        actions.offer_again(id=found.id, seen_version=seen(request), by=by, at=moment)
        return f"{reverse('papers:paper', args=[found.id])}?xong=ghi"

    return _page(request, "papers/offer_again.html", _context(found, _("Dùng lại giấy tờ")), act)


def require(request: HttpRequest, reading: Verdict, acting_on: Verdict) -> None:
    """Whoever may not read sees nothing; whoever may not act is not shown the form.

    A form that comes back is left to its act, which asks again: one sent twice finds the record as the first sending
    left it, and must lead where that one led.
    """
    reading.require()
    if request.method != "POST":
        acting_on.require()


def status_of(refusal: Refused) -> int:
    """409 for a record that is no longer as it was; else as every form."""
    return 409 if refusal.code in NO_LONGER_SO else forms.status_of(refusal)


def seen(request: HttpRequest) -> int:
    """The version that the form was drawn from. Raises Refused for a form without it."""
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        vi, en = "Biểu mẫu không đầy đủ. Tải lại trang rồi gửi.", "The form came incomplete. Reload and send."
        raise Refused("no_version", vi=vi, en=en) from None


def _sheets(found: Paper) -> list[Sheet]:
    width, height = (found.preview.width, found.preview.height) if found.preview else (3, 4)
    return [
        Sheet(number, reverse("papers:sheet", args=[found.id, number]), width, height)
        for number in range(1, min(found.file.pages, SHEETS) + 1)
    ]


def _buttons(by: Acting, found: Paper) -> list[Button]:
    renew = f"{reverse('papers:add', args=[found.producer_id])}?thay={found.id}"
    at, withdraw = [found.id], policies.may_withdraw_paper(by, found)
    acts: list[tuple[str, str, Verdict]] = [
        (reverse("papers:change", args=at), _("Sửa"), policies.may_change_paper(by, found)),
        (renew, _("Thay bằng giấy mới"), withdraw and policies.may_add_paper(by, found.producer)),
        (reverse("papers:withdraw", args=at), _("Rút"), withdraw),
    ]  # fmt: skip
    if not found.is_offered:
        acts = [(reverse("papers:offer-again", args=at), _("Dùng lại"), policies.may_offer_again(by, found))]
    return [Button(href, words, reason(verdict)) for href, words, verdict in acts]


def _context(found: Paper, title: str) -> dict[str, Any]:
    own = Link(reverse("papers:paper", args=[found.id]), found.title, lang="vi")
    return {"paper": found, "back": own.href, "crumbs": crumbs(found.producer, own, Link("", title))}


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], act: Callable[[datetime], str]
) -> HttpResponse:  # fmt: skip
    context |= {"key": forms.new_key(), "typed": request.POST}
    if request.method != "POST":
        return render(request, template, context)
    try:
        return forms.once(request, act)
    except Refused as refusal:
        return render(request, template, context | {"fault": sentence(refusal)}, status=status_of(refusal))
