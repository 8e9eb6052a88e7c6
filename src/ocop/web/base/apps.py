"""Registers `ocop.web.base` with Django, so that its templates, tags and commands are found."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    """The application behind every page; it has no tables."""

    name = "ocop.web.base"
    label = "base"
