"""Registers the app with Django under the label `survey`."""

from django.apps import AppConfig


class SurveyConfig(AppConfig):
    """Survey sheets."""

    name = "ocop.domain.survey"
    label = "survey"
