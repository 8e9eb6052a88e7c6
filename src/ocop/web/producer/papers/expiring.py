"""Papers of a unit that end soon or ended: whom to remind this week, soonest first.

Owns that list; `expiring_count` is what the office home shows beside its link.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts.policies import may_act
from ocop.domain.accounts.queries import Acting, Seat, seat_by_code
from ocop.domain.evidence.queries.papers import expiring
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.producer.papers.rows import rows_of

PER_PAGE = 50


@require_safe
@signed_in
def of_unit(request: HttpRequest, code: str) -> HttpResponse:
    """The list of a commune, a province or the nation."""
    by = acting(request)
    seat = seat_by_code(code, by.day)
    may_act("evidence.read_paper", by, seat).require()
    page = Paginator(_papers(by, seat), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "seat": seat, "rows": rows_of(page.object_list, by.day, with_producer=True), "page": page,
        "warn": settings.PAPER_WARNING_DAYS,
        "crumbs": [Link(reverse("people:unit", args=[code]), seat.name, lang="vi"), Link("", _("Giấy tờ sắp hết hạn"))],
    }  # fmt: skip
    return render(request, "papers/expiring.html", context)


def expiring_count(by: Acting, seat: Seat) -> int:
    """How many papers of a unit end soon or ended; one query. 0 for whoever may not see papers there."""
    return _papers(by, seat).count() if may_act("evidence.read_paper", by, seat) else 0


def _papers(by: Acting, seat: Seat) -> Any:
    if seat.unit is None:
        return expiring(by.day).select_related("preview")
    if seat.level == "province":
        return expiring(by.day, province=seat.unit.code).select_related("preview")
    return expiring(by.day, units=[seat.unit.id]).select_related("preview")
