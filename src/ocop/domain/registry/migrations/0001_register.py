"""Producers, representatives, products, stars and facts."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import ocop.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("places", "0001_units"),
    ]

    operations = [
        migrations.CreateModel(
            name="Producer",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("province_code", models.CharField(max_length=2)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cooperative", "Hợp tác xã"),
                            ("cooperative_group", "Tổ hợp tác"),
                            ("enterprise", "Doanh nghiệp nhỏ và vừa"),
                            ("farm", "Trang trại"),
                            ("household", "Hộ có đăng ký kinh doanh"),
                            ("association", "Hội, hiệp hội (chỉ du lịch)"),
                            ("management_board", "Trung tâm, ban điều hành (chỉ du lịch)"),
                            ("untold", "Chưa rõ loại hình"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("search_key", models.CharField(max_length=300)),
                ("plain_key", models.CharField(max_length=300)),
                ("sort_key", models.CharField(max_length=1200)),
                ("tax_code", models.CharField(blank=True, max_length=14)),
                ("address", models.CharField(blank=True, max_length=500)),
                ("placed_on", models.DateField()),
                ("origin_on", models.DateField()),
                ("needs_placing", models.BooleanField(default=False)),
                ("latitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("longitude", models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True)),
                ("craft_village", models.CharField(blank=True, max_length=200)),
                ("in_association", models.BooleanField(blank=True, null=True)),
                ("source", models.TextField()),
                ("demonstration", models.BooleanField(default=False)),
                (
                    "origin_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="producers_of_old",
                        to="places.administrativeunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="producers",
                        to="places.administrativeunit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("act", models.CharField(max_length=64)),
                ("subject", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("province_code", models.CharField(max_length=2)),
                ("name", models.CharField(max_length=255)),
                ("search_key", models.CharField(max_length=300)),
                ("plain_key", models.CharField(max_length=300)),
                ("sort_key", models.CharField(max_length=1200)),
                ("code", models.CharField(blank=True, max_length=60)),
                ("group_text", models.CharField(blank=True, max_length=255)),
                ("source", models.TextField()),
                ("demonstration", models.BooleanField(default=False)),
                (
                    "producer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="products", to="registry.producer"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProductGroup",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("instrument", models.CharField(max_length=20)),
                ("set_number", models.PositiveSmallIntegerField()),
                ("derived", models.BooleanField(default=False)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="groups", to="registry.product"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StarRecord",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("province_code", models.CharField(max_length=2)),
                ("sequence", models.PositiveSmallIntegerField()),
                ("stars", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("recognised_on", models.DateField(blank=True, null=True)),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("decision", models.CharField(blank=True, max_length=120)),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                ("source", models.TextField()),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stars", to="registry.product"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="YearlyFact",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("province_code", models.CharField(max_length=2)),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2200),
                        ]
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("revenue", "Doanh thu"),
                            ("profit", "Lợi nhuận"),
                            ("export_value", "Giá trị xuất khẩu"),
                            ("price", "Giá bán"),
                            ("output", "Sản lượng"),
                            ("jobs", "Lao động"),
                            ("jobs_local", "Lao động địa phương"),
                            ("jobs_women", "Lao động nữ"),
                            ("jobs_minority", "Lao động dân tộc thiểu số"),
                            ("jobs_trained", "Lao động qua đào tạo"),
                        ],
                        max_length=20,
                    ),
                ),
                ("value", models.DecimalField(decimal_places=3, max_digits=20)),
                ("unit", models.CharField(max_length=30)),
                ("source", models.TextField()),
                (
                    "producer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="registry.producer"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="registry.product",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Representative",
            fields=[
                (
                    "producer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="representative",
                        serialize=False,
                        to="registry.producer",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(blank=True, max_length=255)),
                ("sex", models.CharField(blank=True, choices=[("male", "male"), ("female", "female")], max_length=6)),
                ("ethnicity", models.CharField(blank=True, max_length=50)),
                ("has_disability", models.BooleanField(blank=True, null=True)),
                ("phone", models.CharField(blank=True, max_length=60)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("personal_number", models.CharField(blank=True, max_length=12)),
            ],
            options={
                "indexes": [models.Index(fields=["personal_number"], name="registry_by_personal_number")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sex__in", ["", "male", "female"])), name="registry_sex_known"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="producer",
            index=models.Index(fields=["province_code", "sort_key"], name="registry_producer_listed"),
        ),
        migrations.AddIndex(
            model_name="producer",
            index=models.Index(fields=["province_code", "plain_key"], name="registry_producer_by_name"),
        ),
        migrations.AddIndex(
            model_name="producer",
            index=models.Index(fields=["unit", "sort_key"], name="registry_producer_in_unit"),
        ),
        migrations.AddConstraint(
            model_name="producer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tax_code", ""), _negated=True),
                fields=("province_code", "tax_code"),
                name="registry_tax_code_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="producer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                    models.Q(
                        ("latitude__isnull", False),
                        ("longitude__isnull", False),
                        ("latitude__gte", 4),
                        ("latitude__lte", 24),
                        ("longitude__gte", 101),
                        ("longitude__lte", 119),
                    ),
                    _connector="OR",
                ),
                name="registry_point_whole_and_near",
            ),
        ),
        migrations.AddConstraint(
            model_name="producer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "cooperative",
                            "cooperative_group",
                            "enterprise",
                            "farm",
                            "household",
                            "association",
                            "management_board",
                            "untold",
                        ],
                    )
                ),
                name="registry_producer_kind_known",
            ),
        ),
        migrations.AddIndex(
            model_name="product",
            index=models.Index(fields=["province_code", "sort_key"], name="registry_product_listed"),
        ),
        migrations.AddIndex(
            model_name="product",
            index=models.Index(fields=["province_code", "plain_key"], name="registry_product_by_name"),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.UniqueConstraint(fields=("producer", "plain_key"), name="registry_product_once"),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True), fields=("code",), name="registry_code_once"
            ),
        ),
        migrations.AddIndex(
            model_name="productgroup",
            index=models.Index(fields=["instrument", "set_number"], name="registry_products_of_set"),
        ),
        migrations.AddConstraint(
            model_name="productgroup",
            constraint=models.UniqueConstraint(fields=("product", "instrument"), name="registry_one_set_an_instrument"),
        ),
        migrations.AddIndex(
            model_name="starrecord",
            index=models.Index(fields=["province_code", "expires_on"], name="registry_stars_expiring"),
        ),
        migrations.AddConstraint(
            model_name="starrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(("stars__isnull", True), ("stars__range", (3, 5)), _connector="OR"),
                name="registry_stars_3_to_5",
            ),
        ),
        migrations.AddConstraint(
            model_name="starrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("recognised_on__isnull", True),
                    ("expires_on__isnull", True),
                    ("expires_on__gt", models.F("recognised_on")),
                    _connector="OR",
                ),
                name="registry_expires_after",
            ),
        ),
        migrations.AddConstraint(
            model_name="starrecord",
            constraint=models.UniqueConstraint(fields=("product", "sequence"), name="registry_star_sequence_once"),
        ),
        migrations.AddIndex(
            model_name="yearlyfact",
            index=models.Index(fields=["province_code", "year", "kind"], name="registry_facts_of_year"),
        ),
        migrations.AddConstraint(
            model_name="yearlyfact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("product__isnull", True)),
                fields=("producer", "year", "kind"),
                name="registry_fact_of_producer",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearlyfact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("product__isnull", False)),
                fields=("product", "year", "kind"),
                name="registry_fact_of_product",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearlyfact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "revenue",
                            "profit",
                            "export_value",
                            "price",
                            "output",
                            "jobs",
                            "jobs_local",
                            "jobs_women",
                            "jobs_minority",
                            "jobs_trained",
                        ],
                    )
                ),
                name="registry_fact_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="yearlyfact",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (2000, 2200))), name="registry_fact_year"
            ),
        ),
    ]
