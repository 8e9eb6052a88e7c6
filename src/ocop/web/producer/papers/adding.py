"""Adding a paper: its pages first, since they are the work; what is written on it comes on the next page.

Owns the form with the pages and the kind. A paper that takes the place of another is told so by the address.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.evidence import policies
from ocop.domain.evidence.actions.papers import add_paper
from ocop.domain.evidence.queries.files import limits
from ocop.domain.evidence.queries.papers import Paper, Product
from ocop.domain.evidence.queries.papers import paper as known_paper
from ocop.domain.registry.queries.producers import Producer
from ocop.domain.registry.queries.producers import producer as known_producer
from ocop.domain.registry.queries.products import product as known_product
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.producer.papers.library import crumbs
from ocop.web.producer.papers.sending import answered, uploads
from ocop.web.producer.papers.wording import kind_choices


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def add(request: HttpRequest, producer: UUID) -> HttpResponse:
    """The pages of a paper and its kind; then on to what is written on it."""
    by, of = acting(request), known_producer(producer)
    policies.may_add_paper(by, of).require()
    product, old = _for(request, of), _old(request, of)

    def act(moment: datetime) -> str:
        paper = add_paper(
            producer=of, uploads=uploads(request, "files"), kind=request.POST.get("kind", ""),
            title=request.POST.get("title", ""), products=[product] if product else (), replaces=old, by=by, at=moment,
            key=request.POST.get("key", ""),
        )  # fmt: skip
        after = f"&san-pham={product.id}" if product else ""
        return f"{reverse('papers:change', args=[paper.id])}?moi=1{after}"

    back = reverse("papers:of-product", args=[product.id]) if product else reverse("papers:library", args=[of.id])
    context = {
        "producer": of, "product": product, "old": old, "kinds": kind_choices(), "most": limits().files,
        "megabytes": limits().size // 1_000_000, "back": back, "warn": settings.PAPER_WARNING_DAYS,
        "crumbs": crumbs(of, Link("", _("Thêm giấy tờ"))),
        "chosen": request.POST.get("kind") or (old.kind if old else ""),
    }  # fmt: skip
    return answered(request, "papers/add.html", context, act)


def _for(request: HttpRequest, of: Producer) -> Product | None:
    """The product the paper is for, when one came from its page."""
    asked = _uuid(request, "san-pham")
    found = known_product(asked) if asked else None
    return found if found and found.producer_id == of.id else None


def _old(request: HttpRequest, of: Producer) -> Paper | None:
    """The paper that the new one takes the place of."""
    asked = _uuid(request, "thay")
    found = known_paper(asked) if asked else None
    return found if found and found.producer_id == of.id else None


def _uuid(request: HttpRequest, name: str) -> UUID | None:
    try:
        return UUID(request.POST.get(name) or request.GET.get(name, ""))
    except ValueError:
        return None
