"""Registers the app with Django under the label `places`."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Administrative units with dates."""

    name = "ocop.domain.places"
    label = "places"
