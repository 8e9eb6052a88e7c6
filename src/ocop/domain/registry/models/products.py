"""Products, the criteria set of each generation they belong to, and the stars that lists and workbooks tell of.

Owns columns and constraints. A code is text as it was given; nothing ever computes it anew.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ocop.domain.registry.models.producers import KEY, NAME, SORT_KEY, Producer
from ocop.kit.ids import uuid7


class Product(models.Model):
    """A product of a producer. `code` is the one it was given, in whichever format; `group_text` is as printed.

    In words of its producer: the `story`, the `specification` (how much, how packed, standard declared), the
    `material_area` (where its raw material grows) and the `chain_links` (who supplies, processes and buys).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=1)
    province_code = models.CharField(max_length=2)
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="products")
    name = models.CharField(max_length=NAME)
    search_key = models.CharField(max_length=KEY)
    plain_key = models.CharField(max_length=KEY)
    sort_key = models.CharField(max_length=SORT_KEY)
    code = models.CharField(max_length=60, blank=True)
    group_text = models.CharField(max_length=255, blank=True)
    story = models.TextField(blank=True)
    specification = models.CharField(max_length=500, blank=True)
    material_area = models.TextField(blank=True)
    chain_links = models.TextField(blank=True)
    source = models.TextField()
    demonstration = models.BooleanField(default=False)

    class Meta:
        """A producer has one product of a name; a code belongs to one product."""

        constraints = [
            models.UniqueConstraint(fields=["producer", "plain_key"], name="registry_product_once"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="registry_code_once"),
        ]
        indexes = [
            models.Index(fields=["province_code", "sort_key"], name="registry_product_listed"),
            models.Index(fields=["province_code", "plain_key"], name="registry_product_by_name"),
        ]

    def __str__(self) -> str:
        return self.name


class ProductGroup(models.Model):
    """The criteria set of one instrument that a product is scored by; `derived` when it follows from another's."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="groups")
    instrument = models.CharField(max_length=20)
    set_number = models.PositiveSmallIntegerField()
    derived = models.BooleanField(default=False)

    class Meta:
        """One set of each instrument."""

        constraints = [models.UniqueConstraint(fields=["product", "instrument"], name="registry_one_set_an_instrument")]
        indexes = [models.Index(fields=["instrument", "set_number"], name="registry_products_of_set")]

    def __str__(self) -> str:
        return f"{self.instrument} {self.set_number}"


class StarRecord(models.Model):
    """A recognition as a list or workbook tells it: what is not printed stays empty. `sequence` counts from 1."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province_code = models.CharField(max_length=2)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="stars")
    sequence = models.PositiveSmallIntegerField()
    stars = models.PositiveSmallIntegerField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    recognised_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=120, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    source = models.TextField()

    class Meta:
        """Three to five stars or none told; expiry after recognition; each place in the sequence once."""

        constraints = [
            models.CheckConstraint(
                condition=Q(stars__isnull=True) | Q(stars__range=(3, 5)), name="registry_stars_3_to_5"
            ),
            models.CheckConstraint(
                condition=Q(recognised_on__isnull=True)
                | Q(expires_on__isnull=True)
                | Q(expires_on__gt=models.F("recognised_on")),
                name="registry_expires_after",
            ),
            models.UniqueConstraint(fields=["product", "sequence"], name="registry_star_sequence_once"),
        ]
        indexes = [models.Index(fields=["province_code", "expires_on"], name="registry_stars_expiring")]

    def __str__(self) -> str:
        return f"{self.stars or '?'} ({self.recognised_on or self.year or '?'})"
