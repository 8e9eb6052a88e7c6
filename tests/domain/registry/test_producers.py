"""Producers: registered once, placed in units of then and now, changed only on the version that was seen."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ocop.domain.history.queries import faults, timeline
from ocop.domain.registry.actions.producers import (
    change_producer,
    change_representative,
    place_producer,
    register_producer,
)
from ocop.domain.registry.models import Producer, Representative, Submission
from ocop.domain.registry.queries.producers import (
    Wanted,
    facts_of,
    known_producers,
    producer,
    producers,
    products_of,
    representative,
    unit_ids,
)
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from tests.domain.registry.conftest import AT, LAN
from tests.rules.small_units import LAST

BY = {"by": LAN, "at": AT}


def add(book, name="HTX Bình Minh", unit="00001", **more):
    return register_producer(name=name, unit_code=unit, source="danh sách", book=book, **BY, **more)


def refused(expected, act, *arguments, **more):
    with pytest.raises(Refused) as caught:
        act(*arguments, **more)
    assert caught.value.code == expected
    return caught.value


def acts(row, kind="producer"):
    return [entry.act for entry in timeline(kind, str(row.id))]


def test_a_producer_is_registered_with_its_keys_its_place_and_an_event(cooperative):
    row = Producer.objects.get()
    assert (row.kind, row.tax_code, row.version) == ("cooperative", "0100233488", 1)
    assert (row.search_key, row.plain_key) == ("htx tan thanh", "tan thanh")
    assert (row.unit.code, row.province_code, row.needs_placing) == ("00001", "01", False)
    assert row.placed_on == row.origin_on == date(2026, 3, 2)
    entry = timeline("producer", str(row.id))[0]
    assert entry.after["name"] == "HTX Tân Thành"
    assert entry.after["unit"] == "00001 (N)"
    assert not list(faults())


def test_a_producer_of_an_old_commune_is_placed_in_the_new_one(small_country):
    row = add(small_country, unit="00003", unit_on=LAST)
    assert (row.origin_unit.code, row.origin_unit.system, row.unit.code, row.unit.system) == (
        "00003",
        "O",
        "00002",
        "N",
    )
    assert (row.origin_on, row.placed_on, row.needs_placing) == (LAST, date(2026, 3, 2), False)


def test_a_producer_of_a_divided_commune_waits_for_a_person(small_country):
    row = add(small_country, unit="00002", unit_on=LAST)
    assert (row.unit.code, row.unit.level, row.needs_placing) == ("01", "province", True)
    assert list(producers(Wanted(needs_placing=True))) == [row]
    refused("not_an_heir", place_producer, id=row.id, chosen="00009", seen_version=1, book=small_country, **BY)
    now = place_producer(id=row.id, chosen="00002", seen_version=1, book=small_country, note="hỏi UBND xã", **BY)
    assert (now.unit.code, now.needs_placing, now.version) == ("00002", False, 2)
    assert now.source.endswith("hỏi UBND xã")
    assert acts(row) == ["registry.add_producer", "registry.place_producer"]


def test_only_the_district_is_known(small_country):
    row = add(small_country, unit="001", unit_on=LAST)
    assert (row.origin_unit.code, row.unit.code, row.needs_placing) == ("001", "01", True)


def test_a_unit_that_is_none_that_day_is_refused(small_country):
    refused("no_unit", add, small_country, unit="99999")
    assert not Producer.objects.exists()


def test_places_that_were_not_loaded_are_said(db):
    from tests.rules.small_units import small_units

    assert "load_places" in refused("no_unit", add, small_units()).vi


def test_a_personal_tax_code_goes_to_the_person(small_country):
    row = add(small_country, name="Hộ kinh doanh Bếp Mường", tax="036199001234", person={"sex": "female"})
    assert (row.kind, row.tax_code) == ("household", "")
    person = representative(row)
    assert (person.personal_number, person.sex, person.version) == ("036199001234", "female", 1)
    assert acts(row) == ["registry.add_producer"]
    assert acts(row, "representative") == ["registry.change_representative"]
    refused(
        "tax_code_of_a_person", change_producer, id=row.id, changes={"tax_code": "036199001234"}, seen_version=1, **BY
    )


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("bad_value", {"name": "  "}),
        ("bad_value", {"kind": "shop"}),
        ("bad_value", {"latitude": "north", "longitude": 1}),
        ("bad_value", {"name": "a" * 300}),
        ("tax_code", {"tax": "0100233489"}),
        ("tax_code_taken", {"tax": "0100233488"}),
    ],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(cooperative, small_country, code, wrong):
    refused(code, add, small_country, **wrong)
    assert Producer.objects.count() == 1
    assert Submission.objects.count() == 0


def test_a_column_that_is_not_for_callers_is_a_fault_of_theirs(small_country):
    with pytest.raises(TypeError):
        add(small_country, sort_key="x")


def test_sent_twice_it_acts_once(small_country):
    first, second = add(small_country, key="form-1"), add(small_country, key="form-1", name="HTX Khác")
    assert (first.id, Producer.objects.count()) == (second.id, 1)
    assert acts(first) == ["registry.add_producer"]
    assert add(small_country, key="form-2", name="HTX Khác").id != first.id


def test_the_second_of_two_officers_sees_the_difference(cooperative):
    change_producer(id=cooperative.id, changes={"name": "HTX Tân Thanh", "address": "Bản A"}, seen_version=1, **BY)
    conflict = refused(
        "conflict", change_producer, id=cooperative.id, seen_version=1, **BY,
        changes={"name": "HTX Tân Thịnh", "craft_village": "Làng B"},
    )  # fmt: skip
    assert isinstance(conflict, Conflict)
    assert conflict.version == 2
    told = {each.field: (each.seen, each.stored, each.offered) for each in conflict.differences}
    assert told["name"] == ("HTX Tân Thành", "HTX Tân Thanh", "HTX Tân Thịnh")
    assert told["address"] == ("", "Bản A", "")
    assert told["craft_village"] == ("", "", "Làng B")
    assert "name" in conflict.vi
    row = producer(cooperative.id)
    assert (row.name, row.address, row.craft_village, row.version) == ("HTX Tân Thanh", "Bản A", "", 2)
    after = change_producer(id=row.id, changes={"craft_village": "Làng B"}, seen_version=2, **BY)
    assert (after.version, after.name) == (3, "HTX Tân Thanh")


def test_a_change_that_changes_nothing_writes_nothing(cooperative):
    change_producer(id=cooperative.id, changes={"name": "HTX Tân Thành"}, seen_version=1, **BY)
    assert producer(cooperative.id).version == 1
    assert acts(cooperative) == ["registry.add_producer"]


def test_a_changed_name_changes_its_keys_and_only_differences_are_history(cooperative):
    change_producer(id=cooperative.id, changes={"name": "HTX Ăn Sạch", "kind": "cooperative"}, seen_version=1, **BY)
    row = producer(cooperative.id)
    assert (row.search_key, row.plain_key) == ("htx an sach", "an sach")
    entry = timeline("producer", str(row.id))[-1]
    assert entry.before["name"] == "HTX Tân Thành"
    assert "kind" not in entry.after
    assert entry.after["version"] == 2


def test_a_tax_code_of_another_is_refused_when_changed(cooperative, small_country):
    other = add(small_country)
    refused("tax_code_taken", change_producer, id=other.id, changes={"tax_code": "0100233488"}, seen_version=1, **BY)
    assert change_producer(id=other.id, changes={"tax_code": ""}, seen_version=1, **BY).version == 1
    assert change_producer(id=other.id, changes={"tax_code": "0314409058-002"}, seen_version=1, **BY).version == 2


def test_the_representative_is_changed_on_its_own_version(cooperative):
    person = change_representative(id=cooperative.id, changes={"name": "Người thử"}, seen_version=0, **BY)
    assert person.version == 1
    refused("conflict", change_representative, id=cooperative.id, changes={"phone": "0"}, seen_version=0, **BY)
    change_representative(id=cooperative.id, changes={"phone": "0900 000 000"}, seen_version=1, **BY)
    assert Representative.objects.get().phone == "0900 000 000"
    refused("bad_value", change_representative, id=cooperative.id, changes={"email": "x"}, seen_version=2, **BY)
    assert representative(cooperative).email == ""


def test_lists_are_found_ordered_and_cost_the_same_however_long(small_country, django_assert_num_queries):
    names = ["HTX Đá", "HTX Da", "HTX Ăn", "HTX An", "Tổ hợp tác Ân"]
    rows = {name: add(small_country, name=name, unit="00004" if "Đ" in name else "00001") for name in names}
    with django_assert_num_queries(1):
        found = [(row.name, row.unit.code, row.products_count) for row in producers()]
    assert [name for name, *_ in found] == ["HTX An", "HTX Ăn", "HTX Da", "HTX Đá", "Tổ hợp tác Ân"]
    assert [row.name for row in producers(Wanted(words="htx đa"))] == ["HTX Da", "HTX Đá"]
    assert [row.name for row in producers(Wanted(kind="cooperative_group"))] == ["Tổ hợp tác Ân"]
    assert [row.name for row in producers(Wanted(units=unit_ids((rows["HTX Đá"].unit,))))] == ["HTX Đá"]
    assert not producers(Wanted(province="02")).exists()
    assert producers(Wanted(province="01", demonstration=False)).count() == 5
    assert {known.plain_key for known in known_producers("01")} == {"da", "an"}


def test_around_a_producer(cooperative, rice):
    assert list(products_of(cooperative)) == [rice]
    assert not facts_of(cooperative).exists()
    assert [row.tax_code for row in producers(Wanted(words="01002334"))] == ["0100233488"]
    refused("no_producer", producer, rice.id)


def test_the_database_holds_what_code_might_forget(cooperative):
    for wrong in ({"latitude": 21}, {"latitude": 90, "longitude": 105}, {"kind": "shop"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Producer.objects.filter(id=cooperative.id).update(**wrong)
    Producer.objects.filter(id=cooperative.id).update(latitude="21.028511", longitude="105.804817")
    with pytest.raises(IntegrityError), transaction.atomic():
        Representative.objects.create(producer=cooperative, sex="?")
    assert str(cooperative) == "HTX Tân Thành"
    assert str(Representative(producer=cooperative)) == str(cooperative.id)
