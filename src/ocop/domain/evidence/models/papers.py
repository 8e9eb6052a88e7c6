"""Papers of a producer, and the products and criteria each serves.

Owns columns and constraints. Kinds are the law's (`law/evidence.yaml`); the file of a paper never changes.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ocop.domain.evidence.models.files import StoredFile
from ocop.domain.registry.models import Producer, Product
from ocop.kit.ids import uuid7

TITLE = 255
KEY, SORT_KEY = 300, 1_200


class Paper(models.Model):
    """A paper as it was handed in. `expires_on` is the last day it is good for; empty where it does not expire.

    `cleaned` names what was taken out of the file that came, by codes joined with commas.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=1)
    province_code = models.CharField(max_length=2)
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=10)
    title = models.CharField(max_length=TITLE)
    number = models.CharField(max_length=120, blank=True)
    issuer = models.CharField(max_length=200, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    search_key = models.CharField(max_length=1_000)
    sort_key = models.CharField(max_length=SORT_KEY)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="papers")
    preview = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="previewed", null=True, blank=True)
    cleaned = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces")
    demonstration = models.BooleanField(default=False)

    class Meta:
        """Days in order; a paper that was replaced is withdrawn."""

        constraints = [
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True) | Q(expires_on__isnull=True) | Q(expires_on__gte=F("issued_on")),
                name="evidence_expires_after_issue",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | Q(withdrawn_at__isnull=False),
                name="evidence_replaced_withdrawn",
            ),
        ]
        indexes = [
            models.Index(fields=["producer", "sort_key"], name="evidence_papers_listed"),
            models.Index(fields=["province_code", "expires_on"], name="evidence_papers_expiring"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_offered(self) -> bool:
        """May it be used in a new dossier?"""
        return self.withdrawn_at is None


class PaperProduct(models.Model):
    """A product of the same producer that a paper serves."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="product_links")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="paper_links")

    class Meta:
        """A product once."""

        constraints = [models.UniqueConstraint(fields=["paper", "product"], name="evidence_product_once")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.product_id}"


class PaperCriterion(models.Model):
    """A criterion of a set of an instrument that a paper proves something for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="criterion_links")
    instrument = models.CharField(max_length=20)
    set_number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)

    class Meta:
        """A criterion once."""

        constraints = [
            models.UniqueConstraint(
                fields=["paper", "instrument", "set_number", "code"], name="evidence_criterion_once"
            )
        ]
        indexes = [models.Index(fields=["instrument", "set_number", "code"], name="evidence_papers_of_criterion")]

    def __str__(self) -> str:
        return f"{self.instrument} {self.set_number} {self.code}"
