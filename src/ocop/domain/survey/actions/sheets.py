"""The acts on one survey sheet: write a new one, change it step by step, finish, withdraw, take the withdrawal back.

Owns what follows from a name and a place. Bringing it into the register is `promoting`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, record
from ocop.domain.registry.actions.changing import change, checked, told
from ocop.domain.registry.actions.once import made_before
from ocop.domain.registry.actions.producers import day_of, placed, require_known, required
from ocop.domain.registry.queries.placing import placing_of
from ocop.domain.survey import policies
from ocop.domain.survey.fields import CHOICES, DRAFT, SURVEYED, WITHDRAWN
from ocop.domain.survey.models import SurveySheet
from ocop.domain.survey.queries.sheets import sheet
from ocop.kit.ids import uuid7
from ocop.kit.text import search_key, sort_key
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer

WHAT = frozenset(["kind", "group", "name"])
CHANGEABLE = WHAT | frozenset(
    ["made_by", "maker", "households", "output", "output_unit", "price_dong", "raw_material", "market", "labels",
     "strengths", "difficulties", "wishes", "readiness", "surveyed_by", "source"]
)  # fmt: skip


@transaction.atomic
def add_sheet(
    *,
    kind: str,
    group: str,
    name: str,
    unit_code: str,
    by: Acting,
    at: datetime,
    surveyed_on: date | None = None,
    demonstration: bool = False,
    key: str = "",
    book: Gazetteer | None = None,
    **more: Any,
) -> SurveySheet:
    """Begin a sheet in the unit `unit_code` of the survey day (today, when not given); acts once for a `key`.

    `more` are columns of `CHANGEABLE`. Raises Refused: `bad_value`, `future`, `no_unit`, `divided`, why one may not.
    """
    id = uuid7()
    if before := made_before(key, "survey.add_sheet", id):
        return sheet(before)
    require_known(more, CHANGEABLE - WHAT)
    today = day_of(at)
    on = surveyed_on or today
    if on > today:
        raise Refused(
            "future",
            where="surveyed_on",
            vi="ngày khảo sát chưa tới; chọn hôm nay hoặc ngày trước",
            en="the day of the survey is still to come; choose today or an earlier day",
        )
    wanted = _followed({"kind": kind, "group": group, "name": name} | more)
    row = SurveySheet(
        id=id, demonstration=demonstration, **placed(placing_of(unit_code, on, today, book=book)), **wanted
    )
    policies.may_add(by, policies.seat_of_sheet(row)).require()
    checked(row).save(force_insert=True)
    after = told(row)
    who = policies.named(by, policies.WRITE, row)
    record(Act("survey.add_sheet", "surveysheet", str(id), after=after), by=who, at=at, chain=row.province_code)
    return row


@transaction.atomic
def change_sheet(
    *, id: UUID, changes: Mapping[str, Any], seen_version: int, by: Acting, at: datetime, finish: bool = False
) -> SurveySheet:
    """Change columns of `CHANGEABLE` on the version that was seen; `finish`: the survey is complete with it.

    Raises `Conflict`, or Refused: `bad_value` (when finished, somebody and a source must be named), why one may not.
    """
    require_known(changes, CHANGEABLE)
    row = locked(id)
    policies.may_change(by, row).require()
    wanted = _followed(changes)
    if finish:
        for field in ("surveyed_by", "source"):
            required(str(wanted.get(field, getattr(row, field))), field)
        wanted["state"] = SURVEYED
    return _changed(row, wanted, "survey.change_sheet", seen_version, by, at)


@transaction.atomic
def withdraw_sheet(*, id: UUID, reason: str, seen_version: int, by: Acting, at: datetime) -> SurveySheet:
    """Withdraw a sheet, saying why; it stays readable. Raises `Conflict`, or Refused: `bad_value`, why one may not."""
    row = locked(id)
    policies.may_withdraw(by, row).require()
    wanted = {"state": WITHDRAWN, "reason": required(reason, "reason")}
    return _changed(row, wanted, "survey.withdraw_sheet", seen_version, by, at)


@transaction.atomic
def restore_sheet(*, id: UUID, seen_version: int, by: Acting, at: datetime) -> SurveySheet:
    """Take a withdrawal back; what is missing for a finished survey makes it a draft again. Raises as withdrawing."""
    row = locked(id)
    policies.may_restore(by, row).require()
    wanted = {"state": SURVEYED if row.surveyed_by and row.source else DRAFT, "reason": ""}
    return _changed(row, wanted, "survey.restore_sheet", seen_version, by, at)


def locked(id: UUID) -> SurveySheet:
    """The sheet, locked until the transaction is over. Raises Refused (`no_sheet`)."""
    sheet(id)
    return SurveySheet.objects.select_for_update(of=("self",)).select_related("unit", "origin_unit").get(id=id)


def _changed(
    row: SurveySheet, wanted: dict[str, Any], act: str, seen_version: int, by: Acting, at: datetime
) -> SurveySheet:
    who = policies.named(by, policies.WRITE, row)
    return change(row, wanted, seen_version=seen_version, act=act, chain=row.province_code, by=who, at=at)


def _followed(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The changes with the keys that follow from them. Raises Refused (`bad_value`) for a word that is none."""
    wanted = dict(changes)
    for field in CHOICES.keys() & wanted.keys():
        if wanted[field] not in CHOICES[field]:
            raise Refused("bad_value", where=field, vi="chọn lại trong danh sách", en="choose again from the list")
    if "name" in wanted:
        wanted["name"] = required(wanted["name"], "name")
        wanted["sort_key"] = sort_key(wanted["name"])
        wanted["search_key"] = search_key(wanted["name"])
    return wanted
