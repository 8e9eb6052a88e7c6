"""Which unit a page is about, who asks, and what stands on every page of a unit: the way to it and its sister pages.

Owns no reading of the register.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.domain.accounts import policies, queries
from ocop.domain.accounts.queries import Acting, Seat
from ocop.domain.places import queries as places
from ocop.rules.verdict import Verdict
from ocop.web.base.navigation import Link, address_if_exists
from ocop.web.base.signed_in import acting

PAGES = (
    ("unit:overview", gettext_lazy("Tổng quan"), ""),
    ("unit:products", gettext_lazy("Sản phẩm"), "registry.read"),
    ("unit:producers", gettext_lazy("Chủ thể"), "registry.read"),
    ("unit:map", gettext_lazy("Bản đồ"), "registry.read"),
    ("people:unit", gettext_lazy("Người"), "accounts.see_people"),
    ("imports:list", gettext_lazy("Nhập dữ liệu"), "registry.import_workbook"),
    ("papers:expiring", gettext_lazy("Giấy tờ"), "evidence.read_paper"),
    ("survey:list", gettext_lazy("Khảo sát"), "survey.read"),
)
"""The pages of a unit and the act each needs; one that is not installed is not offered."""


@dataclass(frozen=True)
class Below:
    """A unit below the one shown: what it is called, and what the register knows it by."""

    code: str
    title: str
    id: UUID


@dataclass(frozen=True)
class Where:
    """A unit asked about by somebody on a day."""

    by: Acting
    seat: Seat
    code: str
    page: str

    def may(self, act: str) -> Verdict:
        """The table's answer for an act here."""
        return policies.may_act(act, self.by, self.seat)

    @property
    def name(self) -> str:
        """In words: "Xã Ba Chẽ"."""
        return str(_("Toàn quốc")) if self.code == "vn" else self.seat.name

    @property
    def sees_personal(self) -> bool:
        """May personal data, and with it the names of households, be shown?"""
        return bool(self.may("registry.see_personal"))

    @cached_property
    def below(self) -> list[Below]:
        """The units right below, by name: communes of a province, provinces of the nation; one query."""
        unit = self.seat.unit
        if unit is not None and unit.level == "commune":
            return []
        states = places.units_under(unit, self.by.day) if unit else places.units_on(self.by.day, "province")
        return [Below(state.unit.code, state.title, state.unit_id) for state in states]

    @property
    def provinces(self) -> dict[str, str]:
        """Names by code, of the nation's provinces."""
        return {one.code: one.title for one in self.below}

    @property
    def may_import(self) -> bool:
        """A workbook is imported into a province."""
        unit = self.seat.unit
        return unit is not None and unit.level == "province" and bool(self.may("registry.import_workbook"))

    @property
    def tabs(self) -> list[Link]:
        """The sister pages that this person may open."""
        return [
            Link(href, words, name == self.page)
            for name, words, act in PAGES
            if (href := address_if_exists(name, self.code)) and (not act or self.may(act))
        ]

    def crumbs(self, *more: Link) -> list[Link]:
        """From the nation down to this unit."""
        above = [Seat(), *(Seat(self.seat.line[at:]) for at in range(len(self.seat.line) - 1, -1, -1))]
        links = [
            Link(reverse("unit:overview", args=[one.unit.code if one.unit else "vn"]), _title(one), lang=_lang(one))
            for one in above
        ]
        return [*links, *more]


def where(request: HttpRequest, code: str, page: str, act: str = "") -> Where:
    """The unit of an address. Raises Refused: `no_unit`, or why `act` may not be done here."""
    by = acting(request)
    found = Where(by, queries.seat_by_code(code, by.day), code, page)
    if act:
        found.may(act).require()
    return found


def _title(seat: Seat) -> str:
    return seat.name if seat.unit else str(_("Toàn quốc"))


def _lang(seat: Seat) -> str:
    return "vi" if seat.unit else ""
