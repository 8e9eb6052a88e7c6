"""Sheets: read whatever people send within limits, written so that no text becomes a formula."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
import xlsxwriter

from ocop.kit.sheets.reading import Limits, read_sheet, rows_with_numbers
from ocop.kit.sheets.workbook import column_number
from ocop.kit.sheets.writing import csv_lines, harmless, write_xlsx
from ocop.rules.refused import Refused


def workbook(fill, names=("Loc",)):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    fill(book, *[book.add_worksheet(name) for name in names])
    book.close()
    return file.getvalue()


def everything(book, sheet):
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["Đậu\u0300", 3, 1.5, True, ""])
    sheet.write_datetime(1, 0, datetime(2024, 5, 6, 7, 8), day)
    sheet.write_formula(2, 0, "=Z1", None, "#REF!")
    sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
    sheet.write_formula(2, 2, "=1+1", None, 2)
    sheet.merge_range(3, 1, 5, 1, "HTX")
    sheet.merge_range(6, 0, 6, 3, "ngang")


def refused(code, content, name="a.xlsx", **more):
    with pytest.raises(Refused) as caught:
        read_sheet(content, name, **more)
    assert caught.value.code == code, caught.value.code
    return caught.value


def test_a_workbook_is_read_cell_by_cell():
    sheet = read_sheet(workbook(everything), "a.xlsx")
    assert sheet.name == "Loc"
    assert sheet.rows[0] == ["Đậu\u0300", 3, Decimal("1.5"), True]
    assert [type(cell) for cell in sheet.rows[0]] == [str, int, Decimal, bool]
    assert sheet.rows[1][0] == date(2024, 5, 6)
    assert sheet.rows[2][:3] == ["#REF!", "#DIV/0!", 2]
    assert [row[1] for row in sheet.rows[3:6]] == ["HTX", None, None]
    assert sheet.merges == [(4, 6, 2, 2)]
    assert [number for number, _ in rows_with_numbers(sheet)] == [1, 2, 3, 4, 7]


def test_the_fullest_sheet_is_taken_or_the_one_named():
    def fill(book, one, two):
        one.write(0, 0, "bìa")
        two.write_row(0, 0, ["a", "b"])
        two.write_formula(1, 0, "=Z1", None, "#REF!")

    content = workbook(fill, ("Bìa", "Loc"))
    assert (read_sheet(content, "a").name, read_sheet(content, "a").rows[1][0]) == ("Loc", "#REF!")
    assert read_sheet(content, "a", sheet="Bìa").rows == [["bìa"]]
    assert "Loc" in refused("no_sheet", content, sheet="Khác").vi


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_text_in_any_usual_form(encoding, separator):
    text = f'Tên sản phẩm{separator}"Chủ{separator}thể"\r\nMiến dong{separator}\r\n'
    assert read_sheet(text.encode(encoding), "a.csv").rows == [
        ["Tên sản phẩm", f"Chủ{separator}thể"],
        ["Miến dong", None],
    ]


def test_an_old_vietnamese_encoding_is_read():
    assert read_sheet("a,b\nchè,ê".encode("cp1258"), "a.csv").rows == [["a", "b"], ["chè", "ê"]]


LIMITS = Limits(size=100_000, rows=3, columns=4, letters=10)


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("too_big", b"a" * 100_001),
        ("too_many_rows", b"a\n" * 4),
        ("too_many_columns", b"a,b,c,d,e"),
        ("cell_too_long", b"a,bbbbbbbbbbb"),
        ("empty_file", b""),
        ("empty_file", b"\n,\n"),
        ("bad_text", b"a\0b"),
        ("bad_text", b"\xff\xfea"),
        ("protected", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."),
        ("not_a_workbook", b"PK\x03\x04..."),
        ("too_many_rows", workbook(lambda book, sheet: sheet.write(3, 0, "a"))),
        ("too_many_columns", workbook(lambda book, sheet: sheet.write(0, 4, "a"))),
        ("cell_too_long", workbook(lambda book, sheet: sheet.write(0, 0, "a" * 11))),
        ("empty_file", workbook(lambda book, sheet: None)),
    ],
)
def test_what_is_too_much_or_cannot_be_read_is_said(code, content):
    refused(code, content, limits=LIMITS)


def archive(*entries, compression=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as made:
        for name, content in entries:
            made.writestr(name, content)
    return file.getvalue()


def test_a_bomb_does_not_go_off():
    bomb = archive(("[Content_Types].xml", ""), ("xl/worksheets/sheet1.xml", b"0" * 300 * 1024 * 1024))
    assert len(bomb) < 400_000
    refused("too_big_inside", bomb)


def test_a_bomb_that_lies_about_its_size_does_not_go_off():
    size = 250 * 1024 * 1024
    bomb = archive(("[Content_Types].xml", ""), ("xl/worksheets/sheet1.xml", b"0" * size))
    liar = bomb.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert liar != bomb
    refused("not_a_workbook", liar)


def test_a_cell_at_the_far_end_is_refused_before_a_table_is_built():
    def fill(book, sheet):
        sheet.write(0, 0, "a")
        sheet.write(1_048_575, 16_383, "z")

    refused("too_many_rows", workbook(fill))


def test_an_archive_that_is_no_workbook_and_one_with_macros():
    refused("not_a_workbook", archive(("a.txt", "a")))
    refused("macros", archive(("[Content_Types].xml", ""), ("xl/vbaProject.bin", "x")))
    refused("not_a_workbook", archive(("[Content_Types].xml", "<")))
    whole = workbook(everything)
    refused("not_a_workbook", whole[: len(whole) // 2])


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("ZZ", 702)])
def test_columns_by_letters(letters, number):
    assert column_number(letters) == number


@pytest.mark.parametrize("text", ["=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\r=1"])
def test_no_text_becomes_a_formula(text):
    assert harmless(text) == f"'{text}"
    lines = b"".join(csv_lines(["a"], [[text]])).decode("utf-8-sig")
    assert "'" + text in lines
    file = io.BytesIO()
    write_xlsx(file, "Bảng", ["a"], [[text]])
    assert b"<f>" not in zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml")


def test_what_is_written_is_read_back():
    rows = [
        ["Miến dong", 4, Decimal("1.5"), date(2024, 5, 6), True, None],
        ["=A1", -3, Decimal("-0.25"), None, False, ""],
    ]
    file = io.BytesIO()
    assert write_xlsx(file, "Sản phẩm", list("abcdef"), rows) == 2
    back = read_sheet(file.getvalue(), "x").rows
    assert back[1][:5] == rows[0][:5]
    assert back[2][:3] == rows[1][:3]
    content = b"".join(csv_lines(list("abcdef"), rows))
    assert content.startswith(b"\xef\xbb\xbf")
    assert read_sheet(content, "x.csv").rows[1] == ["Miến dong", "4", "1.5", "2024-05-06", "True", None]


def test_letters_that_no_workbook_may_hold_are_dropped():
    file = io.BytesIO()
    write_xlsx(file, "x", ["a"], [["a\x00b" + "c" * 40_000]])
    assert read_sheet(file.getvalue(), "x", limits=Limits(letters=40_000)).rows[1][0].startswith("a bc")
