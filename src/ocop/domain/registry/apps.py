"""Registers the app with Django under the label `registry`."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Producers, products, stars and yearly facts."""

    name = "ocop.domain.registry"
    label = "registry"
