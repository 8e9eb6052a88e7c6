"""Events turned into lines that a person reads: what was done, by whom, when, and what it was before and after.

Owns the sentence and the look-up of names; a value that its reader may not see is said to be hidden, and details that
were erased by law are said to be erased.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ocop.domain.accounts.queries import names_of
from ocop.domain.history.queries import Entry, Timeline
from ocop.domain.places.queries import titles
from ocop.domain.registry.queries.names import product_names
from ocop.rules.access.roles import ROLES
from ocop.rules.history.canonical import Value
from ocop.web.base.timeline.chapter import NUMBER, PERSON, PRODUCT, UNIT, Told, Words
from ocop.web.base.timeline.words import BOOK

PER_PAGE = 20
Hide = Callable[[str, str], bool]
"""Is this column of this kind of record (of an act, where an act tells of something apart) hidden from the reader?"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value in words; `lang` is set where it is what somebody wrote, whatever the page's language."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A column of an event: before and after, either of which may be empty; hidden, it has neither."""

    label: str
    before: Shown | None = None
    after: Shown | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One event, ready to be drawn."""

    at: datetime
    act: str
    who: str
    role: str
    unit: str
    note: str
    changes: tuple[Change, ...]
    erased: bool
    erased_at: datetime | None
    digest: str

    @property
    def by_system(self) -> bool:
        """Was it the system itself, such as a set-up command?"""
        return not (self.who or self.role or self.erased)


def timeline_page(
    request: HttpRequest, subjects: Iterable[tuple[str, str]], *, hide: Hide | None = None, per_page: int = PER_PAGE
) -> Page:
    """The page asked for (`?page=`) of the history of some objects (kind, id), as lines, newest first."""
    history: Any = Timeline(subjects)
    page = Paginator(history, per_page).get_page(request.GET.get("page"))
    page.object_list = lines(page.object_list, hide=hide)
    return page


def lines(entries: Iterable[Entry], *, hide: Hide | None = None) -> list[Line]:
    """Some events in words; a query for the names of each kind of thing in them."""
    found = list(entries)
    names = _Names(found)
    return [_line(entry, names, hide or (lambda kind, column: False)) for entry in found]


def in_words(kind: str, column: str) -> tuple[str, Callable[[Value], Shown | None]] | None:
    """How a column of a kind of record is called, and how its values are shown; None for one that says nothing."""
    found = BOOK.of_record(kind).get(column)
    return (_one((found.vi, found.en)), lambda value: _shown(value, found, _Names([], value, found))) if found else None


class _Names:
    """Names of units and people that the events refer to."""

    def __init__(self, entries: list[Entry], value: Value = None, told: Told | None = None) -> None:
        asked: dict[str, set[str]] = {UNIT: set(), PERSON: set(), PRODUCT: set()}
        if told and told.shape in asked and value:
            asked[told.shape].add(str(value))
        for entry in entries:
            before, after = _columns(entry.before), _columns(entry.after)
            for name, told in BOOK.columns(entry.act, entry.kind, [*before, *after]).items():
                if told.shape in asked:
                    given = [one[name] for one in (before, after) if one.get(name)]
                    asked[told.shape] |= {str(each) for value in given for each in _each(value)}
        self._known = {
            UNIT: titles(asked[UNIT]),
            PERSON: names_of(asked[PERSON]),
            PRODUCT: product_names(asked[PRODUCT]),
        }

    def of(self, shape: str, value: str) -> str:
        """The name, or the value itself where nobody has it any more."""
        return self._known[shape].get(value, value)


def _line(entry: Entry, names: _Names, hide: Hide) -> Line:
    before, after = _columns(entry.before), _columns(entry.after)
    changes = []
    for column, told in BOOK.columns(entry.act, entry.kind, [*after, *before]).items():
        label = _one((told.vi, told.en)).format(column if get_language() != "en" else column.replace("Đ", "D"))
        if hide(entry.kind, column):
            changes.append(Change(label, hidden=True))
            continue
        was, now = _shown(before.get(column), told, names), _shown(after.get(column), told, names)
        told_new = before.get(column) is not None or after.get(column) is not False
        if was != now and told_new:  # that a new record is not this or that says nothing
            changes.append(Change(label, was, now))
    return Line(
        entry.at, _one(BOOK.act(entry.act)), entry.name, _role(entry.role), entry.unit, entry.note, tuple(changes),
        entry.erased, entry.erased_at, entry.digest,
    )  # fmt: skip


def _columns(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _each(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


def _shown(value: Value, told: Told, names: _Names) -> Shown | None:
    if value is None or value == "" or value == [] or value == {}:
        return None
    if isinstance(value, bool):
        return Shown(_("có") if value else _("không"))
    if isinstance(value, dict):
        return Shown("; ".join(f"{key}: {one}" for key, one in value.items()), "vi")
    if told.shape == PRODUCT:
        return Shown(", ".join(names.of(PRODUCT, str(one)) for one in _each(value)), "vi")
    if isinstance(value, list):
        return Shown(", ".join(str(one) for one in value), "vi")
    text = str(value)
    if text in told.choices:
        return Shown(_one(told.choices[text]))
    if told.shape in (UNIT, PERSON):
        return Shown(names.of(told.shape, text), "vi")
    if told.shape == NUMBER:
        return Shown(_number(text))
    return _day(text) or Shown(text, "vi" if isinstance(value, str) else "")


def _number(text: str) -> str:
    try:
        return number_format(Decimal(text), force_grouping=True)
    except InvalidOperation:
        return text


def _day(text: str) -> Shown | None:
    try:
        return Shown(date_format(date.fromisoformat(text), "SHORT_DATE_FORMAT")) if len(text) == 10 else None
    except ValueError:
        return None


def _role(words: str) -> str:
    """A role as history names it, in the reader's language."""
    known = next((one for one in ROLES.values() if words in (one.vi, one.code)), None)
    return _one((known.vi, known.en)) if known else words


def _one(words: Words) -> str:
    return words[1] if get_language() == "en" else words[0]
