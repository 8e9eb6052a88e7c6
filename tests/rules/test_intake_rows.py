"""Rows: what a messy sheet says, with each doubt and fault in its place; an answer makes the row read again."""

from datetime import date
from decimal import Decimal

import pytest

from ocop.rules.intake.columns import WORKBOOK, by_mapping
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.rows import RawRow, raw_rows, read_row, with_doubles
from ocop.rules.intake.stars import StarClaim
from tests.rules.small_units import LAST, small_units

TODAY = date(2026, 3, 2)
COMMUNES = Communes("01", TODAY, book=small_units())
LAYOUT = by_mapping(
    {field: number for number, field in enumerate([*WORKBOOK, "district", "tax_code", "code", "set"], 1)}, 5
)
GOOD = {"product": "Gạo nếp", "producer": "HTX Tân Sơn", "commune": "Một"}


def read(carried=(), corrections=None, accepted=(), **cells):
    raw = RawRow(7, GOOD | cells, frozenset(carried))
    return read_row(raw, LAYOUT, COMMUNES, corrections=corrections, accepted=frozenset(accepted))


def said(row):
    return [(remark.severity, remark.code, remark.column) for remark in row.remarks]


def test_a_good_row_says_everything_and_has_no_remark():
    row = read(
        group="Gạo, ngũ cốc, hạt sơ chế khác", kind="HTX", address="Bản  A", representative="Người thử",
        phone=912345678, stars=4, expires_on=date(2027, 5, 6), first_stars="4 sao", first_on=date(2024, 5, 6),
        first_year=2024, first_decision="12/QĐ-UBND", first_issuer="UBND tỉnh", note="ghi chú", tax_code="0100233488",
        code="01-1",
    )  # fmt: skip
    assert row.remarks == row.faults == row.doubts == ()
    assert (row.producer, row.kind, row.product, row.set_number) == ("HTX Tân Sơn", "cooperative", "Gạo nếp", 3)
    assert (row.unit_code, row.unit_on, row.address, row.phone) == ("00001", TODAY, "Bản A", "912345678")
    assert row.stars == (
        StarClaim(4, 2024, date(2024, 5, 6), date(2027, 5, 6), "12/QĐ-UBND", "UBND tỉnh"),
    )  # fmt: skip
    assert (row.tax_code, row.code, row.note, row.source) == ("0100233488", "01-1", "ghi chú", "")
    assert row.key == ("tan son", "gao nep", "00001")


def test_text_is_composed_tidied_and_cut():
    row = read(product="Gạo\u0000  nếp\n", address=date(2024, 5, 6), phone=Decimal("12.50"), note=True)
    assert (row.product, row.address, row.phone, row.note) == ("Gạo nếp", "06/05/2024", "12.5", "")
    long = read(product="a" * 300)
    assert said(long) == [("fault", "too_long", "B")]
    assert len(long.product) == 255


@pytest.mark.parametrize("word", ["#REF!", "#N/A", " #value! "])
def test_a_cell_in_error_is_a_fault_told_once(word):
    assert said(read(producer=word)) == [("fault", "error_cell", "E")]
    assert said(read(commune=word)) == [("fault", "error_cell", "F")]
    assert said(read(first_on=word)) == [("fault", "error_cell", "M")]


def test_a_name_is_needed():
    assert said(read(producer=None, product="...")) == [("fault", "missing", "E"), ("fault", "missing", "B")]


def test_a_merged_producer_is_doubted_until_accepted_or_typed():
    assert said(read(carried=["producer", "phone"])) == [("doubt", "carried", "E")]
    assert said(read(carried=["phone"])) == []
    assert said(read(carried=["producer"], accepted=["carried"])) == []
    typed = read(carried=["producer"], corrections={"producer": "HTX Khác"})
    assert (said(typed), typed.producer) == ([], "HTX Khác")


