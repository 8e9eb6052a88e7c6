"""Imports cleared: the file and its rows, which name people, go; what was done, when and by whom stays.

Owns that act, and how long an import is kept when nobody clears it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import SYSTEM, Act, Actor, record
from ocop.domain.intake.models import APPLYING, Import, ImportRow, SentFile
from ocop.domain.intake.policies import clearing
from ocop.domain.intake.queries.imports import counts, import_of, tallied
from ocop.domain.registry.actions.producers import day_of
from ocop.rules.refused import Refused

KEPT = timedelta(days=90)
"""How long an import can still be looked at in every cell; the register itself is not touched by clearing."""


@transaction.atomic
def clear(*, id: UUID, by: Acting, at: datetime) -> Import:
    """Clear one import; clearing it again does nothing. Raises Refused (`applying`)."""
    import_of(id)
    whole = Import.objects.select_for_update().get(id=id)
    named = clearing(by, whole.province_code, by.day)
    if whole.state == APPLYING:
        raise Refused(
            "applying",
            where=whole.file_name,
            vi="đang nhập vào sổ; dừng lại rồi hãy xóa",
            en="it is being brought into the register; stop it first",
        )
    _clear(whole, named, at)
    return whole


@transaction.atomic
def clear_old(*, at: datetime) -> int:
    """Clear every import older than KEPT, and files nobody went on with; returns how many imports."""
    before = day_of(at) - KEPT
    rows = Import.objects.select_for_update().filter(cleared_on__isnull=True, read_on__lt=before)
    old = list(rows.exclude(state=APPLYING))
    for whole in old:
        _clear(whole, SYSTEM, at)
    SentFile.objects.filter(sent_on__lt=before, imports__isnull=True).delete()
    return len(old)


def _clear(whole: Import, by: Actor, at: datetime) -> None:
    if whole.cleared_on:
        return
    found = counts(whole)
    whole.tally, whole.cleared_on = tallied(found), day_of(at)
    ImportRow.objects.filter(whole=whole).delete()
    kept, whole.file = whole.file_id, None
    whole.save()
    if kept and not Import.objects.filter(file=kept).exists():
        SentFile.objects.filter(id=kept).delete()
    act = Act("registry.clear_workbook", "import", str(whole.id), after={"rows": found.total})
    record(act, by=by, at=at, chain=whole.province_code)
