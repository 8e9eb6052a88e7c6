"""Which column of a file holds what: the 22 columns of provinces' workbooks, or any order found by headings.

Owns the fields, the headings they go by, and finding where the rows begin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ocop.rules.intake.remarks import column_letters
from ocop.rules.naming.plain import words_of
from ocop.rules.refused import Refused

Cell = str | int | Decimal | date | bool | None
Merge = tuple[int, int, int, int]
"""First row, last row, first column, last column; all from 1."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a row: its words, and other headings it goes by. `of_producer` fields are those that merges carry."""

    vi: str
    en: str
    also: tuple[str, ...] = ()
    of_producer: bool = False


WORKBOOK: dict[str, Field] = {
    "number": Field("TT", "No.", ("stt", "so tt")),
    "product": Field("Tên sản phẩm", "Product", ("san pham", "ten san pham ocop", "product name")),
    "group": Field("Nhóm sản phẩm", "Product group", ("nhom", "nganh hang", "group")),
    "kind": Field("Loại hình kinh doanh", "Kind of producer", ("loai hinh", "loai hinh chu the", "kind"), True),
    "producer": Field(
        "Chủ thể", "Producer", ("ten chu the", "chu the san xuat", "co so san xuat", "don vi san xuat"), True
    ),
    "commune": Field("Xã/phường", "Commune", ("xa phuong", "xa", "phuong xa", "xa phuong thi tran", "commune"), True),
    "address": Field("Địa chỉ", "Address", ("dia chi san xuat", "address"), True),
    "representative": Field("Người đại diện", "Representative", ("dai dien", "nguoi dai dien phap luat"), True),
    "phone": Field("Điện thoại", "Telephone", ("so dien thoai", "sdt", "dt", "phone"), True),
    "stars": Field("Hạng sao hiện tại", "Stars now", ("hang sao", "so sao", "sao", "xep hang", "phan hang", "stars")),
    "expires_on": Field("Ngày hết hạn", "Expires on", ("het han", "thoi han", "ngay het hieu luc")),
    "first_stars": Field("Lần 1: sao", "First: stars", ("sao lan 1",)),
    "first_on": Field("Lần 1: ngày công nhận", "First: day", ("ngay cong nhan", "ngay cong nhan lan 1", "ngay cap")),
    "first_year": Field("Lần 1: năm", "First: year", ("nam", "nam cong nhan", "year")),
    "first_decision": Field("Lần 1: số quyết định", "First: decision", ("so quyet dinh", "quyet dinh", "decision")),
    "first_issuer": Field("Lần 1: cơ quan ban hành", "First: issuer", ("co quan ban hanh", "co quan cap", "issuer")),
    "second_stars": Field("Lần 2: sao", "Second: stars", ("sao lan 2", "nang hang sao")),
    "second_on": Field("Lần 2: ngày", "Second: day", ("ngay cong nhan lan 2",)),
    "second_year": Field("Lần 2: năm", "Second: year", ("nam lan 2",)),
    "second_decision": Field("Lần 2: số quyết định", "Second: decision", ("so quyet dinh lan 2",)),
    "second_issuer": Field("Lần 2: cơ quan", "Second: issuer", ("co quan lan 2",)),
    "note": Field("Ghi chú", "Note", ("note",)),
}
"""The 22 columns A to V, in the order of the workbook."""
MORE: dict[str, Field] = {
    "district": Field("Huyện (cũ)", "District (former)", ("huyen", "quan huyen", "huyen thi xa thanh pho"), True),
    "province": Field("Tỉnh", "Province", ("tinh thanh pho", "province"), True),
    "tax_code": Field("Mã số thuế", "Tax code", ("mst", "ma so doanh nghiep", "tax"), True),
    "code": Field("Mã sản phẩm", "Product code", ("ma san pham ocop", "ma ocop")),
    "set": Field("Bộ tiêu chí", "Criteria set", ("bo san pham",)),
    "source": Field("Nguồn", "Source", ("nguon du lieu",)),
}
"""Fields that other files have."""
FIELDS = WORKBOOK | MORE
NEEDED = ("product", "producer")
LOOKED_AT = 20  # rows in which a heading is looked for


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each field stands (columns from 1) and the first row of data."""

    columns: tuple[tuple[str, int], ...]
    first_row: int

    def letter(self, field: str) -> str:
        """The letters of a field's column, "" when the file has none."""
        return column_letters(dict(self.columns).get(field, 0))


def by_headings(rows: Sequence[Sequence[Cell]], merges: Sequence[Merge] = ()) -> Layout:
    """The layout of a file, by its headings. Raises Refused (`no_headings`) when product or producer is not found."""
    found = guessed(rows, merges)
    if any(field not in dict(found.columns) for field in NEEDED):
        raise Refused(
            "no_headings",
            vi="không thấy cột tên sản phẩm và cột chủ thể; hãy chỉ cột cho từng mục",
            en="no column of products and of producers was found; say which column is which",
        )
    return found


def guessed(rows: Sequence[Sequence[Cell]], merges: Sequence[Merge] = ()) -> Layout:
    """As much of a file's layout as its headings tell, for a person to complete.

    A row that looks like the workbook of provinces (22 columns, headings in two rows) is taken as that.
    """
    best: dict[str, int] = {}
    at = 0
    for number, row in enumerate(rows[:LOOKED_AT], 1):
        found = _recognised(row)
        if len(found) > len(best):
            best, at = found, number
    if at and _is_workbook(rows[at - 1], best):
        best = {field: number for number, field in enumerate(WORKBOOK, 1)}
    under = [last for first, last, *_ in merges if first <= at <= last]
    return Layout(tuple(best.items()), max([at, *under]) + 1)


def by_mapping(columns: Mapping[str, int], first_row: int) -> Layout:
    """The layout a person gave: field to column, counted from 1. Raises Refused (`bad_mapping`)."""
    unknown = [field for field in columns if field not in FIELDS]
    missing = [field for field in NEEDED if not columns.get(field)]
    used = [column for column in columns.values() if column]
    if unknown or missing or len(used) != len(set(used)) or min(used) < 1 or first_row < 1:
        wrong = ", ".join(unknown or [FIELDS[field].vi for field in missing]) or "?"
        raise Refused(
            "bad_mapping",
            where=wrong,
            vi="mỗi mục một cột riêng; phải có tên sản phẩm và chủ thể",
            en="each field has a column of its own; product and producer are needed",
        )
    return Layout(tuple((field, column) for field, column in columns.items() if column), first_row)


def _recognised(row: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(row, 1):
        field = _HEADINGS.get(" ".join(words_of(cell))) if isinstance(cell, str) else None
        if field is not None:
            found.setdefault(field, column)
    return found


def _is_workbook(row: Sequence[Cell], found: Mapping[str, int]) -> bool:
    places = {field: number for number, field in enumerate(WORKBOOK, 1)}
    return len(row) >= len(WORKBOOK) and all(
        found.get(field) == places[field] for field in ("product", "producer", "commune")
    )


def _headings() -> dict[str, str]:
    found: dict[str, str] = {}
    for field, words in FIELDS.items():
        for heading in (field.replace("_", " "), words.vi, words.en, *words.also):
            found.setdefault(" ".join(words_of(heading)), field)
    return found


_HEADINGS = _headings()
