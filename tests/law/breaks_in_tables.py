"""Ways to break the hand-written tables, each with the faults it must be told by."""

from datetime import date

from ocop.rules.lawbook.check.opened import leaves
from tests.law.breaking import FRUIT, WATER, breaks, put, row, sound_law, without

DAY = date(2026, 5, 22)


def item(record, code):
    return next(
        each
        for industry in record["industries"]
        for group in industry["groups"]
        for each in group["items"]
        if each["code"] == code
    )


def naming(finding_or_kind):
    """The faults of every criterion that names what is no longer there."""
    return [
        ("evidence_known", item.file, item.leaf.code)
        for item in leaves(sound_law())
        if finding_or_kind in (*item.leaf.evidence, item.leaf.finding)
    ]


def value(record, name):
    return row(record, "values", name)["series"]


def on(name, **values):
    return lambda record: put(row(record, "instruments", name), **values)


BANDS, INSTRUMENTS, REGIMES, PROCEDURE = "bands.yaml", "instruments.yaml", "regimes.yaml", "procedure.yaml"
SETTINGS, EVIDENCE, EXAMPLES, MAPPING, ENGLISH = (
    "settings.yaml",
    "evidence.yaml",
    "examples.yaml",
    "mapping.yaml",
    "en.yaml",
)
GROUPS = "classification/26_2026.yaml"
Q26, Q148, Q1048 = "26/2026/QĐ-TTg", "148/QĐ-TTg", "1048/QĐ-TTg"

REGISTER = (
    breaks(
        "a day that is text",
        INSTRUMENTS,
        on(Q26, signed="2026-05-22"),
        ("days", "instruments/8/signed"),
        ("fields", f"instruments/{Q26}/signed"),
    ),
    breaks("a day in a text", INSTRUMENTS, on(Q26, note="2026-05-22"), ("days", "instruments/8/note")),
    breaks(
        "a day that is missing",
        INSTRUMENTS,
        lambda r: without(row(r, "instruments", Q26), "checked"),
        ("fields", f"instruments/{Q26}"),
    ),
    breaks("an address that is none", INSTRUMENTS, on(Q26, source="công báo"), ("fields", f"instruments/{Q26}/source")),
    breaks(
        "sureness of an unknown kind",
        INSTRUMENTS,
        on(Q26, confidence={"text": "sure"}),
        ("fields", f"instruments/{Q26}/confidence"),
    ),
    breaks(
        "an instrument twice",
        INSTRUMENTS,
        lambda r: r["instruments"].append(dict(row(r, "instruments", "19/2025/QĐ-TTg"))),
        ("instrument_names", "instruments/19/2025/QĐ-TTg"),
    ),
    breaks(
        "in force before it was signed",
        INSTRUMENTS,
        on("919/QĐ-TTg", in_force=date(2022, 7, 31)),
        ("instrument_dates", "instruments/919/QĐ-TTg"),
    ),
    breaks(
        "lapsed before it held",
        INSTRUMENTS,
        on("919/QĐ-TTg", until=date(2022, 8, 1)),
        ("instrument_dates", "instruments/919/QĐ-TTg"),
    ),
    breaks(
        "checked before it was signed",
        INSTRUMENTS,
        on("919/QĐ-TTg", checked=date(2022, 7, 31)),
        ("instrument_dates", "instruments/919/QĐ-TTg"),
    ),
    breaks(
        "a year that is not that of signing",
        INSTRUMENTS,
        on("919/QĐ-TTg", year=2023),
        ("instrument_dates", "instruments/919/QĐ-TTg"),
    ),
    breaks(
        "a year that is not that of its number",
        INSTRUMENTS,
        on("19/2025/QĐ-TTg", year=2024, signed=date(2024, 6, 30)),
        ("instrument_dates", "instruments/19/2025/QĐ-TTg"),
    ),
    breaks(
        "a day without sureness",
        INSTRUMENTS,
        lambda r: without(row(r, "instruments", "919/QĐ-TTg")["confidence"], "until"),
        ("instrument_sure", "instruments/919/QĐ-TTg/confidence/until"),
    ),
    breaks(
        "sureness of nothing",
        INSTRUMENTS,
        lambda r: put(row(r, "instruments", "919/QĐ-TTg")["confidence"], seal="seen"),
        ("instrument_sure", "instruments/919/QĐ-TTg/confidence/seal"),
    ),
    breaks(
        "replacing an unknown one",
        INSTRUMENTS,
        on("919/QĐ-TTg", replaces=["1/QĐ-TTg"]),
        ("instrument_kin", "instruments/919/QĐ-TTg"),
    ),
    breaks(
        "amending an unknown one",
        INSTRUMENTS,
        on("919/QĐ-TTg", amends=["1/QĐ-TTg"]),
        ("instrument_kin", "instruments/919/QĐ-TTg"),
    ),
    breaks(
        "an outside one no longer named",
        INSTRUMENTS,
        lambda r: put(r, outside=[]),
        ("instrument_kin", "instruments/19/2025/QĐ-TTg"),
        ("unit_systems", "units.yaml", "systems/124/2004/QĐ-TTg"),
    ),
    breaks(
        "replaced but still running",
        INSTRUMENTS,
        on("781/QĐ-TTg", until=None),
        ("instrument_kin", f"instruments/{Q148}"),
    ),
    breaks(
        "replaced but lapsed before",
        INSTRUMENTS,
        on("781/QĐ-TTg", until=date(2023, 2, 23)),
        ("instrument_kin", f"instruments/{Q148}"),
    ),
    breaks(
        "amending one that has lapsed",
        INSTRUMENTS,
        on("1489/QĐ-TTg", amends=["490/QĐ-TTg"]),
        ("instrument_kin", "instruments/1489/QĐ-TTg"),
    ),
)

