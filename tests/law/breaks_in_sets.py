"""Ways to break a criteria set, each with the faults it must be told by."""

from tests.law.breaking import (
    FLOWERS,
    FRUIT,
    FRUIT_148,
    MEAT_1048,
    RICE_148,
    RICE_1048,
    TEA_148,
    TOURISM,
    TREES_148,
    WATER,
    breaks,
    option,
    put,
    renamed,
    without,
)


def lower_everything(record, code_prefix):
    for code, row in record["criteria"].items():
        if code.startswith(code_prefix):
            for each in row.get("options", []):
                each["points"] = 0 if each["points"] == min(one["points"] for one in row["options"]) else 1


def add_option(record, code, **fields):
    record["criteria"][code]["options"].append(fields)


def swap(record, one, other):
    keys = list(record["criteria"])
    at, to = keys.index(one), keys.index(other)
    keys[at], keys[to] = keys[to], keys[at]
    record["criteria"] = {key: record["criteria"][key] for key in keys}


SETS = (
    breaks(
        "a float",
        WATER,
        lambda r: put(option(r, "A.1.1", 1), points=1.0),
        ("plain", "criteria/A.1.1/options/1/points"),
        ("fields", "A.1.1/options[1]/points"),
    ),
    breaks("a misspelt field", WATER, lambda r: put(option(r, "A.1.1", 1), flor=3), ("fields", "A.1.1/options[1]")),
    breaks("a missing field", WATER, lambda r: without(r["criteria"]["A.1.1"], "name"), ("fields", "A.1.1")),
    breaks(
        "points as text", WATER, lambda r: put(option(r, "A.1.1", 1), points="1"), ("fields", "A.1.1/options[1]/points")
    ),
    breaks(
        "points true", WATER, lambda r: put(option(r, "A.1.1", 1), points=True), ("fields", "A.1.1/options[1]/points")
    ),
    breaks(
        "a blank label", WATER, lambda r: put(option(r, "A.1.1", 1), label=" "), ("fields", "A.1.1/options[1]/label")
    ),
    breaks(
        "a floor of 2 stars", WATER, lambda r: put(option(r, "A.1.1", 1), floor=2), ("fields", "A.1.1/options[1]/floor")
    ),
    breaks(
        "options that are no list", WATER, lambda r: put(r["criteria"]["A.1.1"], options=3), ("fields", "A.1.1/options")
    ),
    breaks(
        "a criterion that is no table", WATER, lambda r: put(r["criteria"], **{"A.1.1": 3}), ("fields", "/criteria")
    ),
    breaks(
        "an unknown gate",
        WATER,
        lambda r: put(r["criteria"]["C.6.4"], gates=[{"halt": "x", "when": "zero"}]),
        ("fields", "C.6.4/gates[1]"),
        ("gate_kinds", "C.6.4/gates[1]"),
    ),
    breaks(
        "a gate at no known time",
        WATER,
        lambda r: put(r["criteria"]["C.6.4"]["gates"][0], when="soon"),
        ("fields", "C.6.4/gates[1]/when"),
    ),
    breaks(
        "a gate of two kinds",
        WATER,
        lambda r: put(r["criteria"]["C.6.4"]["gates"][0], eliminated="Giả mạo hồ sơ"),
        ("gate_kinds", "C.6.4/gates[1]"),
    ),
    breaks(
        "a story condition half said",
        WATER,
        lambda r: without(r["criteria"]["B.5.2"]["applies_if"], "no_story"),
        ("fields", "B.5.2/applies_if"),
    ),
    breaks(
        "a defect of an unknown kind", FRUIT, lambda r: put(r["defects"][0], kind="odd"), ("fields", "defects[1]/kind")
    ),
    breaks(
        "a correction without reason",
        FRUIT,
        lambda r: without(r["corrections"][0], "reason"),
        ("fields", "corrections[1]"),
    ),
    breaks(
        "a ground of elimination with a bad address",
        RICE_148,
        lambda r: put(r["eliminated_if"][0], source="bentre"),
        ("fields", "eliminated_if[1]/source"),
    ),
    breaks("a missing set that gives no reason", RICE_1048, lambda r: without(r, "reason"), ("fields", "")),
    breaks("a set without source", WATER, lambda r: without(r, "source"), ("fields", "")),
    breaks("a set without confidence", WATER, lambda r: without(r, "confidence"), ("fields", "")),
    breaks("a total of 99", WATER, lambda r: put(r, total=99), ("fields", "/total")),
    breaks(
        "a set with the number of another",
        WATER,
        lambda r: put(r, set=17),
        ("filed", ""),
        ("numbered", "criteria/26_2026", "16"),
        ("numbered", "criteria/26_2026", "17"),
        ("classified", "classification/26_2026.yaml", "set 16"),
        ("mapped", "mapping.yaml", "26/2026/QĐ-TTg 16"),
        ("exemplified", "examples.yaml", "16"),
    ),
    breaks(
        "a set beyond 26",
        WATER,
        lambda r: put(r, set=27),
        ("filed", ""),
        ("numbered", "criteria/26_2026", "16"),
        ("numbered", "criteria/26_2026", "27"),
        ("classified", "classification/26_2026.yaml", "set 16"),
        ("classified", "classification/26_2026.yaml", "set 27"),
        ("mapped", "mapping.yaml", "26/2026/QĐ-TTg 16"),
        ("mapped", "mapping.yaml", "26/2026/QĐ-TTg 27"),
        ("exemplified", "examples.yaml", "16"),
        ("exemplified", "examples.yaml", "27"),
    ),
    breaks("a key that is not the file's", WATER, lambda r: put(r, key="nuoc"), ("filed", "")),
    breaks("a malformed code", WATER, lambda r: renamed(r["criteria"], "A.1.1", "A.1.01"), ("codes", "A.1.01")),
    breaks(
        "a code too deep",
        WATER,
        lambda r: renamed(r["criteria"], "A.1.1", "A.1.1.1.1"),
        ("codes", "A.1.1.1.1"),
        ("numbers", "A.1.2"),
        ("sums", "A.1"),
    ),
    breaks(
        "a code without parent",
        WATER,
        lambda r: renamed(r["criteria"], "A.1.1", "A.7.1"),
        ("codes", "A.7.1"),
        ("order", "A.7.1"),
        ("numbers", "A.1.2"),
        ("sums", "A.1"),
    ),
    breaks(
        "two criteria out of order",
        WATER,
        lambda r: swap(r, "A.1.1", "A.1.2"),
        ("order", "A.1.2"),
        ("numbers", "A.1.2"),
        ("numbers", "A.1.1"),
        ("numbers", "A.1.3"),
    ),
    breaks(
        "a jump in the numbers of criteria",
        WATER,
        lambda r: renamed(r["criteria"], "A.3.5", "A.3.6"),
        ("numbers", "A.3.6"),
    ),
    breaks(
        "a jump in the numbers of sections",
        WATER,
        lambda r: renamed(r["criteria"], "C.10", "C.11"),
        ("numbers", "C.11"),
    ),
    breaks(
        "a jump in print that is not declared",
        MEAT_1048,
        lambda r: without(r, "defects"),
        ("numbers", "C.9"),
    ),
    breaks(
        "a criterion without options",
        WATER,
        lambda r: without(r["criteria"]["A.1.4"], "options"),
        ("headings", "A.1.4"),
        ("sums", "A.1.4"),
    ),
    breaks(
        "a heading that is marked",
        WATER,
        lambda r: put(
            r["criteria"]["C.6"], options=[{"points": 0, "label": "Đơn giản"}, {"points": 15, "label": "Trung bình"}]
        ),
        ("headings", "C.6"),
    ),
    breaks(
        "a heading with evidence", WATER, lambda r: put(r["criteria"]["C.6"], evidence=["e01"]), ("headings", "C.6")
    ),
    breaks(
        "a maximum of a heading", WATER, lambda r: put(r["criteria"]["A.1"], max=18), ("sums", "A.1"), ("sums", "A")
    ),
    breaks(
        "other weights of the parts",
        WATER,
        lambda r: (put(r["criteria"]["A"], max=35), put(r["criteria"]["C"], max=40)),
        ("parts", "A, B, C"),
        ("sums", "A"),
        ("sums", "C"),
    ),
    breaks("an undeclared sum", TEA_148, lambda r: without(r, "defects"), ("sums", "C")),
    breaks(
        "a sum declared otherwise", TEA_148, lambda r: put(r["defects"][0], sum=31), ("sums", "C"), ("defects", "C")
    ),
    breaks(
        "a sum declared of another maximum",
        TEA_148,
        lambda r: put(r["defects"][0], declared=36),
        ("sums", "C"),
        ("defects", "C"),
    ),
    breaks(
        "a defect that is mended",
        TEA_148,
        lambda r: put(r["criteria"]["C"], max=32),
        ("parts", "A, B, C"),
        ("defects", "C"),
    ),
    breaks("a best option above the maximum", WATER, lambda r: put(option(r, "A.1.1", 3), points=5), ("best", "A.1.1")),
    breaks(
        "a maximum that no option gives, undeclared",
        FRUIT_148,
        lambda r: without(r, "defects"),
        ("best", "C.6.4"),
    ),
    breaks(
        "a maximum declared otherwise",
        FRUIT_148,
        lambda r: put(r["defects"][0], declared=5),
        ("best", "C.6.4"),
        ("defects", "C.6.4"),
    ),
    breaks(
        "points that fall",
        WATER,
        lambda r: put(option(r, "A.1.2", 1), points=3) or put(option(r, "A.1.2", 2), points=1),
        ("points", "A.1.2"),
    ),
    breaks("the same points twice", WATER, lambda r: put(option(r, "A.1.2", 2), points=1), ("points", "A.1.2")),
    breaks("the same points twice, no longer declared", FRUIT, lambda r: r["defects"].pop(0), ("points", "A.3.1")),
    breaks(
        "the same points declared where they differ",
        FRUIT,
        lambda r: put(option(r, "A.3.1", 2), points=2),
        ("defects", "A.3.1"),
    ),
    breaks(
        "two options that say the same",
        WATER,
        lambda r: put(option(r, "A.1.2", 2), label="tinh  CHẾ"),
        ("labels", "A.1.2"),
        ("english", "A.1.2"),
    ),
    breaks("the same words, no longer declared", TREES_148, lambda r: without(r, "defects"), ("labels", "A.2.2")),
    breaks(
        "the same words declared where they differ",
        TREES_148,
        lambda r: put(option(r, "A.2.2", 1), label="Đơn giản"),
        ("defects", "A.2.2"),
    ),
    breaks("a case without name", TOURISM, lambda r: without(r["criteria"]["C.8"]["cases"], "b"), ("cases", "C.8")),
    breaks("an option of no case", TOURISM, lambda r: without(option(r, "C.8", 1), "case"), ("cases", "C.8")),
    breaks("a case where there are none", WATER, lambda r: put(option(r, "A.1.1", 1), case="a"), ("cases", "A.1.1")),
    breaks(
        "one case alone",
        WATER,
        lambda r: (
            put(r["criteria"]["A.1.2"], cases={"a": "Trung bình"}),
            [put(each, case="a") for each in r["criteria"]["A.1.2"]["options"]],
        ),
        ("cases", "A.1.2"),
    ),
    breaks(
        "a choice of one",
        WATER,
        lambda r: put(r["criteria"]["A.1.6"], options=r["criteria"]["A.1.6"]["options"][1:]),
        ("choices", "A.1.6"),
    ),
    breaks("a yes/no with options", WATER, lambda r: put(r["criteria"]["A.1.6"], yes_no=True), ("choices", "A.1.6")),
    breaks(
        "a floor that does not rise",
        WATER,
        lambda r: (put(option(r, "B.4.1", 2), floor=4), put(option(r, "B.4.1", 3), floor=3)),
        ("floors", "B.4.1"),
    ),
    breaks("two floors of one star", WATER, lambda r: put(option(r, "B.4.1", 3), floor=3), ("floors", "B.4.1")),
    breaks("a floor in one case", TOURISM, lambda r: put(option(r, "C.8", 1), floor=3), ("floors_in_cases", "C.8")),
    breaks("a mark at both places", TEA_148, lambda r: put(option(r, "A.3.6", 2), floor=4), ("floors_placed", "A.3.6")),
    breaks(
        "five stars out of reach",
        WATER,
        lambda r: lower_everything(r, "C."),
        *(("best", code) for code in ("C.6.1", "C.6.2", "C.6.3", "C.6.4", "C.7", "C.8", "C.9", "C.10")),
        ("points", "C.6.3"),
        ("points", "C.6.4"),
        ("points", "C.7"),
        ("points", "C.8"),
        ("points", "C.9"),
        ("points", "C.10"),
        ("floors", "C.7"),
        ("reachable", "5 sao"),
    ),
    breaks(
        "a best story that is none",
        WATER,
        lambda r: put(r["criteria"]["B.5.2"]["applies_if"], no_story=[5]),
        ("reachable", "B.5.2"),
    ),
    breaks(
        "a story told nowhere",
        WATER,
        lambda r: put(r["criteria"]["B.5.2"]["applies_if"], story="B.9"),
        ("stories", "B.5.2"),
    ),
    breaks(
        "a story told at a heading",
        WATER,
        lambda r: put(r["criteria"]["B.5.2"]["applies_if"], story="B.5"),
        ("stories", "B.5.2"),
    ),
    breaks(
        "a story told at itself",
        WATER,
        lambda r: put(r["criteria"]["B.5.2"]["applies_if"], story="B.5.2"),
        ("stories", "B.5.2"),
    ),
    breaks(
        "a story with options that are not there",
        WATER,
        lambda r: put(r["criteria"]["B.5.2"]["applies_if"], no_story=[6]),
        ("stories", "B.5.2"),
    ),
    breaks(
        "a story option twice",
        WATER,
        lambda r: put(r["criteria"]["B.5.2"]["applies_if"], no_story=[1, 1]),
        ("stories", "B.5.2"),
    ),
    breaks(
        "a story that cannot exist",
        WATER,
        lambda r: put(r["criteria"]["B.5.2"]["applies_if"], no_story=[1, 2, 3, 4, 5]),
        ("stories", "B.5.2"),
        ("reachable", "B.5.2"),
    ),
    breaks(
        "a zero gate at a heading",
        WATER,
        lambda r: put(
            r["criteria"]["C.6"],
            gates=[
                {
                    "stop": "Bị 0 điểm ở một trong các chỉ tiêu trên thì không đánh giá các bước tiếp theo",
                    "when": "zero",
                }
            ],
        ),
        ("gates", "C.6"),
    ),
    breaks(
        "a section gate with nothing before it",
        WATER,
        lambda r: put(
            r["criteria"]["C.7"],
            gates=[
                {
                    "stop": "Bị 0 điểm ở một trong các chỉ tiêu trên thì không đánh giá các bước tiếp theo",
                    "when": "zero_in_section",
                }
            ],
        ),
        ("gates", "C.7"),
    ),
    breaks("a correction of nothing", FRUIT, lambda r: put(r["corrections"][0], at="A.9.9"), ("corrections", "A.9.9")),
    breaks(
        "a correction of an option that is not there",
        FRUIT,
        lambda r: put(r["corrections"][0], option=9),
        ("corrections", "A.1.2"),
    ),
    breaks(
        "a correction of points without an option",
        FRUIT,
        lambda r: without(r["corrections"][0], "option"),
        ("corrections", "A.1.2"),
    ),
    breaks(
        "a correction that is not used", FRUIT, lambda r: put(r["corrections"][0], used=1), ("corrections", "A.1.2")
    ),
    breaks(
        "a correction of a maximum that is not used",
        FLOWERS,
        lambda r: put(r["corrections"][0], used=5),
        ("corrections", "C.9"),
    ),
    breaks(
        "a correction that changes nothing",
        FRUIT,
        lambda r: put(r["corrections"][0], printed="0"),
        ("corrections", "A.1.2"),
    ),
    breaks(
        "a defect at a place that is not there",
        FRUIT,
        lambda r: put(r["defects"][0], at="A.9"),
        ("defects", "A.9"),
        ("points", "A.3.1"),
    ),
    breaks(
        "a defect at no place",
        FRUIT,
        lambda r: without(r["defects"][0], "at"),
        ("defects", "defects"),
        ("points", "A.3.1"),
    ),
    breaks(
        "evidence of an unknown kind",
        WATER,
        lambda r: put(r["criteria"]["A.1.1"], evidence=["e99"]),
        ("evidence_known", "A.1.1"),
    ),
    breaks(
        "evidence named twice",
        WATER,
        lambda r: put(r["criteria"]["A.1.1"], evidence=["e03", "e03"]),
        ("evidence_known", "A.1.1"),
    ),
    breaks(
        "an unknown finding", WATER, lambda r: put(r["criteria"]["A.1.1"], finding="la"), ("evidence_known", "A.1.1")
    ),
    breaks(
        "a label without English", WATER, lambda r: put(r["criteria"]["A.1.2"], name="Gia tăng"), ("english", "A.1.2")
    ),
)
