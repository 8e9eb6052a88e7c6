"""The table of survey sheets."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import ocop.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("places", "0001_units"),
        ("registry", "0002_product_told"),
    ]

    operations = [
        migrations.CreateModel(
            name="SurveySheet",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("province_code", models.CharField(max_length=2)),
                ("state", models.CharField(default="draft", max_length=10)),
                ("kind", models.CharField(max_length=20)),
                ("group", models.CharField(max_length=3)),
                ("name", models.CharField(max_length=255)),
                ("search_key", models.CharField(max_length=600)),
                ("sort_key", models.CharField(max_length=1200)),
                ("placed_on", models.DateField()),
                ("origin_on", models.DateField()),
                ("needs_placing", models.BooleanField(default=False)),
                ("made_by", models.CharField(blank=True, max_length=255)),
                (
                    "maker",
                    models.CharField(
                        choices=[
                            ("cooperative", "cooperative"),
                            ("cooperative_group", "cooperative_group"),
                            ("enterprise", "enterprise"),
                            ("farm", "farm"),
                            ("household", "household"),
                            ("association", "association"),
                            ("management_board", "management_board"),
                            ("untold", "untold"),
                        ],
                        default="untold",
                        max_length=20,
                    ),
                ),
                (
                    "households",
                    models.PositiveIntegerField(
                        blank=True, null=True, validators=[django.core.validators.MaxValueValidator(100000)]
                    ),
                ),
                (
                    "output",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                    ),
                ),
                ("output_unit", models.CharField(blank=True, max_length=30)),
                (
                    "price_dong",
                    models.DecimalField(
                        blank=True,
                        decimal_places=0,
                        max_digits=14,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                    ),
                ),
                ("raw_material", models.CharField(blank=True, max_length=2000)),
                ("market", models.CharField(blank=True, max_length=2000)),
                ("labels", models.CharField(blank=True, max_length=2000)),
                ("strengths", models.CharField(blank=True, max_length=2000)),
                ("difficulties", models.CharField(blank=True, max_length=2000)),
                ("wishes", models.CharField(blank=True, max_length=2000)),
                ("readiness", models.CharField(blank=True, max_length=10)),
                ("surveyed_by", models.CharField(blank=True, max_length=255)),
                ("source", models.CharField(blank=True, max_length=2000)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("demonstration", models.BooleanField(default=False)),
                (
                    "origin_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_sheets_of_old",
                        to="places.administrativeunit",
                    ),
                ),
                (
                    "producer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_sheets",
                        to="registry.producer",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_sheets",
                        to="registry.product",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_sheets",
                        to="places.administrativeunit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["province_code", "sort_key"], name="survey_listed"),
                    models.Index(fields=["unit", "sort_key"], name="survey_in_unit"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["product", "craft_village", "key_product", "speciality"])),
                        name="survey_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "surveyed", "promoted", "withdrawn"])),
                        name="survey_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("readiness__in", ["", "idea", "made", "sold", "ready"])),
                        name="survey_readiness_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "promoted"), _negated=True), ("producer__isnull", False), _connector="OR"
                        ),
                        name="survey_promoted_is_linked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="survey_withdrawn_says_why",
                    ),
                ],
            },
        ),
    ]
