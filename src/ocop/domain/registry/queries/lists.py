"""Lists of the register as they leave the system: the columns of a workbook or CSV file, row by row.

Owns headings and values. A list has personal columns only when it is asked for with them, by a caller whose reader may
see them; without, the name of a household is left out too. The two file formats are `ocop.kit.sheets`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from ocop.domain.registry.fields import FIELDS, is_personal
from ocop.domain.registry.models import Producer, ProductGroup, Representative
from ocop.domain.registry.queries import producers as reading_producers
from ocop.domain.registry.queries import products as reading_products
from ocop.kit.sheets.writing import Value
from ocop.rules import units
from ocop.rules.lawbook.classification import NOW
from ocop.rules.naming.plain import KINDS
from ocop.rules.units.gazetteer import Gazetteer

AT_ONCE = 1_000
PERSON = ("name", "sex", "ethnicity", "has_disability", "phone", "email")
PRODUCERS = (
    "Producer.name", "Producer.kind", "Producer.tax_code", "Producer.unit", "Producer.address", "Producer.origin_unit",
    "Producer.needs_placing", "Producer.latitude", "Producer.longitude", "Producer.craft_village",
    "Producer.in_association", "Producer.source", "Producer.demonstration",
)  # fmt: skip
PRODUCTS = (
    "Product.name", "Product.code", "Product.group_text", "ProductGroup.set_number", "Producer.name", "Producer.unit",
    "StarRecord.stars", "StarRecord.year", "StarRecord.expires_on", "Product.source", "Product.demonstration",
)  # fmt: skip


class Places:
    """Titles of units by table and day, each looked up once."""

    def __init__(self, book: Gazetteer | None = None) -> None:
        self._book = book
        self._titles: dict[tuple[str, date], str] = {}

    def title(self, code: str, on: date) -> str:
        """What the unit was called on that day."""
        if (code, on) not in self._titles:
            self._titles[code, on] = units.unit(code, on, book=self._book).title
        return self._titles[code, on]


def headings(columns: Sequence[str], lang: str = "vi") -> list[str]:
    """The words of some columns."""
    return [FIELDS[column].en if lang == "en" else FIELDS[column].vi for column in columns]


def producer_columns(*, personal: bool = False) -> tuple[str, ...]:
    """The columns of a list of producers."""
    return PRODUCERS + tuple(f"Representative.{name}" for name in PERSON) if personal else PRODUCERS


def producer_lines(
    wanted: reading_producers.Wanted, *, lang: str = "vi", personal: bool = False, book: Gazetteer | None = None
) -> Iterator[list[Value]]:
    """The producers wanted, a line each, in the order of `producer_columns`; memory does not grow with the list."""
    places = Places(book)
    found = reading_producers.producers(wanted).select_related("unit", "origin_unit", "representative")
    for row in found.iterator(AT_ONCE):
        line = [
            None if not personal and is_personal(column, row.kind) else _producer_value(row, column, places, lang)
            for column in PRODUCERS
        ]
        yield line + (_person(row) if personal else [])


def product_lines(
    wanted: reading_products.Wanted, *, lang: str = "vi", personal: bool = False, book: Gazetteer | None = None
) -> Iterator[list[Value]]:
    """The products wanted, a line each, in the order of `PRODUCTS`, with the set of the law in force."""
    places = Places(book)
    of_law = ProductGroup.objects.filter(instrument=NOW, product=OuterRef("pk")).values("set_number")[:1]
    found: Any = reading_products.products(wanted).annotate(set_now=Subquery(of_law))  # with columns mypy cannot see
    for row in found.iterator(AT_ONCE):
        made_by = row.producer
        hidden = not personal and is_personal("Producer.name", made_by.kind)
        yield [
            row.name, row.code, row.group_text, row.set_now,
            None if hidden else made_by.name, places.title(made_by.unit.code, made_by.placed_on), row.stars_now,
            row.year_now, row.expires_now, row.source, _yes(row.demonstration, lang),
        ]  # fmt: skip


def _producer_value(row: Producer, column: str, places: Places, lang: str) -> Value:
    name = column.removeprefix("Producer.")
    if name == "kind":
        return KINDS[row.kind][lang == "en"]
    if name == "unit":
        return places.title(row.unit.code, row.placed_on)
    if name == "origin_unit":
        return places.title(row.origin_unit.code, row.origin_on)
    value: Value = getattr(row, name)
    return _yes(value, lang) if isinstance(value, bool) else value


def _person(row: Producer) -> list[Value]:
    person: Representative | None = getattr(row, "representative", None)
    return [getattr(person, name) if person else None for name in PERSON]


def _yes(value: bool, lang: str) -> str:
    return ("yes" if lang == "en" else "có") if value else ""
