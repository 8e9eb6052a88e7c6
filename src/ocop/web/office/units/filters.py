"""The filters of a list: read from the address, drawn as a form, told in words, and kept in every link of the page.

Owns the words of addresses ("sao", "han", "xep") and of choices. What a filter finds is the register's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext as _

from ocop.domain.registry.queries import producers, products
from ocop.rules.lawbook.book import find_set, in_english, set_numbers
from ocop.rules.lawbook.classification import NOW
from ocop.rules.naming.plain import KINDS
from ocop.web.office.units.asking import Below, Where

FIRST_YEAR = 2018  # the year the programme began
LONGEST = 200  # letters of what is typed to search
LASTING = {"con": products.VALID, "sap": products.ENDING, "het": products.EXPIRED, "chua-ro": products.UNTOLD}
ORDERS = {"ten": "name", "sao": "stars", "han": "ending", "noi": "place", "so-san-pham": "products"}
PLACING = {"": None, "can-chon": True, "co": False}
INVENTED = {"": None, "khong": False, "co": True}
Option = tuple[str, str]


@dataclass(frozen=True)
class Choice:
    """One box of the form: its name in the address, its label, the choices, and the one taken ("" for all)."""

    name: str
    label: str
    options: list[Option]
    chosen: str

    @property
    def words(self) -> str:
        """The choice taken, in words."""
        return dict(self.options).get(self.chosen, "")


def typed(asked: QueryDict) -> str:
    """What was typed into the search box."""
    return asked.get("q", "").strip()[:LONGEST]


def product_choices(asked: QueryDict, place: Where, below: Iterable[Below]) -> list[Choice]:
    """The boxes above a list of products."""
    return [
        *_units(asked, place, below),
        _choice(asked, "bo", _("Bộ tiêu chí"), [(str(number), _set(number)) for number in set_numbers(NOW)]),
        _choice(asked, "sao", _("Hạng sao"), _stars()),
        _choice(asked, "han", _("Thời hạn sao"), _lasting()),
        _choice(asked, "nam", _("Năm công nhận"), _years(place.by.day)),
        _choice(asked, "loai", _("Loại hình chủ thể"), _kinds()),
        *_marks(asked),
    ]


def producer_choices(asked: QueryDict, place: Where, below: Iterable[Below]) -> list[Choice]:
    """The boxes above a list of producers."""
    return [*_units(asked, place, below), _choice(asked, "loai", _("Loại hình"), _kinds()), *_marks(asked)]


def product_orders(asked: QueryDict) -> Choice:
    """The box that says by what products are sorted."""
    options = [("sao", _("Sao, nhiều trước")), ("han", _("Ngày hết hạn")), ("noi", _("Nơi"))]
    return _choice(asked, "xep", _("Xếp theo"), [("ten", _("Tên, A đến Y")), *options], "ten")


def producer_orders(asked: QueryDict) -> Choice:
    """The box that says by what producers are sorted."""
    options = [("so-san-pham", _("Số sản phẩm, nhiều trước")), ("noi", _("Nơi"))]
    return _choice(asked, "xep", _("Xếp theo"), [("ten", _("Tên, A đến Y")), *options], "ten")


def wanted_products(asked: QueryDict, place: Where, choices: list[Choice], below: Iterable[Below]) -> products.Wanted:
    """What the form asks of the register."""
    taken = {one.name: one.chosen for one in choices}
    return products.Wanted(
        **_within(place, taken, below), words=typed(asked), households=place.sees_personal,
        stars=_number(taken["sao"]), year=_number(taken["nam"]), kind=taken["loai"],
        instrument=NOW if taken["bo"] else "", set_number=_number(taken["bo"]), lasting=LASTING.get(taken["han"], ""),
        on=place.by.day, needs_placing=PLACING[taken["xa"]], demonstration=INVENTED[taken["minh-hoa"]],
        order=ORDERS[product_orders(asked).chosen],
    )  # fmt: skip


def wanted_producers(asked: QueryDict, place: Where, choices: list[Choice], below: Iterable[Below]) -> producers.Wanted:
    """What the form asks of the register."""
    taken = {one.name: one.chosen for one in choices}
    return producers.Wanted(
        **_within(place, taken, below), words=typed(asked), households=place.sees_personal, kind=taken["loai"],
        needs_placing=PLACING[taken["xa"]], demonstration=INVENTED[taken["minh-hoa"]], on=place.by.day,
        order=ORDERS[producer_orders(asked).chosen],
    )  # fmt: skip


def within(place: Where) -> dict[str, Any]:
    """The part of `Wanted` that says where, for a whole unit."""
    return _within(place, {}, ())


def _within(place: Where, taken: dict[str, str], below: Iterable[Below]) -> dict[str, Any]:
    """A commune by its unit, a province by its code, the nation by neither."""
    chosen = next((one for one in below if one.code == taken.get("duoi")), None)
    unit = place.seat.unit
    if unit is None:
        return {"province": chosen.code if chosen else ""}
    if unit.level == "province":
        return {"province": unit.code, "units": (chosen.id,) if chosen else ()}
    return {"units": (unit.id,)}


def _units(asked: QueryDict, place: Where, below: Iterable[Below]) -> list[Choice]:
    options = [(one.code, one.title) for one in below]
    label = _("Xã, phường") if place.seat.unit else _("Tỉnh, thành phố")
    return [_choice(asked, "duoi", label, options)] if options else []


def _marks(asked: QueryDict) -> list[Choice]:
    return [
        _choice(asked, "xa", _("Nơi của chủ thể"), [("can-chon", _("Cần chọn xã")), ("co", _("Đã có xã"))]),
        _choice(asked, "minh-hoa", _("Dữ liệu"), [("khong", _("Dữ liệu thật")), ("co", _("Dữ liệu minh họa"))]),
    ]


def _choice(asked: QueryDict, name: str, label: str, options: list[Option], otherwise: str = "") -> Choice:
    """A box; a choice that does not exist counts as none."""
    given = asked.get(name, "")
    return Choice(name, label, options, given if given in dict(options) else otherwise)


def _stars() -> list[Option]:
    return [(str(stars), _("%(stars)s sao") % {"stars": stars}) for stars in (5, 4, 3)] + [("0", _("Chưa rõ sao"))]


def _lasting() -> list[Option]:
    return [
        ("con", _("Còn hạn")), ("sap", _("Hết hạn trong 180 ngày tới")), ("het", _("Đã hết hạn")),
        ("chua-ro", _("Chưa rõ ngày hết hạn")),
    ]  # fmt: skip


def _years(today: date) -> list[Option]:
    return [(str(year), str(year)) for year in range(today.year, FIRST_YEAR - 1, -1)]


def _kinds() -> list[Option]:
    return [(code, kind_words(code)) for code in KINDS]


def kind_words(code: str) -> str:
    """A kind of producer in the reader's language."""
    return KINDS[code][translation.get_language() == "en"]


def _set(number: int) -> str:
    name = find_set(NOW, number).name
    return f"{number}. {in_english(name) or name if translation.get_language() == 'en' else name}"


def _number(text: str) -> int | None:
    return int(text) if text else None
