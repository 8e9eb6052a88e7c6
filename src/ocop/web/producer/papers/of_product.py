"""The papers that serve one product, and taking more of them from its producer's library.

Owns that page. New papers come through `adding`, which leads back here.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.evidence import policies
from ocop.domain.evidence.actions.papers import serve
from ocop.domain.evidence.queries.papers import papers_for, papers_of
from ocop.domain.registry.queries.products import product as known_product
from ocop.rules.refused import Refused
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.base.wording import reason
from ocop.web.producer.papers.library import crumbs_of_product
from ocop.web.producer.papers.rows import rows_of
from ocop.web.producer.papers.wording import sentence

PER_PAGE = 20
OFFERED = 60  # papers to tick; more are found in the library


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def papers(request: HttpRequest, product: UUID) -> HttpResponse:
    """The list, and the papers of the library that could serve it too."""
    by, of = acting(request), known_product(product)
    producer = of.producer
    policies.may_read_papers(by, producer).require()
    others = papers_of(producer).exclude(product_links__product=of)
    fault, status = "", 200
    if request.method == "POST":
        policies.may_add_paper(by, producer).require()
        wanted = set(request.POST.getlist("papers"))

        def act(moment: datetime) -> str:
            chosen = [one for one in others if str(one.id) in wanted]
            if not chosen:
                raise Refused(
                    "none_chosen", where="papers", vi="Đánh dấu ít nhất một giấy tờ.", en="Tick at least one."
                )
            for one in chosen:
                serve(id=one.id, products=[of], by=by, at=moment)
            return f"{reverse('papers:of-product', args=[of.id])}?xong=gan"

        try:
            return forms.once(request, act)
        except Refused as refusal:
            fault, status = sentence(refusal), forms.status_of(refusal)
    page = Paginator(papers_for(of).select_related("preview"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "product": of, "rows": rows_of(page.object_list, by.day), "page": page, "others": others[:OFFERED],
        "why_not_add": reason(policies.may_add_paper(by, producer)), "key": forms.new_key(), "fault": fault,
        "done": request.GET.get("xong", ""), "crumbs": crumbs_of_product(of, Link("", _("Giấy tờ"))),
    }  # fmt: skip
    return render(request, "papers/of_product.html", context, status=status)
