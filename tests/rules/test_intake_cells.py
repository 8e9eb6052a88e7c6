"""Cells: days and years as typed, stars as printed, columns by heading; what is impossible is said."""

from datetime import date
from decimal import Decimal

import pytest

from ocop.rules.intake.columns import WORKBOOK, by_headings, by_mapping
from ocop.rules.intake.days import DayRead, read_day, read_year
from ocop.rules.intake.remarks import Remark, column_letters
from ocop.rules.refused import Refused

MAY = date(2023, 5, 6)


@pytest.mark.parametrize(
    "typed",
    [MAY, "6/5/2023", "06/05/2023", "06-05-2023", "6.5.2023", " 06 / 05 / 2023 ", "2023-05-06", "2023-05-06T00:00:00"],
)
def test_a_day_however_it_was_typed(typed):
    assert read_day(typed) == DayRead(MAY, 2023)


@pytest.mark.parametrize("typed", [45052, Decimal("45052.5"), "45052"])
def test_a_serial_number_is_a_day_and_said_to_be_assumed(typed):
    assert read_day(typed) == DayRead(MAY, 2023, doubt="serial")


def test_a_short_year_is_said():
    assert read_day("6/5/23") == DayRead(MAY, 2023, doubt="short_year")


@pytest.mark.parametrize("typed", [2023, "2023", "năm 2023", "Năm  2023"])
def test_only_a_year(typed):
    assert read_day(typed) == DayRead(year=2023)
    assert read_year(typed).year == 2023


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("31/02/2023", "impossible"),
        ("30/02/2023", "impossible"),
        ("29/02/2023", "impossible"),
        ("31/11/2023", "impossible"),
        ("2023-13-01", "impossible"),
        ("00/05/2023", "impossible"),
        ("05/25/2023", "swapped"),
        ("12/31/2023", "swapped"),
        ("13/32/2023", "impossible"),
        ("tháng 5", "unreadable"),
        ("5/2023", "unreadable"),
        ("1234567", "unreadable"),
        ("²023", "unreadable"),
        (True, "unreadable"),
        ("06/05/1923", "far"),
        (date(2123, 5, 6), "far"),
        (1, "far"),
        ("1999", "far"),
        (10**6, "far"),
    ],
)
def test_no_day(typed, fault):
    assert read_day(typed) == DayRead(fault=fault)
    assert read_year(typed).fault == fault


def test_nothing_is_nothing_and_a_leap_day_is_a_day():
    assert read_day(None) == read_year(None) == DayRead()
    assert read_day("29/02/2024").day == date(2024, 2, 29)
    assert read_year("06/05/2023") == DayRead(year=2023)


def test_the_ends_of_what_is_near():
    assert read_day("01/01/2000").day == date(2000, 1, 1)
    assert read_day("31/12/2099").day == date(2099, 12, 31)
    assert read_day("01/01/2100").fault == "far"
    assert [read_day(number).day for number in (36526, 73050)] == [date(2000, 1, 1), date(2099, 12, 31)]
    assert [read_day(number).fault for number in (36525, 73051)] == ["far", "far"]


def test_letters_of_columns():
    assert [column_letters(number) for number in (0, 1, 26, 27, 52, 53, 702, 703)] == [
        "", "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_a_remark_says_its_place():
    remark = Remark("doubt", "carried", "producer", 12, "E", "ô gộp", "merged")
    assert (remark.words(), remark.words("en")) == ("E12: ô gộp", "E12: merged")


TWO_ROWS = [
    ["DANH SÁCH SẢN PHẨM OCOP", *[None] * 21],
    [None] * 22,
    ["TT", "Tên sản phẩm", "Nhóm sản phẩm", "Loại hình kinh doanh", "Chủ thể", "Xã/phường", "Địa chỉ", "Người đại diện",
     "Điện thoại", "Hạng sao hiện tại", "Ngày hết hạn", "Lần 1", None, None, None, None, "Lần 2", None, None,
     None, None,
     "Ghi chú"],
    [*[None] * 11, "Sao", "Ngày công nhận", "Năm", "Số quyết định", "Cơ quan", "Sao", "Ngày", "Năm", "Số QĐ",
     "Cơ quan", None],
]  # fmt: skip
TWO_ROW_MERGES = [(3, 4, column, column) for column in (*range(1, 12), 22)] + [(1, 1, 1, 22)]


def test_the_workbook_of_provinces_is_known_by_its_headings():
    layout = by_headings(TWO_ROWS, TWO_ROW_MERGES)
    assert layout.columns == tuple((field, number) for number, field in enumerate(WORKBOOK, 1))
    assert (layout.first_row, layout.letter("note"), layout.letter("tax_code")) == (5, "V", "")
    assert len(WORKBOOK) == 22


def test_any_file_is_known_by_its_headings():
    layout = by_headings(
        [["x", 1, None], ["Chủ thể sản xuất", "TÊN SẢN PHẨM", "số sao", "Năm", "Năm", "Màu"], ["a"] * 6]
    )
    assert dict(layout.columns) == {"producer": 1, "product": 2, "stars": 3, "first_year": 4}
    assert layout.first_row == 3


def test_english_headings_are_known_too():
    assert dict(by_headings([["Producer", "Product", "Commune"]]).columns) == {
        "producer": 1,
        "product": 2,
        "commune": 3,
    }


@pytest.mark.parametrize(
    "rows", [[], [["a", "b"]], [["Tên sản phẩm", "Năm"]], [["x"]] * 20 + [["Chủ thể", "Tên sản phẩm"]]]
)
def test_a_file_without_headings_asks_for_them(rows):
    with pytest.raises(Refused) as caught:
        by_headings(rows)
    assert caught.value.code == "no_headings"


def test_a_person_says_which_column_is_which():
    layout = by_mapping({"product": 3, "producer": 1, "stars": 0}, 2)
    assert (layout.columns, layout.first_row) == ((("product", 3), ("producer", 1)), 2)


@pytest.mark.parametrize(
    ("columns", "first"),
    [
        ({"product": 1}, 2),
        ({"product": 1, "producer": 0}, 2),
        ({"product": 1, "producer": 1}, 2),
        ({"product": 1, "producer": 2, "colour": 3}, 2),
        ({"product": -1, "producer": 2}, 2),
        ({"product": 1, "producer": 2}, 0),
        ({}, 1),
    ],
)
def test_a_mapping_that_cannot_be(columns, first):
    with pytest.raises(Refused) as caught:
        by_mapping(columns, first)
    assert caught.value.code == "bad_mapping"
