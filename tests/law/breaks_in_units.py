"""Ways to break the administrative units, each with the faults it must be told by."""

from datetime import date, timedelta

from tests.law.breaking import breaks, put
from tests.law.small_units import CHANGE, NEW, OLD, PAIRS, state

INDEX = "units.yaml"
Q04, Q25 = "124/2004/QĐ-TTg", "19/2025/QĐ-TTg"
COUNTS_04, COUNTS_25 = (("unit_counts", INDEX, f"systems/{name}") for name in (Q04, Q25))
REORGANISED, CITY = (("unit_changes", INDEX, f"changes/{name}") for name in ("reorganisation", "dong_nai"))
DOUBTED = ("unit_doubts", INDEX, "doubts/1")


def of(table, name, **values):
    """Put values into a row of the index."""
    return lambda record: put(next(row for row in record[table] if row["id"] == name), **values)


def at(code, number=0, /, **values):
    """Put values into a state of a unit; `from` is spelled `start`."""
    if "start" in values:
        values["from"] = values.pop("start")
    return lambda record: put([row for row in record["rows"] if row["code"] == code][number], **values)


def pair(number, **values):
    return lambda record: put(record["rows"][number], **values)


def pairs(*told):
    return [("unit_pairs", PAIRS, place) for place in told]


