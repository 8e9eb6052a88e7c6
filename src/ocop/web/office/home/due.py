"""The day's work: everything that waits for somebody in a unit, in the order in which it is due.

Owns what counts as due and its words. Each source gives things only to who may do something about them. Sources that
come later (dossiers) are added to SOURCES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.domain.accounts import queries as accounts
from ocop.domain.intake.queries import imports
from ocop.domain.registry.queries import products, tallies
from ocop.domain.registry.queries.tallies import Tally
from ocop.web.office.units import filters
from ocop.web.office.units.asking import Where
from ocop.web.producer.papers.expiring import expiring_count

LATE, SOON, WAIT = "late", "soon", "wait"
IN_CHARGE = ("provincial_agency", "ministry", "system_administrator")
"""Roles that give roles: whoever guesses their password has the whole unit."""
ROLES_SOON = timedelta(days=30)


@dataclass(frozen=True)
class Due:
    """One thing to do: how urgent (LATE, SOON, WAIT), that in words, what and why, and where it is done."""

    urgency: str
    when: str
    what: str
    why: str
    href: str
    button: str
    on: date


def all_due(place: Where, tally: Tally) -> list[Due]:
    """What is due in a unit: late things first, then by day; what waits for others last."""
    found = [one for source in SOURCES for one in source(place, tally)]
    return sorted(found, key=lambda one: ((LATE, SOON, WAIT).index(one.urgency), one.on))


def _stars(place: Where, tally: Tally) -> Iterator[Due]:
    """Stars that are over, and those that end within 180 days: a new dossier takes that long."""
    page = reverse("unit:products", args=[place.code])
    if over := tally.lasting[products.EXPIRED]:
        what = ngettext("%(n)s sản phẩm đã hết hạn sao", "%(n)s sản phẩm đã hết hạn sao", over) % {"n": over}
        why = _("Không được dùng sao trên nhãn nữa; hỏi chủ thể có đánh giá lại không.")
        yield Due(LATE, _("Quá hạn"), what, why, f"{page}?han=het", _("Xem danh sách"), place.by.day)
    if ending := tally.lasting[products.ENDING]:
        wanted = products.Wanted(**filters.within(place), on=place.by.day)
        first = tallies.next_end(wanted) or place.by.day
        what = ngettext("%(n)s sản phẩm sắp hết hạn sao", "%(n)s sản phẩm sắp hết hạn sao", ending) % {"n": ending}
        why = _("Sớm nhất ngày %(day)s; còn kịp làm hồ sơ đánh giá lại.") % {
            "day": date_format(first, "SHORT_DATE_FORMAT")
        }
        yield Due(SOON, _("180 ngày tới"), what, why, f"{page}?han=sap&xep=han", _("Xem danh sách"), first)


def _places(place: Where, tally: Tally) -> Iterator[Due]:
    """Producers of divided communes: only a person knows where they belong."""
    if tally.unplaced and place.may("registry.place_producer"):
        page = reverse("unit:producers", args=[place.code])
        what = ngettext("%(n)s chủ thể cần chọn xã", "%(n)s chủ thể cần chọn xã", tally.unplaced) % {
            "n": tally.unplaced
        }
        why = _("Nguồn không cho biết xã nào sau khi sắp xếp, nên máy không tự quyết.")
        yield Due(SOON, _("Cần người chọn"), what, why, f"{page}?xa=can-chon", _("Chọn xã"), place.by.day)


def _imports(place: Where, tally: Tally) -> Iterator[Due]:
    """Workbooks read and not in the register yet."""
    if not place.may_import:
        return
    for one in imports.open_imports(place.code):
        doubts = one.doubtful + one.wrong  # type: ignore[attr-defined]
        why = (
            ngettext("%(n)s dòng cần xem lại", "%(n)s dòng cần xem lại", doubts) % {"n": doubts}
            if doubts
            else _("Đã sẵn sàng ghi vào sổ đăng ký.")
        )
        href = reverse("imports:one", args=[place.code, one.id])
        what = _("Lần nhập %(file)s chưa xong") % {"file": one.file_name}
        yield Due(SOON, _("Chưa xong"), what, why, href, _("Làm tiếp"), one.read_on)


def _papers(place: Where, tally: Tally) -> Iterator[Due]:
    """Papers that ended or end soon: their producers are to be reminded."""
    if count := expiring_count(place.by, place.seat):
        what = ngettext("%(n)s giấy tờ sắp hết hạn hoặc đã hết", "%(n)s giấy tờ sắp hết hạn hoặc đã hết", count) % {
            "n": count
        }
        why = _("Nhắc chủ thể làm giấy mới, để hồ sơ sau không phải chờ.")
        page = reverse("papers:expiring", args=[place.code])
        yield Due(SOON, _("Sắp hết hạn"), what, why, page, _("Xem giấy tờ"), place.by.day)


def _people(place: Where, tally: Tally) -> Iterator[Due]:
    """Roles about to end, people who never came in, and doors with one lock only."""
    if not place.may("accounts.give_role"):
        return
    day, page = place.by.day, reverse("people:unit", args=[place.code])
    ending, first = accounts.ending_roles(place.seat, day, ROLES_SOON)
    if ending and first:
        what = ngettext("%(n)s vai trò sắp hết", "%(n)s vai trò sắp hết", ending) % {"n": ending}
        why = _("Giao tiếp hoặc bàn giao trước ngày ấy, để không ai mất việc giữa chừng.")
        yield Due(SOON, _left(first, day), what, why, page, _("Xem người"), first)
    if open_doors := accounts.without_second_factor(place.seat, day, IN_CHARGE):
        what = ngettext(
            "%(n)s người phụ trách chỉ có mật khẩu", "%(n)s người phụ trách chỉ có mật khẩu", open_doors
        ) % {"n": open_doors}  # fmt: skip
        why = _("Ai giao được vai trò thì nên có thêm ứng dụng mã.")
        yield Due(WAIT, _("Chờ họ"), what, why, page, _("Xem người"), day)
    if waiting := accounts.without_password(place.seat, day):
        what = ngettext("%(n)s người chưa đặt mật khẩu", "%(n)s người chưa đặt mật khẩu", waiting) % {"n": waiting}
        why = _("Đã giao vai trò nhưng chưa vào lần nào; gửi lại đường dẫn nếu cần.")
        yield Due(WAIT, _("Chờ họ"), what, why, page, _("Xem người"), day)


def _left(on: date, today: date) -> str:
    days = (on - today).days
    return ngettext("Còn %(n)s ngày", "Còn %(n)s ngày", days) % {"n": days} if days else str(_("Hôm nay"))


SOURCES: tuple[Callable[[Where, Tally], Iterator[Due]], ...] = (_imports, _stars, _places, _papers, _people)
