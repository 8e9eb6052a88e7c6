"""The rows of the sample workbook: published organisations and products, no private person.

Owns those rows. One day is impossible and one row is doubled on purpose, so that the journey can be seen whole.
"""

from __future__ import annotations

from datetime import date

from ocop.kit.sheets.reading import Cell

_DECISION, _ISSUER = "2890/QĐ-BNN-VPĐP", "Bộ Nông nghiệp và PTNT"
NOTE = "dữ liệu minh họa"


def _row(
    number: int, product: str, kind: str, producer: str, commune: str, stars: int, on: Cell, year: int
) -> list[Cell]:
    first: list[Cell] = [stars, on, year, _DECISION if stars == 5 else None, _ISSUER if stars == 5 else None]
    return [number, product, None, kind, producer, commune, None, None, None, stars, None, *first, *[None] * 5, NOTE]


ROWS: list[list[Cell]] = [
    _row(1, "Miến dong Tài Hoan", "HTX", "HTX Tài Hoan", "", 5, date(2021, 6, 30), 2021),
    _row(2, "Tinh bột nghệ nếp đỏ", "HTX", "HTX Nông nghiệp Tân Thành", "Nông Thượng", 4, None, 2022),
    _row(3, "Trà hoa vàng Bắc Kạn", "Công ty", "Công ty TNHH Hà Diệp", "", 4, "31/02/2022", 2022),
    _row(4, "Trà nụ vối", "Công ty", "Công ty TNHH Hà Diệp", "", 4, None, 2022),
    _row(5, "Trà nụ vối", "Công ty", "Công ty TNHH Hà Diệp", "", 4, None, 2022),
]
