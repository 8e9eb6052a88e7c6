"""Papers, photos, the files behind them and the words in them."""

import django.db.models.deletion
from django.db import migrations, models

import ocop.kit.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("registry", "0001_register"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("size", models.PositiveBigIntegerField()),
                ("media_type", models.CharField(max_length=60)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("width", models.PositiveIntegerField(default=0)),
                ("height", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("province_code", models.CharField(max_length=2)),
                ("kind", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=255)),
                ("number", models.CharField(blank=True, max_length=120)),
                ("issuer", models.CharField(blank=True, max_length=200)),
                ("issued_on", models.DateField(blank=True, null=True)),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("search_key", models.CharField(max_length=1000)),
                ("sort_key", models.CharField(max_length=1200)),
                ("cleaned", models.CharField(blank=True, max_length=200)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("demonstration", models.BooleanField(default=False)),
                (
                    "producer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="registry.producer"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="evidence.paper",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="evidence.storedfile"
                    ),
                ),
                (
                    "preview",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="previewed",
                        to="evidence.storedfile",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("province_code", models.CharField(max_length=2)),
                ("alt", models.CharField(max_length=255)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("demonstration", models.BooleanField(default=False)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="photos", to="evidence.storedfile"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="photos", to="registry.product"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PhotoSize",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("format", models.CharField(max_length=4)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="photo_sizes",
                        to="evidence.storedfile",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sizes", to="evidence.photo"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PaperCriterion",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("instrument", models.CharField(max_length=20)),
                ("set_number", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=20)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="criterion_links", to="evidence.paper"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instrument", "set_number", "code"], name="evidence_papers_of_criterion")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "instrument", "set_number", "code"), name="evidence_criterion_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperProduct",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="product_links", to="evidence.paper"
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paper_links", to="registry.product"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("paper", "product"), name="evidence_product_once")],
            },
        ),
        migrations.CreateModel(
            name="PaperText",
            fields=[
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="text",
                        serialize=False,
                        to="evidence.storedfile",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("reading", "reading"),
                            ("read", "read"),
                            ("none", "none"),
                            ("failed", "failed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("reader", models.CharField(blank=True, max_length=40)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("changed_at", models.DateTimeField()),
                ("words", models.TextField(blank=True)),
                ("search_key", models.TextField(blank=True)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "changed_at"], name="evidence_text_waiting")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("waiting", "reading", "read", "none", "failed"))),
                        name="evidence_text_state_known",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["producer", "sort_key"], name="evidence_papers_listed"),
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["province_code", "expires_on"], name="evidence_papers_expiring"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("issued_on__isnull", True),
                    ("expires_on__isnull", True),
                    ("expires_on__gte", models.F("issued_on")),
                    _connector="OR",
                ),
                name="evidence_expires_after_issue",
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.CheckConstraint(
                condition=models.Q(("replaced_by__isnull", True), ("withdrawn_at__isnull", False), _connector="OR"),
                name="evidence_replaced_withdrawn",
            ),
        ),
        migrations.AddIndex(
            model_name="photo",
            index=models.Index(fields=["product", "position"], name="evidence_photos_in_order"),
        ),
        migrations.AddConstraint(
            model_name="photo",
            constraint=models.CheckConstraint(
                condition=models.Q(("alt", ""), _negated=True), name="evidence_photo_told"
            ),
        ),
        migrations.AddConstraint(
            model_name="photosize",
            constraint=models.UniqueConstraint(fields=("photo", "format", "width"), name="evidence_size_once"),
        ),
        migrations.AddConstraint(
            model_name="photosize",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["webp", "jpeg"])), name="evidence_format_known"
            ),
        ),
    ]
