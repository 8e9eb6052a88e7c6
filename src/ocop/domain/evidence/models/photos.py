"""Photos of products: the cleaned original and its sizes for pages.

Owns columns and constraints; making the sizes is `ocop.kit.documents`'.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ocop.domain.evidence.models.files import StoredFile
from ocop.domain.registry.models import Product
from ocop.kit.ids import uuid7

ALT = 255


class Photo(models.Model):
    """A photo of a product. `alt` tells in words what it shows; `position` orders those offered, first is the cover."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=1)
    province_code = models.CharField(max_length=2)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="photos")
    alt = models.CharField(max_length=ALT)
    position = models.PositiveSmallIntegerField(default=0)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="photos")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    demonstration = models.BooleanField(default=False)

    class Meta:
        """Never without words."""

        constraints = [models.CheckConstraint(condition=~Q(alt=""), name="evidence_photo_told")]
        indexes = [models.Index(fields=["product", "position"], name="evidence_photos_in_order")]

    def __str__(self) -> str:
        return self.alt


class PhotoSize(models.Model):
    """One width of a photo in one format ("webp" or "jpeg")."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="sizes")
    format = models.CharField(max_length=4)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="photo_sizes")

    class Meta:
        """Each width once in each format."""

        constraints = [
            models.UniqueConstraint(fields=["photo", "format", "width"], name="evidence_size_once"),
            models.CheckConstraint(condition=Q(format__in=["webp", "jpeg"]), name="evidence_format_known"),
        ]

    def __str__(self) -> str:
        return f"{self.format} {self.width}"
