"""The showcase at /docs/components: every component with one example, drawn and as source.

The examples are templates in templates/docs/examples/, one per component; a test checks that none is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.domain.history.queries import Entry
from ocop.rules.history.canonical import Value
from ocop.web.base.gauge import Gauge, Mark, Part
from ocop.web.base.navigation import Link
from ocop.web.base.pictures import Picture
from ocop.web.base.timeline.lines import Line, lines

_TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


@dataclass(frozen=True)
class Component:
    """One component: the name of its tag without "c-", and what it is for."""

    name: str
    words: str | Promise

    @property
    def href(self) -> str:
        """Its page in the showcase."""
        return reverse("docs:component", args=[self.name])

    @property
    def example(self) -> str:
        """The template that shows it."""
        return f"docs/examples/{self.name}.html"

    @property
    def example_source(self) -> str:
        """How a page writes it."""
        return (_TEMPLATES / self.example).read_text(encoding="utf-8")

    @property
    def source(self) -> str:
        """The component itself; its first lines name the parameters."""
        return (_TEMPLATES / "cotton" / f"{self.name}.html").read_text(encoding="utf-8")


COMPONENTS = {
    one.name: one
    for one in (
        Component("button", gettext_lazy("Nút: việc chính, việc phụ, liên kết")),
        Component("icon", gettext_lazy("Biểu tượng, luôn có chữ bên cạnh")),
        Component("field", gettext_lazy("Ô nhập với nhãn, gợi ý, lỗi")),
        Component("passkey", gettext_lazy("Nút hỏi thiết bị lấy khóa")),
        Component("choices", gettext_lazy("Một tiêu chí và các lựa chọn")),
        Component("choice", gettext_lazy("Một lựa chọn với điểm và minh chứng")),
        Component("notice", gettext_lazy("Lời báo: tin, được, lưu ý, từ chối")),
        Component("stars", gettext_lazy("Sao, bằng hình và bằng chữ")),
        Component("gauge", gettext_lazy("Thanh điểm ba phần với mốc sao và mức tối thiểu")),
        Component("card", gettext_lazy("Thẻ")),
        Component("table", gettext_lazy("Bảng, trượt ngang trong khung trên điện thoại")),
        Component("breadcrumbs", gettext_lazy("Đường dẫn")),
        Component("tabs", gettext_lazy("Các trang chị em")),
        Component("steps", gettext_lazy("Đang ở mục nào")),
        Component("progress", gettext_lazy("Việc dài: đã xong bao nhiêu")),
        Component("empty", gettext_lazy("Chỗ còn trống: bắt đầu thế nào")),
        Component("tag", gettext_lazy("Nhãn trạng thái")),
        Component("stat", gettext_lazy("Con số lớn")),
        Component("bars", gettext_lazy("Số đếm của vài nhóm, bằng thanh và bằng chữ số")),
        Component("diff", gettext_lazy("Chỗ thêm, bỏ, đổi")),
        Component("search", gettext_lazy("Ô tìm")),
        Component("pagination", gettext_lazy("Số trang")),
        Component("upload", gettext_lazy("Chụp ảnh, chọn tệp, xếp trang, gửi")),
        Component("expiry", gettext_lazy("Hạn của giấy tờ")),
        Component("picture", gettext_lazy("Ảnh nhiều cỡ, giữ sẵn chỗ")),
        Component("timeline", gettext_lazy("Dòng thời gian của một hồ sơ, mới nhất trước")),
    )
}


def _specimens(request: HttpRequest) -> dict[str, Any]:
    """Objects the examples are drawn with."""
    parts = (
        Part("a", _("Sản phẩm và sức mạnh cộng đồng"), 28, 40),
        Part("b", _("Khả năng tiếp thị"), 17, 25),
        Part("c", _("Chất lượng sản phẩm"), 21, 35),
    )
    bands = tuple(Mark(at, _("%(stars)s sao") % {"stars": n}, met=at <= 66) for n, at in ((3, 50), (4, 70), (5, 90)))
    floors = (Mark(30, _("đạt mức tối thiểu"), met=True), Mark(60, _("chưa đạt mức tối thiểu")))
    links = [Link("#a", _("Phần A"), current=True), Link("#b", _("Phần B")), Link("#c", _("Phần C"))]
    page = Paginator(range(500), 30).get_page(request.GET.get("page"))
    gauge = Gauge(parts, bands, floors)
    return {
        "gauge": gauge,
        "links": links,
        "page": page,
        "timeline": _timeline(),
        "bars": _bars(),
        "picture": _picture(),
    }


def _bars() -> list[dict[str, Any]]:
    """Three groups of invented size, each a link to the list narrowed by it."""
    counted = (("Thực phẩm", 34), ("Đồ uống", 12), ("Sinh vật cảnh", 0))
    return [{"words": words, "whole": n, "width": f"{n * 100 // 34}%", "href": "#"} for words, n in counted]


def _picture() -> Picture:
    """A drawing of ours, standing in for a photo."""
    return Picture((), static("icon.svg"), 160, 160, _("Biểu tượng của trang: lá xanh và ngôi sao"))


def _timeline() -> Page[Line]:
    """Three invented events of an invented producer."""
    moment = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    change = Entry(
        at=moment, act="registry.change_producer", role="commune_officer", unit="Xã Ba Chẽ", name="Lan",
        note="theo giấy phép mới", before={"address": "Thôn 1", "tax_code": ""},
        after={"address": "Thôn 2", "tax_code": "0100233488"}, erased=False, digest="", kind="producer", subject="",
    )  # fmt: skip
    fact: Value = {"kind": "revenue", "year": 2025, "value": "720000000", "unit": "đồng"}
    recorded = replace(change, act="registry.record_fact", note="", before=None, after=fact)
    erased = replace(recorded, act="registry.change_representative", name="", after=None, erased=True, erased_at=moment)
    shown = lines([change, recorded, erased])
    return Paginator(shown, 20).page(1)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All components, each drawn once."""
    context = {"components": COMPONENTS.values(), "crumbs": _crumbs(), **_specimens(request)}
    return render(request, "docs/components.html", context)


@require_safe
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One component: the example drawn, how it is written, and the component's own source."""
    component = COMPONENTS.get(name)
    if component is None:
        raise Http404(f"no component {name!r}")
    crumbs = [*_crumbs(), Link("", f"c-{component.name}")]
    return render(request, "docs/component.html", {"component": component, "crumbs": crumbs, **_specimens(request)})


def _crumbs() -> list[Link]:
    return [
        Link(reverse("docs:index"), _("Tài liệu")),
        Link(reverse("docs:components"), _("Các thành phần giao diện")),
    ]
