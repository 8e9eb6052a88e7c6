"""An import brought into the register: batch by batch, each whole with the position reached, so that it can be stopped
and go on at any moment, and doing it again changes nothing.

Owns the states of an import and its progress. Wrong and doubtful rows are left where they are.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, Actor, record
from ocop.domain.intake.actions.read import communes_of
from ocop.domain.intake.models import APPLYING, DONE, READY, STOPPED, WRONG, Import, ImportRow
from ocop.domain.intake.policies import importing
from ocop.domain.intake.queries.imports import Counts, as_json, counts, import_of, layout_of, read_again
from ocop.domain.intake.queries.matching import NEW
from ocop.domain.registry.actions.entries import Fixed, Taken, resolved, take_in
from ocop.kit.jobs.asking import later
from ocop.rules.intake.columns import Layout
from ocop.rules.intake.remarks import Remark
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer

APPLY_NEXT = "intake.apply_next"
"""The job that goes on with an import."""
AT_ONCE = 500  # rows a batch: a second's work, and what is lost when the machine stops


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is, and what the last batch wrote."""

    state: str
    counts: Counts
    taken: Taken = field(default_factory=Taken)


@transaction.atomic
def start(*, id: UUID, by: Acting, at: datetime) -> Progress:
    """Begin, or go on after a stop or with rows settled since. Begun already, or with nothing to do, nothing happens.

    Raises Refused (`another_import`) while another import of the province is being applied.
    """
    whole = _locked(id)
    named = importing(by, whole.province_code, by.day)
    if whole.state == APPLYING or (whole.state == DONE and not _ready(whole).exists()):
        return Progress(whole.state, counts(whole))
    whole.state, whole.reached = APPLYING, 0  # rows settled since are behind the position; applied ones are passed over
    whole.began_at = whole.moved_at = at
    whole.began_with = counts(whole).applied
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
def begin(*, id: UUID, by: Acting, at: datetime) -> Progress:
    """Start, and have a worker go through it; whoever watches the page does where there is none."""
    progress = start(id=id, by=by, at=at)
    if progress.state == APPLYING:
        later(APPLY_NEXT, at=at, whole=str(id), person=str(by.person.id) if by.person else "")
    return progress


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
    rows = list(_ready(whole).filter(number__gt=whole.reached).order_by("number")[:limit])
    taken = _take(whole, rows, named, at, book) if rows else Taken()
    whole.reached = rows[-1].number if rows else whole.reached
    whole.made = {name: whole.made.get(name, 0) + more for name, more in asdict(taken).items()}
    whole.moved_at = at
    if len(rows) < limit:
        whole.state = DONE
        _tell(whole, "registry.finish_workbook", named, at)
    whole.save()
    return Progress(whole.state, counts(whole), taken)


def _ready(whole: Import) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(whole=whole, applied=False, state__in=READY)


def _take(whole: Import, rows: list[ImportRow], by: Actor, at: datetime, book: Gazetteer | None) -> Taken:
    """The rows into the register. One that the register refuses is set aside with the reason, and stops no other."""
    communes, layout, province = communes_of(whole, book), layout_of(whole), whole.province_code
    read = [read_again(row, layout, communes) for row in rows]
    while True:
        entries = resolved(read, province=province, today=communes.today, fixed=_fixed(rows), book=book)
        try:
            with transaction.atomic():
                taken = take_in(entries, province=province, source=whole.source, by=by, at=at, book=book)
        except Refused as refusal:
            at_fault = [place for place, row in enumerate(rows) if str(row.number) == refusal.where]
            if not at_fault:
                raise
            _set_aside(rows[at_fault[0]], refusal, layout)
            rows, read = _without(rows, at_fault[0]), _without(read, at_fault[0])
        else:
            ImportRow.objects.filter(id__in=[row.id for row in rows]).update(applied=True)
            return taken


def _without(rows: list[Any], place: int) -> list[Any]:
    return rows[:place] + rows[place + 1 :]


def _set_aside(row: ImportRow, refusal: Refused, layout: Layout) -> None:
    """A row that its neighbours or the register do not allow becomes wrong, at the cell that the refusal is about."""
    field = _CELLS.get(refusal.code, "product")
    fault = Remark(
        "fault", refusal.code, field, row.number, layout.letter(field), refusal.vi, refusal.en
    )  # fmt: skip
    row.state, row.remarks = WRONG, [as_json(fault)]
    row.save(update_fields=["state", "remarks"])


_CELLS = {"code_taken": "code", "tax_code_taken": "tax_code"}


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
