"""The file as it was sent; how far and how fast an import is; the version of a row; cleared imports."""

import django.db.models.deletion
from django.db import migrations, models

import ocop.kit.ids


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_imports"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="began_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="import",
            name="began_with",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="import",
            name="cleared_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="import",
            name="letters",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="import",
            name="made",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="import",
            name="moved_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="import",
            name="tally",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="importrow",
            name="search_key",
            field=models.CharField(blank=True, max_length=620),
        ),
        migrations.AddField(
            model_name="importrow",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.CreateModel(
            name="SentFile",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("province_code", models.CharField(max_length=2)),
                ("name", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("source", models.TextField()),
                ("sent_on", models.DateField()),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="intake.import",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="import",
            name="file",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="imports",
                to="intake.sentfile",
            ),
        ),
        migrations.AddIndex(
            model_name="sentfile",
            index=models.Index(fields=["sent_on"], name="intake_file_by_age"),
        ),
    ]
