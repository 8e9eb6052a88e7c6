"""The table of survey sheets; columns and database constraints only."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from ocop.domain.places.models import AdministrativeUnit
from ocop.domain.registry.models import Producer, Product
from ocop.domain.survey.fields import CHOICES, DRAFT, KINDS, PROMOTED, READINESS, STATES, WITHDRAWN
from ocop.kit.ids import uuid7
from ocop.rules.naming.plain import UNTOLD

LONG = 2_000


class SurveySheet(models.Model):
    """What was found in a commune on a day. `origin_unit` is that of the survey day, `unit` of the last placing."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=1)
    province_code = models.CharField(max_length=2)
    state = models.CharField(max_length=10, default=DRAFT)
    kind = models.CharField(max_length=20)
    group = models.CharField(max_length=3)
    name = models.CharField(max_length=255)
    search_key = models.CharField(max_length=600)
    sort_key = models.CharField(max_length=1_200)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="survey_sheets")
    placed_on = models.DateField()
    origin_unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="survey_sheets_of_old")
    origin_on = models.DateField()
    needs_placing = models.BooleanField(default=False)
    made_by = models.CharField(max_length=255, blank=True)
    maker = models.CharField(max_length=20, default=UNTOLD, choices=[(one, one) for one in CHOICES["maker"]])
    households = models.PositiveIntegerField(null=True, blank=True, validators=[MaxValueValidator(100_000)])
    output = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    output_unit = models.CharField(max_length=30, blank=True)
    price_dong = models.DecimalField(
        max_digits=14, decimal_places=0, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    raw_material = models.CharField(max_length=LONG, blank=True)
    market = models.CharField(max_length=LONG, blank=True)
    labels = models.CharField(max_length=LONG, blank=True)
    strengths = models.CharField(max_length=LONG, blank=True)
    difficulties = models.CharField(max_length=LONG, blank=True)
    wishes = models.CharField(max_length=LONG, blank=True)
    readiness = models.CharField(max_length=10, blank=True)
    surveyed_by = models.CharField(max_length=255, blank=True)
    source = models.CharField(max_length=LONG, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    producer = models.ForeignKey(
        Producer, on_delete=models.PROTECT, null=True, blank=True, related_name="survey_sheets"
    )
    product = models.ForeignKey(Product, on_delete=models.PROTECT, null=True, blank=True, related_name="survey_sheets")
    demonstration = models.BooleanField(default=False)

    class Meta:
        """Known words only; promoted means linked, withdrawn says why."""

        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="survey_kind_known"),
            models.CheckConstraint(condition=Q(state__in=list(STATES)), name="survey_state_known"),
            models.CheckConstraint(condition=Q(readiness__in=list(READINESS)), name="survey_readiness_known"),
            models.CheckConstraint(
                condition=~Q(state=PROMOTED) | Q(producer__isnull=False), name="survey_promoted_is_linked"
            ),
            models.CheckConstraint(condition=~Q(state=WITHDRAWN) | ~Q(reason=""), name="survey_withdrawn_says_why"),
        ]
        indexes = [
            models.Index(fields=["province_code", "sort_key"], name="survey_listed"),
            models.Index(fields=["unit", "sort_key"], name="survey_in_unit"),
        ]

    def __str__(self) -> str:
        return self.name
