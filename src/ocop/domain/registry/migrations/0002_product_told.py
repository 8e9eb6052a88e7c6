"""What a producer tells of a product: its story, specification, raw-material area and chain links."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0001_register"),
    ]

    operations = [
        migrations.AddField(
            model_name="product",
            name="chain_links",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="product",
            name="material_area",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="product",
            name="specification",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="product",
            name="story",
            field=models.TextField(blank=True),
        ),
    ]
