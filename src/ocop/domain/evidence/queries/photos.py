"""Reading photos of products, in order, with their sizes."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from ocop.domain.evidence.models import Photo, PhotoSize
from ocop.domain.registry.models import Product
from ocop.kit.ids import is_id
from ocop.rules.refused import Refused


def photos_of(product: Product) -> QuerySet[Photo]:
    """The photos on offer of a product in order, with their sizes; two queries however many."""
    found = Photo.objects.filter(product=product, withdrawn_at__isnull=True)
    return found.prefetch_related("sizes").order_by("position", "id")


def covers_of(products: Iterable[UUID]) -> dict[UUID, Photo]:
    """The first photo of each product that has one, with its sizes; two queries however many."""
    found = Photo.objects.filter(product__in=list(products), withdrawn_at__isnull=True)
    covers: dict[UUID, Photo] = {}
    for each in found.prefetch_related("sizes").order_by("position", "id"):
        covers.setdefault(each.product_id, each)
    return covers


def photo(id: UUID | str) -> Photo:
    """One photo with its product. Raises Refused (`no_photo`)."""
    found = Photo.objects.select_related("product__producer__unit", "file").filter(id=id).first() if is_id(id) else None
    if found is None:
        raise Refused(
            "no_photo",
            where=str(id),
            vi="không có ảnh này; có thể đường dẫn đã cũ",
            en="there is no such photo; the address may be an old one",
        )
    return found


def size_of(photo: Photo, format: str, width: int) -> PhotoSize:
    """One width of a photo in "webp" or "jpeg", with its file. Raises Refused (`no_photo`)."""
    found = PhotoSize.objects.select_related("file").filter(photo=photo, format=format, width=width).first()
    if found is None:
        raise Refused(
            "no_photo",
            where=f"{format} {width}",
            vi="ảnh này không có cỡ ấy",
            en="this photo has no such size",
        )
    return found
