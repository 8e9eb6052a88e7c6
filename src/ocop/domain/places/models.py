"""Tables of administrative units: identity, states over periods, successions, and the edition they were loaded from.

Owns columns and database constraints. Loading is `actions`', reading `queries`'.
"""

from __future__ import annotations

from typing import get_args

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from ocop.kit.ids import uuid7
from ocop.kit.periods import NoOverlap
from ocop.rules.units.shapes import CODE_LENGTHS, Level

LEVELS: tuple[Level, ...] = get_args(Level)


def _length_fits_level() -> Q:
    fits = Q()
    for level, digits in CODE_LENGTHS.items():
        fits |= Q(level=level) & Q(Exact(Length("code"), digits))
    return fits


class AdministrativeUnit(models.Model):
    """A unit's identity: its code, as text, in one table of codes. Everything that may change is in its states."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    system = models.CharField(max_length=30)
    code = models.CharField(max_length=5)
    level = models.CharField(max_length=8)

    class Meta:
        """One unit for each code of a table; the length of a code is that of its level."""

        constraints = [
            models.UniqueConstraint(fields=["system", "code"], name="places_unit_code_once"),
            models.CheckConstraint(condition=_length_fits_level(), name="places_unit_code_length"),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.system})"


class UnitState(models.Model):
    """What a unit was called, of what kind it was and where it lay, from one day until before another (or still).

    `sure` is False where the source only lets us infer it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="states")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    search_key = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=255)
    parent = models.ForeignKey(
        AdministrativeUnit, on_delete=models.PROTECT, related_name="states_below", null=True, blank=True
    )
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    sure = models.BooleanField(default=True)

    class Meta:
        """A period has at least a day; two periods of one unit share none."""

        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="places_state_period_not_empty",
            ),
            NoOverlap(fields=["unit"], name="places_state_periods_apart"),
        ]
        indexes = [
            models.Index(fields=["parent", "valid_from"], name="places_state_parent"),
            models.Index(fields=["search_key"], name="places_state_search"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Kind and name: "Xã Ba Chẽ"."""
        return f"{self.kind} {self.name}"


class UnitSuccession(models.Model):
    """On a day, ground of the unit `before` became ground of the unit `after`; a divided unit has several rows."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    on = models.DateField()
    before = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="successions")
    after = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="origins")

    class Meta:
        """Each pair once a day."""

        constraints = [models.UniqueConstraint(fields=["on", "before", "after"], name="places_succession_once")]

    def __str__(self) -> str:
        return f"{self.on}: {self.before} > {self.after}"


class UnitEdition(models.Model):
    """The SHA-256 of the law's units that the tables mirror; one row, or none before the first loading."""

    only = models.BooleanField(primary_key=True, default=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        """One row at most."""

        constraints = [models.CheckConstraint(condition=Q(only=True), name="places_edition_one_row")]

    def __str__(self) -> str:
        return self.sha256
