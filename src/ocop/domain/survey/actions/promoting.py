"""A survey sheet becomes a product: a producer and a product of the register, new or there already, and the link.

Owns the link. What the register writes are its own acts, asked and recorded as such, in the same transaction.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, record
from ocop.domain.registry.actions.changing import raise_conflict
from ocop.domain.registry.actions.producers import register_producer
from ocop.domain.registry.actions.products import add_product
from ocop.domain.registry.models import Producer, Product
from ocop.domain.registry.queries.producers import producer
from ocop.domain.registry.queries.products import product
from ocop.domain.survey import policies
from ocop.domain.survey.actions.sheets import locked
from ocop.domain.survey.fields import PROMOTED, group_words
from ocop.domain.survey.models import SurveySheet
from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer


@transaction.atomic
def promote_sheet(
    *,
    id: UUID,
    seen_version: int,
    by: Acting,
    at: datetime,
    producer_id: UUID | None = None,
    producer_name: str = "",
    product_name: str = "",
    book: Gazetteer | None = None,
) -> SurveySheet:
    """Register who makes it (or take the producer that is there) and the product, with the sheet as their source.

    Raises `Conflict`, or Refused: as registering does, `elsewhere` for a producer of another province, why one may not.
    """
    row = _asked(id, seen_version, by)
    source = source_of(row)
    if producer_id is not None:
        maker = _of_province(producer(producer_id), row)
    else:
        maker = register_producer(
            name=producer_name or row.made_by, kind=row.maker, unit_code=row.origin_unit.code, unit_on=row.origin_on,
            source=source, demonstration=row.demonstration, by=by, at=at, book=book,
        )  # fmt: skip
    made = add_product(
        producer=maker, name=product_name or row.name, group_text=group_words()[row.group][0], source=source,
        demonstration=row.demonstration, by=by, at=at,
    )  # fmt: skip
    return _linked(row, maker, made, "survey.promote_sheet", by, at)


@transaction.atomic
def link_sheet(*, id: UUID, product_id: UUID, seen_version: int, by: Acting, at: datetime) -> SurveySheet:
    """Say that what was surveyed is a product that stands in the register already. Raises as `promote_sheet`."""
    row = _asked(id, seen_version, by)
    found = product(product_id)
    return _linked(row, _of_province(found.producer, row), found, "survey.link_sheet", by, at)


def source_of(row: SurveySheet) -> str:
    """How the register names a sheet as the source of a record."""
    return f"Phiếu khảo sát ngày {row.origin_on:%d/%m/%Y}: {row.source}"


def _asked(id: UUID, seen_version: int, by: Acting) -> SurveySheet:
    row = locked(id)
    policies.may_promote(by, row).require()
    if row.version != seen_version:
        raise_conflict("surveysheet", str(id), row, {}, seen_version)
    return row


def _of_province(maker: Producer, row: SurveySheet) -> Producer:
    if maker.province_code != row.province_code:
        raise Refused(
            "elsewhere",
            vi="Chủ thể này ở tỉnh khác. Chọn chủ thể cùng tỉnh với phiếu.",
            en="This producer is of another province. Choose one of the sheet's province.",
        )
    return maker


def _linked(row: SurveySheet, maker: Producer, made: Product, act: str, by: Acting, at: datetime) -> SurveySheet:
    before: Value = {"state": row.state}
    row.producer, row.product, row.state = maker, made, PROMOTED
    row.version += 1
    row.save(update_fields=["producer", "product", "state", "version"])
    after: Value = {"producer": str(maker.id), "product": str(made.id), "state": PROMOTED, "version": row.version}
    who = policies.named(by, policies.PROMOTE, row)
    event = Act(act, "surveysheet", str(row.id), before=before, after=after, note=made.name)
    record(event, by=who, at=at, chain=row.province_code)
    return row
