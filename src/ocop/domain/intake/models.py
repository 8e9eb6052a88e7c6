"""Tables of imports: the file as it was sent, and each of its rows with what a person said about it.

Owns columns and constraints. File and cells keep personal data (names, telephones) until the import is cleared.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ocop.kit.ids import uuid7

READ, APPLYING, STOPPED, DONE = "read", "applying", "stopped", "done"
WRONG, DOUBTFUL, NEW, MATCHED, UNCHANGED = "wrong", "doubtful", "new", "matched", "unchanged"
READY = (NEW, MATCHED)


class SentFile(models.Model):
    """A file as somebody sent it, so that its columns can be chosen and it can go back with remarks."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    province_code = models.CharField(max_length=2)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    source = models.TextField()
    sent_on = models.DateField()
    replaces = models.ForeignKey("Import", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        """Found by age, to be cleared."""

        indexes = [models.Index(fields=["sent_on"], name="intake_file_by_age")]

    def __str__(self) -> str:
        return self.name


class Import(models.Model):
    """A file read for a province on a day. `reached` is the row of the file up to which it is in the register.

    `began_at` and `began_with` (rows in the register then) say how fast it goes since it was last started; `moved_at`
    when it last did. `made` counts what it wrote. A cleared one has its `tally` of rows and no rows.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.PositiveIntegerField(default=1)
    province_code = models.CharField(max_length=2)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    sheet = models.CharField(max_length=100, blank=True)
    columns = models.JSONField()  # field -> column, counted from 1
    first_row = models.PositiveIntegerField()
    read_on = models.DateField()
    source = models.TextField()
    state = models.CharField(max_length=10, default=READ)
    reached = models.PositiveIntegerField(default=0)
    file = models.ForeignKey(SentFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="imports")
    letters = models.CharField(max_length=10, blank=True)  # the alphabet of before Unicode it was written in
    began_at = models.DateTimeField(null=True, blank=True)
    began_with = models.PositiveIntegerField(default=0)
    moved_at = models.DateTimeField(null=True, blank=True)
    made = models.JSONField(default=dict)
    tally = models.JSONField(default=dict)
    cleared_on = models.DateField(null=True, blank=True)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by")

    class Meta:
        """Known states; one import of a province is applied at a time."""

        constraints = [
            models.CheckConstraint(condition=Q(state__in=[READ, APPLYING, STOPPED, DONE]), name="intake_state_known"),
            models.UniqueConstraint(fields=["province_code"], condition=Q(state=APPLYING), name="intake_one_at_a_time"),
        ]
        indexes = [models.Index(fields=["province_code", "id"], name="intake_of_province")]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """A row: its cells as read, what a person corrected or accepted, and what it would do to the register."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    whole = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)  # of a person's word on it
    cells = models.JSONField()
    carried = models.JSONField(default=list)
    corrections = models.JSONField(default=dict)
    accepted = models.JSONField(default=list)
    plain_key = models.CharField(max_length=620)  # producer, product and place in plain words: doubled rows share it
    search_key = models.CharField(max_length=620, blank=True)
    state = models.CharField(max_length=10)
    remarks = models.JSONField(default=list)
    producer = models.UUIDField(null=True, blank=True)  # the records it means; null where one is to be made
    product = models.UUIDField(null=True, blank=True)
    applied = models.BooleanField(default=False)

    class Meta:
        """Each row of the file once; known states."""

        constraints = [
            models.UniqueConstraint(fields=["whole", "number"], name="intake_row_once"),
            models.CheckConstraint(
                condition=Q(state__in=[WRONG, DOUBTFUL, NEW, MATCHED, UNCHANGED]), name="intake_row_state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["whole", "state", "number"], name="intake_rows_of_state"),
            models.Index(fields=["whole", "plain_key"], name="intake_rows_doubled"),
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.state})"
