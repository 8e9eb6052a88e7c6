"""Deadlines, rounds, validity, dossiers and transition rules as rows of tables, each with its article.

Owns only what a table adds: which value holds now, and the name of a filing. The values are
`ocop.rules.lawbook.procedure`'s; clocks that run on working days are the workflow's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ocop.rules.dates import Period
from ocop.rules.lawbook import lookup, procedure
from ocop.rules.lawbook.procedure import DatedValue, DossierParts, Quantity


@dataclass(frozen=True)
class Deadline:
    """A quantity, the value that holds now, and those that held before."""

    quantity: Quantity
    now: DatedValue | None
    before: tuple[DatedValue, ...]


def deadlines(today: date) -> list[Deadline]:
    """Every quantity of the procedure."""
    return [_deadline(quantity, today) for quantity in procedure.quantities().values()]


def _deadline(quantity: Quantity, today: date) -> Deadline:
    now = next((value for value in quantity.series if today in value.period), None)
    before = tuple(value for value in quantity.series if value.period.until and value.period.until <= today)
    return Deadline(quantity, now, before)


def dossiers() -> list[tuple[str, DossierParts]]:
    """Every kind of filing by name, with what its dossier consists of."""
    return [(lookup.filing_kinds()[parts.kind].name, parts) for parts in procedure.dossier_parts()]


def instrument() -> str:
    """The decision whose procedure this is."""
    return procedure.rounds()[-1].instrument


def last_day(period: Period) -> date | None:
    """The last day of a period; None while it goes on."""
    return period.until - timedelta(days=1) if period.until else None
