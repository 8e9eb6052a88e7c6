"""The forms of a product: add one to a producer, change it, say its criteria set, record stars that a list tells of.

Owns one view an act; the acts are `domain.registry.actions`'.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ocop.domain.accounts.queries import Acting
from ocop.domain.registry import policies
from ocop.domain.registry.actions import products as acts
from ocop.domain.registry.queries import products
from ocop.domain.registry.queries.products import Product
from ocop.rules.lawbook.book import FOLDERS, set_numbers
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.office.records import boxes
from ocop.web.office.records.boxes import Box, Form
from ocop.web.office.records.form import answer, seen_version
from ocop.web.office.records.product import decision, set_name
from ocop.web.office.records.record import crumbs, producer_read, product_read, shown_name

METHODS = ["GET", "HEAD", "POST"]
LONGEST = 20_000
BOXES = (
    Box("name", "Product.name", required=True, hint=gettext_lazy("Như ghi trên nhãn")),
    Box("code", "Product.code", most=60, plain=True, hint=gettext_lazy("Nếu đã được cấp; hệ thống không tự đặt mã")),
    Box("group_text", "Product.group_text", hint=gettext_lazy("Nhóm như quyết định hoặc danh sách ghi")),
    Box("specification", "Product.specification", most=500, hint=gettext_lazy("Ví dụ: gói 500 g, hút chân không")),
    Box("material_area", "Product.material_area", boxes.LONG, most=LONGEST,
        hint=gettext_lazy("Ở thôn, xã nào, rộng bao nhiêu, có mã số vùng trồng chưa")),
    Box("chain_links", "Product.chain_links", boxes.LONG, most=LONGEST,
        hint=gettext_lazy("Ai cung cấp nguyên liệu, ai chế biến, ai bao tiêu")),
    Box("story", "Product.story", boxes.LONG, most=LONGEST),
    Box("source", "Product.source", boxes.LONG, required=True, most=1000, hint=gettext_lazy("Biết từ đâu")),
)  # fmt: skip


@require_http_methods(METHODS)
@signed_in
def add(request: HttpRequest, id: UUID) -> HttpResponse:
    """A new product of a producer."""
    by = acting(request)
    of = producer_read(by, id)
    policies.may_add_product(by, of).require()

    def act(values: dict[str, Any], moment: datetime) -> str:
        return _done(acts.add_product(producer=of, by=by, at=moment, **values).id, "them")

    back = reverse("records:producer", args=[id])
    title = _("Thêm sản phẩm")
    form = Form(title, BOXES, _("Thêm vào sổ"), back, crumbs(by, of, Link("", title)), lead=shown_name(by, of))
    return answer(request, form, act)


@require_http_methods(METHODS)
@signed_in
def change(request: HttpRequest, id: UUID) -> HttpResponse:
    """What the register says of a product."""
    by = acting(request)
    found = product_read(by, id)
    policies.may_change_product(by, found.producer).require()

    def act(values: dict[str, Any], moment: datetime) -> str:
        acts.change_product(id=id, changes=values, seen_version=seen_version(request), by=by, at=moment)
        return _done(id, "sua")

    stored = {box.name: getattr(found, box.name) for box in BOXES}
    form = _form(by, found, _("Sửa sản phẩm"), BOXES, _("Lưu"))
    return answer(request, replace(form, version=str(found.version), stored=stored), act)


@require_http_methods(METHODS)
@signed_in
def classify(request: HttpRequest, id: UUID) -> HttpResponse:
    """The criteria set of a product in one generation; the others follow where the law says which became which."""
    by = acting(request)
    found = product_read(by, id)
    policies.may_classify_product(by, found.producer).require()
    known = products.groups_of(found)
    sets = tuple(
        (f"{folder}:{number}", f"{decision(instrument)} – {number:02}. {name}")
        for instrument, folder in FOLDERS.items()
        for number in set_numbers(instrument)
        if (name := set_name(instrument, number)[0])
    )
    asked = (
        Box("set_number", "ProductGroup.set_number", boxes.CHOICE, required=True, choices=sets),
        Box("seen", shape=boxes.TEXT, words="seen", kind="hidden"),
    )

    def act(values: dict[str, Any], moment: datetime) -> str:
        folder, _colon, number = values["set_number"].rpartition(":")
        instrument = next(one for one, its in FOLDERS.items() if its == folder)
        acts.classify_product(
            id=id, instrument=instrument, set_number=int(number), seen=_seen(values["seen"], folder), by=by,
            at=moment,
        )  # fmt: skip
        return _done(id, "xep-nhom", "#bo-tieu-chi")

    now = " ".join(f"{FOLDERS[one]}:{row.set_number}" for one, row in known.items())
    chosen = next((f"{FOLDERS[one]}:{known[one].set_number}" for one in FOLDERS if one in known), "")
    form = _form(by, found, _("Xếp bộ tiêu chí"), asked, _("Xếp vào bộ này"))
    lead = _("Chọn bộ trong văn bản đã dùng. Bộ của các văn bản khác được suy theo bảng chuyển tiếp, nếu chỉ có một.")
    return answer(request, replace(form, lead=lead, stored={"set_number": chosen, "seen": now}), act)


@require_http_methods(METHODS)
@signed_in
def stars(request: HttpRequest, id: UUID) -> HttpResponse:
    """A recognition that a list or decision tells of."""
    by = acting(request)
    found = product_read(by, id)
    policies.may_record_stars(by, found.producer).require()
    held = (("", _("danh sách không ghi")), *((str(n), _("%(n)s sao") % {"n": n}) for n in (3, 4, 5)))
    asked = (
        Box("stars", "StarRecord.stars", boxes.CHOICE, choices=held),
        Box("year", "StarRecord.year", boxes.WHOLE),
        Box("recognised_on", "StarRecord.recognised_on", boxes.DAY),
        Box("expires_on", "StarRecord.expires_on", boxes.DAY),
        Box("decision", "StarRecord.decision", most=120, hint=_("Ví dụ: 1234/QĐ-UBND")),
        Box("issuer", "StarRecord.issuer", most=200),
        Box("note", "StarRecord.note", boxes.LONG, most=2000),
        Box("source", "StarRecord.source", required=True, most=1000, hint=_("Danh sách hoặc văn bản nào cho biết")),
    )

    def act(values: dict[str, Any], moment: datetime) -> str:
        counted = values.pop("stars")
        acts.record_stars(id=id, stars=int(counted) if counted else None, by=by, at=moment, **values)
        return _done(id, "hang-sao", "#hang-sao")

    form = _form(by, found, _("Ghi hạng sao"), asked, _("Ghi"))
    lead = _("Ghi lại điều danh sách nói; việc công nhận do cấp có thẩm quyền quyết định, không ở trang này.")
    return answer(request, replace(form, lead=lead), act)


def _seen(told: str, folder: str) -> int:
    """The set of an instrument that the sender saw; 0 for none."""
    pairs = (one.rpartition(":") for one in told.split())
    return next((int(number) for name, _colon, number in pairs if name == folder and number.isdigit()), 0)


def _form(by: Acting, found: Product, title: str, asked: tuple[Box, ...], send: str) -> Form:
    back = reverse("records:product", args=[found.id])
    way = crumbs(by, found.producer, Link(back, found.name, lang="vi"), Link("", title))
    return Form(title, asked, send, back, way, lead=found.name, table="product")


def _done(id: UUID, what: str, place: str = "") -> str:
    return f"{reverse('records:product', args=[id])}?xong={what}{place}"
