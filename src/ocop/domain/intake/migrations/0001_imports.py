"""Imports and their rows."""

import django.db.models.deletion
from django.db import migrations, models

import ocop.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("province_code", models.CharField(max_length=2)),
                ("file_name", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("sheet", models.CharField(blank=True, max_length=100)),
                ("columns", models.JSONField()),
                ("first_row", models.PositiveIntegerField()),
                ("read_on", models.DateField()),
                ("source", models.TextField()),
                ("state", models.CharField(default="read", max_length=10)),
                ("reached", models.PositiveIntegerField(default=0)),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="intake.import",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("cells", models.JSONField()),
                ("carried", models.JSONField(default=list)),
                ("corrections", models.JSONField(default=dict)),
                ("accepted", models.JSONField(default=list)),
                ("plain_key", models.CharField(max_length=620)),
                ("state", models.CharField(max_length=10)),
                ("remarks", models.JSONField(default=list)),
                ("producer", models.UUIDField(blank=True, null=True)),
                ("product", models.UUIDField(blank=True, null=True)),
                ("applied", models.BooleanField(default=False)),
                (
                    "whole",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="intake.import"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="import",
            index=models.Index(fields=["province_code", "id"], name="intake_of_province"),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["read", "applying", "stopped", "done"])), name="intake_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "applying")), fields=("province_code",), name="intake_one_at_a_time"
            ),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["whole", "state", "number"], name="intake_rows_of_state"),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["whole", "plain_key"], name="intake_rows_doubled"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(fields=("whole", "number"), name="intake_row_once"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["wrong", "doubtful", "new", "matched", "unchanged"])),
                name="intake_row_state_known",
            ),
        ),
    ]
