"""Adding a photo, changing its words, putting photos in order, taking one away: one form each.

Owns the forms; the acts are `ocop.domain.evidence.actions.photos`'.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ocop.domain.evidence import policies
from ocop.domain.evidence.actions import photos as actions
from ocop.domain.evidence.queries.files import limits
from ocop.domain.evidence.queries.photos import Photo
from ocop.domain.evidence.queries.photos import photo as known_photo
from ocop.domain.registry.queries.products import Product
from ocop.domain.registry.queries.products import product as known_product
from ocop.kit.documents.refusals import refused
from ocop.rules.refused import Refused
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.producer.papers.library import crumbs_of_product
from ocop.web.producer.papers.paper import require, seen, status_of
from ocop.web.producer.papers.photos import picture_of
from ocop.web.producer.papers.sending import answered, uploads
from ocop.web.producer.papers.wording import sentence

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@signed_in
def add(request: HttpRequest, product: UUID) -> HttpResponse:
    """One photo and what it shows."""
    by, of = acting(request), known_product(product)
    policies.may_change_photos(by, of).require()

    def act(moment: datetime) -> str:
        sent = uploads(request, "photo")
        if not sent:
            raise refused("no_files")
        alt, key = request.POST.get("alt", ""), request.POST.get("key", "")
        actions.add_photo(product=of, upload=sent[0], alt=alt, by=by, at=moment, key=key)
        return _back(of, "anh")

    context = {"product": of, "megabytes": limits().size // 1_000_000} | _way(of, _("Thêm ảnh"))
    return answered(request, "papers/add_photo.html", context, act)


@signed_in  # outside, so that a stranger who follows the address is sent to sign in
@require_POST
def order(request: HttpRequest, product: UUID) -> HttpResponse:
    """The photos in the order sent; the first is the cover."""
    by, of = acting(request), known_product(product)
    policies.may_change_photos(by, of).require()

    def act(moment: datetime) -> str:
        actions.order_photos(product=of, order=_order(request), by=by, at=moment)
        return _back(of, "ghi")

    return forms.once(request, act)


@require_http_methods(METHODS)
@signed_in
def change(request: HttpRequest, photo: UUID) -> HttpResponse:
    """The words of a photo."""
    by, found = acting(request), known_photo(photo)
    require(request, policies.may_see_photos(by, found.product), policies.may_change_photo(by, found))

    def act(moment: datetime) -> str:
        alt = request.POST.get("alt", "")
        actions.change_photo(id=found.id, alt=alt, seen_version=seen(request), by=by, at=moment)
        return _back(found.product, "ghi")

    return _page(request, "papers/change_photo.html", found, _("Sửa lời mô tả ảnh"), act)


@require_http_methods(METHODS)
@signed_in
def withdraw(request: HttpRequest, photo: UUID) -> HttpResponse:
    """The photo is shown no longer."""
    by, found = acting(request), known_photo(photo)
    require(request, policies.may_see_photos(by, found.product), policies.may_change_photo(by, found))

    def act(moment: datetime) -> str:
        actions.withdraw_photo(id=found.id, seen_version=seen(request), by=by, at=moment)
        return _back(found.product, "bo-anh")

    return _page(request, "papers/withdraw_photo.html", found, _("Bỏ ảnh"), act)


def _page(request: HttpRequest, template: str, found: Photo, title: str, act: Any) -> HttpResponse:
    context: dict[str, Any] = {"photo": found, "picture": picture_of(found), "version": found.version}
    context |= {"typed": request.POST or {"alt": found.alt}, "key": forms.new_key()} | _way(found.product, title)
    if request.method != "POST":
        return render(request, template, context)
    try:
        return forms.once(request, act)
    except Refused as refusal:
        said = {"errors": {"alt": sentence(refusal)}} if refusal.where == "alt" else {"fault": sentence(refusal)}
        return render(request, template, context | said, status=status_of(refusal))


def _order(request: HttpRequest) -> list[UUID]:
    try:
        return [UUID(one) for one in request.POST.get("order", "").split(",")]
    except ValueError:
        vi, en = "Biểu mẫu không đầy đủ. Tải lại trang rồi xếp lại.", "The form came incomplete. Reload, then move it."
        raise Refused("bad_order", vi=vi, en=en) from None


def _back(of: Product, done: str) -> str:
    return f"{reverse('papers:photos', args=[of.id])}?xong={done}"


def _way(of: Product, title: str) -> dict[str, Any]:
    own = reverse("papers:photos", args=[of.id])
    return {"back": own, "crumbs": crumbs_of_product(of, Link(own, _("Ảnh")), Link("", title))}
