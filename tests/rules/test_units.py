"""Units as of a day and who followed whom, on a small country where everything happens and on the real one."""

from datetime import date, timedelta

import pytest

from ocop.rules.lawbook import loader
from ocop.rules.refused import Refused
from ocop.rules.units import (
    ancestor,
    belongs,
    communes_of,
    forebears,
    is_divided,
    successors,
    unit,
    units_on,
)
from ocop.rules.units.reading import edition, gazetteer
from tests.rules.small_units import CITY, LAST, MERGED, NEW, OLD, SPLIT, small_units

SMALL = small_units()
NOW = date(2026, 11, 22)


def codes(units):
    return [unit.code for unit in units]


def refusal(ask, *arguments, **more):
    with pytest.raises(Refused) as caught:
        ask(*arguments, **more)
    return caught.value


# --- units of a day ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "communes"),
    [
        (OLD, ["00001", "00002", "00003", "00004"]),
        (LAST, ["00001", "00002", "00003", "00004"]),
        (NEW, ["00001", "00002", "00004", "00009"]),
        (SPLIT - timedelta(days=1), ["00001", "00002", "00004", "00009"]),
        (SPLIT, ["00001", "00002", "00004", "00005", "00009"]),
        (MERGED - timedelta(days=1), ["00001", "00002", "00004", "00005", "00009"]),
        (MERGED, ["00001", "00004", "00005", "00009"]),
        (date(2100, 1, 1), ["00001", "00004", "00005", "00009"]),
    ],
)
def test_units_are_those_of_the_day(day, communes):
    assert codes(units_on(day, "commune", book=SMALL)) == communes


def test_all_levels_unless_one_is_asked_for():
    assert codes(units_on(LAST, book=SMALL))[:5] == ["00001", "00002", "00003", "00004", "001"]
    assert codes(units_on(LAST, "district", book=SMALL)) == ["001", "002", "003"]
    assert units_on(NEW, "district", book=SMALL) == ()


def test_one_code_is_another_unit_in_another_table():
    before, after = unit("00004", LAST, book=SMALL), unit("00004", NEW, book=SMALL)
    assert (before.title, before.system, before.parent) == ("Thị trấn Bốn", "O", "002")
    assert (after.title, after.system, after.parent) == ("Xã Bốn", "N", "01")


def test_a_name_and_a_kind_change_on_their_day():
    assert unit("01", CITY - timedelta(days=1), book=SMALL).title == "Tỉnh Một"
    assert unit("01", CITY, book=SMALL).title == "Thành phố Một"
    assert not unit("01", NEW, book=SMALL).sure
    assert unit("01", CITY, book=SMALL).sure


def test_the_day_before_a_change():
    assert (SMALL.before(NEW).system.id, SMALL.on(NEW).system.id) == ("O", "N")
    assert "00005" not in SMALL.before(SPLIT).units


def test_a_day_before_the_first_table_is_refused():
    fault = refusal(units_on, OLD - timedelta(days=1), book=SMALL)
    assert (fault.code, fault.where) == ("no_units_that_day", "2019-12-31")
    assert fault.vi.endswith("bảng đầu tiên từ 01/01/2020")
    assert fault.en.endswith("the first is from 2020-01-01")


@pytest.mark.parametrize(
    ("code", "day", "vi", "en"),
    [
        ("00003", NEW, "; mã này là Xã Ba, từ 01/01/2020 đến trước 01/07/2025",
         "; this code was in use from 2020-01-01 until before 2025-07-01"),
        ("00005", NEW, "; mã này là Xã Năm, từ 01/01/2026", "; this code was in use from 2026-01-01"),
        ("1", NEW, "; mã là chữ, phải đủ số 0 ở đầu", "; a code is text and keeps its leading zeros"),
        ("77777", NEW, "", ""),
    ],
)  # fmt: skip
def test_a_code_that_is_none_is_refused_with_what_is_known_of_it(code, day, vi, en):
    fault = refusal(unit, code, day, book=SMALL)
    assert (fault.code, fault.where) == ("no_unit", code)
    assert fault.vi == "ngày 01/07/2025 không có đơn vị hành chính mã này" + vi
    assert fault.en == "no administrative unit on 2025-07-01" + en


def test_what_a_unit_lies_in():
    assert ancestor("00003", "province", LAST, book=SMALL).code == "02"
    assert ancestor("00003", "district", LAST, book=SMALL).code == "002"
    assert ancestor("00003", "commune", LAST, book=SMALL).code == "00003"
    assert ancestor("003", "commune", LAST, book=SMALL).title == "Huyện Đảo"


