"""Many rows into the register at once: what is missing is made, what is there is kept, nothing is overwritten.

Owns writing a batch of read rows in one transaction, with an event for each producer and product made and each product
that gained stars. Deciding which rows mean which records is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max

from ocop.domain.history.actions import Act, Actor, record_all
from ocop.domain.places.models import AdministrativeUnit
from ocop.domain.registry.actions.changing import told
from ocop.domain.registry.actions.producers import day_of, name_keys
from ocop.domain.registry.actions.products import derived_sets
from ocop.domain.registry.models import Producer, Product, ProductGroup, Representative, StarRecord
from ocop.domain.registry.queries.placing import Placing, placing_of, stored
from ocop.domain.registry.queries.products import Claim, claim_key
from ocop.kit.ids import uuid7
from ocop.rules.intake.rows import IntakeRow
from ocop.rules.lawbook.classification import NOW
from ocop.rules.naming.plain import producer_name, product_name
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.shapes import Unit

BATCH = 1_000
FILLED = ("address", "tax_code")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row and the records it means; None where one is to be made. A `producer` made by an earlier entry is shared."""

    row: IntakeRow
    producer: Producer | None = None
    product: Product | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """The records that a row is known to mean; `is_new` where a person said that its producer is a new one."""

    producer: UUID | None = None
    product: UUID | None = None
    is_new: bool = False


@dataclass(slots=True)
class Taken:
    """How much a batch wrote."""

    producers: int = 0
    products: int = 0
    stars: int = 0
    filled: int = 0

    def __add__(self, other: Taken) -> Taken:
        """Two batches together."""
        return Taken(
            self.producers + other.producers,
            self.products + other.products,
            self.stars + other.stars,
            self.filled + other.filled,
        )


@dataclass(slots=True)
class _Batch:
    """What is being made, in order."""

    province: str
    source: str
    demonstration: bool
    today: date
    book: Gazetteer | None
    units: dict[tuple[str, str], AdministrativeUnit] = field(default_factory=dict)
    placings: dict[tuple[str, date], Placing] = field(default_factory=dict)
    producers: dict[tuple[str, str, str], Producer] = field(default_factory=dict)
    products: dict[tuple[Any, str], Product] = field(default_factory=dict)
    people: list[Representative] = field(default_factory=list)
    groups: list[ProductGroup] = field(default_factory=list)
    stars: list[StarRecord] = field(default_factory=list)
    filled: dict[Any, Producer] = field(default_factory=dict)
    taxes: dict[str, Producer] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)


