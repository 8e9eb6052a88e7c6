"""The table of what records are found by. Nothing here writes: triggers do (see `keeping`)."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """The folded words of one producer or product, with a space before and after; `number` is the row of the index."""

    number = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=8)
    subject = models.UUIDField(unique=True)
    text = models.TextField()

    def __str__(self) -> str:
        return self.text
