"""A form and its boxes: what each is called, how it is drawn, and what was meant by what was typed into it.

Owns reading and drawing one box; labels are the words of `domain.registry.fields`. What is typed wrong is told in the
reader's language, all boxes at once, and stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ocop.domain.registry.fields import FIELDS
from ocop.web.base.figures import amount_typed
from ocop.web.base.navigation import Link

TEXT, LONG, CHOICE, YES_NO, AMOUNT, POINT, WHOLE, DAY, TICK = (
    "text", "long", "choice", "yes_no", "amount", "point", "whole", "day", "tick",
)  # fmt: skip
YES, NO = "co", "khong"
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its name in the form, its column (for the label), its shape. `words` stand in place of the label."""

    name: str
    column: str = ""
    shape: str = TEXT
    hint: str | Promise = ""
    required: bool = False
    most: int = 255
    choices: Choices = ()
    words: str | Promise = ""
    kind: str = "text"  # of the input: text, email, tel
    plain: bool = False  # no spelling check
    lang: str = ""  # of what there is to choose from, where that is not the page's

    @property
    def label(self) -> str:
        """What it is called, in the reader's language."""
        if self.words:
            return str(self.words)
        column = FIELDS[self.column]
        return column.en if get_language() == "en" else column.vi


@dataclass(frozen=True)
class Form:
    """What a form shows. `version` is that of the record as it was read, "" where nothing can have changed."""

    title: str | Promise
    boxes: tuple[Box, ...]
    send: str | Promise
    back: str
    crumbs: list[Link]
    lead: str | Promise = ""
    version: str = ""
    table: str = ""
    stored: Mapping[str, Any] = field(default_factory=dict)
    template: str = "records/form.html"
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A box as a page shows it."""

    box: Box
    value: str
    error: str = ""

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """Value, words and whether it is chosen, for a choice."""
        choices = self.box.choices or (("", _("chưa ghi")), (YES, _("có")), (NO, _("không")))
        return [(value, words, value == self.value) for value, words in choices]


def drawn(boxes: Iterable[Box], typed: Mapping[str, Any], errors: Mapping[str, str]) -> list[Drawn]:
    """The boxes with what stands in them."""
    return [Drawn(box, written(typed.get(box.name)), errors.get(box.name, "")) for box in boxes]


def written(value: Any) -> str:
    """A value as it stands in its box."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        plain = format(value.normalize(), "f")
        return plain if get_language() == "en" else plain.replace(".", ",")
    return str(value)


def read(boxes: Iterable[Box], typed: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of the boxes, and what is wrong by name of the box."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for box in boxes:
        text = typed.get(box.name, "").replace("\r\n", "\n").strip()
        try:
            values[box.name] = _value(box, text)
        except ValueError as fault:
            wrong[box.name] = str(fault)
    return values, wrong


def _value(box: Box, text: str) -> Any:
    """What was meant; ValueError says in words what is wrong."""
    if box.required and not text:
        raise ValueError(_("Chưa có gì; hãy điền."))
    if len(text) > box.most and box.shape in (TEXT, LONG):
        raise ValueError(_("Dài %(now)s chữ; nhiều nhất %(most)s.") % {"now": len(text), "most": box.most})
    return _READ[box.shape](box, text)


def _choice(box: Box, text: str) -> str:
    if text not in {value for value, _words in box.choices}:
        raise ValueError(_("Chọn lại trong danh sách."))
    return text


def _yes_no(box: Box, text: str) -> bool | None:
    return {YES: True, NO: False}.get(text)


def _amount(box: Box, text: str) -> Decimal | None:
    if not text:
        return None
    found = amount_typed(text)
    if found is None:
        raise ValueError(_("Không đọc được số này. Ví dụ: 1.500.000 hoặc 12,5."))
    return found


def _point(box: Box, text: str) -> Decimal | None:
    if not text:
        return None
    try:
        found = Decimal(text.replace(",", "."))
    except ArithmeticError:
        found = Decimal("NaN")
    if not found.is_finite() or not -180 <= found <= 180:
        raise ValueError(_("Không đọc được tọa độ này. Ví dụ: 21,028511."))
    return round(found, 6)


def _whole(box: Box, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise ValueError(_("Viết bằng chữ số, ví dụ 2025."))
    return int(text)


def _day(box: Box, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(_("Chọn lại ngày.")) from None


_READ: dict[str, Any] = {
    TEXT: lambda box, text: text, LONG: lambda box, text: text, CHOICE: _choice, YES_NO: _yes_no, AMOUNT: _amount,
    POINT: _point, WHOLE: _whole, DAY: _day, TICK: lambda box, text: bool(text),
}  # fmt: skip