SERIES = (
    breaks(
        "a gap between regimes",
        REGIMES,
        lambda r: put(row(r, "regimes", "R4")["filed"], **{"from": date(2025, 7, 7)}),
        ("series", "regimes"),
    ),
    breaks(
        "regimes that overlap",
        REGIMES,
        lambda r: put(row(r, "regimes", "R3")["filed"], until=date(2025, 7, 7)),
        ("series", "regimes"),
    ),
    breaks(
        "no regime running",
        REGIMES,
        lambda r: put(row(r, "regimes", "R5")["filed"], until=date(2030, 1, 1)),
        ("series", "regimes"),
    ),
    breaks(
        "a regime before its instrument",
        REGIMES,
        lambda r: put(row(r, "regimes", "R1")["filed"], **{"from": date(2019, 8, 20)}),
        ("bases", "regimes/R1"),
    ),
    breaks(
        "a process by an instrument not in the register",
        REGIMES,
        lambda r: put(row(r, "regimes", "R5"), process=["1/QĐ-TTg"]),
        ("bases", "regimes/R5"),
    ),
    breaks(
        "a process by an instrument that has lapsed",
        REGIMES,
        lambda r: put(row(r, "regimes", "R5"), process=["781/QĐ-TTg"]),
        ("bases", "regimes/R5"),
    ),
    breaks("a regime named twice", REGIMES, lambda r: put(row(r, "regimes", "R5"), id="R4"), ("regimes", "regimes/R4")),
    breaks(
        "a star without a level",
        REGIMES,
        lambda r: without(row(r, "regimes", "R5")["levels"], 4),
        ("regimes", "regimes/R5"),
    ),
    breaks(
        "an unknown level",
        REGIMES,
        lambda r: row(r, "regimes", "R5")["levels"].update({4: "commune"}),
        ("fields", "regimes/R5/levels"),
    ),
    breaks(
        "criteria that lapse in the regime",
        REGIMES,
        lambda r: put(row(r, "regimes", "R5"), criteria=Q148),
        ("regimes", "regimes/R5"),
    ),
    breaks(
        "filed that is no period",
        REGIMES,
        lambda r: without(row(r, "regimes", "R5")["filed"], "until"),
        ("fields", "regimes/R5/filed"),
    ),
    breaks(
        "a last day miscounted",
        REGIMES,
        lambda r: put(r["transitions"][0], last_day=date(2026, 7, 22)),
        ("transitions", "transitions/26/2026/QĐ-TTg"),
    ),
    breaks(
        "a change of law on no border",
        REGIMES,
        lambda r: put(r["transitions"][0], change_on=date(2026, 5, 23), last_day=date(2026, 7, 22)),
        ("transitions", "transitions/26/2026/QĐ-TTg"),
    ),
    breaks(
        "a transition of an unknown kind",
        REGIMES,
        lambda r: put(r["transitions"][1], kinds=["again"]),
        ("transitions", "transitions/26/2026/QĐ-TTg"),
    ),
    breaks(
        "a transition of a kind twice",
        REGIMES,
        lambda r: put(r["transitions"][1], kinds=["first"]),
        ("transitions", "transitions/26/2026/QĐ-TTg"),
    ),
    breaks(
        "a gap in a quantity",
        PROCEDURE,
        lambda r: put(value(r, "certificate_months")[0], until=date(2026, 5, 21)),
        ("series", "values/certificate_months"),
    ),
    breaks(
        "an empty period", PROCEDURE, lambda r: put(value(r, "samples")[0], until=DAY), ("series", "values/samples")
    ),
    breaks(
        "a quantity of an unknown instrument",
        PROCEDURE,
        lambda r: put(value(r, "samples")[0], instrument="1/QĐ-TTg"),
        ("bases", "values/samples"),
    ),
    breaks(
        "a quantity before its instrument",
        PROCEDURE,
        lambda r: put(value(r, "samples")[0], **{"from": date(2026, 5, 21)}),
        ("bases", "values/samples"),
    ),
    breaks(
        "a quantity without article",
        PROCEDURE,
        lambda r: without(value(r, "samples")[0], "article"),
        ("fields", "values/samples/series[1]"),
    ),
    breaks(
        "a quantity without sureness",
        PROCEDURE,
        lambda r: without(value(r, "samples")[0], "confidence"),
        ("fields", "values/samples/series[1]"),
    ),
    breaks(
        "a quantity without values",
        PROCEDURE,
        lambda r: put(row(r, "values", "samples"), series=[]),
        ("series", "values/samples"),
        ("confidence", "values/samples"),
    ),
    breaks(
        "a round that overlaps itself",
        PROCEDURE,
        lambda r: put(r["rounds"][1], id="province_1"),
        ("series", "rounds/province_1"),
    ),
    breaks(
        "a round done before it begins",
        PROCEDURE,
        lambda r: put(r["rounds"][0], done_before="30-03"),
        ("rounds", "rounds/province_1"),
    ),
    breaks(
        "a round said to end next year",
        PROCEDURE,
        lambda r: put(r["rounds"][0], next_year=True),
        ("rounds", "rounds/province_1"),
    ),
    breaks(
        "a day of no month",
        PROCEDURE,
        lambda r: put(r["rounds"][0], done_before="30-13"),
        ("fields", "rounds/province_1/done_before"),
    ),
)

