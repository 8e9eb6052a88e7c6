"""Registers the app with Django under the label `search`, and keeps its triggers in place around migrations."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

from ocop.domain.search import keeping


class SearchConfig(AppConfig):
    """What records are found by."""

    name = "ocop.domain.search"
    label = "search"

    def ready(self) -> None:
        """SQLite rebuilds a table to change it, which triggers on it would stop: they step aside and come back."""
        pre_migrate.connect(_step_aside, sender=self)
        post_migrate.connect(_come_back, sender=self)


def _step_aside(using: str, **more: Any) -> None:
    keeping.remove(connections[using])


def _come_back(using: str, **more: Any) -> None:
    keeping.install(connections[using])
