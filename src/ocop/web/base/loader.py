"""Finds templates and components as django-cotton does, and lets a component end where its last tag ends.

Template files end with a newline, as every text file should; drawn in the middle of a sentence, that newline would
put a blank before the comma that follows the component.
"""

from __future__ import annotations

from django.template import Origin
from django_cotton.cotton_loader import Loader as CottonLoader


class Loader(CottonLoader):
    """django-cotton's loader, without the last newline of a file under cotton/."""

    def get_contents(self, origin: Origin) -> str:
        """The compiled source of one template."""
        source: str = super().get_contents(origin)
        is_component = str(origin.template_name).startswith("cotton/")
        return source.rstrip("\n") if is_component else source