INDEXED = (
    breaks(
        "a table of units used twice",
        INDEX,
        of("changes", "dong_nai", file=PAIRS),
        ("unit_files", PAIRS),
        CITY,
        *pairs("06970", "318"),
    ),
    breaks(
        "a table of units that is not there",
        INDEX,
        of("systems", Q25, file="units/20_2025.csv"),
        ("unit_files", NEW),
        ("unit_files", "units/20_2025.csv"),
        COUNTS_25,
        CITY,
        DOUBTED,
        *pairs("06970 > 06978", "26116 > 26116", "26116 > 26119", "26119 > 26119", "318 > 11948"),
    ),
    breaks(
        "code tables with a gap",
        INDEX,
        of("systems", Q04, until=date(2025, 6, 30), known_on=date(2025, 6, 29)),
        ("unit_systems", "systems"),
        *pairs("06970", "26116", "26119", "318"),
    ),
    breaks("no code table in use", INDEX, of("systems", Q25, until=date(2030, 1, 1)), ("unit_systems", "systems")),
    breaks(
        "a code table of an unknown instrument",
        INDEX,
        of("systems", Q25, id="20/2025/QĐ-TTg"),
        ("unit_systems", "systems/20/2025/QĐ-TTg"),
        DOUBTED,
    ),
    breaks(
        "two changes on one day",
        INDEX,
        lambda record: record["changes"].append(record["changes"][1] | {"id": "again"}),
        ("unit_systems", f"changes/{CHANGE}"),
    ),
    breaks("known outside its period", INDEX, of("systems", Q04, known_on=date(2025, 7, 1)), COUNTS_04),
    breaks("communes miscounted", INDEX, of("systems", Q25, counts={"province": 3, "commune": 5}), COUNTS_25),
    breaks("leaves miscounted", INDEX, of("systems", Q04, leaves=3), COUNTS_04),
    breaks("pairs miscounted", INDEX, of("changes", "reorganisation", pairs=6), REORGANISED),
    breaks("divided miscounted", INDEX, of("changes", "reorganisation", divided=0), REORGANISED),
    breaks("renamed miscounted", INDEX, of("changes", "dong_nai", renamed=3), CITY),
    breaks(
        "a change on another day than its file",
        INDEX,
        of("changes", "reorganisation", on=date(2025, 7, 2)),
        ("unit_systems", "changes/2025-07-01"),
        REORGANISED,
        *pairs("06970", "318"),
    ),
    breaks("a doubt that is none", INDEX, lambda r: put(r["doubts"][0], other="06978"), DOUBTED),
    breaks("a doubt about no unit", INDEX, lambda r: put(r["doubts"][0], code="06979"), DOUBTED),
    breaks("a doubt about no table", INDEX, lambda r: put(r["doubts"][0], system="20/2025"), DOUBTED),
    breaks(
        "a table of units with an odd name",
        INDEX,
        of("changes", "dong_nai", file="units/dong_nai.csv"),
        ("fields", "changes/dong_nai/file"),
    ),
    breaks(
        "a unit code of four digits",
        INDEX,
        lambda r: put(r["doubts"][0], code="6978"),
        ("fields", "doubts/1/code"),
    ),
)
STATES = (
    breaks("unit periods that overlap", NEW, at("75", until=CHANGE + timedelta(days=1)), ("unit_periods", "75")),
    breaks(
        "unit periods with a gap",
        NEW,
        at("26116", until=date(2026, 4, 1)),
        ("unit_periods", "26116"),
        ("unit_ground", INDEX, "26116"),
        CITY,
    ),
    breaks(
        "a state outside its table",
        OLD,
        at("26119", until=CHANGE),
        ("unit_periods", "26119"),
        ("unit_parents", "26119"),
    ),
    breaks(
        "a unit code without its zero",
        OLD,
        at("06970", code="6970"),
        ("unit_names", "6970"),
        ("unit_parents", "6970"),
        ("unit_ground", PAIRS, "6970"),
        COUNTS_04,
        *pairs("06970"),
    ),
    breaks(
        "a unit code of odd digits",
        NEW,
        at("26119", code="2611\uff19"),
        ("unit_names", "2611\uff19"),
        ("unit_ground", PAIRS, "2611\uff19"),
        *pairs("26116 > 26119", "26119 > 26119"),
    ),
    breaks("a kind of another level", OLD, at("202", kind="Xã"), ("unit_names", "202")),
    breaks("a unit name in pieces", NEW, at("06978", name="Ba Che\u0303"), ("unit_names", "06978")),
    breaks("no unit name", NEW, at("06978", name=""), ("unit_names", "06978")),
    breaks("unit sureness of an unknown kind", NEW, at("06978", confidence="sure"), ("unit_names", "06978")),
    breaks(
        "a parent that is none",
        OLD,
        at("06970", parent="203"),
        ("unit_parents", "06970"),
        ("unit_ground", PAIRS, "202"),
        COUNTS_04,
    ),
    breaks(
        "a parent of the same level",
        OLD,
        at("202", parent="734"),
        ("unit_parents", "202"),
        ("unit_ground", PAIRS, "22"),
        COUNTS_04,
    ),
    breaks("a province under a province", NEW, at("31", parent="22"), ("unit_parents", "31")),
    breaks(
        "no parent",
        NEW,
        at("06978", parent=""),
        ("unit_parents", "06978"),
        ("unit_ground", PAIRS, "22"),
        COUNTS_25,
    ),
    breaks(
        "a parent that ends before",
        NEW,
        lambda record: record["rows"].remove(state("75", "Thành phố", "Đồng Nai", start=CHANGE)),
        ("unit_parents", "26116"),
        ("unit_parents", "26119"),
        CITY,
    ),
    breaks(
        "a unit that springs up",
        NEW,
        lambda record: record["rows"].append(state("26120", "Xã", "Mới", "75", start=CHANGE)),
        ("unit_ground", INDEX, "26120"),
    ),
    breaks("a unit that ends unheard", NEW, at("26119", until=CHANGE), ("unit_ground", INDEX, "26119")),
)
SUCCESSIONS = (
    breaks(
        "a predecessor that is none",
        PAIRS,
        pair(0, before="06971"),
        ("unit_ground", "06970"),
        *pairs("06971"),
    ),
    breaks(
        "a successor that is none",
        PAIRS,
        pair(0, after="06979"),
        ("unit_ground", "06978"),
        *pairs("06970 > 06979"),
    ),
    breaks(
        "a district with communes that is followed",
        PAIRS,
        pair(0, before="202"),
        ("unit_ground", "06970"),
        *pairs("202"),
    ),
    breaks(
        "a unit that vanishes",
        PAIRS,
        lambda record: record["rows"].pop(),
        ("unit_ground", "11948"),
        ("unit_ground", "318"),
        REORGANISED,
    ),
    breaks(
        "a pair twice",
        PAIRS,
        lambda record: record["rows"].append(dict(record["rows"][0])),
        ("unit_ground", "06970 > 06978"),
        REORGANISED,
    ),
)
UNITS = (*INDEXED, *STATES, *SUCCESSIONS)