@pytest.mark.parametrize(
    ("commune", "district", "code", "choices"),
    [
        (None, None, "no_commune", []),
        ("Hai", None, "old_or_new", ["00001", "00002"]),
        ("TT Bốn", "Hai", "divided", ["00004", "00005"]),
        ("Nơi Khác", None, "unknown", []),
        ("Huyện Một", None, "province", []),
    ],
)
def test_places_in_doubt_stand_in_the_province_and_offer_what_there_is(commune, district, code, choices):
    row = read(commune=commune, district=district)
    assert said(row) == [("doubt", code, "F")]
    assert [choice.value for choice in row.remarks[0].choices] == choices
    assert (row.unit_code, row.unit_on) == ("01", TODAY)
    assert not read(commune=commune, district=district, accepted=[code]).remarks


def test_a_choice_is_a_correction():
    assert read(commune="Hai", corrections={"commune": "00002"}).unit_code == "00002"


def test_a_former_commune_is_read_as_of_its_day():
    row = read(commune="xã Ba")
    assert (row.unit_code, row.unit_on, row.remarks) == ("00003", LAST, ())


@pytest.mark.parametrize(
    ("stars", "number"), [("3 sao", 3), ("4*", 4), ("★★★★★", 5), (3, 3), ("Hạng 4 sao", 4), ("Đạt 3", 3), ("-", None)]
)
def test_stars_as_printed(stars, number):
    row = read(first_stars=stars, first_year=2024)
    assert (row.stars[0].stars, row.remarks) == (number, ())


@pytest.mark.parametrize(
    ("stars", "code"),
    [(2, "stars_out_of_range"), ("6 sao", "stars_out_of_range"), ("*", "stars_out_of_range"),
     ("bốn", "stars_unreadable"), ("34", "stars_unreadable")],
)  # fmt: skip
def test_stars_that_cannot_be(stars, code):
    assert said(read(stars=stars)) == [("fault", code, "J")]


def test_only_what_is_held_now():
    assert read(stars=3).stars == (StarClaim(stars=3),)
    assert read(expires_on="06/05/2027").stars == (StarClaim(expires_on=date(2027, 5, 6)),)
    assert read(first_decision="không").stars == ()


def test_two_recognitions_and_the_expiry_of_the_last():
    row = read(
        stars=4, expires_on="01/06/2027", first_stars=3, first_year=2021, second_stars=4, second_on="01/06/2024",
        second_year=2024,
    )  # fmt: skip
    assert row.remarks == ()
    assert row.stars == (
        StarClaim(stars=3, year=2021),
        StarClaim(stars=4, year=2024, recognised_on=date(2024, 6, 1), expires_on=date(2027, 6, 1)),
    )


def test_the_stars_of_now_fill_those_not_told():
    assert read(stars=4, first_year=2024).stars == (StarClaim(stars=4, year=2024),)


@pytest.mark.parametrize(
    ("cells", "remarks"),
    [
        ({"stars": 5, "first_stars": 4}, [("doubt", "stars_differ", "J")]),
        ({"first_on": "06/05/2024", "first_year": 2023}, [("doubt", "year_differs", "M")]),
        ({"first_on": 45052}, [("doubt", "serial", "M")]),
        ({"first_on": 45052, "first_year": 2023}, []),
        ({"first_on": "06/05/23"}, [("doubt", "short_year", "M")]),
        ({"first_on": "01/01/2027"}, [("doubt", "future", "M")]),
        ({"first_on": "31/02/2023"}, [("fault", "day_impossible", "M")]),
        ({"first_on": "05/25/2023"}, [("fault", "day_swapped", "M")]),
        ({"first_year": "hai nghìn"}, [("fault", "day_unreadable", "N")]),
        ({"first_year": 1923}, [("fault", "day_far", "N")]),
        ({"first_on": "06/05/2024", "expires_on": "06/05/2024"}, [("fault", "expires_before", "K")]),
        ({"first_year": 2024, "second_year": 2021}, [("doubt", "order", "S")]),
        ({"first_year": 2024, "second_stars": 3}, []),
        ({"kind": "Câu lạc bộ"}, [("doubt", "kind_unknown", "D")]),
        ({"kind": "Hộ kinh doanh"}, [("doubt", "kind_differs", "D")]),
        ({"set": "40"}, [("fault", "no_set", "Z")]),
        ({"set": "a"}, [("fault", "no_set", "Z")]),
        ({"tax_code": "0100233489"}, [("fault", "tax_code", "X")]),
    ],
)
def test_each_doubt_and_fault_has_its_name_and_place(cells, remarks):
    assert said(read(**cells)) == remarks


