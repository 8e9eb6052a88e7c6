"""Tables of people, roles, sessions and second factors."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ocop.kit.ids
import ocop.kit.periods


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("places", "0001_units"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("full_name", models.CharField(max_length=120)),
                ("search_key", models.CharField(max_length=120)),
                ("sort_key", models.CharField(max_length=400)),
                ("email", models.CharField(blank=True, max_length=254, null=True, unique=True)),
                ("phone", models.CharField(blank=True, max_length=16, null=True, unique=True)),
                ("is_active", models.BooleanField(default=True)),
                ("is_demonstration", models.BooleanField(default=False)),
                ("joined_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["search_key"], name="accounts_person_search")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email__isnull", False), ("phone__isnull", False), _connector="OR"),
                        name="accounts_person_reachable",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("email__isnull", True), models.Q(("email", ""), _negated=True), _connector="OR"),
                            models.Q(("phone__isnull", True), models.Q(("phone", ""), _negated=True), _connector="OR"),
                        ),
                        name="accounts_person_no_empty_contact",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleHeld",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roles", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("role", models.CharField(max_length=30)),
                ("seat", models.CharField(max_length=36)),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="places.administrativeunit",
                    ),
                ),
                ("producer", models.UUIDField(blank=True, db_index=True, null=True)),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "valid_from"], name="accounts_role_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "commune_officer",
                                    "provincial_agency",
                                    "advisory_group",
                                    "council_secretary",
                                    "council_member",
                                    "council_chair",
                                    "leader",
                                    "ministry",
                                    "inspector",
                                    "auditor",
                                    "producer",
                                    "system_administrator",
                                ],
                            )
                        ),
                        name="accounts_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("producer__isnull", False), ("role", "producer")),
                            models.Q(models.Q(("role", "producer"), _negated=True), ("producer__isnull", True)),
                            _connector="OR",
                        ),
                        name="accounts_role_of_producer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seat", "vn"), ("unit__isnull", True)),
                            models.Q(models.Q(("seat", "vn"), _negated=True), ("unit__isnull", False)),
                            _connector="OR",
                        ),
                        name="accounts_role_seat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True), ("valid_until__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="accounts_role_period_not_empty",
                    ),
                    ocop.kit.periods.NoOverlap(fields=["person", "role", "seat"], name="accounts_role_periods_apart"),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandIn",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                (
                    "role_held",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stand_ins", to="accounts.roleheld"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standing_in",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField()),
                ("reason", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True), ("valid_until__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="accounts_stand_in_period_not_empty",
                    ),
                    ocop.kit.periods.NoOverlap(fields=["role_held"], name="accounts_stand_in_periods_apart"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("address", models.GenericIPAddressField(blank=True, null=True)),
                ("device", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
            },
        ),
        migrations.CreateModel(
            name="WrongTries",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("tries", models.PositiveIntegerField(default=0)),
                ("last_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Authenticator",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="authenticator",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("secret", models.TextField()),
                ("used_step", models.BigIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SpareCode",
            fields=[
                ("id", models.UUIDField(default=ocop.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spare_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "digest"), name="accounts_spare_code_once")],
            },
        ),
        migrations.CreateModel(
            name="FormSent",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("outcome", models.CharField(blank=True, max_length=300)),
            ],
        ),
    ]
