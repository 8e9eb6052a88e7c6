"""Registers the app with Django under the label `history`."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """What was done, by whom, when."""

    name = "ocop.domain.history"
    label = "history"