def test_an_accepted_doubt_is_gone_and_a_fault_is_not():
    assert not read(first_on="06/05/2024", first_year=2023, accepted=["year_differs"]).remarks
    assert read(first_on="31/02/2023", accepted=["day_impossible"]).faults


def test_a_zero_that_a_spreadsheet_ate_is_put_back():
    assert read(tax_code=100233488).tax_code == "0100233488"


def test_a_set_by_number_or_by_the_words_of_the_law():
    assert read(set=11).set_number == 11
    assert read(group="Thực phẩm").set_number is None


SHEET = [
    ["TT", "Tên sản phẩm", "Nhóm", "Loại", "Chủ thể", "Xã"],
    [1, "2", None, None, None, None],
    [1, 2, 3, 4, 5, 6],
    ["I", "THỰC PHẨM", None, None, None, None],
    [1, "Gạo nếp", None, "HTX", "HTX Tân Sơn", "Một"],
    [2, "Gạo tẻ", "Thực phẩm"],
    [3, "GẠO NẾP", None, "HTX", "Hợp tác xã Tân Sơn", "xã Một"],
    [None] * 6,
    [4, None, None, None, None, None],
    ["Tổng cộng", 3, None, None, None, None],
    [None, None, "Thực phẩm", "HTX", "HTX Tân Sơn", None],
]
SIX = by_mapping({field: number for number, field in enumerate(list(WORKBOOK)[:6], 1)}, 3)
MERGES = [(5, 6, 4, 4), (5, 6, 5, 5), (5, 6, 6, 6), (5, 6, 3, 3), (1, 3, 5, 5)]


def test_merged_cells_are_carried_for_the_producer_only():
    rows = {raw.number: raw for raw in raw_rows(SHEET, SIX, MERGES)}
    assert rows[6].carried == {"kind", "producer", "commune"}
    assert (rows[6].cells["producer"], rows[6].cells["group"]) == ("HTX Tân Sơn", "Thực phẩm")
    assert rows[5].carried == frozenset()
    assert list(rows[6].cells) == list(dict(SIX.columns))


def test_headings_totals_and_empty_rows_are_no_rows_and_the_rest_is():
    assert [raw.number for raw in raw_rows(SHEET, SIX, MERGES)] == [4, 5, 6, 7, 11]


def test_a_product_that_is_a_number_needs_a_producer_in_words():
    layout = by_mapping({"product": 1, "producer": 2}, 1)
    assert [raw.number for raw in raw_rows([[1, 2], [389, "HTX Muối"], [True, "HTX"]], layout)] == [2, 3]


def test_a_row_that_repeats_another_says_which():
    rows = [read_row(raw, SIX, COMMUNES) for raw in raw_rows(SHEET, SIX, MERGES) if raw.number != 4]
    told = list(with_doubles(rows, SIX, {}))
    assert [said(row)[-1:] for row in told] == [[], [("doubt", "carried", "E")], [("doubt", "doubled", "B")],
                                                 [("doubt", "no_commune", "F")]]  # fmt: skip
    assert "5" in told[2].remarks[0].vi
    assert not list(with_doubles(rows, SIX, {7: frozenset(["doubled"])}))[2].remarks
    nameless = [read(product=None), read(product=None)]
    assert [said(row) for row in with_doubles(nameless, LAYOUT, {})] == [[("fault", "missing", "B")]] * 2
