"""Who is at work in a unit: one page a unit, its acts greyed with their reason where one may not.

Owns reading pages; the acts are in `acts.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts import policies, queries
from ocop.domain.accounts.queries import Acting, Post, Seat
from ocop.domain.registry.queries.producers import Wanted, producers
from ocop.kit.text import search_key
from ocop.rules.verdict import Verdict
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.wording import reason, role_name

PER_PAGE = 50


@dataclass(frozen=True)
class Button:
    """An act of a row: where it leads, or why it may not be done."""

    href: str
    words: str
    why_not: str


@dataclass(frozen=True)
class Row:
    """One role held, ready to be drawn."""

    post: Post
    role: str
    to_come: bool
    buttons: list[Button]


@require_safe
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """The unit where one works: the first of one's roles that may see people."""
    by = acting(request)
    for one in by.held:
        if one.unit and (code := queries.code_of_seat(one.unit)):
            seat = queries.seat_by_code(code, by.day)
            if policies.may_see_people(by, seat):
                return HttpResponseRedirect(reverse("people:unit", args=[code]))
    return render(request, "people/none.html", {"why": reason(policies.may_see_people(by, Seat()))}, status=403)


@require_safe
@signed_in
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """The people of one unit, and how the units below are staffed."""
    by = acting(request)
    seat = queries.seat_by_code(code, by.day)
    policies.may_see_people(by, seat).require()
    context = page_of_posts(request, by, seat) | {
        "seat": seat, "crumbs": crumbs(by, seat), "may_add": reason(_may_add(by, seat)),
        "below": [] if seat.level == "commune" else queries.staffing(seat, by.day),
        "producers": _producers(by, seat),
    }  # fmt: skip
    return render(request, "people/unit.html", context)


def page_of_posts(request: HttpRequest, by: Acting, seat: Seat) -> dict[str, Any]:
    """The roles held at a seat, searched and paged, as `people/posts.html` draws them."""
    words = request.GET.get("q", "")
    return {
        "page": Paginator(_rows(by, seat, words), PER_PAGE).get_page(request.GET.get("page")), "words": words,
        "code": code_of(seat), "done": request.GET.get("xong", ""),
        "may_close": bool(policies.may_act(_closing(seat), by, seat)),
    }  # fmt: skip


def _closing(seat: Seat) -> str:
    return "accounts.give_producer_role" if seat.producer else "accounts.close_account"


def _producers(by: Acting, seat: Seat) -> list[tuple[UUID, str, int]]:
    """The producers of a commune, each with how many people act for it."""
    if seat.unit is None or seat.level != "commune":
        return []
    found = list(producers(Wanted(units=(seat.unit.id,))))
    counts = queries.producers_staffed([one.id for one in found], by.day)
    return [(one.id, one.name, counts.get(one.id, 0)) for one in found]


def crumbs(by: Acting, seat: Seat, *more: Link) -> list[Link]:
    """From the widest unit whose people one may see down to this one."""
    above = [Seat(), *(Seat(seat.line[at:]) for at in range(len(seat.line) - 1, -1, -1))]
    links = [
        Link(reverse("people:unit", args=[code_of(one)]), one.name, lang="vi")
        for one in above
        if policies.may_see_people(by, one)
    ]
    return [*links, *more]


def code_of(seat: Seat) -> str:
    """The code of a seat in addresses."""
    return seat.unit.code if seat.unit else "vn"


def _may_add(by: Acting, seat: Seat) -> Verdict:
    """Whoever may give any role at all here."""
    return policies.may_act("accounts.give_role", by, seat)


def _rows(by: Acting, seat: Seat, words: str) -> list[Row]:
    posts = queries.posts_at(seat, by.day)
    wanted = search_key(words)
    return [_row(by, seat, post) for post in posts if wanted in post.person.search_key]


def _row(by: Acting, seat: Seat, post: Post) -> Row:
    row = post.row
    acts = [
        ("people:hand-over", _("Bàn giao"), policies.may_hand_over(by, row, seat)),
        ("people:end-stand-in", _("Hết làm thay"), policies.may_end_stand_in(by, post.stand_in, seat))
        if post.stand_in
        else ("people:stand-in", _("Cử người làm thay"), policies.may_name_stand_in(by, row, seat)),
        ("people:end", _("Thôi vai trò"), policies.may_end_role(by, row, seat)),
    ]
    buttons = [Button(reverse(name, args=[row.id]), said, reason(verdict)) for name, said, verdict in acts]
    return Row(post, role_name(row.role), row.valid_from > by.day, buttons)
