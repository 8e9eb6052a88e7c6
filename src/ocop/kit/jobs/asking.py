"""The port: how a job is declared, and how one is asked for without knowing who will do it, or when.

Owns declarations and names. A job takes keyword arguments that JSON can carry, and `at`, the moment it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.apps import apps
from django_tasks import task
from django_tasks.base import Task

JOBS: dict[str, Job] = {}
"""Every declared job by its name, "<app>.<function>"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Task):  # type: ignore[type-arg]
    """A task with what the queue has to know of it.

    `whole`: its effect and the mark that it is done are one transaction, so that the effect happens once, whatever is
    killed when. Otherwise it commits in steps of its own, and must find for itself where it was.
    """

    whole: bool = True
    limit: int = 60  # seconds; then it is broken off
    tries: int = 3
    daily_at: time | None = None


def job(
    *, whole: bool, limit: int = 60, tries: int = 3, daily_at: time | None = None
) -> Callable[[Callable[..., None]], Job]:
    """Declare a job. `daily_at`: also done every day at that hour, or when the machine is next on.

    A whole job holds the database's only pen on SQLite: seconds, not minutes. What takes
    longer goes in steps, or is worked out first and written at the end.
    """

    def declared(function: Callable[..., None]) -> Job:
        made: Job = task(whole=whole, limit=limit, tries=tries, daily_at=daily_at)(function)  # type: ignore[assignment]
        app = apps.get_containing_app_config(function.__module__)
        JOBS[f"{app.label if app else function.__module__}.{function.__name__}"] = made
        return made

    return declared


def later(name: str, *, at: datetime, **arguments: Any) -> None:
    """Have a job done soon after this transaction is committed, and not at all if it is taken back.

    `name` is "<app>.<function>": an act may ask for a job that stands above it. `at` is the moment of asking.

    Raises KeyError for a job that nobody declared.
    """
    JOBS[name].enqueue(**arguments, at=at.isoformat())