@pytest.mark.parametrize(("code", "level", "day"), [("00001", "district", NEW), ("01", "commune", LAST)])
def test_no_level_is_invented(code, level, day):
    fault = refusal(ancestor, code, level, day, book=SMALL)
    assert (fault.code, fault.where) == ("no_level", code)
    assert {"district": "cấp huyện", "commune": "cấp xã"}[level] in fault.vi
    assert fault.en == f"it lies in no unit of level {level} on this day"


def test_communes_of_a_unit():
    assert codes(communes_of("02", LAST, book=SMALL)) == ["00003", "00004", "003"]
    assert codes(communes_of("001", LAST, book=SMALL)) == ["00001", "00002"]
    assert codes(communes_of("00001", LAST, book=SMALL)) == ["00001"]
    assert refusal(communes_of, "002", NEW, book=SMALL).code == "no_unit"


# --- who followed whom ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "start", "end", "level", "heirs"),
    [
        ("00001", LAST, NEW, None, ["00001"]),
        ("00002", LAST, NEW, None, ["00001", "00002"]),
        ("00002", LAST, NEW, "province", ["01"]),
        ("00004", LAST, SPLIT, None, ["00004", "00005"]),
        ("00004", NEW, SPLIT, None, ["00004", "00005"]),
        ("00004", SPLIT, MERGED, None, ["00004"]),
        ("00002", LAST, MERGED, None, ["00001"]),
        ("003", LAST, NEW, None, ["00009"]),
        ("02", LAST, NEW, None, ["01"]),
        ("02", LAST, NEW, "commune", ["00002", "00004", "00009"]),
        ("001", LAST, NEW, None, ["00001", "00002"]),
        ("00001", NEW, NEW, None, ["00001"]),
        ("001", OLD, LAST, None, ["001"]),
    ],
)
def test_successors(code, start, end, level, heirs):
    assert codes(successors(code, start, end, level, book=SMALL)) == heirs


@pytest.mark.parametrize(
    ("code", "start", "end", "level", "origins"),
    [
        ("00001", NEW, LAST, None, ["00001", "00002"]),
        ("00005", MERGED, LAST, None, ["00004"]),
        ("00005", SPLIT, NEW, None, ["00004"]),
        ("00009", NEW, LAST, None, ["003"]),
        ("00009", NEW, LAST, "province", ["02"]),
        ("01", NEW, LAST, None, ["01", "02"]),
        ("00001", MERGED, LAST, None, ["00001", "00002", "00003"]),
        ("00001", MERGED, LAST, "district", ["001", "002"]),
    ],
)
def test_forebears(code, start, end, level, origins):
    assert codes(forebears(code, start, end, level, book=SMALL)) == origins


def test_the_units_answered_are_those_of_the_second_day():
    assert [unit.title for unit in successors("00001", LAST, CITY, book=SMALL)] == ["Phường Một"]


@pytest.mark.parametrize(("ask", "start", "end"), [(successors, NEW, LAST), (forebears, LAST, NEW)])
def test_days_in_the_wrong_order_are_refused(ask, start, end):
    fault = refusal(ask, "00001", start, end, book=SMALL)
    assert (fault.code, fault.where) == ("wrong_order", "")
    assert fault.vi == "ngày 30/06/2025 đứng trước 01/07/2025"
    assert fault.en == "2025-06-30 is before 2025-07-01"


def test_who_is_divided():
    assert [
        code for code in ("00001", "00002", "00003", "00004", "003") if is_divided(code, LAST, NEW, book=SMALL)
    ] == ["00002"]
    assert is_divided("00004", LAST, SPLIT, book=SMALL)
    assert not is_divided("00002", LAST, MERGED, book=SMALL)


# --- where a producer belongs --------------------------------------------------------------------


def test_what_is_not_divided_belongs_without_asking():
    assert belongs("00003", LAST, NEW, book=SMALL).code == "00002"
    assert belongs("003", LAST, NEW, book=SMALL).title == "Đặc khu Đảo"


def test_a_divided_commune_asks_a_person():
    fault = refusal(belongs, "00002", LAST, NEW, book=SMALL)
    assert (fault.code, fault.where) == ("divided", "00002")
    assert fault.vi.endswith("ngày 01/07/2025; cần người chọn một: 00001 Xã Một, 00002 Xã Hai")
    assert fault.en.endswith("on 2025-07-01; a person has to choose one: 00001 Xã Một, 00002 Xã Hai")