SCALES = (
    breaks("bands missing", BANDS, lambda r: put(r, bands=r["bands"][1:]), ("banded", Q26)),
    breaks("bands twice", BANDS, lambda r: r["bands"].append(r["bands"][0]), ("banded", Q26)),
    breaks("a star missing", BANDS, lambda r: r["bands"][0]["ranks"].pop(1), ("bands", f"bands/{Q26}")),
    breaks("bands that overlap", BANDS, lambda r: put(r["bands"][0]["ranks"][1], min=90), ("bands", f"bands/{Q26}")),
    breaks(
        "points below every band", BANDS, lambda r: put(r["bands"][0]["ranks"][4], min=1), ("bands", f"bands/{Q26}")
    ),
    breaks(
        "a band above 100",
        BANDS,
        lambda r: put(r["bands"][0]["ranks"][0], min=101),
        ("bands", f"bands/{Q26}"),
        *(("reachable", file, "5 sao") for file in (WATER, FRUIT)),
    ),
    breaks(
        "no ranks at all",
        BANDS,
        lambda r: put(r["bands"][0], ranks=[]),
        ("bands", f"bands/{Q26}"),
        ("confidence", f"bands/{Q26}"),
    ),
    breaks(
        "a certificate at 2 stars",
        BANDS,
        lambda r: put(r["bands"][0]["ranks"][3], certificate=True),
        ("bands", f"bands/{Q26}"),
    ),
    breaks(
        "a maximum in a half-open band",
        BANDS,
        lambda r: put(r["bands"][0]["ranks"][0], max=100),
        ("band_gaps", f"bands/{Q26}"),
    ),
    breaks(
        "a gap of two points", BANDS, lambda r: put(r["bands"][2]["ranks"][1], max=88), ("band_gaps", f"bands/{Q1048}")
    ),
    breaks(
        "closed bands that overlap",
        BANDS,
        lambda r: put(r["bands"][2]["ranks"][1], max=90),
        ("band_gaps", f"bands/{Q1048}"),
    ),
    breaks(
        "closed bands up to 99",
        BANDS,
        lambda r: put(r["bands"][2]["ranks"][0], max=99),
        ("band_gaps", f"bands/{Q1048}"),
    ),
    breaks(
        "no rule for the gaps", BANDS, lambda r: without(r["bands"][2], "gap_rule"), ("band_gaps", f"bands/{Q1048}")
    ),
    breaks(
        "a rule for the gaps that is no setting",
        BANDS,
        lambda r: put(r["bands"][2], gap_rule="none"),
        ("band_gaps", f"bands/{Q1048}"),
    ),
    breaks(
        "a rule for gaps that are not there",
        BANDS,
        lambda r: put(r["bands"][0], gap_rule="gap_rule_1048"),
        ("band_gaps", f"bands/{Q26}"),
    ),
    breaks(
        "an unknown rule for gaps that are not there",
        BANDS,
        lambda r: put(r["bands"][0], gap_rule="none"),
        ("band_gaps", f"bands/{Q26}"),
    ),
    breaks(
        "a rank without sureness",
        BANDS,
        lambda r: without(r["bands"][0]["ranks"][0], "confidence"),
        ("fields", f"bands/{Q26}/ranks[1]"),
    ),
    breaks(
        "a default that is not allowed",
        SETTINGS,
        lambda r: put(row(r, "settings", "missed_floor"), default="raise"),
        ("defaults", "settings/missed_floor"),
    ),
    breaks(
        "a value twice",
        SETTINGS,
        lambda r: put(row(r, "settings", "missed_floor"), values=["lower", "lower"]),
        ("defaults", "settings/missed_floor"),
    ),
    breaks(
        "a limit above 100",
        SETTINGS,
        lambda r: put(row(r, "settings", "spread_limit"), default=101),
        ("defaults", "settings/spread_limit"),
    ),
    breaks(
        "a limit that is true",
        SETTINGS,
        lambda r: put(row(r, "settings", "spread_limit"), default=True),
        ("defaults", "settings/spread_limit"),
    ),
    breaks(
        "a number with values",
        SETTINGS,
        lambda r: put(row(r, "settings", "spread_limit"), values=["10"]),
        ("defaults", "settings/spread_limit"),
    ),
    breaks(
        "a share above one",
        SETTINGS,
        lambda r: put(row(r, "settings", "quorum"), default="4/3"),
        ("defaults", "settings/quorum"),
    ),
    breaks(
        "a share of none",
        SETTINGS,
        lambda r: put(row(r, "settings", "quorum"), default="0/4"),
        ("defaults", "settings/quorum"),
    ),
    breaks(
        "a share by nothing",
        SETTINGS,
        lambda r: put(row(r, "settings", "quorum"), default="3/0"),
        ("defaults", "settings/quorum"),
    ),
    breaks(
        "a share in words",
        SETTINGS,
        lambda r: put(row(r, "settings", "quorum"), default="ba/tư"),
        ("defaults", "settings/quorum"),
    ),
    breaks(
        "a setting no code reads",
        SETTINGS,
        lambda r: put(row(r, "settings", "mean"), id="median"),
        ("settings_read", "median"),
        ("settings_read", "mean"),
    ),
    breaks(
        "a setting twice",
        SETTINGS,
        lambda r: r["settings"].append(row(r, "settings", "mean")),
        ("settings_read", "mean"),
    ),
)

