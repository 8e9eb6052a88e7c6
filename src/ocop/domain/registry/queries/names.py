"""The names of things that others know by their ids only, as history does."""

from __future__ import annotations

from collections.abc import Iterable

from ocop.domain.registry.models import Product


def product_names(ids: Iterable[str]) -> dict[str, str]:
    """The name of each product that is there; no query for none."""
    wanted = list(ids)
    rows = Product.objects.filter(id__in=wanted).values_list("id", "name") if wanted else ()
    return {str(id): name for id, name in rows}
