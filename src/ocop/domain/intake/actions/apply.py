"""An import brought into the register: batch by batch, each whole with the position reached, so that it can be stopped
and go on at any moment, and doing it again changes nothing.

Owns the states of an import and its progress. Wrong and doubtful rows are left where they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, Actor, record
from ocop.domain.intake.actions.read import communes_of
from ocop.domain.intake.models import APPLYING, DONE, READY, STOPPED, Import, ImportRow
from ocop.domain.intake.policies import importing
from ocop.domain.intake.queries.imports import Counts, counts, import_of, layout_of, read_again
from ocop.domain.intake.queries.matching import NEW
from ocop.domain.registry.actions.entries import Fixed, Taken, resolved, take_in
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer

AT_ONCE = 500  # rows a batch: a second's work, and what is lost when the machine stops


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is, and what the last batch wrote."""

    state: str
    counts: Counts
    taken: Taken = field(default_factory=Taken)


@transaction.atomic
def start(*, id: UUID, by: Acting, at: datetime) -> Progress:
    """Begin, or go on after a stop. Begun or done already, nothing happens.

    Raises Refused (`another_import`) while another import of the province is being applied.
    """
    whole = _locked(id)
    named = importing(by, whole.province_code, by.day)
    if whole.state in (APPLYING, DONE):
        return Progress(whole.state, counts(whole))
    whole.state, whole.reached = APPLYING, 0  # rows settled since are behind the position; applied ones are passed over
    try:
        with transaction.atomic():
            whole.save()
    except IntegrityError:
        raise Refused(
            "another_import",
            where=whole.file_name,
            vi="tỉnh đang nhập một tệp khác; đợi xong hoặc dừng tệp ấy",
            en="another file of the province is being brought in; wait, or stop it",
        ) from None
    _tell(whole, "registry.apply_workbook", named, at)
    return Progress(APPLYING, counts(whole))


@transaction.atomic
def stop(*, id: UUID, by: Acting, at: datetime) -> Progress:
    """Stop after the batch that is running; what is in the register stays, and `start` goes on."""
    whole = _locked(id)
    named = importing(by, whole.province_code, by.day)
    if whole.state == APPLYING:
        whole.state = STOPPED
        whole.save()
        _tell(whole, "registry.stop_workbook", named, at)
    return Progress(whole.state, counts(whole))


@transaction.atomic
def apply_some(*, id: UUID, by: Acting, at: datetime, limit: int = AT_ONCE, book: Gazetteer | None = None) -> Progress:
    """Bring the next rows into the register: all of the batch and the new position, or nothing.

    Nothing happens unless the import is being applied; after the last row it is done.
    """
    whole = _locked(id)
    named = importing(by, whole.province_code, by.day)
    if whole.state != APPLYING:
        return Progress(whole.state, counts(whole))
    ready = ImportRow.objects.filter(whole=whole, applied=False, state__in=READY, number__gt=whole.reached)
    rows = list(ready.order_by("number")[:limit])
    taken = Taken()
    if rows:
        communes, layout = communes_of(whole, book), layout_of(whole)
        read = [read_again(row, layout, communes) for row in rows]
        province = whole.province_code
        entries = resolved(read, province=province, today=communes.today, fixed=_fixed(rows), book=book)
        taken = take_in(entries, province=province, source=whole.source, by=named, at=at, book=book)
        ImportRow.objects.filter(id__in=[row.id for row in rows]).update(applied=True)
        whole.reached = rows[-1].number
    if len(rows) < limit:
        whole.state = DONE
        _tell(whole, "registry.finish_workbook", named, at)
    whole.save()
    return Progress(whole.state, counts(whole), taken)


def apply_all(*, id: UUID, by: Acting, at: datetime, book: Gazetteer | None = None) -> Progress:
    """Start and go through every batch, each in its own transaction."""
    progress = start(id=id, by=by, at=at)
    taken = Taken()
    while progress.state == APPLYING:
        progress = apply_some(id=id, by=by, at=at, book=book)
        taken = taken + progress.taken
    return Progress(progress.state, progress.counts, taken)


def _fixed(rows: list[ImportRow]) -> list[Fixed]:
    return [Fixed(row.producer, row.product, row.corrections.get("producer_is") == NEW) for row in rows]


def _locked(id: UUID) -> Import:
    import_of(id)
    return Import.objects.select_for_update().get(id=id)


def _tell(whole: Import, act: str, by: Actor, at: datetime) -> None:
    record(Act(act, "import", str(whole.id), after={"reached": whole.reached}), by=by, at=at, chain=whole.province_code)
