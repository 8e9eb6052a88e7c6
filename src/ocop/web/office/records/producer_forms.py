"""The forms of a producer: add one to a commune, change it, its representative, its commune of today, a year's facts.

Owns one view an act; the acts are `domain.registry.actions`'.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.accounts.queries import seat_by_code
from ocop.domain.registry import policies
from ocop.domain.registry.actions import producers as acts
from ocop.domain.registry.actions.products import record_fact
from ocop.domain.registry.fields import CHOICES
from ocop.domain.registry.queries import placing, producers
from ocop.domain.registry.queries.producers import Producer
from ocop.rules.naming.plain import TOURISM_ONLY
from ocop.rules.refused import Refused
from ocop.rules.register.facts import DONG, FACTS, PEOPLE
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.office.records import boxes
from ocop.web.office.records.boxes import Box, Choices, Form
from ocop.web.office.records.form import answer, seen_version
from ocop.web.office.records.record import address, crumbs, producer_read, shown_name

METHODS = ["GET", "HEAD", "POST"]
NAME = Box("name", "Producer.name", required=True, hint=gettext_lazy("Như ghi trên giấy đăng ký"))
SOURCE = Box(
    "source", "Producer.source", boxes.LONG, required=True, most=1000,
    hint=gettext_lazy("Biết từ đâu: giấy đăng ký kinh doanh, danh sách năm nào, chủ thể kê khai…"),
)  # fmt: skip
PLACE = (
    Box("tax_code", "Producer.tax_code", most=30, plain=True, hint=gettext_lazy("10 hoặc 13 chữ số")),
    Box("address", "Producer.address", most=500),
    Box("craft_village", "Producer.craft_village", most=200),
    Box("in_association", "Producer.in_association", boxes.YES_NO),
    Box("latitude", "Producer.latitude", boxes.POINT, hint=gettext_lazy("Ví dụ 21,028511"), plain=True),
    Box("longitude", "Producer.longitude", boxes.POINT, hint=gettext_lazy("Ví dụ 105,804817"), plain=True),
)
PERSON = (
    Box("name", "Representative.name"),
    Box("sex", "Representative.sex", boxes.CHOICE),
    Box("ethnicity", "Representative.ethnicity", most=50),
    Box("has_disability", "Representative.has_disability", boxes.YES_NO),
    Box("phone", "Representative.phone", most=60, kind="tel"),
    Box("email", "Representative.email", most=254, kind="email", plain=True),
    Box("personal_number", "Representative.personal_number", most=12, plain=True, hint=gettext_lazy("12 chữ số")),
)


@require_http_methods(METHODS)
@signed_in
def add(request: HttpRequest, code: str) -> HttpResponse:
    """A new producer in a commune."""
    by = acting(request)
    seat = seat_by_code(code, by.day)
    if seat.unit is None or seat.level != "commune":
        raise Refused("no_unit", vi="Chủ thể được thêm ở một xã, phường.", en="A producer is added in a commune.")
    policies.may_add_producer(by, seat.unit, by.day).require()

    def act(values: dict[str, Any], moment: datetime) -> str:
        tax, source = values.pop("tax_code"), values.pop("source")
        made = acts.register_producer(
            **values, tax=tax, source=source, unit_code=code, unit_on=by.day, by=by, at=moment
        )  # fmt: skip
        return _done(made, "them")

    title = _("Thêm chủ thể")
    lead = _("Ở %(place)s. Tìm trong danh sách trước khi thêm, để không ghi một chủ thể hai lần.")
    form = Form(
        title, (NAME, _kind(), *PLACE, SOURCE), _("Thêm vào sổ"), _list(code), [Link("", title)],
        lead=lead % {"place": seat.name}, stored={"kind": "untold"},
    )  # fmt: skip
    return answer(request, form, act)


@require_http_methods(METHODS)
@signed_in
def change(request: HttpRequest, id: UUID) -> HttpResponse:
    """What the register says of a producer."""
    by = acting(request)
    found = producer_read(by, id)
    policies.may_change_producer(by, found).require()
    asked = (NAME, _kind(), *PLACE, SOURCE)

    def act(values: dict[str, Any], moment: datetime) -> str:
        acts.change_producer(id=id, changes=values, seen_version=seen_version(request), by=by, at=moment)
        return _done(found, "sua")

    return answer(request, _form(by, found, _("Sửa chủ thể"), asked, _("Lưu"), version=found.version, row=found), act)


@require_http_methods(METHODS)
@signed_in
def representative(request: HttpRequest, id: UUID) -> HttpResponse:
    """The person who represents a producer."""
    by = acting(request)
    found = producer_read(by, id)
    policies.may_change_producer(by, found).require()
    policies.may_see_personal(by, found).require()
    row = producers.representative(found)
    sexes = tuple((code, words[_english()]) for code, words in CHOICES["Representative.sex"].items())
    asked = tuple(
        replace(box, choices=(("", _("chưa ghi")), *sexes)) if box.name == "sex" else box for box in PERSON
    )  # fmt: skip

    def act(values: dict[str, Any], moment: datetime) -> str:
        acts.change_representative(id=id, changes=values, seen_version=seen_version(request), by=by, at=moment)
        return _done(found, "nguoi")

    lead = _("Dữ liệu cá nhân: chỉ người phụ trách ở đây và chính chủ thể xem được. Chỉ ghi điều cần cho chương trình.")
    form = _form(
        by, found, _("Người đại diện"), asked, _("Lưu"), version=row.version if row else 0, row=row,
        table="representative", lead=lead,
    )  # fmt: skip
    return answer(request, form, act)


@require_http_methods(METHODS)
@signed_in
def place(request: HttpRequest, id: UUID) -> HttpResponse:
    """In which commune of today a producer lies whose old one was divided."""
    by = acting(request)
    found = producer_read(by, id)
    policies.may_place_producer(by, found).require()
    where = placing.placing_of(found.origin_unit.code, found.origin_on, by.day)
    heirs = tuple((unit.code, unit.title) for unit in where.candidates)
    asked = (
        Box("chosen", "Producer.unit", boxes.CHOICE, required=True, choices=heirs, lang="vi"),
        Box("note", words=_("Biết từ đâu"), most=200, hint=_("Ví dụ: trụ sở ở thôn Nà Làng, nay thuộc xã này")),
    )

    def act(values: dict[str, Any], moment: datetime) -> str:
        acts.place_producer(id=id, **values, seen_version=seen_version(request), by=by, at=moment)
        return _done(found, "chon-xa")

    lead = _("Nguồn ghi %(old)s (%(day)s). Đơn vị ấy nay nằm ở nhiều xã; hãy chọn xã của trụ sở.") % {
        "old": where.origin.title, "day": f"{where.origin_on:%d/%m/%Y}",
    }  # fmt: skip
    return answer(
        request, _form(by, found, _("Chọn xã"), asked, _("Chọn xã này"), version=found.version, lead=lead), act
    )


@require_http_methods(METHODS)
@signed_in
def fact(request: HttpRequest, id: UUID) -> HttpResponse:
    """A fact of a year, of the producer or of one of its products."""
    by = acting(request)
    found = producer_read(by, id)
    policies.may_change_producer(by, found).require()
    own = {str(product.id): product for product in producers.products_of(found)}
    kinds = tuple((code, _fact_words(code)) for code in FACTS)
    whose = (("", _("cả chủ thể")), *((key, product.name) for key, product in own.items()))
    asked = (
        Box("year", "YearlyFact.year", boxes.WHOLE, required=True),
        Box("kind", "YearlyFact.kind", boxes.CHOICE, required=True, choices=kinds),
        Box("value", "YearlyFact.value", boxes.AMOUNT, required=True, plain=True,
            hint=_("Tiền ghi đủ đồng, ví dụ 720.000.000")),
        Box("unit", "YearlyFact.unit", most=30, hint=_("Chỉ cần với sản lượng: kg, tấn, lít…")),
        Box("product", "YearlyFact.product", boxes.CHOICE, choices=whose, lang="vi"),
        Box("source", "YearlyFact.source", required=True, most=1000, hint=_("Ví dụ: báo cáo thuế năm 2025")),
        Box("replaces", words=_("Thay số đã ghi của năm ấy, nếu có"), shape=boxes.TICK),
    )  # fmt: skip

    def act(values: dict[str, Any], moment: datetime) -> str:
        product = own.get(values.pop("product"))
        record_fact(producer=found, product=product, by=by, at=moment, **values)
        return _done(found, "so-lieu", "#so-lieu")

    form = _form(by, found, _("Ghi số liệu năm"), asked, _("Ghi"))
    return answer(request, replace(form, stored={"year": by.day.year - 1, "kind": "revenue"}), act)


def _form(
    by: Any, found: Producer, title: str, asked: tuple[Box, ...], send: str, *, version: int | str = "",
    row: Any = None, table: str = "producer", lead: str = "",
) -> Form:  # fmt: skip
    back = reverse("records:producer", args=[found.id])
    stored = {box.name: getattr(row, box.name) for box in asked} if row is not None else {}
    return Form(
        title, asked, send, back, crumbs(by, found, Link("", title)), lead=lead or shown_name(by, found),
        version=str(version), table=table, stored=stored,
    )  # fmt: skip


def _kind() -> Box:
    """The kinds, those for tourism only last, as the decision lists them."""
    known = CHOICES["Producer.kind"]
    codes = sorted(known, key=lambda code: (code == "untold", code in TOURISM_ONLY))
    choices: Choices = tuple((code, known[code][_english()]) for code in codes)
    return Box("kind", "Producer.kind", boxes.CHOICE, choices=choices)


def _fact_words(code: str) -> str:
    kind = FACTS[code]
    words = kind.en if _english() else kind.vi
    unit = {DONG: _("đồng"), PEOPLE: _("người")}.get(kind.unit, "")
    return f"{words} ({unit})" if unit else words


def _list(code: str) -> str:
    return address("unit:producers", code) or reverse("people:unit", args=[code])


def _done(found: Producer, what: str, place: str = "") -> str:
    return f"{reverse('records:producer', args=[found.id])}?xong={what}{place}"


def _english() -> bool:
    return get_language() == "en"
