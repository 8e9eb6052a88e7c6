"""Facts of a year, and the keys by which an act that was sent twice is known again.

Owns columns and constraints; which values make sense is `ocop.rules.register.facts`'.
"""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from ocop.domain.registry.models.producers import Producer
from ocop.domain.registry.models.products import Product
from ocop.kit.ids import uuid7
from ocop.rules.register.facts import DIGITS, FACTS, PLACES

FIRST, LAST = 2000, 2200  # a year before or after these is a slip of the pen


class YearlyFact(models.Model):
    """One value of one year, of a producer or of one of its products, with where it is known from."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province_code = models.CharField(max_length=2)
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="facts")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="facts", null=True, blank=True)
    year = models.PositiveSmallIntegerField(validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)])
    kind = models.CharField(max_length=20, choices=[(code, kind.vi) for code, kind in FACTS.items()])
    value = models.DecimalField(max_digits=DIGITS, decimal_places=PLACES)
    unit = models.CharField(max_length=30)
    source = models.TextField()

    class Meta:
        """One value a year, kind and producer or product; known kinds only."""

        constraints = [
            models.UniqueConstraint(
                fields=["producer", "year", "kind"], condition=Q(product__isnull=True), name="registry_fact_of_producer"
            ),
            models.UniqueConstraint(
                fields=["product", "year", "kind"], condition=Q(product__isnull=False), name="registry_fact_of_product"
            ),
            models.CheckConstraint(condition=Q(kind__in=list(FACTS)), name="registry_fact_kind_known"),
            models.CheckConstraint(condition=Q(year__range=(FIRST, LAST)), name="registry_fact_year"),
        ]
        indexes = [models.Index(fields=["province_code", "year", "kind"], name="registry_facts_of_year")]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.value}"


class Submission(models.Model):
    """The key a form was sent with and what it made: sent again, it makes nothing new."""

    key = models.CharField(primary_key=True, max_length=64)
    act = models.CharField(max_length=64)
    subject = models.UUIDField()

    def __str__(self) -> str:
        return self.key