LISTS = (
    breaks("groups of another instrument", GROUPS, lambda r: put(r, instrument=Q148), ("classified", "instrument")),
    breaks(
        "two groups of one set",
        GROUPS,
        lambda r: put(item(r, "I.1.b"), set=1),
        ("classified", "set 1"),
        ("classified", "set 2"),
        ("classified", "I.1.b"),
    ),
    breaks(
        "a group of no set",
        GROUPS,
        lambda r: put(item(r, "I.6"), set=27),
        ("classified", "set 13"),
        ("classified", "set 27"),
    ),
    breaks(
        "two groups exchanged",
        GROUPS,
        lambda r: (put(item(r, "I.3.a"), set=13), put(item(r, "I.6"), set=5)),
        ("classified", "I.3.a"),
        ("classified", "I.6"),
    ),
    breaks("a malformed group code", GROUPS, lambda r: put(item(r, "I.6"), code="6"), ("coded", "6")),
    breaks("a group code twice", GROUPS, lambda r: put(item(r, "I.1.b"), code="I.1.a"), ("coded", "I.1.a")),
    breaks("an item outside its group", GROUPS, lambda r: put(item(r, "I.1.b"), code="I.2.c"), ("coded", "I.2.c")),
    breaks(
        "a group outside its industry",
        GROUPS,
        lambda r: put(r["industries"][1]["groups"][0], code="III.9"),
        ("coded", "III.9"),
        ("coded", "II.1.a"),
        ("coded", "II.1.b"),
    ),
    breaks("a group without ministries", GROUPS, lambda r: without(item(r, "I.6"), "ministries"), ("fields", "I.6")),
    breaks(
        "a set with two rows of mapping",
        MAPPING,
        lambda r: put(row(r, "sets", 2), now=1),
        ("mapped", f"{Q26} 1"),
        ("mapped", f"{Q26} 2"),
    ),
    breaks("an old set forgotten", MAPPING, lambda r: put(row(r, "sets", 8), then_1048=[8]), ("mapped", f"{Q1048} 9")),
    breaks(
        "an old set that never was",
        MAPPING,
        lambda r: put(row(r, "sets", 8), then_148=[8, 27]),
        ("mapped", f"{Q148} 27"),
    ),
    breaks(
        "a set both followed and dropped",
        MAPPING,
        lambda r: put(row(r, "sets", 20), then_1048=[21, 22]),
        ("mapped", f"{Q1048} 21"),
    ),
    breaks(
        "a set neither followed nor dropped",
        MAPPING,
        lambda r: put(r["dropped"][0], set=22),
        ("mapped", f"{Q1048} 21"),
        ("mapped", f"{Q1048} 22"),
    ),
    breaks(
        "a sixteenth kind of evidence",
        EVIDENCE,
        lambda r: r["kinds"].append({"id": "e16", "name": "Sở hữu trí tuệ", "proof": "Bản sao chứng nhận"}),
        ("evidence_serves", "kinds"),
        ("evidence_serves", "kinds/e16"),
    ),
    breaks(
        "a finding of another name",
        EVIDENCE,
        lambda r: put(row(r, "findings", "ban_sac"), id="ban"),
        ("evidence_serves", "findings/ban"),
        *naming("ban_sac"),
    ),
    breaks(
        "a kind of evidence twice",
        EVIDENCE,
        lambda r: r["kinds"].append(dict(r["kinds"][1])),
        ("evidence_serves", "kinds"),
    ),
    breaks(
        "a kind of evidence under the id of another",
        EVIDENCE,
        lambda r: put(row(r, "kinds", "e15"), id="e14"),
        ("evidence_serves", "kinds"),
        *naming("e15"),
    ),
    breaks(
        "a file without source",
        REGIMES,
        lambda r: without(r, "source"),
        ("sources", "regimes/R5"),
        ("sources", "filing_kinds/first"),
        ("sources", "filing_kinds/upgrade"),
        ("sources", "filing_kinds/reevaluation"),
        ("sources", f"transitions/{Q26}"),
    ),
    breaks(
        "a row without source",
        REGIMES,
        lambda r: put(row(r, "regimes", "R1"), source=""),
        ("fields", "regimes/R1/source"),
    ),
    breaks(
        "a file without sureness",
        REGIMES,
        lambda r: without(r, "confidence"),
        ("confidence", "filing_kinds/first"),
        ("confidence", "filing_kinds/upgrade"),
        ("confidence", "filing_kinds/reevaluation"),
    ),
    breaks(
        "an example at two sets",
        EXAMPLES,
        lambda r: r["sets"][2].update({"Cà chua": "tomatoes"}),
        ("examples", "cà chua"),
        ("examples", "Cà chua"),
    ),
    breaks(
        "an example in Vietnamese",
        EXAMPLES,
        lambda r: r["sets"][2].update({"vịt trời": "vịt trời"}),
        ("examples", "vịt trời"),
    ),
    breaks(
        "an example with another number",
        EXAMPLES,
        lambda r: r["sets"][2].update({"gạo ST25": "ST24 rice"}),
        ("examples", "gạo ST25"),
    ),
    breaks("a set without examples", EXAMPLES, lambda r: without(r["sets"], 5), ("exemplified", "5")),
    breaks("examples of no set", EXAMPLES, lambda r: r["sets"].update({27: {"diều": "kites"}}), ("exemplified", "27")),
    breaks(
        "a blank translation",
        ENGLISH,
        lambda r: r.update({"Bộ Y tế": " "}),
        ("english", "classification/26_2026.yaml", "II.2.a"),
    ),
    breaks("a translation in Vietnamese", ENGLISH, lambda r: r.update({"Bộ Y tế": "Bộ Y tế"}), ("english", "Bộ Y tế")),
    breaks(
        "a translation with a Vietnamese d",
        ENGLISH,
        lambda r: r.update({"Bộ Y tế": "Ministry of đ"}),
        ("english", "Bộ Y tế"),
    ),
    breaks(
        "a translation with another number",
        ENGLISH,
        lambda r: r.update({"Bộ Y tế": "Ministry 2"}),
        ("english", "Bộ Y tế"),
    ),
)

TABLES = (*REGISTER, *SERIES, *SCALES, *LISTS)
