"""Every column of a survey sheet: its words in both languages and whether it is personal; and its fixed words.

Classes are those of `ocop.domain.registry.fields`: who makes something is personal where it is a household.
"""

from __future__ import annotations

from ocop.domain.registry.fields import Column
from ocop.rules.lawbook.book import in_english
from ocop.rules.lawbook.classification import NOW, industries
from ocop.rules.naming.plain import KINDS as MAKERS

Words = tuple[str, str]

KINDS: dict[str, Words] = {
    "product": ("Sản phẩm tiềm năng", "Potential product"),
    "craft_village": ("Làng nghề", "Craft village"),
    "key_product": ("Sản phẩm chủ lực", "Key product"),
    "speciality": ("Đặc sản địa phương", "Local speciality"),
}
DRAFT, SURVEYED, PROMOTED, WITHDRAWN = "draft", "surveyed", "promoted", "withdrawn"
STATES: dict[str, Words] = {
    DRAFT: ("Đang ghi", "Being written"),
    SURVEYED: ("Đã khảo sát", "Surveyed"),
    PROMOTED: ("Đã vào sổ đăng ký", "In the register"),
    WITHDRAWN: ("Đã rút", "Withdrawn"),
}
READINESS: dict[str, Words] = {
    "": ("Chưa ghi", "Not told"),
    "idea": ("Mới là ý tưởng", "Only an idea"),
    "made": ("Đã làm, chưa bán đều", "Made, not sold regularly"),
    "sold": ("Đã bán đều, còn thiếu giấy tờ", "Sold regularly, papers missing"),
    "ready": ("Đủ điều kiện đăng ký ý tưởng", "Ready to register an idea"),
}
"""Biểu 01 of 1048/QĐ-TTg is for new products, Biểu 02 for those there are: the first two become 01, the others 02."""


def group_words() -> dict[str, Words]:
    """The six groups of the law in force, by code."""
    return {code: (name, in_english(name) or name) for code, name in industries(NOW).items()}


FIELDS: dict[str, Column] = {
    "id": Column("none", "Mã bản ghi", "Record"),
    "version": Column("none", "Phiên bản", "Version"),
    "province_code": Column("none", "Mã tỉnh", "Province code"),
    "state": Column("none", "Tình trạng", "State"),
    "kind": Column("none", "Loại", "Kind"),
    "group": Column("none", "Nhóm", "Group"),
    "name": Column("none", "Tên", "Name"),
    "search_key": Column("none", "Khóa tìm", "Search key"),
    "sort_key": Column("none", "Khóa xếp", "Sort key"),
    "unit": Column("none", "Xã, phường", "Commune"),
    "placed_on": Column("none", "Đơn vị tính đến ngày", "Unit as of"),
    "origin_unit": Column("none", "Nơi khảo sát", "Where surveyed"),
    "origin_on": Column("none", "Ngày khảo sát", "Surveyed on"),
    "needs_placing": Column("none", "Cần chọn xã", "Needs placing"),
    "made_by": Column("household", "Ai làm", "Who makes it"),
    "maker": Column("none", "Loại hình người làm", "Kind of maker"),
    "households": Column("none", "Số hộ cùng làm", "Households"),
    "output": Column("none", "Sản lượng một năm", "Output of a year"),
    "output_unit": Column("none", "Đơn vị tính", "Counted in"),
    "price_dong": Column("none", "Giá bán (đồng)", "Price (đồng)"),
    "raw_material": Column("none", "Nguyên liệu", "Raw material"),
    "market": Column("none", "Nơi bán", "Where it is sold"),
    "labels": Column("none", "Chứng nhận, nhãn hiệu đã có", "Certificates and labels"),
    "strengths": Column("none", "Điểm mạnh", "Strengths"),
    "difficulties": Column("none", "Khó khăn", "Difficulties"),
    "wishes": Column("none", "Mong muốn hỗ trợ", "Support wished for"),
    "readiness": Column("none", "Mức sẵn sàng", "Readiness"),
    "surveyed_by": Column("none", "Ai khảo sát (chức danh)", "Surveyed by (office)"),
    "source": Column("none", "Nguồn", "Source"),
    "reason": Column("none", "Lý do rút", "Reason of withdrawal"),
    "producer": Column("none", "Chủ thể trong sổ", "Producer in the register"),
    "product": Column("none", "Sản phẩm trong sổ", "Product in the register"),
    "demonstration": Column("none", "Minh họa", "Demonstration"),
}

CHOICES = {
    "kind": KINDS, "state": STATES, "readiness": READINESS, "group": group_words(), "maker": MAKERS,
}  # fmt: skip


def is_personal(column: str, maker: str) -> bool:
    """Is this column of a sheet about a maker of this kind personal?"""
    return FIELDS[column].data == "household" and maker == "household"
