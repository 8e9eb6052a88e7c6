"""Where asked jobs go: into a table of the same database, or done on the spot.

Owns these two answers to `asking.later`; `settings.TASKS` chooses. Both take only what JSON can carry.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks_db import DatabaseBackend

from ocop.kit.ids import uuid7
from ocop.kit.jobs.asking import Job


def call(job: Job, arguments: dict[str, Any], at: datetime) -> None:
    """Do a job now: the moment of asking gives way to the moment of doing."""
    job.func(**(arguments | {"at": at}))


class Queue(DatabaseBackend):
    """A row beside what the act wrote, in its transaction: neither is there without the other."""

    task_class = Job  # type: ignore[assignment]

    def _get_id(self) -> Any:
        return uuid7()


class AtOnce(ImmediateBackend):
    """Done where it is asked for, in that transaction; a fault is the asker's. For tests and trials."""

    task_class = Job  # type: ignore[assignment]

    def _execute_task(self, task_result: TaskResult) -> None:  # type: ignore[type-arg]
        arguments = dict(task_result.kwargs)
        with transaction.atomic():
            call(task_result.task, arguments, datetime.fromisoformat(arguments["at"]))  # type: ignore[arg-type]
        object.__setattr__(task_result, "status", TaskResultStatus.SUCCESSFUL)
