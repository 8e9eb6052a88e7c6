"""The units of the law cut down to three provinces, so that breaking them one by one takes no time."""

from datetime import date

CHANGE = date(2026, 4, 30)
OLD, NEW, PAIRS = "units/124_2004.csv", "units/19_2025.csv", "units/2025-07-01.csv"


def state(code, kind, name, parent="", start=None, until=None, confidence=""):
    return {
        "code": code, "kind": kind, "name": name, "parent": parent, "from": start, "until": until,
        "confidence": confidence,
    }  # fmt: skip


TABLES = {
    OLD: [
        state("22", "Tỉnh", "Quảng Ninh"),
        state("31", "Thành phố", "Hải Phòng"),
        state("75", "Tỉnh", "Đồng Nai"),
        state("202", "Huyện", "Ba Chẽ", "22"),
        state("318", "Huyện", "Bạch Long Vĩ", "31"),
        state("734", "Huyện", "Tân Phú", "75"),
        state("06970", "Thị trấn", "Ba Chẽ", "202"),
        state("26116", "Thị trấn", "Tân Phú", "734"),
        state("26119", "Xã", "Dak Lua", "734"),
    ],
    NEW: [
        state("22", "Tỉnh", "Quảng Ninh"),
        state("31", "Thành phố", "Hải Phòng"),
        state("75", "Tỉnh", "Đồng Nai", until=CHANGE, confidence="inferred"),
        state("75", "Thành phố", "Đồng Nai", start=CHANGE),
        state("06978", "Xã", "Ba Chẽ", "22"),
        state("11948", "Đặc khu", "Bạch Long Vĩ", "31"),
        state("26116", "Xã", "Tân Phú", "75", until=CHANGE, confidence="inferred"),
        state("26116", "Phường", "Tân Phú", "75", start=CHANGE),
        state("26119", "Xã", "Đak Lua", "75"),
    ],
    PAIRS: [
        {"before": before, "after": after}
        for before, after in (
            ("06970", "06978"), ("26116", "26116"), ("26116", "26119"), ("26119", "26119"), ("318", "11948"),
        )
    ],
}  # fmt: skip
COUNTS = {
    "124/2004/QĐ-TTg": {"counts": {"province": 3, "district": 3, "commune": 3}, "leaves": 4},
    "19/2025/QĐ-TTg": {"counts": {"province": 3, "commune": 4}, "leaves": 4},
    "reorganisation": {"pairs": 5, "divided": 1},
    "dong_nai": {"renamed": 2},
}


def small_units(records):
    """The records of the law with small tables of units, and an index that counts what is in them."""
    index = records["units.yaml"]
    counted = {table: [row | COUNTS[row["id"]] for row in index[table]] for table in ("systems", "changes")}
    tables = {file: {"rows": rows} for file, rows in TABLES.items()}
    return records | tables | {"units.yaml": index | counted}
