"""The table of what records are found by; its triggers come after every migration (see `apps`)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("registry", "0001_register")]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=8)),
                ("subject", models.UUIDField(unique=True)),
                ("text", models.TextField()),
            ],
        ),
    ]
