"""The tables of history, and the triggers that keep them from being rewritten."""

from django.db import migrations, models

from ocop.domain.history import guards


def install_guards(apps, schema_editor):
    guards.install(schema_editor.connection)


def remove_guards(apps, schema_editor):
    guards.remove(schema_editor.connection)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                ("chain", models.CharField(max_length=16, primary_key=True, serialize=False)),
                ("position", models.PositiveBigIntegerField()),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Details",
            fields=[
                (
                    "digest",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
                ("salt", models.CharField(max_length=32, null=True)),
                ("content", models.TextField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("content__isnull", True), ("salt__isnull", True)),
                            models.Q(("content__isnull", False), ("salt__isnull", False)),
                            _connector="OR",
                        ),
                        name="history_details_whole_or_erased",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("chain", models.CharField(max_length=16)),
                ("position", models.PositiveBigIntegerField()),
                ("at", models.CharField(max_length=27)),
                ("act", models.CharField(max_length=64)),
                ("subject_kind", models.CharField(max_length=64)),
                ("subject", models.CharField(max_length=64)),
                (
                    "actor",
                    models.CharField(blank=True, max_length=64),
                ),
                ("role", models.CharField(blank=True, max_length=64)),
                ("unit", models.CharField(blank=True, max_length=255)),
                ("details_digest", models.CharField(max_length=64, unique=True)),
                ("previous", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["subject_kind", "subject", "at"], name="history_by_subject")],
                "constraints": [
                    models.UniqueConstraint(fields=("chain", "position"), name="history_one_event_a_place")
                ],
            },
        ),
        migrations.RunPython(install_guards, remove_guards),
    ]
