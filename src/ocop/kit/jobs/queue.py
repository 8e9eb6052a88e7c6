"""The queue as a table: taking a job, marking it, and what the library lacks: trying again, taking up what a killed
worker left, and doing daily things once a day.

Owns the rows of `django_tasks_db`. Time is an argument. Every step is safe with any number of workers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.db.models import Q
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from ocop.kit.jobs.alive import dead_workers, forget, is_dead
from ocop.kit.jobs.asking import JOBS, Job
from ocop.kit.jobs.backends import call

READY, RUNNING, FAILED = TaskResultStatus.READY, TaskResultStatus.RUNNING, TaskResultStatus.FAILED
PAUSES = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10))
"""How long a job that failed waits before its next try."""
GRACE = timedelta(minutes=1)  # beyond its limit, for a job of another machine
KEPT = timedelta(days=30)  # finished jobs, for whoever asks why

log = logging.getLogger(__name__)


class Interrupted(BaseException):
    """The worker was told to stop; the job goes back into the queue as if it had not been begun."""


def take(worker: str, at: datetime) -> DBTaskResult | None:
    """The next job that is due, now this worker's; None when there is none."""
    due = DBTaskResult.objects.filter(Q(run_after=get_date_max()) | Q(run_after__lte=at), status=READY)
    if not due.exists():  # asks without locking
        return None
    with transaction.atomic():
        row = due.get_locked()
        if row is not None:
            row.claim(worker)
        return row


def work(row: DBTaskResult, at: datetime, within: Callable[[int], AbstractContextManager[None]]) -> None:
    """Do a job that was taken, `within` its limit of seconds. What it raises is kept with it; it is then tried
    again, or given up. Interrupted passes through; `release` puts the job back.
    """
    try:
        job = job_of(row)
        with within(job.limit), transaction.atomic() if job.whole else nullcontext():
            call(job, row.args_kwargs["kwargs"], at)
            row.set_successful(None)
    except (Exception, SystemExit) as fault:
        if DBTaskResult.objects.filter(pk=row.pk, status=RUNNING).exists():  # else it was done, just as its time was up
            row.set_failed(fault)
            try_again(row, at)


def job_of(row: DBTaskResult) -> Job:
    """The declaration. Raises ImportError or SuspiciousOperation where there is none any more."""
    task = row.task
    if not isinstance(task, Job):
        raise SuspiciousOperation(f"{row.task_path} is no job")
    return task


def try_again(row: DBTaskResult, at: datetime, pauses: Sequence[timedelta] = PAUSES) -> None:
    """A failed job goes back with a pause, and after its last try not at all."""
    if len(row.worker_ids) < _tries(row):
        log.warning("%s failed, to be tried again\n%s", row.task_path, row.traceback)
        _put_back(row, at + pauses[min(len(row.worker_ids), len(pauses)) - 1], row.worker_ids)
    else:
        log.error("%s failed for good\n%s", row.task_path, row.traceback)


def tend(at: datetime) -> None:
    """What has to be looked after now and then: jobs left behind, daily jobs, rows nobody will ask about any more."""
    gone = dead_workers()
    reap(at)
    forget(gone)
    tick(at)
    old = DBTaskResult.objects.filter(status__in=[TaskResultStatus.SUCCESSFUL, FAILED], finished_at__lt=at - KEPT)
    old.delete()


def reap(at: datetime) -> int:
    """Put back the jobs of workers that are no more; returns how many. One that was its last try is given up."""
    left = [row for row in DBTaskResult.objects.filter(status=RUNNING) if _is_left(row, at)]
    for row in left:
        with transaction.atomic():
            mine = DBTaskResult.objects.select_for_update().filter(pk=row.pk, status=RUNNING, started_at=row.started_at)
            if (found := mine.first()) is not None:
                found.set_failed(ProcessLookupError(f"worker {row.worker_ids[-1]} is gone"))
                try_again(found, at, pauses=[timedelta()])
    return len(left)


def release(worker: str, at: datetime) -> None:
    """A worker that stops leaves nothing behind: what it did not finish goes back, and does not count as a try."""
    for row in DBTaskResult.objects.filter(status=RUNNING):
        if row.worker_ids[-1:] == [worker]:
            _put_back(row, at, row.worker_ids[:-1])


def tick(at: datetime) -> None:
    """Put each daily job whose hour has come into the queue: once for each day, however many workers look."""
    known = [(job, _last_hour(job, at)) for job in JOBS.values() if job.daily_at]
    rows: list[DBTaskResult[Any, Any]] = [
        DBTaskResult(
            id=uuid5(NAMESPACE_URL, f"{job.module_path} {due:%Y-%m-%d}"),
            args_kwargs={"args": [], "kwargs": {"at": at.isoformat()}},
            task_path=job.module_path, backend_name=job.backend, queue_name=job.queue_name, run_after=get_date_max(),
        )
        for job, due in known
    ]  # fmt: skip
    missing = {row.id for row in rows} - _there(row.id for row in rows)
    DBTaskResult.objects.bulk_create([row for row in rows if row.id in missing], ignore_conflicts=True)


def _there(ids: Iterable[object]) -> set[object]:
    return set(DBTaskResult.objects.filter(id__in=list(ids)).values_list("id", flat=True))


def _last_hour(job: Job, at: datetime) -> datetime:
    assert job.daily_at is not None
    due = at.replace(hour=job.daily_at.hour, minute=job.daily_at.minute, second=0, microsecond=0)
    return due if due <= at else due - timedelta(days=1)


def _put_back(row: DBTaskResult, run_after: datetime, worker_ids: list[str]) -> None:
    row.status, row.run_after, row.worker_ids = READY, run_after, worker_ids
    row.finished_at = row.started_at = None
    row.save(update_fields=["status", "run_after", "worker_ids", "finished_at", "started_at"])


def _is_left(row: DBTaskResult, at: datetime) -> bool:
    dead = is_dead(row.worker_ids[-1]) if row.worker_ids else True
    if dead is not None:
        return dead
    try:
        limit = job_of(row).limit
    except (ImportError, SuspiciousOperation):
        limit = Job.limit
    return row.started_at is None or row.started_at + timedelta(seconds=limit) + GRACE < at


def _tries(row: DBTaskResult) -> int:
    try:
        return job_of(row).tries
    except (ImportError, SuspiciousOperation):
        return 0
