"""A messy workbook of 300 rows in the small country, made as offices make them: merged, doubled, misdated, misnamed."""

import io
from datetime import datetime

import pytest
import xlsxwriter

from tests.domain.at_work import AT, DAY, agency

HOA = agency("Hoa")
HEADINGS = [
    "TT", "Tên sản phẩm", "Nhóm sản phẩm", "Loại hình kinh doanh", "Chủ thể", "Xã/phường", "Địa chỉ", "Người đại diện",
    "Điện thoại", "Hạng sao hiện tại", "Ngày hết hạn", "Sao", "Ngày công nhận", "Năm", "Số quyết định",
    "Cơ quan ban hành",
    "Sao", "Ngày", "Năm", "Số quyết định", "Cơ quan", "Ghi chú",
]  # fmt: skip
FIRST = 5
ROWS = 300
"""What is wrong or doubtful with row `n` of the data (from 0), apart from rows whose producer is merged from above."""
MESS = {
    10: ("F", "Hai"),  # an old commune divided, and the name of a new one
    20: ("F", "Xã Ba"),  # an old commune that went whole into one: no doubt
    30: ("M", "31/02/2024"),
    40: ("L", 2),
    50: ("B", "#REF!"),
    60: ("N", 2021),  # the day says 2024
    70: ("F", "Nơi Khác"),
    80: ("M", 45418),  # a bare number for a day, and the year beside it agrees: no doubt
    95: ("D", "Câu lạc bộ"),
}


def workbook(mess=None, count=ROWS):
    """The rows, five products to a producer, whose cells are merged for every third producer."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Loc")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:V1", "DANH SÁCH SẢN PHẨM OCOP")
    sheet.write_row(3, 0, HEADINGS)
    for number in range(count):
        at, producer = FIRST - 1 + number, number // 5
        sheet.write_row(at, 0, [number + 1, f"Miến số {number % 5} hiệu {letters(producer)}", "Thực phẩm"])
        if producer % 3 or not number % 5:
            sheet.write_row(
                at, 3, ["HTX", f"HTX nông sản {letters(producer)}", "Một", "Bản A", "Người thử", "0900000000"]
            )
        sheet.write_row(at, 9, [4])
        sheet.write_datetime(at, 10, datetime(2027, 5, 6), day)
        sheet.write_row(at, 11, [4])
        sheet.write_datetime(at, 12, datetime(2024, 5, 6), day)
        sheet.write_row(at, 13, [2024, f"{number}/QĐ-UBND", "UBND tỉnh"])
        if number % 5 == 4 and not producer % 3:
            for column in range(3, 9):
                words = ["HTX", f"HTX nông sản {letters(producer)}", "Một", "Bản A", "Người thử", "0900000000"][
                    column - 3
                ]
                sheet.merge_range(at - 4, column, at, column, words)
    for number, (column, value) in (MESS if mess is None else mess).items():
        at = f"{column}{FIRST + number}"
        if value == "#REF!":
            sheet.write_formula(at, "=Z1", None, "#REF!")
        else:
            sheet.write(at, value)
    sheet.write_row(FIRST - 1 + count, 0, ["Tổng cộng", count])
    book.close()
    return file.getvalue()


def letters(number):
    """A word of its own for every number, so that names do not resemble each other by accident."""
    return "".join("bcdghklmnprstvx"[number // 15**place % 15] + "aeiou"[(number + place) % 5] for place in range(3))


def reading(book, content, **more):
    from ocop.domain.intake.actions.read import read_file

    return read_file(
        content=content, name="ocop.xlsx", province="01", source="Sở NN&MT", by=HOA, at=AT, book=book, **more
    )


@pytest.fixture(scope="session")
def messy():
    return workbook()


@pytest.fixture
def dry_run(small_country, messy):
    return reading(small_country, messy)


TODAY = DAY
