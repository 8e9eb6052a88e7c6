"""A province's workbook of 300 rows as offices keep it, of published rows: merged, doubled, misdated, misnamed.

Owns the mess. The rows are those of `ocop/demonstration/products.csv` in different packings, set in former communes of
one province.
"""

import csv
import io
from datetime import datetime
from pathlib import Path

import xlsxwriter

import ocop
from ocop.rules.intake.columns import WORKBOOK

FILE = Path(ocop.__file__).parent / "demonstration" / "products.csv"
ROWS, FIRST = 300, 5
PACKED = ["", "gói 200 g", "gói 500 g", "hộp quà", "túi lọc"]
COMMUNES = [
    "Trần Phú",
    "Ngọc Hà",
    "Minh Khai",
    "Đồng Văn",
    "Lũng Cú",
    "Sủng Là",
    "Phương Độ",
    "X. Mỹ Bằng",
    "TT Vĩnh Lộc",
]
MESS = {
    3: ("M", "31/02/2024"), 17: ("L", 2), 29: ("B", "#REF!"), 41: ("M", "2024/13/45"), 53: ("J", "bốn sao rưỡi"),
    12: ("F", "Việt Lâm"), 24: ("F", "Nơi Nào Đó"), 36: ("F", "Quang Trung"), 48: ("F", "Việt Lâm"),
    60: ("N", 2019), 66: ("M", "05/06/23"), 78: ("D", "Câu lạc bộ"),
}  # fmt: skip
"""What is wrong or doubtful in row n (from 0) of the data: column and what is typed there."""
DOUBLED = {150: 90, 151: 91}
"""Rows that repeat an earlier one."""


def published():
    """(product, producer) of every published row, each once."""
    with FILE.open(encoding="utf-8", newline="") as text:
        return list(dict.fromkeys((row["product"], row["producer"]) for row in csv.DictReader(text)))


def rows():
    """300 rows: product, producer, commune, a packing at a time."""
    told = sorted(published(), key=lambda pair: pair[1])
    many = [(f"{product} {packed}".strip(), producer) for packed in PACKED for product, producer in told][:ROWS]
    homes = {
        producer: COMMUNES[place % len(COMMUNES)] for place, producer in enumerate(dict.fromkeys(p for _, p in many))
    }
    made = [[product, producer, homes[producer]] for product, producer in many]
    for number, before in DOUBLED.items():
        made[number] = list(made[before])
    return made


def workbook():
    """The file. Every third producer of the first hundred rows stands in merged cells."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet, day = book.add_worksheet("Loc"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:V1", "DANH SÁCH SẢN PHẨM OCOP")
    sheet.write_row(FIRST - 2, 0, [field.vi for field in WORKBOOK.values()])
    told = rows()
    for number, (product, producer, commune) in enumerate(told):
        at = FIRST - 1 + number
        sheet.write_row(at, 0, [number + 1, product])
        sheet.write_row(at, 4, [producer, commune, f"Thôn {number % 7 + 1}"])
        sheet.write_row(at, 9, [4])
        sheet.write_row(at, 11, [4])
        sheet.write_datetime(at, 12, datetime(2024, 5, 6), day)
        sheet.write_row(at, 13, [2024, f"{number % 9 + 1}/QĐ-UBND", "UBND tỉnh"])
    for start, end in merged(told):
        for column, words in ((4, told[start][1]), (5, told[start][2])):
            sheet.merge_range(FIRST - 1 + start, column, FIRST - 1 + end, column, words, day)
    for number, (column, value) in MESS.items():
        place = f"{column}{FIRST + number}"
        if value == "#REF!":
            sheet.write_formula(place, "=Z1", None, value)
        else:
            sheet.write(place, value)
    sheet.write_row(FIRST - 1 + ROWS, 0, ["Tổng cộng", ROWS])
    book.close()
    return file.getvalue()


def merged(told):
    """Runs of one producer that are merged: every third of those in the second hundred, past the single faults."""
    at, runs = 100, []
    while at < 149:
        end = at
        while end + 1 < 149 and told[end + 1][1] == told[at][1]:
            end += 1
        if end > at and len(runs) < 8:
            runs.append((at, end))
        at = end + 1
    return runs
