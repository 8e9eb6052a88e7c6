"""Lists of the register as they leave the system: the columns of a workbook or CSV file, row by row.

Owns headings and values. A list names households only for a caller whose reader may see personal data (`personal`),
and the people who represent producers only when they are asked for besides (`people`). The two file formats are
`ocop.kit.sheets`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ocop.domain.registry.fields import FIELDS, SEX_WORDS, is_personal
from ocop.domain.registry.models import Producer, Representative
from ocop.domain.registry.queries import producers as reading_producers
from ocop.domain.registry.queries import products as reading_products
from ocop.kit.sheets.writing import Value
from ocop.rules import units
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
    "StarRecord.stars", "StarRecord.year", "StarRecord.expires_on", "Product.specification",
    "Product.material_area", "Product.chain_links", "Product.story", "Product.source", "Product.demonstration",
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


def producer_columns(*, people: bool = False) -> tuple[str, ...]:
    """The columns of a list of producers."""
    return PRODUCERS + tuple(f"Representative.{name}" for name in PERSON) if people else PRODUCERS


def producer_lines(
    wanted: reading_producers.Wanted, *, lang: str = "vi", personal: bool = False, people: bool = False,
    book: Gazetteer | None = None,
) -> Iterator[list[Value]]:  # fmt: skip
    """The producers wanted, a line each, in the order of `producer_columns`; memory does not grow with the list."""
    places = Places(book)
    found = reading_producers.producers(wanted).select_related("unit", "origin_unit", "representative")
    for row in found.iterator(AT_ONCE):
        line = [
            None if not personal and is_personal(column, row.kind) else _producer_value(row, column, places, lang)
            for column in PRODUCERS
        ]
        yield line + (_person(row, lang) if people else [])


def product_lines(
    wanted: reading_products.Wanted, *, lang: str = "vi", personal: bool = False, book: Gazetteer | None = None
) -> Iterator[list[Value]]:
    """The products wanted, a line each, in the order of `PRODUCTS`, with the set of the law in force."""
    places = Places(book)
    found: Any = reading_products.with_sets(reading_products.products(wanted))  # with columns mypy cannot see
    for row in found.iterator(AT_ONCE):
        made_by = row.producer
        hidden = not personal and is_personal("Producer.name", made_by.kind)
        yield [
            row.name, row.code, row.group_text, row.set_now,
            None if hidden else made_by.name, places.title(made_by.unit.code, made_by.placed_on), row.stars_now,
            row.year_now, row.expires_now, row.specification,
            row.material_area, row.chain_links, row.story, row.source, _yes(row.demonstration, lang),
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


def _person(row: Producer, lang: str) -> list[Value]:
    person: Representative | None = getattr(row, "representative", None)
    told = [getattr(person, name) if person else None for name in PERSON]
    return [SEX_WORDS.get(str(value), (value, value))[lang == "en"] if value else value for value in told]


def _yes(value: bool, lang: str) -> str:
    return ("yes" if lang == "en" else "có") if value else ""
