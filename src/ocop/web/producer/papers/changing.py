"""What is written on a paper, and what it serves: asked right after its pages came, and changed later on the same form.

Owns the form. Two people on one paper: the second sees each field that differs, and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.evidence import policies
from ocop.domain.evidence.actions.papers import change_paper
from ocop.domain.evidence.queries.papers import (
    Criterion,
    Paper,
    Product,
    criteria_served,
    products_served,
)
from ocop.domain.evidence.queries.papers import (
    paper as known_paper,
)
from ocop.domain.registry.queries.producers import products_of
from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from ocop.web.base import forms
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.producer.papers import criteria
from ocop.web.producer.papers.library import crumbs
from ocop.web.producer.papers.paper import require, seen, status_of
from ocop.web.producer.papers.rows import row_of
from ocop.web.producer.papers.wording import kind_choices, kind_name, sentence

WRITTEN = ("kind", "title", "number", "issuer")
DAYS = ("issued_on", "expires_on")


@dataclass(frozen=True, slots=True)
class Box:
    """A product to tick."""

    id: UUID
    name: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Differing:
    """A field that somebody else changed meanwhile: its name, what is stored now, and what this form says."""

    label: str
    stored: str
    offered: str


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def change(request: HttpRequest, paper: UUID) -> HttpResponse:
    """The form: drawn from the paper, or from what was typed when something is to mend."""
    by, found = acting(request), known_paper(paper)
    require(request, policies.may_read_papers(by, found.producer), policies.may_change_paper(by, found))
    products, is_new = list(products_of(found.producer)), bool(request.GET.get("moi"))
    context: dict[str, Any] = {"version": found.version, "errors": {}}
    status = 200
    if request.method == "POST":

        def act(moment: datetime) -> str:
            version, changes = seen(request), _typed(request, products)
            change_paper(id=found.id, changes=changes, seen_version=version, by=by, at=moment)
            return _after(request, found, products)

        try:
            return forms.once(request, act)
        except Conflict as conflict:
            status = 409
            context |= {"differences": _differences(conflict, products), "version": conflict.version}
        except Refused as refusal:
            status, words = status_of(refusal), sentence(refusal)
            context |= {"version": request.POST.get("version", found.version)}
            context |= {"errors": {refusal.where: words}} if refusal.where in (*WRITTEN, *DAYS) else {"fault": words}
    typed, chosen, ticked = _shown(request, found, products, is_new, by.day)
    context |= {
        "paper": found, "row": row_of(found, by.day),
        "sheet": reverse("papers:sheet", args=[found.id, 1]), "new": is_new, "typed": typed, "key": forms.new_key(),
        "kinds": kind_choices(), "products": [Box(one.id, one.name, one.id in chosen) for one in products],
        "criteria": criteria.grouped(criteria.offered(products, typed["kind"], by.day), ticked),
        "warn": settings.PAPER_WARNING_DAYS, "back": reverse("papers:paper", args=[found.id]),
        "crumbs": crumbs(
            found.producer, Link(reverse("papers:paper", args=[found.id]), found.title, lang="vi"), Link("", _("Sửa"))
        ),
    }  # fmt: skip
    return render(request, "papers/change.html", context, status=status)


def _typed(request: HttpRequest, products: list[Product]) -> dict[str, Any]:
    wanted: dict[str, Any] = {name: request.POST[name] for name in WRITTEN if name in request.POST}
    wanted |= {name: forms.day(request, name) for name in DAYS}
    asked = set(request.POST.getlist("products"))
    wanted["products"] = [one for one in products if str(one.id) in asked]
    wanted["criteria"] = criteria.read(request.POST.getlist("criteria"))
    return wanted


def _shown(
    request: HttpRequest, found: Paper, products: list[Product], is_new: bool, today: date
) -> tuple[Mapping[str, str], set[UUID], set[Criterion]]:
    """What stands in the boxes, which products and which criteria are ticked."""
    if request.method == "POST":
        asked = set(request.POST.getlist("products"))
        chosen = {one.id for one in products if str(one.id) in asked}
        try:
            ticked = set(criteria.read(request.POST.getlist("criteria")))
        except Refused:
            ticked = set(criteria_served(found))
        return {name: request.POST.get(name, "") for name in (*WRITTEN, *DAYS)}, chosen, ticked
    typed = {name: getattr(found, name) for name in WRITTEN}
    typed |= {name: getattr(found, name).isoformat() if getattr(found, name) else "" for name in DAYS}
    chosen = {one.id for one in products_served(found)}
    if is_new and not chosen and len(products) == 1:
        chosen = {products[0].id}
    ticked = set(criteria_served(found))
    if is_new and not ticked:
        ticked = criteria.suggested(products, chosen, found.kind, today)
    return typed, chosen, ticked


def _after(request: HttpRequest, found: Paper, products: list[Product]) -> str:
    """Back to the product it was added for, where it can be seen at once; else the paper's own page."""
    wanted = request.GET.get("san-pham", "")
    if any(str(one.id) == wanted for one in products):
        return f"{reverse('papers:of-product', args=[wanted])}?xong=ghi"
    return f"{reverse('papers:paper', args=[found.id])}?xong=ghi"


def _differences(conflict: Conflict, products: list[Product]) -> list[Differing]:
    labels = {
        "kind": _("Loại giấy tờ"), "title": _("Tên gọi"), "number": _("Số giấy"), "issuer": _("Nơi cấp"),
        "issued_on": _("Ngày cấp"), "expires_on": _("Ngày hết hạn"), "products": _("Sản phẩm"),
        "criteria": _("Tiêu chí"), "withdrawn_at": _("Đã rút"),
    }  # fmt: skip
    return [
        Differing(labels[one.field], _said(one.field, one.stored, products), _said(one.field, one.offered, products))
        for one in conflict.differences
        if one.field in labels
    ]


def _said(field: str, value: Value, products: list[Product]) -> str:
    if not value:
        return ""
    if field == "kind":
        return kind_name(str(value))
    if field in DAYS:
        return date_format(date.fromisoformat(str(value)), "SHORT_DATE_FORMAT")
    if field == "products" and isinstance(value, list):
        names = {str(one.id): one.name for one in products}
        return ", ".join(names.get(str(one), "?") for one in value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
