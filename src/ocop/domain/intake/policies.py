"""May this person import into that province, settle its doubts, start or stop it? One answer for all of an import.

Owns that answer and how history names who gives it; what may be exported or read is the register's.
"""

from __future__ import annotations

from datetime import date

from ocop.domain.accounts.policies import actor, may_act
from ocop.domain.accounts.queries import Acting, seat_by_code
from ocop.domain.history.actions import Actor
from ocop.domain.registry import policies
from ocop.rules.verdict import Verdict

ACT, CLEAR = "registry.import_workbook", "registry.clear_workbook"


def may_import(by: Acting, province: str, on: date) -> Verdict:
    """Import a workbook into the province of this code. Raises Refused (`no_unit`) when there is none on the day."""
    return policies.may_import(by, seat_by_code(province, on))


def importing(by: Acting, province: str, on: date) -> Actor:
    """Who history names, when they may import. Raises Refused with the reason when they may not."""
    may_import(by, province, on).require()
    return actor(by, ACT, seat_by_code(province, on))


def may_clear(by: Acting, province: str, on: date) -> Verdict:
    """Clear an import of the province: its file and rows, which name people."""
    return may_act(CLEAR, by, seat_by_code(province, on))


def clearing(by: Acting, province: str, on: date) -> Actor:
    """Who history names, when they may clear. Raises Refused with the reason when they may not."""
    may_clear(by, province, on).require()
    return actor(by, CLEAR, seat_by_code(province, on))
