"""What every page of an import starts with: who asks, which province, which import, and the way back up.

Owns that, and nothing of what a page shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from ocop.domain.accounts.queries import Acting, Seat, seat_by_code
from ocop.domain.intake import policies
from ocop.domain.intake.queries import imports
from ocop.rules.refused import Refused
from ocop.web.base.navigation import Link
from ocop.web.base.signed_in import acting


@dataclass(frozen=True)
class Asked:
    """Somebody who may import into a province."""

    by: Acting
    seat: Seat
    code: str

    def crumbs(self, *more: Link) -> list[Link]:
        """From the province down to this page."""
        links = [Link(_unit_page(self.code), self.seat.name, lang="vi")] if _unit_page(self.code) else []
        return [*links, Link(reverse("imports:list", args=[self.code]), _("Nhập bảng tính")), *more]


def asked(request: HttpRequest, code: str) -> Asked:
    """Who asks about which province. Raises Refused: who may not, and `no_unit` for what is no province."""
    by = acting(request)
    seat = seat_by_code(code, by.day)
    policies.may_import(by, code, by.day).require()
    if seat.level != "province":
        raise Refused(
            "no_unit",
            vi="Bảng tính được nhập cho cả tỉnh. Chọn tỉnh của đơn vị này.",
            en="Workbooks are imported for a whole province. Choose the province of this unit.",
        )
    return Asked(by, seat, code)


def import_asked(request: HttpRequest, code: str, id: UUID) -> tuple[Asked, imports.Import]:
    """An import of the province. Raises Refused as `asked` does, and `no_import` for one of another province."""
    who, whole = asked(request, code), imports.import_of(id)
    if whole.province_code != code:
        raise Refused("no_import", where=str(id), vi="không có lần nhập này", en="there is no such import")
    return who, whole


def _unit_page(code: str) -> str:
    try:
        return reverse("unit:overview", args=[code])
    except NoReverseMatch:
        return ""
