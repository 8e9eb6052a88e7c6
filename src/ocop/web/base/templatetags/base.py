"""The few filters components need; they format and never decide. Available in every template without loading."""

from __future__ import annotations

from collections.abc import Iterator

from django import template
from django.core.paginator import Page, Paginator

from ocop.web.base.figures import Points, points_text

register = template.Library()


@register.filter
def points(value: Points) -> str:
    """An exact number of points in the reader's language."""
    return points_text(value)


@register.filter
def steps(count: int | str) -> range:
    """As many turns as there are steps: {% for _ in 11|steps %}."""
    return range(int(count))


@register.filter
def page_range(paginator: Paginator, page: Page) -> Iterator[int | None]:
    """Page numbers around the current one; None stands for those left out."""
    for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        yield number if isinstance(number, int) else None