def test_a_person_may_choose_only_what_is_possible():
    assert belongs("00002", LAST, NEW, "00001", book=SMALL).code == "00001"
    assert belongs("00001", LAST, NEW, "00001", book=SMALL).code == "00001"
    fault = refusal(belongs, "00002", LAST, NEW, "00004", book=SMALL)
    assert (fault.code, fault.where) == ("not_an_heir", "00004")
    assert fault.vi == "đơn vị 00002 chỉ có thể thuộc: 00001 Xã Một, 00002 Xã Hai"
    assert fault.en == "00002 may lie only in: 00001 Xã Một, 00002 Xã Hai"
    assert refusal(belongs, "00003", LAST, NEW, "00001", book=SMALL).code == "not_an_heir"


# --- the real country ----------------------------------------------------------------------------


def counts(day):
    return {level: len(units_on(day, level)) for level in ("province", "district", "commune")}


def leaves(day):
    return [leaf for province in units_on(day, "province") for leaf in communes_of(province.code, day)]


def test_the_country_before_and_after():
    assert counts(LAST) == {"province": 63, "district": 696, "commune": 10035}
    assert len(leaves(LAST)) == 10040
    for day in (NEW, CITY, NOW):
        assert counts(day) == {"province": 34, "district": 0, "commune": 3321}
        assert len(leaves(day)) == 3321


def test_the_islands_that_had_no_communes():
    assert [unit.name for unit in leaves(LAST) if unit.level == "district"] == [
        "Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo",
    ]  # fmt: skip
    assert [successors(code, LAST, NEW)[0].title for code in ("318", "471", "498", "536", "755")] == [
        "Đặc khu Bạch Long Vĩ", "Đặc khu Cồn Cỏ", "Đặc khu Hoàng Sa", "Đặc khu Lý Sơn", "Đặc khu Côn Đảo",
    ]  # fmt: skip


def test_471_communes_are_divided_and_every_province_has_one_heir():
    assert sum(is_divided(leaf.code, LAST, NEW) for leaf in leaves(LAST)) == 471
    assert all(len(successors(province.code, LAST, NEW)) == 1 for province in units_on(LAST, "province"))


@pytest.mark.parametrize(
    ("heir", "origins"),
    [
        ("08", ["Tỉnh Hà Giang", "Tỉnh Tuyên Quang"]),
        ("79", ["Tỉnh Bình Dương", "Tỉnh Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"]),
        ("75", ["Tỉnh Bình Phước", "Tỉnh Đồng Nai"]),
        ("46", ["Thành phố Huế"]),
        ("25", ["Tỉnh Hòa Bình", "Tỉnh Phú Thọ", "Tỉnh Vĩnh Phúc"]),
    ],
)
def test_provinces_by_resolution_202_of_2025(heir, origins):
    assert [unit.title for unit in forebears(heir, NEW, LAST)] == origins


def test_dong_nai_is_a_city_since_30_april_2026():
    before, after = (unit("75", day) for day in (CITY - timedelta(days=1), CITY))
    assert (before.title, after.title) == ("Tỉnh Đồng Nai", "Thành phố Đồng Nai")
    wards = [
        {unit.code for unit in units_on(day, "commune") if unit.parent == "75" and unit.kind == "Phường"}
        for day in (before.valid.start, CITY)
    ]
    assert wards[0] < wards[1]
    assert len(wards[1] - wards[0]) == 10


def test_codes_keep_their_zeros():
    for day, lengths in ((LAST, {2, 3, 5}), (NEW, {2, 5})):
        assert {len(unit.code) for unit in units_on(day)} == lengths
    assert unit("00004", LAST).title == "Phường Trúc Bạch"
    assert unit("00004", NEW).title == "Phường Ba Đình"


def test_the_edition_changes_with_any_file(tmp_path):
    index = "systems: [{file: a.csv}]\nchanges: [{file: b.csv}, {file: null}]\n"
    seen = set()
    for number, (states, pairs) in enumerate([("1", "1"), ("2", "1"), ("1", "2")]):
        root = tmp_path / str(number)
        root.mkdir()
        (root / "units.yaml").write_text(index)
        (root / "a.csv").write_text(states)
        (root / "b.csv").write_text(pairs)
        seen.add(edition(root))
    assert len(seen) == 3
    assert edition() == edition(loader.LAW_DIR)
    assert len(edition()) == 64


def test_the_gazetteer_is_read_once_and_says_how_sure_it_is():
    assert gazetteer() is gazetteer()
    assert [system.id for system in gazetteer().systems] == ["124/2004/QĐ-TTg", "19/2025/QĐ-TTg"]
    assert [(system.known_on, bool(system.note)) for system in gazetteer().systems] == [(LAST, True), (NEW, True)]
    assert SMALL.systems[0].note == ""
