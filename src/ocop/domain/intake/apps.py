"""Registers the app with Django under the label `intake`."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Imports of workbooks."""

    name = "ocop.domain.intake"
    label = "intake"
