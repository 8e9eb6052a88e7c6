"""Dated values of the procedure: deadlines, windows, validity, rounds, dossier parts, the passage to a new law.

Owns looking up one value on one day, and the printed lists. Running clocks over working days and holidays is the
workflow's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from ocop.rules.dates import Period
from ocop.rules.lawbook import loader
from ocop.rules.refused import Refused


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value that holds in a period, with the article it comes from."""

    period: Period
    value: int
    instrument: str
    article: str
    confidence: str
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A named quantity of the procedure, its unit, and its values through time."""

    id: str
    about: str
    unit: str
    series: tuple[DatedValue, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A yearly evaluation round; the two days are "dd-mm" and both are exclusive ("before")."""

    id: str
    level: str
    period: Period
    proposed_before: str
    done_before: str
    instrument: str
    article: str
    confidence: str


@dataclass(frozen=True, slots=True)
class DossierParts:
    """What one kind of filing (an id of `lookup.filing_kinds`) consists of, and in how many copies."""

    kind: str
    documents: tuple[str, ...]
    copies: str
    article: str
    confidence: str


@dataclass(frozen=True, slots=True)
class TransitionRule:
    """One rule of the passage from the old law to the new, as printed; `on` is the day it takes hold."""

    id: str
    about: str
    on: date
    article: str
    confidence: str


@cache
def quantities() -> dict[str, Quantity]:
    """Every quantity, by id."""
    return {row["id"]: _quantity(row) for row in loader.read("procedure.yaml")["values"]}


def _quantity(row: loader.Record) -> Quantity:
    series = tuple(DatedValue(_period(item), **_without_dates(item)) for item in row["series"])
    return Quantity(row["id"], row["about"], row["unit"], series)


def _period(row: loader.Record) -> Period:
    return Period(row["from"], row["until"])


def _without_dates(row: loader.Record) -> loader.Record:
    return {key: value for key, value in row.items() if key not in ("from", "until", "next_year")}


@cache
def rounds() -> tuple[Round, ...]:
    """The evaluation rounds of the law."""
    return tuple(Round(period=_period(row), **_without_dates(row)) for row in loader.read("procedure.yaml")["rounds"])


@cache
def dossier_parts() -> tuple[DossierParts, ...]:
    """What a dossier consists of, for each kind of filing in printed order.

    >>> dossier_parts()[0].documents
    ('Phiếu đăng ký (Mẫu 01)', 'Báo cáo tự đánh giá (Mẫu 02)')
    """
    rows = loader.read("procedure.yaml")["dossiers"]
    return tuple(DossierParts(**{**row, "documents": tuple(row["documents"])}) for row in rows)


@cache
def transition_rules() -> tuple[TransitionRule, ...]:
    """The rules of the passage from the old law to the new, in printed order.

    >>> [rule.on.isoformat() for rule in transition_rules()[:2]]
    ['2026-05-22', '2026-07-21']
    """
    return tuple(TransitionRule(**row) for row in loader.read("procedure.yaml")["transition_rules"])


def value_on(quantity: str, day: date) -> DatedValue:
    """The one value of `quantity` that holds on `day`. Raises Refused when none does.

    >>> value_on("certificate_months", date(2026, 11, 22)).value
    36
    """
    found = [value for value in quantities()[quantity].series if day in value.period]
    if len(found) == 1:
        return found[0]
    raise Refused(
        "no_value", where=quantity, vi=f"không có giá trị cho ngày {day:%d/%m/%Y}", en=f"there is no value on {day}"
    )
