"""Registers the pages with Django; the name `survey` belongs to their tables."""

from django.apps import AppConfig


class SurveyPagesConfig(AppConfig):
    """Pages of survey sheets."""

    name = "ocop.web.office.survey"
    label = "survey_pages"
