"""Every column is classed, and what is personal is never told by accident."""

from django.apps import apps

from ocop.domain.registry.fields import CLASSES, FIELDS, PERSONAL, is_personal


def test_every_column_is_classed_and_named():
    columns = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("registry").get_models()
        for field in model._meta.concrete_fields
    }
    assert columns == set(FIELDS)
    assert {column.data for column in FIELDS.values()} == set(CLASSES)
    assert all(column.vi and column.en for column in FIELDS.values())


def test_the_person_is_personal_and_the_cooperative_is_not():
    person = {name for name, column in FIELDS.items() if name.startswith("Representative.") and column.data in PERSONAL}
    assert len(person) == 7
    assert all(is_personal(name, "cooperative") for name in person)
    assert is_personal("Producer.address", "household")
    assert not is_personal("Producer.address", "enterprise")
    assert not is_personal("Product.name", "household")
