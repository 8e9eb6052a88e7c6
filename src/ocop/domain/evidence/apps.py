"""Registers the app with Django under the label `evidence`."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Papers, photos and the files behind them."""

    name = "ocop.domain.evidence"
    label = "evidence"
