"""The page itself: the day's work in the unit where one works, its figures, and the first steps where nothing is yet.

Owns which unit is shown and where people without an office go.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.domain.accounts import queries as accounts
from ocop.domain.accounts.queries import Acting
from ocop.domain.registry.queries.tallies import Tally
from ocop.rules.verdict import Verdict
from ocop.web.base.navigation import Link, address_if_exists
from ocop.web.base.signed_in import acting, signed_in
from ocop.web.office.home import due
from ocop.web.office.units.asking import Where, where
from ocop.web.office.units.overview import figures

READ = "registry.read"


@dataclass(frozen=True)
class Step:
    """One of the first steps of a province: done or not, and where it is done by who may."""

    done: bool
    title: str
    words: str
    href: str = ""
    button: str = ""


@require_safe
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What there is to do today."""
    by = acting(request)
    codes = _units(by)
    if not codes:
        return HttpResponseRedirect(_elsewhere(by))
    asked = request.GET.get("noi", "")
    place = where(request, asked if asked in codes else next(iter(codes)), "office:home")
    may_read = bool(place.may(READ))
    shown: dict[str, Any] = figures(place) if may_read else {"tally": Tally(), "parts": []}
    things = due.all_due(place, shown["tally"])
    counts = {urgency: sum(one.urgency == urgency for one in things) for urgency in (due.LATE, due.SOON, due.WAIT)}
    context = shown | {
        "place": place, "code": place.code, "due": things, "counts": counts, "may_read": may_read, "today": by.day,
        "to_do": counts[due.LATE] + counts[due.SOON], "steps": _first_steps(place, shown) if may_read else [],
        "others": [Link(f"?noi={code}", name, code == place.code) for code, name in codes.items()],
        "roles": [one for one in by.held if one.unit],
    }  # fmt: skip
    return render(request, "home/home.html", context)


def _units(by: Acting) -> dict[str, str]:
    """The units one works in, code and name, in the order of one's roles."""
    held = [one for one in by.held if one.unit]
    found = {accounts.code_of_seat(one.unit): one.unit_name for one in held}
    return {code: str(_("Toàn quốc")) if code == "vn" else name for code, name in found.items() if code}


def _elsewhere(by: Acting) -> str:
    """A producer's people go to their producer; who holds no role sees that on their account."""
    own = next((one.producer for one in by.held if one.producer), "")
    return (address_if_exists("records:producer", own) if own else "") or reverse("sign-in:account")


def _first_steps(place: Where, shown: dict[str, Any]) -> list[Step]:
    """How a province begins; nothing once its register has products."""
    tally: Tally = shown["tally"]
    if tally.products or place.seat.level != "province":
        return []
    people = sum(part.people for part in shown["parts"])
    import_href = address_if_exists("imports:list", place.code)
    return [
        Step(True, _("Đơn vị hành chính đã sẵn"), _("%(n)s xã, phường, kèm tên và mã cũ.") % {"n": len(place.below)}),
        Step(
            bool(people), _("Mời cán bộ các xã"), _("Ghi tên và số điện thoại; mỗi người tự đặt mật khẩu."),
            *_button(place.may("accounts.give_role"), reverse("people:unit", args=[place.code]), _("Mở trang người")),
        ),
        Step(
            False, _("Nhập danh sách đang có"), _("Bảng tính nào cũng được: đọc thử, hỏi chỗ nghi ngờ, rồi mới ghi."),
            *_button(place.may("registry.import_workbook"), import_href, _("Nhập bảng tính")),
        ),
        Step(False, _("Xem lại và tải về"), _("Danh sách, bản đồ và việc cần làm hiện ra ngay khi có dữ liệu."),
             reverse("unit:products", args=[place.code]), _("Mở danh sách")),
    ]  # fmt: skip


def _button(verdict: Verdict, href: str, words: str) -> tuple[str, str]:
    return (href, words) if verdict and href else ("", "")
