"""Registers the site's own system checks with Django; the wiring has no tables and no pages."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The site as a whole."""

    name = "ocop.config"
    label = "site"

    def ready(self) -> None:
        """Importing the module is what registers its checks."""
        from ocop.config import checks  # noqa: F401
