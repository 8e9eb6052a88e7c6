"""Producers and, apart from them, the people who represent them.

Owns columns and constraints. A producer of today lies in a unit of today (`unit`, `placed_on`); what its source said
stays beside it (`origin_unit`, `origin_on`).
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ocop.domain.places.models import AdministrativeUnit
from ocop.kit.ids import uuid7
from ocop.rules.naming.plain import KINDS

NAME = 255
KEY, SORT_KEY = 300, 1_200  # a sort key has two characters for each letter, and more between words
SEXES = ("male", "female")


class Producer(models.Model):
    """Who makes products. `province_code` is that of today; `needs_placing` while no commune of today is known."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=1)
    province_code = models.CharField(max_length=2)
    kind = models.CharField(max_length=20, choices=[(code, vi) for code, (vi, _) in KINDS.items()])
    name = models.CharField(max_length=NAME)
    search_key = models.CharField(max_length=KEY)
    plain_key = models.CharField(max_length=KEY)
    sort_key = models.CharField(max_length=SORT_KEY)
    tax_code = models.CharField(max_length=14, blank=True)  # an organisation's; a person's is in Representative
    address = models.CharField(max_length=500, blank=True)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="producers")
    placed_on = models.DateField()
    origin_unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="producers_of_old")
    origin_on = models.DateField()
    needs_placing = models.BooleanField(default=False)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    craft_village = models.CharField(max_length=200, blank=True)
    in_association = models.BooleanField(null=True, blank=True)
    source = models.TextField()
    demonstration = models.BooleanField(default=False)

    class Meta:
        """A tax code once in a province; a point on the map whole, and on Vietnam's land or sea."""

        constraints = [
            models.UniqueConstraint(
                fields=["province_code", "tax_code"], condition=~Q(tax_code=""), name="registry_tax_code_once"
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__gte=4, latitude__lte=24, longitude__gte=101, longitude__lte=119),
                name="registry_point_whole_and_near",
            ),
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="registry_producer_kind_known"),
        ]
        indexes = [
            models.Index(fields=["province_code", "sort_key"], name="registry_producer_listed"),
            models.Index(fields=["province_code", "plain_key"], name="registry_producer_by_name"),
            models.Index(fields=["unit", "sort_key"], name="registry_producer_in_unit"),
        ]

    def __str__(self) -> str:
        return self.name


class Representative(models.Model):
    """The person who represents a producer: personal data, all of it, so in a table of its own."""

    producer = models.OneToOneField(Producer, on_delete=models.PROTECT, primary_key=True, related_name="representative")
    version = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=NAME, blank=True)
    sex = models.CharField(max_length=6, blank=True, choices=[(sex, sex) for sex in SEXES])
    ethnicity = models.CharField(max_length=50, blank=True)
    has_disability = models.BooleanField(null=True, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    personal_number = models.CharField(max_length=12, blank=True)

    class Meta:
        """Known words only."""

        constraints = [models.CheckConstraint(condition=Q(sex__in=["", *SEXES]), name="registry_sex_known")]
        indexes = [models.Index(fields=["personal_number"], name="registry_by_personal_number")]

    def __str__(self) -> str:
        return str(self.producer_id)
