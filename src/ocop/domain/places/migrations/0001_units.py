"""Tables of administrative units."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

import ocop.kit.ids
import ocop.kit.periods


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        ocop.kit.periods.PeriodExtension(),
        migrations.CreateModel(
            name="AdministrativeUnit",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("system", models.CharField(max_length=30)),
                ("code", models.CharField(max_length=5)),
                ("level", models.CharField(max_length=8)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("system", "code"), name="places_unit_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("level", "province"),
                                django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 2),
                            ),
                            models.Q(
                                ("level", "district"),
                                django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 3),
                            ),
                            models.Q(
                                ("level", "commune"),
                                django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 5),
                            ),
                            _connector="OR",
                        ),
                        name="places_unit_code_length",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitEdition",
            fields=[
                ("only", models.BooleanField(default=True, primary_key=True, serialize=False)),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("only", True)), name="places_edition_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitState",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=80)),
                ("search_key", models.CharField(max_length=120)),
                ("sort_key", models.CharField(max_length=255)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                ("sure", models.BooleanField(default=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="states_below",
                        to="places.administrativeunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="states",
                        to="places.administrativeunit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["parent", "valid_from"], name="places_state_parent"),
                    models.Index(fields=["search_key"], name="places_state_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True), ("valid_until__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="places_state_period_not_empty",
                    ),
                    ocop.kit.periods.NoOverlap(fields=["unit"], name="places_state_periods_apart"),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitSuccession",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("on", models.DateField()),
                (
                    "after",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="places.administrativeunit",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="places.administrativeunit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("on", "before", "after"), name="places_succession_once")
                ],
            },
        ),
    ]
