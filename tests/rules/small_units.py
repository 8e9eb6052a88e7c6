"""A small country in which everything happens that happens to units: merged, divided, renamed, split, districts gone.

2020        province 01: district 001 with communes 00001, 00002
            province 02: district 002 with communes 00003, 00004; district 003, an island without communes
2025-07-01  new table: 00001 = 00001 + part of 00002; 00002 = rest of 00002 + 00003; 00004 = 00004; 00009 = 003;
            all in province 01
2026-01-01  00004 gives part of its ground to a new 00005 and keeps its code
2026-04-30  province 01 becomes a city, commune 00001 a ward
2027-01-01  00002 merges into 00001
"""

from datetime import date

from ocop.rules.lawbook.loader import PAIR_COLUMNS, STATE_COLUMNS
from ocop.rules.units.gazetteer import Gazetteer
from ocop.rules.units.reading import built

OLD, NEW, SPLIT, CITY, MERGED = (
    date(2020, 1, 1), date(2025, 7, 1), date(2026, 1, 1), date(2026, 4, 30), date(2027, 1, 1),
)  # fmt: skip
LAST = date(2025, 6, 30)

INDEX = {
    "levels": [{"id": "province", "digits": 2}, {"id": "district", "digits": 3}, {"id": "commune", "digits": 5}],
    "systems": [
        {"id": "O", "from": OLD, "until": NEW, "known_on": LAST},
        {"id": "N", "from": NEW, "until": None, "known_on": NEW, "note": "noted"},
    ],
    "changes": [
        {"id": "merged", "on": MERGED, "title": "00002 vào 00001"},
        {"id": "new", "on": NEW, "title": "Bảng mới"},
        {"id": "split", "on": SPLIT, "title": "00004 chia"},
        {"id": "city", "on": CITY, "title": "Thành phố"},
    ],
}
STATES = {
    "O": """
        01,Tỉnh,Một,,,,
        02,Tỉnh,Hai,,,,
        001,Huyện,Một,01,,,
        002,Huyện,Hai,02,,,
        003,Huyện,Đảo,02,,,
        00001,Xã,Một,001,,,
        00002,Xã,Hai,001,,,
        00003,Xã,Ba,002,,,
        00004,Thị trấn,Bốn,002,,,
    """,
    "N": """
        01,Tỉnh,Một,,,2026-04-30,inferred
        01,Thành phố,Một,,2026-04-30,,
        00001,Xã,Một,01,,2026-04-30,
        00001,Phường,Một,01,2026-04-30,,
        00002,Xã,Hai,01,,2027-01-01,
        00004,Xã,Bốn,01,,,
        00005,Xã,Năm,01,2026-01-01,,
        00009,Đặc khu,Đảo,01,,,
    """,
}
PAIRS = {
    "new": "00001,00001 00002,00001 00002,00002 00003,00002 00004,00004 003,00009",
    "split": "00004,00004 00004,00005",
    "merged": "00002,00001",
}


def rows(text, columns):
    found = [dict(zip(columns, line.strip().split(","), strict=True)) for line in text if line.strip()]
    for row in found:
        for column in {"from", "until"} & row.keys():
            row[column] = date.fromisoformat(row[column]) if row[column] else None
    return found


def small_units(states=STATES, pairs=PAIRS) -> Gazetteer:
    return built(
        INDEX,
        {name: rows(text.strip().splitlines(), STATE_COLUMNS) for name, text in states.items()},
        {name: rows(text.split(), PAIR_COLUMNS) for name, text in pairs.items()},
    )
