"""Filters that put words of the law on a page: `{% load law %}`. They translate and link, and decide nothing."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import ngettext

from ocop.kit.text import folded
from ocop.kit.text import slug as anchor
from ocop.rules.lawbook import book
from ocop.rules.lawbook.classification import Example
from ocop.rules.lawbook.shapes import Gate
from ocop.web.public.law import addresses, terms, wording

LEAP_YEAR = 2000

register = template.Library()
register.filter("say", wording.shown)
register.filter("plain", wording.plain)
register.filter("decision", wording.decision)
register.filter("generation_href", addresses.generation_href)


@register.filter
def term(word: str, group: str) -> str:
    """A word of the data in the reader's language: {{ rank.level|term:"level" }}."""
    return str(terms.TERMS[group][word])


@register.filter
def setting_value(value: object, setting: str) -> str:
    """One value of a council setting in words."""
    return wording.setting_value(setting, value)


@register.filter
def in_points(number: int) -> str:
    """A number of points with its noun."""
    return ngettext("%(n)s điểm", "%(n)s điểm", number) % {"n": number}


@register.filter
def in_sets(number: int) -> str:
    """A number of sets with its noun."""
    return ngettext("%(n)s bộ", "%(n)s bộ", number) % {"n": number}


@register.simple_tag
def set_href(instrument: str, number: int, code: str = "") -> str:
    """The address of a set, or of one criterion in it."""
    return addresses.set_href(instrument, number, code)


@register.simple_tag
def set_name(instrument: str, number: int) -> str:
    """The name of a set, for a place that takes no markup."""
    return wording.plain(book.find_set(instrument, number).name)


@register.filter
def slug(text: str) -> str:
    """A name as an anchor."""
    return anchor(text)


@register.filter
def slug_of(instrument: str) -> str:
    """An instrument as it stands in an address."""
    return addresses.SLUGS[instrument]


@register.filter
def day_of_year(text: str) -> str:
    """A day of the data written "dd-mm", in the reader's way; the year does not matter."""
    day, month = (int(number) for number in text.split("-"))
    return date_format(date(LEAP_YEAR, month, day), "MONTH_DAY_FORMAT")


@register.filter
def example(one: Example) -> str:
    """An everyday product in the reader's language."""
    return one.en if wording.is_english() else one.vi


@register.filter
def label_of(gate: Gate) -> str:
    """What a gate does, in a word or two; nothing when its text begins with that word."""
    label = str(terms.TERMS["gate"][gate.kind])
    return "" if folded(wording.plain(gate.text)).startswith(folded(label)) else label
