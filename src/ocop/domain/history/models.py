"""The three tables of history. What an event means and how it is hashed is `ocop.rules.history`'s."""

from __future__ import annotations

from django.db import models

HEX = 64  # letters of a SHA-256


class Event(models.Model):
    """One act, for ever. The database itself refuses to change or delete a row (see the first migration)."""

    digest = models.CharField(primary_key=True, max_length=HEX)
    chain = models.CharField(max_length=16)
    position = models.PositiveBigIntegerField()
    at = models.CharField(max_length=27)  # UTC as ISO text, exactly as hashed
    act = models.CharField(max_length=64)
    subject_kind = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    actor = models.CharField(max_length=64, blank=True)  # account id; empty for the system itself
    role = models.CharField(max_length=64, blank=True)
    unit = models.CharField(max_length=255, blank=True)
    details_digest = models.CharField(max_length=HEX, unique=True)
    previous = models.CharField(max_length=HEX)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "position"], name="history_one_event_a_place")]
        indexes = [models.Index(fields=["subject_kind", "subject", "at"], name="history_by_subject")]


class Details(models.Model):
    """Names, reasons and values of an event: personal data lives here, and only here. Erased: both texts are null."""

    digest = models.CharField(primary_key=True, max_length=HEX)  # the event's details_digest
    salt = models.CharField(max_length=32, null=True)
    content = models.TextField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="history_details_whole_or_erased",
                condition=models.Q(salt__isnull=True, content__isnull=True)
                | models.Q(salt__isnull=False, content__isnull=False),
            )
        ]


class Head(models.Model):
    """Where a chain ends now. Locked while an event is added, so that two acts never take one place."""

    chain = models.CharField(primary_key=True, max_length=16)
    position = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=HEX)
