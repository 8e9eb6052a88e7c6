"""What the layout needs on every page: language, theme, header links, the switch to the other language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from ocop.web.base import navigation, theme


def page(request: HttpRequest) -> dict[str, Any]:
    """Context of `base/layout.html`; error pages get it too, so it reads nothing but the request."""
    return {
        "developing": settings.DEBUG,  # the showcase of components is for those who build pages
        "language": translation.get_language() or "vi",
        "theme": theme.chosen(request),
        "header_links": navigation.header_links(request),
        "other_language": navigation.other_language(request),
    }
