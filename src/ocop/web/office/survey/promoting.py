"""A sheet goes into the register: as a new product of a producer, new or known, or as a product that is there.

Owns that form, which says before it acts what will happen.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ocop.domain.survey import policies
from ocop.domain.survey.actions.promoting import link_sheet, promote_sheet
from ocop.domain.survey.queries.sheets import producers_there, products_there
from ocop.rules.naming.plain import producer_name
from ocop.rules.refused import Refused
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.office.records import boxes
from ocop.web.office.records.boxes import Box, Form
from ocop.web.office.records.form import answer, seen_version
from ocop.web.office.survey.steps import METHODS
from ocop.web.office.survey.words import crumbs, sheet_read


@require_http_methods(METHODS)
@signed_in
def promote(request: HttpRequest, id: UUID) -> HttpResponse:
    """What was surveyed becomes a product of the register."""
    by = acting(request)
    found = sheet_read(by, id)
    policies.may_promote(by, found).require()
    products = (("", _("Chưa có: thêm sản phẩm mới")), *((str(one.id), f"{one.name} ({one.producer.name})")
                for one in products_there(found)))  # fmt: skip
    producers = (("", _("Chưa có: thêm chủ thể mới")), *((str(one.id), one.name) for one in producers_there(found)))
    plain = producer_name(found.made_by).key
    known = next((str(one.id) for one in producers_there(found) if plain and one.plain_key == plain), "")
    asked = (
        Box("product", shape=boxes.CHOICE, choices=products, words=_("Sản phẩm đã có trong sổ?")),
        Box("producer", shape=boxes.CHOICE, choices=producers, words=_("Chủ thể của sản phẩm mới")),
        Box("product_name", words=_("Tên sản phẩm mới"), hint=_("Như sẽ ghi trên nhãn")),
        Box("producer_name", words=_("Tên chủ thể mới"), hint=_("Tên hợp tác xã, doanh nghiệp hoặc hộ kinh doanh")),
    )

    def act(values: dict[str, Any], moment: datetime) -> str:
        seen = seen_version(request)
        if values["product"]:
            link_sheet(id=id, product_id=UUID(values["product"]), seen_version=seen, by=by, at=moment)
            return f"{reverse('survey:sheet', args=[id])}?xong=noi"
        if not values["producer"] and not values["producer_name"]:
            raise Refused("bad_value", where="producer_name", vi="chọn chủ thể, hoặc ghi tên chủ thể mới",
                          en="choose a producer, or write the name of a new one")  # fmt: skip
        promote_sheet(
            id=id, seen_version=seen, by=by, at=moment, product_name=values["product_name"],
            producer_id=UUID(values["producer"]) if values["producer"] else None,
            producer_name=values["producer_name"],
        )  # fmt: skip
        return f"{reverse('survey:sheet', args=[id])}?xong=vao-so"

    back = reverse("survey:sheet", args=[id])
    title = _("Đưa vào sổ đăng ký")
    form = Form(
        f"{title}: {found.name}", asked, title, back,
        crumbs(found, Link(back, found.name, lang="vi"), Link("", title)), version=str(found.version),
        table="surveysheet", stored={"product_name": found.name, "producer_name": found.made_by, "producer": known},
        template="survey/promote.html", more={"sheet": found},
    )  # fmt: skip
    return answer(request, form, act)
