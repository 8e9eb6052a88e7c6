"""Addresses of the law browser: how an instrument stands in a link, and the links pages share.

Owns the path converter and the making of links; which page shows what is `urls` and `views`.
"""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.rules.lawbook.book import FOLDERS
from ocop.web.base.navigation import Link
from ocop.web.public.law.wording import decision

SLUGS = {instrument: folder.replace("_", "-") for instrument, folder in FOLDERS.items()}
INSTRUMENTS = {slug: instrument for instrument, slug in SLUGS.items()}


class GenerationConverter:
    """An instrument with criteria sets, as a word of an address without slashes or accents."""

    regex = "|".join(INSTRUMENTS)

    def to_python(self, value: str) -> str:
        """The instrument a slug stands for."""
        return INSTRUMENTS[value]

    def to_url(self, value: str) -> str:
        """The slug of an instrument; another word is no address (ValueError, as Django asks)."""
        try:
            return SLUGS[value]
        except KeyError:
            raise ValueError(value) from None


def generation_href(instrument: str) -> str:
    """The page of one generation."""
    return reverse("law:generation", args=[instrument])


def set_href(instrument: str, number: int, code: str = "") -> str:
    """The page of one set, or the place of one criterion in it."""
    page = reverse("law:set", args=[instrument, number])
    return f"{page}#{code}" if code else page


def set_key(instrument: str, number: int) -> str:
    """A set in a query: "slug:number"."""
    return f"{SLUGS[instrument]}:{number}"


def compare_href(before: tuple[str, int], after: tuple[str, int]) -> str:
    """The page that puts two sets side by side."""
    return f"{reverse('law:compare')}?a={set_key(*before)}&b={set_key(*after)}"


def trail(*links: Link) -> list[Link]:
    """Breadcrumbs below the front page of the law."""
    return [Link(reverse("law:index"), _("Luật OCOP")), *links]


def generation_link(instrument: str) -> Link:
    """The breadcrumb of a generation."""
    return Link(generation_href(instrument), _("Quyết định %(name)s") % {"name": decision(instrument)})
