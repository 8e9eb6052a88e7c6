"""The tables say what the law says: loaded whole, again without writing, changed where the law changes."""

import io
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ocop.config.preparation import _load_places
from ocop.domain.history.queries import faults, timeline
from ocop.domain.places.actions import Loaded, load_units
from ocop.domain.places.models import AdministrativeUnit, UnitEdition, UnitState, UnitSuccession
from ocop.domain.places.queries import loaded_edition, successors_of, unit_on, units_on
from ocop.rules.refused import Refused
from ocop.rules.units.reading import edition, gazetteer
from tests.rules.small_units import CITY, LAST, NEW, PAIRS, SPLIT, STATES, small_units

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


def content():
    """Everything the tables say, without the identifiers of rows that may be written anew."""
    states = UnitState.objects.values_list(
        "unit", "kind", "name", "parent", "valid_from", "valid_until", "sure", "search_key", "sort_key"
    )
    return (
        set(AdministrativeUnit.objects.values_list("id", "system", "code", "level")),
        set(states),
        set(UnitSuccession.objects.values_list("on", "before__code", "after__code")),
    )


def changed(old, new, name="N"):
    return small_units(STATES | {name: STATES[name].replace(old, new)})


def test_the_law_of_the_project_is_loaded_whole(db):
    said = io.StringIO()
    call_command("load_places", stdout=said)
    assert said.getvalue() == "Đơn vị / units: 14149; kỳ / states: 14160; kế tiếp / successions: 10602\n"
    assert [units_on(LAST, level).count() for level in ("province", "district", "commune")] == [63, 696, 10035]
    assert [units_on(NEW, level).count() for level in ("province", "district", "commune")] == [34, 0, 3321]
    for day in (LAST, NEW, CITY):
        held = {(row.unit.code, row.title, row.sure) for row in units_on(day)}
        assert held == {(unit.code, unit.title, unit.sure) for unit in gazetteer().on(day).units.values()}
    again = io.StringIO()
    with CaptureQueriesContext(connection) as asked:
        call_command("load_places", stdout=again)
    assert again.getvalue() == "Đơn vị / units: 0; kỳ / states: 0; kế tiếp / successions: 0\n"
    assert len(asked) <= 3
    assert list(_load_places()) == []


def test_a_start_loads_what_is_missing_and_says_so(db):
    assert [english for _, english in _load_places()] == ["Administrative units loaded."]
    assert loaded_edition() == edition()


def test_codes_are_kept_as_text_with_their_zeros(small_country):
    held = set(AdministrativeUnit.objects.values_list("system", "code", "level"))
    assert ("O", "00004", "commune") in held
    assert ("N", "00004", "commune") in held
    assert ("O", "003", "district") in held
    assert len(held) == 9 + 6


def test_the_same_book_under_another_edition_changes_nothing(small_country):
    before = content()
    ids = set(UnitState.objects.values_list("id", flat=True))
    assert load_units(book=small_country, edition="again", at=AT) == Loaded(0, 0, 0)
    assert (content(), loaded_edition()) == (before, "again")
    assert set(UnitState.objects.values_list("id", flat=True)) == ids
    assert UnitEdition.objects.count() == 1


def test_a_corrected_name_is_written_anew_for_that_unit_alone(small_country):
    identity = unit_on("00002", NEW).unit_id
    assert load_units(book=changed("00002,Xã,Hai", "00002,Xã,Hai Bà"), edition="2", at=AT) == Loaded(0, 1, 0)
    assert unit_on("00002", NEW).title == "Xã Hai Bà"
    assert unit_on("00002", NEW).unit_id == identity


def test_a_period_that_moves_is_never_in_its_own_way(small_country):
    moved = STATES["N"].replace("2026-04-30", "2026-05-15")
    assert load_units(book=small_units(STATES | {"N": moved}), edition="2", at=AT) == Loaded(0, 4, 0)
    assert unit_on("01", CITY).title == "Tỉnh Một"


def test_a_new_unit_and_a_new_pair_are_added(small_country):
    book = small_units(
        STATES | {"N": STATES["N"] + "\n        00006,Xã,Sáu,01,2026-01-01,,"},
        PAIRS | {"split": PAIRS["split"] + " 00004,00006"},
    )
    assert load_units(book=book, edition="2", at=AT) == Loaded(1, 1, 1)
    assert [row.unit.code for row in successors_of(unit_on("00004", NEW).unit, SPLIT)] == ["00004", "00005", "00006"]


def test_a_pair_that_was_wrong_is_taken_out(small_country):
    pairs = PAIRS | {"new": PAIRS["new"].replace("00003,00002", "00003,00004")}
    assert load_units(book=small_units(pairs=pairs), edition="2", at=AT) == Loaded(0, 0, 2)
    old = AdministrativeUnit.objects.get(system="O", code="00003")
    assert [row.unit.code for row in successors_of(old, NEW)] == ["00004"]


def test_an_older_edition_is_refused_and_leaves_everything(small_country):
    before = content()
    with pytest.raises(Refused) as caught:
        load_units(book=changed("00009,Đặc khu,Đảo,01,,,", ""), edition="older", at=AT)
    assert (caught.value.code, caught.value.where) == ("unit_gone", "00009")
    assert (content(), loaded_edition()) == (before, "small")


def test_a_load_leaves_an_event_and_one_that_writes_nothing_leaves_none(small_country):
    assert load_units(book=small_country, edition="small", at=AT) == Loaded(0, 0, 0)
    load_units(book=changed("00002,Xã,Hai", "00002,Xã,Hai Bà"), edition="2", at=AT)
    first, second = (timeline("unit_edition", name) for name in ("small", "2"))
    assert [(entry.act, entry.before) for entry in first] == [("places.load_units", None)]
    assert [(entry.at, entry.before, entry.after) for entry in second] == [
        (AT, "small", {"edition": "2", "units": 0, "states": 1, "successions": 0})
    ]
    assert list(faults()) == []


def test_half_a_load_is_no_load(small_country):
    """The database fails after the states were written: nothing of it stays."""
    before = content()
    book = small_units(STATES | {"N": STATES["N"].replace("00002,Xã,Hai", "00002,Xã,Hai Bà")}, {"new": "00001,00001"})
    with pytest.raises(Refused, match="x"), connection.execute_wrapper(_refuse_deleting_successions):
        load_units(book=book, edition="2", at=AT)
    assert (content(), loaded_edition()) == (before, "small")
    assert timeline("unit_edition", "2") == []


def _refuse_deleting_successions(execute, sql, parameters, many, context):
    if sql.startswith("DELETE") and "unitsuccession" in sql:
        raise Refused("x", vi="x", en="x")
    return execute(sql, parameters, many, context)


def test_the_command_says_a_refusal_in_both_languages(small_country):
    with pytest.raises(CommandError, match="unit") as caught:
        call_command("load_places")
    assert "dùng bản phần mềm mới hơn" in str(caught.value)
    assert "use a newer release" in str(caught.value)
