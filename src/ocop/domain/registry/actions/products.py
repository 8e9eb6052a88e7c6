"""Writing products: add one, change it, classify it, record stars that a list tells of, record facts of a year.

Owns what follows from each; producers are `producers`', many at once `entries`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, record
from ocop.domain.registry import policies
from ocop.domain.registry.actions.changing import change, checked, told
from ocop.domain.registry.actions.once import made_before
from ocop.domain.registry.actions.producers import name_keys, require_known, required
from ocop.domain.registry.models import Producer, Product, ProductGroup, StarRecord, YearlyFact
from ocop.domain.registry.queries.products import product
from ocop.kit.ids import uuid7
from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.classification import groups, related_sets
from ocop.rules.naming.plain import product_name
from ocop.rules.refused import Refused
from ocop.rules.register.facts import checked_fact

TOLD = frozenset(["story", "specification", "material_area", "chain_links"])
"""What a producer tells of a product in its own words."""
CHANGEABLE = frozenset(["name", "code", "group_text", "source"]) | TOLD


@transaction.atomic
def add_product(
    *,
    producer: Producer,
    name: str,
    source: str,
    by: Acting,
    at: datetime,
    code: str = "",
    group_text: str = "",
    demonstration: bool = False,
    key: str = "",
    **more: str,
) -> Product:
    """Add a product to a producer; acts once for a `key`. `code` is kept as given; `more` are columns of `TOLD`.

    Raises Refused: `bad_value`, `product_there` when the producer has one of that name, or the code is another's.
    """
    policies.may_add_product(by, producer).require()
    id = uuid7()
    if before := made_before(key, "registry.add_product", id):
        return product(before)
    require_known(more, TOLD)
    row = Product(
        id=id,
        producer=producer,
        province_code=producer.province_code,
        name=required(name, "name"),
        code=code.strip(),
        group_text=group_text.strip(),
        source=required(source, "source"),
        demonstration=demonstration,
        **name_keys(name, product_name(name)),
        **more,
    )
    checked(row)
    with _unique(row.name):
        row.save(force_insert=True)
    named = policies.named(by, "registry.add_product", producer)
    record(Act("registry.add_product", "product", str(id), after=told(row)), by=named, at=at, chain=row.province_code)
    return row


@transaction.atomic
def change_product(*, id: UUID, changes: Mapping[str, Any], seen_version: int, by: Acting, at: datetime) -> Product:
    """Change columns of `CHANGEABLE` on the version that was seen. Raises `Conflict`, or Refused as when added."""
    require_known(changes, CHANGEABLE)
    row = _locked(id)
    policies.may_change_product(by, row.producer).require()
    named = policies.named(by, "registry.change_product", row.producer)
    wanted = dict(changes)
    if "name" in wanted:
        wanted |= name_keys(required(wanted["name"], "name"), product_name(wanted["name"]))
    with _unique(str(wanted.get("name", row.name))):
        return change(
            row, wanted, seen_version=seen_version, act="registry.change_product", chain=row.province_code, by=named,
            at=at,
        )  # fmt: skip


@transaction.atomic
def classify_product(
    *, id: UUID, instrument: str, set_number: int, by: Acting, at: datetime, seen: int | None = None
) -> dict[str, int]:
    """Say which criteria set of an instrument a product belongs to, and what follows for the other generations.

    Where the mapping knows one set there, it is written as derived; where it knows several or none, nothing is, and
    what a person said before stays. Returns instrument -> set as they are now. Raises Refused: `no_set`, why one may
    not, or `set_changed` when the set is no more the one that was `seen` (0: none; None asks nothing).
    """
    row = _locked(id)
    policies.may_classify_product(by, row.producer).require()
    if set_number not in {group.set for group in groups(instrument)}:
        raise Refused(
            "no_set",
            where=str(set_number),
            vi=f"{instrument} không có bộ tiêu chí này",
            en=f"{instrument} has no such criteria set",
        )
    before = _sets(row)
    held = before.get(instrument, 0)
    if seen is not None and held not in (seen, set_number):
        raise Refused(
            "set_changed",
            where=instrument,
            vi=f"người khác vừa xếp sản phẩm này vào bộ {held} của {instrument}; xem lại rồi chọn lần nữa",
            en=f"somebody else just put this product into set {held} of {instrument}; look again, then choose",
        )
    ProductGroup.objects.update_or_create(
        product=row, instrument=instrument, defaults={"set_number": set_number, "derived": False}
    )
    for other, number in derived_sets(instrument, set_number).items():
        if not ProductGroup.objects.filter(product=row, instrument=other, derived=False).exists():
            ProductGroup.objects.update_or_create(
                product=row, instrument=other, defaults={"set_number": number, "derived": True}
            )
    after = _sets(row)
    if before != after:
        row.version += 1
        row.save(update_fields=["version"])
        act = Act(
            "registry.classify_product", "product", str(id), before=before, after=after | {"version": row.version}
        )
        named = policies.named(by, "registry.classify_product", row.producer)
        record(act, by=named, at=at, chain=row.province_code)
    return after


def derived_sets(instrument: str, set_number: int) -> dict[str, int]:
    """The set of each other generation that this one certainly became or came from.

    >>> derived_sets("26/2026/QĐ-TTg", 8)
    {'148/QĐ-TTg': 8}
    """
    found = {other: related_sets(instrument, set_number, other) for other in GENERATIONS if other != instrument}
    return {other: sets[0] for other, sets in found.items() if len(sets) == 1}


@transaction.atomic
def record_stars(
    *,
    id: UUID,
    stars: int | None,
    source: str,
    by: Acting,
    at: datetime,
    year: int | None = None,
    recognised_on: date | None = None,
    expires_on: date | None = None,
    decision: str = "",
    issuer: str = "",
    note: str = "",
    key: str = "",
) -> StarRecord:
    """Record a recognition as a list or workbook tells it; acts once for a `key`.

    `stars` is 3 to 5, or None when not told; year and day are both kept as printed. Raises Refused (`bad_value`).
    """
    made = uuid7()
    if before := made_before(key, "registry.record_stars", made):
        return StarRecord.objects.get(id=before)
    row = _locked(id)
    policies.may_record_stars(by, row.producer).require()
    if stars is not None and not 3 <= stars <= 5:
        raise Refused("bad_value", where="stars", vi="chỉ công nhận 3 đến 5 sao", en="only 3 to 5 stars are recognised")
    if recognised_on and expires_on and expires_on <= recognised_on:
        raise Refused(
            "bad_value", where="expires_on", vi="ngày hết hạn phải sau ngày công nhận", en="must be after recognition"
        )
    last = StarRecord.objects.filter(product=row).aggregate(last=Max("sequence"))["last"] or 0
    found = StarRecord(
        id=made, province_code=row.province_code, product=row, sequence=last + 1, stars=stars, year=year,
        recognised_on=recognised_on, expires_on=expires_on, decision=decision.strip(), issuer=issuer.strip(),
        note=note.strip(), source=required(source, "source"),
    )  # fmt: skip
    checked(found).save(force_insert=True)
    act = Act("registry.record_stars", "product", str(id), after=told(found, "product", "province_code"))
    record(act, by=policies.named(by, "registry.record_stars", row.producer), at=at, chain=row.province_code)
    return found


@transaction.atomic
def record_fact(
    *,
    producer: Producer,
    year: int,
    kind: str,
    value: Decimal,
    source: str,
    by: Acting,
    at: datetime,
    unit: str = "",
    product: Product | None = None,
    replaces: bool = True,
) -> YearlyFact:
    """Record a producer's (or its product's) fact of a year, or a better value of it; the same again writes nothing.

    Money is whole đồng. Raises Refused: `fact` for a value without sense, `not_its_product`, `bad_value`; `fact_there`
    for another value of that year, unless this one `replaces` it.
    """
    policies.may_change_producer(by, producer).require()
    if product is not None and product.producer_id != producer.id:
        raise Refused(
            "not_its_product",
            where=product.name,
            vi="sản phẩm này của chủ thể khác",
            en="is another producer's product",
        )
    amount, counted_in = checked_fact(kind, value, unit)
    Producer.objects.select_for_update().get(id=producer.id)
    found = YearlyFact.objects.filter(producer=producer, product=product, year=year, kind=kind).first()
    before = told(found, "producer", "province_code") if found else None
    if found and not replaces and (found.value, found.unit) != (amount, counted_in):
        raise _fact_there(found)
    row = found or YearlyFact(
        province_code=producer.province_code, producer=producer, product=product, year=year, kind=kind
    )
    row.value, row.unit, row.source = amount, counted_in, required(source, "source")
    checked(row)
    after = told(row, "producer", "province_code")
    if before != after:
        row.save()
        act = Act("registry.record_fact", "producer", str(producer.id), before=before, after=after)
        named = policies.named(by, "registry.change_producer", producer)
        record(act, by=named, at=at, chain=producer.province_code)
    return row


def _fact_there(found: YearlyFact) -> Refused:
    said = f"{found.value.normalize():f} {found.unit} ({found.source})"
    return Refused(
        "fact_there",
        where="value",
        vi=f"Năm {found.year} đã ghi {said}. Nếu số mới đúng hơn, đánh dấu thay số cũ; lịch sử giữ cả hai.",
        en=f"{found.year} has {said} already. If the new value is better, tick that it replaces the old one; the "
        "history keeps both.",
    )


@contextmanager
def _unique(name: str) -> Iterator[None]:
    """A savepoint in which a name or code that is already there becomes a refusal."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Refused(
            "product_there",
            where=name,
            vi="chủ thể đã có sản phẩm tên này, hoặc mã đã thuộc sản phẩm khác",
            en="the producer has a product of this name, or the code is another product's",
        ) from None


def _locked(id: UUID) -> Product:
    product(id)
    return Product.objects.select_for_update(of=("self",)).select_related("producer__unit").get(id=id)


def _sets(row: Product) -> dict[str, Any]:
    return dict(ProductGroup.objects.filter(product=row).values_list("instrument", "set_number").order_by("instrument"))
