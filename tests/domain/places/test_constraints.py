"""The database itself refuses what may not be, whoever writes: both databases, without the application's help."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from ocop.domain.places.models import AdministrativeUnit, UnitEdition, UnitState, UnitSuccession

JANUARY, MARCH, MAY, JULY = (date(2026, month, 1) for month in (1, 3, 5, 7))

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return AdministrativeUnit.objects.create(system="T", code="00001", level="commune")


def state(unit, start, until, **more):
    return UnitState(unit=unit, kind="Xã", name="Một", search_key="x", sort_key="x", valid_from=start,
                     valid_until=until, **more)  # fmt: skip


def refused(write, *arguments, **more):
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        write(*arguments, **more)
    return str(caught.value)


OVERLAPS = [
    ((JANUARY, MAY), (MARCH, JULY)),
    ((JANUARY, MAY), (MARCH, None)),
    ((JANUARY, None), (MARCH, MAY)),
    ((JANUARY, None), (JULY, None)),
    ((MARCH, MAY), (JANUARY, None)),
    ((MARCH, MAY), (JANUARY, JULY)),
    ((MARCH, MAY), (MARCH, MAY)),
]
APART = [((JANUARY, MARCH), (MARCH, None)), ((MARCH, None), (JANUARY, MARCH)), ((JANUARY, MARCH), (MAY, JULY))]


@pytest.mark.parametrize(("one", "other"), OVERLAPS)
def test_two_periods_of_a_unit_share_no_day(unit, one, other):
    state(unit, *one).save()
    assert "places_state_periods_apart" in refused(state(unit, *other).save)
    with pytest.raises(ValidationError):
        state(unit, *other).validate_constraints()


@pytest.mark.parametrize(("one", "other"), APART)
def test_periods_that_touch_or_lie_apart_are_kept(unit, one, other):
    state(unit, *one).save()
    second = state(unit, *other)
    second.validate_constraints()
    second.save()
    assert UnitState.objects.filter(unit=unit).count() == 2


def test_a_period_may_not_be_moved_into_another(unit):
    first, second = state(unit, JANUARY, MARCH), state(unit, MARCH, None)
    first.save()
    second.save()
    first.valid_until = MAY
    assert "places_state_periods_apart" in refused(first.save)
    UnitState.objects.filter(pk=second.pk).update(valid_from=MAY)
    first.save()
    first.validate_constraints()


def test_other_units_do_not_mind(unit):
    neighbour = AdministrativeUnit.objects.create(system="T", code="00002", level="commune")
    state(unit, JANUARY, None).save()
    state(neighbour, JANUARY, None).save()


def test_what_is_excluded_from_validation_is_not_looked_at(unit):
    state(unit, JANUARY, None).save()
    state(unit, JANUARY, None).validate_constraints(exclude={"valid_from"})


def test_many_at_once_are_held_to_the_same(unit):
    assert "places_state_periods_apart" in refused(
        UnitState.objects.bulk_create, [state(unit, JANUARY, None), state(unit, MARCH, None)]
    )


@pytest.mark.parametrize("until", [JANUARY, date(2025, 12, 31)])
def test_a_period_has_a_day(unit, until):
    refused(state(unit, JANUARY, until).save)


@pytest.mark.parametrize(
    ("code", "level"), [("1", "province"), ("001", "commune"), ("00002", "district"), ("02", "region")]
)
def test_a_code_has_the_length_of_its_level(code, level):
    assert "places_unit_code_length" in refused(AdministrativeUnit.objects.create, system="T", code=code, level=level)


def test_a_code_stands_once_in_its_table_and_again_in_another(unit):
    refused(AdministrativeUnit.objects.create, system="T", code="00001", level="commune")
    AdministrativeUnit.objects.create(system="U", code="00001", level="commune")


def test_a_pair_stands_once_a_day(unit):
    UnitSuccession.objects.create(on=MARCH, before=unit, after=unit)
    refused(UnitSuccession.objects.create, on=MARCH, before=unit, after=unit)
    UnitSuccession.objects.create(on=MAY, before=unit, after=unit)


def test_there_is_one_edition():
    UnitEdition.objects.create(sha256="a")
    refused(UnitEdition.objects.create, only=False, sha256="b")


def test_a_unit_that_something_points_at_stays(unit):
    state(unit, JANUARY, None).save()
    with pytest.raises(ProtectedError):
        unit.delete()


def test_rows_name_themselves(unit):
    assert str(unit) == "00001 (T)"
    assert str(state(unit, JANUARY, None)) == "Xã Một"
    assert str(UnitSuccession(on=MARCH, before=unit, after=unit)) == "2026-03-01: 00001 (T) > 00001 (T)"
    assert str(UnitEdition(sha256="a")) == "a"


@pytest.mark.django_db(transaction=True)
def test_the_constraint_survives_a_table_made_anew(unit):
    """SQLite changes a table by copying it, and the triggers have to follow; PostgreSQL drops and adds."""
    constraint = next(each for each in UnitState._meta.constraints if each.name == "places_state_periods_apart")
    state(unit, JANUARY, None).save()
    with connection.schema_editor() as editor:
        editor.remove_constraint(UnitState, constraint)
        editor.add_constraint(UnitState, constraint)
    assert "places_state_periods_apart" in refused(state(unit, MARCH, None).save)
    assert UnitState.objects.count() == 1


def test_a_migration_writes_the_constraint_as_it_is():
    constraint = next(each for each in UnitState._meta.constraints if each.name == "places_state_periods_apart")
    path, arguments, named = constraint.deconstruct()
    assert (path, arguments) == ("ocop.kit.periods.NoOverlap", ())
    assert named == {"fields": ["unit"], "name": "places_state_periods_apart"}
    assert constraint == constraint.clone()
    assert hash(constraint) == hash(constraint.clone())
    assert constraint != type(constraint)(fields=["kind"], name=constraint.name)
    assert constraint != "places_state_periods_apart"
