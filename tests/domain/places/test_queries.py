"""Units are found as of a day: by code, by name, under and above each other."""

import pytest

from ocop.domain.places.queries import (
    line_of,
    loaded_edition,
    successors_of,
    titles,
    unit_on,
    unit_titles,
    units_named,
    units_on,
    units_under,
)
from ocop.rules.refused import Refused
from tests.rules.small_units import CITY, LAST, MERGED, NEW, OLD, SPLIT


def codes(rows):
    return [row.unit.code for row in rows]


@pytest.mark.parametrize("day", [OLD, LAST, NEW, SPLIT, CITY, MERGED])
def test_the_tables_agree_with_the_rules_on_every_day(small_country, day):
    held = {(row.unit.code, row.unit.level, row.title, row.sure) for row in units_on(day)}
    assert held == {(unit.code, unit.level, unit.title, unit.sure) for unit in small_country.on(day).units.values()}
    parents = {row.unit.code: row.parent.code if row.parent else "" for row in units_on(day).select_related("parent")}
    assert parents == {unit.code: unit.parent for unit in small_country.on(day).units.values()}


def test_units_stand_in_the_order_of_the_alphabet(small_country):
    assert [row.name for row in units_on(LAST, "commune")] == ["Ba", "Bốn", "Hai", "Một"]


def test_a_list_of_units_is_one_query(small_country, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len([f"{row.unit.code} {row.title}" for row in units_on(LAST)]) == 9


def test_a_code_means_the_unit_of_the_day(small_country):
    assert unit_on("00004", LAST).title == "Thị trấn Bốn"
    assert unit_on("00004", NEW).title == "Xã Bốn"
    with pytest.raises(Refused) as caught:
        unit_on("00003", NEW)
    assert (caught.value.code, caught.value.where) == ("no_unit", "00003")
    assert caught.value.words("en") == "00003: no administrative unit on 2025-07-01"


def test_what_lies_under_a_unit(small_country):
    province = unit_on("02", LAST).unit
    assert codes(units_under(province, LAST)) == ["003", "002"]
    assert codes(units_under(province, LAST, "commune")) == ["00003", "00004"]
    assert codes(units_under(unit_on("01", NEW).unit, NEW, "commune")) == ["00004", "00009", "00002", "00001"]
    assert codes(units_under(province, NEW)) == []


def test_the_line_above_a_unit(small_country):
    assert [row.title for row in line_of(unit_on("00003", LAST).unit, LAST)] == ["Xã Ba", "Huyện Hai", "Tỉnh Hai"]
    assert [row.title for row in line_of(unit_on("00001", NEW).unit, CITY)] == ["Phường Một", "Thành phố Một"]


def test_the_line_of_a_unit_that_is_none_that_day_is_refused(small_country):
    gone = unit_on("00003", LAST).unit
    with pytest.raises(Refused):
        line_of(gone, NEW)
    with pytest.raises(Refused):
        line_of(unit_on("00004", LAST).unit, NEW)


@pytest.mark.parametrize(
    ("words", "found"), [("mot", ["00001", "01"]), ("XÃ Một", ["00001"]), ("đảo", ["00009"]), ("?", []), ("năm", [])]
)
def test_names_are_found_however_they_are_typed(small_country, words, found):
    assert sorted(codes(units_named(words, NEW))) == found


def test_who_followed_a_unit(small_country):
    assert codes(successors_of(unit_on("00002", LAST).unit, NEW)) == ["00002", "00001"]
    assert codes(successors_of(unit_on("003", LAST).unit, NEW)) == ["00009"]
    assert codes(successors_of(unit_on("00002", NEW).unit, SPLIT)) == []


def test_before_the_first_loading_there_is_no_edition(db):
    assert loaded_edition() == ""


def test_a_former_unit_never_answers_as_the_one_that_took_its_code(small_country):
    """00002 of the old table and 00002 of the new are two units; a code alone would confuse them."""
    old, new = unit_on("00002", LAST).unit, unit_on("00002", NEW).unit
    assert old != new and old.code == new.code
    assert line_of(old, LAST)[0].unit == old and line_of(new, NEW)[0].unit == new
    for unit, day in ((old, NEW), (new, LAST)):
        with pytest.raises(Refused):
            line_of(unit, day)


def test_titles_of_units_as_history_and_records_name_them(small_country, django_assert_num_queries):
    old, new = unit_on("00004", LAST).unit, unit_on("00001", NEW).unit
    with django_assert_num_queries(1):
        assert titles([str(old), str(new), "00000 (X)"]) == {str(old): "Thị trấn Bốn", str(new): "Phường Một"}
    with django_assert_num_queries(1):
        assert unit_titles([(old, LAST), (new, NEW), (old, NEW)]) == ["Thị trấn Bốn", "Xã Một", "00004"]
    with django_assert_num_queries(0):
        assert titles([]) == {}