def take_in(
    entries: Sequence[Entry],
    *,
    province: str,
    source: str,
    by: Actor,
    at: datetime,
    demonstration: bool = False,
    book: Gazetteer | None = None,
) -> Taken:
    """Write a batch, with its history, in the caller's transaction. Doing the same again writes nothing.

    `source` is where the rows come from; a row's own source stands before it. Empty columns of a known producer are
    filled, others never changed. Raises Refused for a place that cannot be.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a batch is written in one transaction with the position reached")
    batch = _Batch(province, source, demonstration, day_of(at), book)
    _require_free_codes(entries)
    known = _known_claims([entry.product for entry in entries if entry.product])
    last = _last_places([entry.product for entry in entries if entry.product])
    for entry in entries:
        producer = entry.producer or _new_producer(batch, entry.row)
        if entry.producer:
            _fill(batch, entry.producer, entry.row)
        product = entry.product or _new_product(batch, producer, entry.row)
        _add_stars(batch, product, entry.row, known, last)
    _write(batch)
    record_all(batch.acts, by=by, at=at, chain=province)
    return Taken(sum(1 for row in batch.producers.values()), len(batch.products), len(batch.stars), len(batch.filled))


def resolved(
    rows: Sequence[IntakeRow], *, province: str, today: date, fixed: Sequence[Fixed] = (), book: Gazetteer | None = None
) -> list[Entry]:
    """The entries of some rows: the records named in `fixed` (one for each row, when given), else those of the same
    tax code, or of the same name, kind and commune; and of each producer the product of the same name.
    """
    chosen = list(fixed) or [Fixed()] * len(rows)
    known = Producer.objects.select_related("unit").filter(province_code=province)
    producers = known.in_bulk([each.producer for each in chosen if each.producer])
    products = Product.objects.in_bulk([each.product for each in chosen if each.product])
    named = known.filter(plain_key__in={producer_name(row.producer).key for row in rows}).order_by("-id")
    made = {(one.plain_key, one.kind, one.unit.code): one for one in named}
    taxed = known.filter(tax_code__in={row.tax_code for row in rows if row.tax_code})
    taxes = {one.tax_code: one for one in taxed}
    found: list[Entry] = []
    for each, row in zip(chosen, rows, strict=True):
        producer = producers.get(each.producer) if each.producer else taxes.get(row.tax_code)
        if producer is None and not each.is_new:
            unit = placing_of(row.unit_code, row.unit_on, today, book=book).unit.code
            producer = made.get(producer_key(row, unit))
        found.append(Entry(row, producer, products.get(each.product) if each.product else None))
    return _with_products(found)


def _with_products(entries: list[Entry]) -> list[Entry]:
    """Products that a producer has already are not made again."""
    owners = {entry.producer.id for entry in entries if entry.producer and not entry.product}
    there = {
        (product.producer_id, product.plain_key): product for product in Product.objects.filter(producer__in=owners)
    }
    return [
        entry
        if entry.product or not entry.producer
        else Entry(entry.row, entry.producer, there.get((entry.producer.id, product_name(entry.row.product))))
        for entry in entries
    ]


def producer_key(row: IntakeRow, unit_code: str) -> tuple[str, str, str]:
    """What makes two new producers of one file the same: plain name, kind and commune of today."""
    return producer_name(row.producer).key, row.kind, unit_code


def _require_free_codes(entries: Sequence[Entry]) -> None:
    """Raise Refused (`code_taken`) for a product code that two products would carry."""
    made = [entry.row for entry in entries if entry.row.code and entry.product is None]
    owners: dict[str, str] = {}
    for row in made:
        if owners.setdefault(row.code, product_name(row.product)) != product_name(row.product):
            raise _code_taken(row)
    taken = set(Product.objects.filter(code__in=list(owners)).values_list("code", flat=True))
    for row in made:
        if row.code in taken:
            raise _code_taken(row)


def _code_taken(row: IntakeRow) -> Refused:
    return Refused(
        "code_taken",
        where=str(row.number),
        vi=f"mã {row.code} đã thuộc sản phẩm khác; sửa mã ở dòng này",
        en=f"the code {row.code} is another product's; correct it in this row",
    )


def _placing(batch: _Batch, row: IntakeRow) -> Placing:
    place = (row.unit_code, row.unit_on)
    if place not in batch.placings:
        batch.placings[place] = placing_of(*place, batch.today, book=batch.book)
    return batch.placings[place]


def _unit(batch: _Batch, unit: Unit) -> AdministrativeUnit:
    key = (unit.system, unit.code)
    if key not in batch.units:
        batch.units[key] = stored(unit)
    return batch.units[key]


def _new_producer(batch: _Batch, row: IntakeRow) -> Producer:
    place = _placing(batch, row)
    key = producer_key(row, place.unit.code)
    if row.tax_code in batch.taxes:
        return batch.taxes[row.tax_code]
    if key in batch.producers:
        return batch.producers[key]
    personal = len(row.tax_code) == 12
    made = Producer(
        id=uuid7(), province_code=place.province.code, kind=row.kind, name=row.producer,
        tax_code="" if personal else row.tax_code, address=row.address,
        unit=_unit(batch, place.unit), placed_on=place.placed_on,
        origin_unit=_unit(batch, place.origin), origin_on=place.origin_on,
        needs_placing=place.needs_placing, source=_source(batch, row), demonstration=batch.demonstration,
        **name_keys(row.producer, producer_name(row.producer).key),
    )  # fmt: skip
    batch.producers[key] = made
    if made.tax_code:
        batch.taxes[made.tax_code] = made
    batch.acts.append(Act("registry.add_producer", "producer", str(made.id), after=told(made)))
    if row.representative or row.phone or personal:
        person = Representative(
            producer=made, name=row.representative, phone=row.phone, personal_number=row.tax_code if personal else ""
        )
        batch.people.append(person)
        after = told(person, "producer")
        batch.acts.append(Act("registry.change_representative", "representative", str(made.id), after=after))
    return made


def _fill(batch: _Batch, producer: Producer, row: IntakeRow) -> None:
    """Columns of a known producer that were empty and of which the row tells."""
    told_now = {"address": row.address, "tax_code": row.tax_code if len(row.tax_code) != 12 else ""}
    missing = {name: value for name, value in told_now.items() if value and not getattr(producer, name)}
    if "tax_code" in missing and batch.taxes.setdefault(row.tax_code, producer) is not producer:
        del missing["tax_code"]
    if not missing:
        return
    for name, value in missing.items():
        setattr(producer, name, value)
    producer.version += 1
    batch.filled[producer.id] = producer
    after = missing | {"version": producer.version}
    before = dict.fromkeys(missing, "")
    batch.acts.append(Act("registry.change_producer", "producer", str(producer.id), before=before, after=after))  # type: ignore[arg-type]


def _new_product(batch: _Batch, producer: Producer, row: IntakeRow) -> Product:
    key = (producer.id, product_name(row.product))
    if key in batch.products:
        return batch.products[key]
    made = Product(
        id=uuid7(), province_code=batch.province, producer=producer, name=row.product, code=row.code,
        group_text=row.group, source=_source(batch, row), demonstration=batch.demonstration,
        **name_keys(row.product, key[1]),
    )  # fmt: skip
    batch.products[key] = made
    after = told(made)
    if row.set_number is not None:
        sets = {NOW: row.set_number} | derived_sets(NOW, row.set_number)
        batch.groups += [
            ProductGroup(product=made, instrument=instrument, set_number=number, derived=instrument != NOW)
            for instrument, number in sets.items()
        ]
        after["sets"] = dict(sets)
    batch.acts.append(Act("registry.add_product", "product", str(made.id), after=after))
    return made


def _add_stars(
    batch: _Batch, product: Product, row: IntakeRow, known: dict[Any, set[Claim]], last: dict[Any, int]
) -> None:
    for claim in row.stars:
        held = known.setdefault(product.id, set())
        if claim_key(claim) in held:
            continue
        held.add(claim_key(claim))
        last[product.id] = last.get(product.id, 0) + 1
        made = StarRecord(
            id=uuid7(), province_code=product.province_code, product=product, sequence=last[product.id],
            stars=claim.stars, year=claim.year, recognised_on=claim.recognised_on, expires_on=claim.expires_on,
            decision=claim.decision, issuer=claim.issuer, note=row.note, source=_source(batch, row),
        )  # fmt: skip
        batch.stars.append(made)
        after = told(made, "product", "province_code")
        batch.acts.append(Act("registry.record_stars", "product", str(product.id), after=after))


def _source(batch: _Batch, row: IntakeRow) -> str:
    return "; ".join(part for part in (row.source, batch.source) if part)


def _write(batch: _Batch) -> None:
    Producer.objects.bulk_create(batch.producers.values(), BATCH)
    Producer.objects.bulk_update(batch.filled.values(), [*FILLED, "version"], BATCH)
    Representative.objects.bulk_create(batch.people, BATCH)
    Product.objects.bulk_create(batch.products.values(), BATCH)
    ProductGroup.objects.bulk_create(batch.groups, BATCH)
    StarRecord.objects.bulk_create(batch.stars, BATCH)


def _known_claims(products: Iterable[Product]) -> dict[Any, set[Claim]]:
    found: dict[Any, set[Claim]] = {}
    for record in StarRecord.objects.filter(product__in=[product.id for product in products]):
        found.setdefault(record.product_id, set()).add(claim_key(record))
    return found


def _last_places(products: Iterable[Product]) -> dict[Any, int]:
    rows = StarRecord.objects.filter(product__in=[product.id for product in products])
    return dict(rows.values_list("product").annotate(last=Max("sequence")))
