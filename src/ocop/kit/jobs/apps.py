"""Registers the queue with Django, and finds the jobs of every app: they stand in its `jobs.py`."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """Background work."""

    name = "ocop.kit.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Declaring a job is what makes it known by its name."""
        autodiscover_modules("jobs")
