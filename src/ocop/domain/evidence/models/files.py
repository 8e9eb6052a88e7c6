"""Stored files by their SHA-256, and the words read from a file.

Owns columns and constraints. A row says that the whole file is in the store; `ocop history verify` checks that it is.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

HEX = 64  # letters of a SHA-256
READING = ("waiting", "reading", "read", "none", "failed")


class StoredFile(models.Model):
    """A file in the store; two records with the same bytes share it."""

    sha256 = models.CharField(primary_key=True, max_length=HEX)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=60)
    pages = models.PositiveIntegerField(default=0)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.sha256


class PaperText(models.Model):
    """The words of a file and how far reading them is; in a table of its own, because lists never need them.

    `state`: waiting, reading, read, none (nothing to be read), failed. `reason` is a code where it waits or failed.
    """

    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, primary_key=True, related_name="text")
    state = models.CharField(max_length=10, default="waiting", choices=[(state, state) for state in READING])
    reason = models.CharField(max_length=40, blank=True)
    reader = models.CharField(max_length=40, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField()
    words = models.TextField(blank=True)
    search_key = models.TextField(blank=True)

    class Meta:
        """Known states; what waits is found quickly."""

        constraints = [models.CheckConstraint(condition=Q(state__in=READING), name="evidence_text_state_known")]
        indexes = [models.Index(fields=["state", "changed_at"], name="evidence_text_waiting")]

    def __str__(self) -> str:
        return f"{self.state} {self.file_id}"
