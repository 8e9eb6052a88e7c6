"""The result as a plain record: the object that `ocop score --json` prints."""

import json
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.lawbook.shapes import Gate
from ocop.rules.scoring.reading import read_dossier
from ocop.rules.scoring.record import result_record
from ocop.rules.scoring.result import score
from tests.rules.small_sets import NOW, cased, gated, leaf, scored, sheet_set, told

SHEET = sheet_set(
    leaf("A.1.1", 0, 20, 30, floors={3: 20, 5: 30}),
    leaf("B.5.1", 0, 30),
    told(leaf("B.5.2", 0, 5), "B.5.1", 1),
    gated(leaf("C.6.1", 0, 25)),
    cased("C.7", ("a", 10), ("b", 5)),
)
FULL = {"A.1.1": 3, "B.5.1": 2, "B.5.2": 2, "C.6.1": 2, "C.7": 1}


def test_a_plain_result_has_every_field():
    record = result_record(scored(SHEET, FULL))
    assert record == {
        "instrument": NOW,
        "set": 11,
        "set_name": "Bộ thử",
        "set_sha256": "",
        "regime": None,
        "caveat": "",
        "total": "100.00",
        "total_exact": "100",
        "parts": {"A": "30.00", "B": "35.00", "C": "35.00"},
        "band": 5,
        "stars": 5,
        "certificate": True,
        "outcome": "rated",
        "floors_missed": [],
        "gates": [],
        "spread": 0,
        "spread_limit": 10,
        "spread_over": [],
        "quorum": None,
        "members": {"m1": 100},
        "complete": True,
        "unmarked": {},
        "not_applied": {},
        "mixed_cases": [],
        "rules": scored(SHEET, FULL).rules.as_record(),
    }


def test_everything_out_of_the_ordinary_is_in_the_record():
    marks = [FULL, FULL | {"A.1.1": 2, "C.7": 2}, FULL | {"B.5.1": 1, "C.6.1": None, "A.1.1": 2}]
    result = scored(
        SHEET, *marks, council=(5, "m9"), gates=[Gate("eliminated", "Giả mạo")], case_consistency="whole_sheet"
    )
    record = result_record(result)
    assert (record["total"], record["total_exact"]) == ("71.666666", "215/3")
    assert record["parts"] == {"A": "23.333333", "B": "23.333333", "C": "25.00"}
    assert (record["band"], record["stars"], record["certificate"], record["outcome"]) == (4, 0, False, "eliminated")
    assert record["floors_missed"] == []
    assert record["gates"] == [
        {"gate": "eliminated", "criterion": "", "text": "Giả mạo", "members": [], "article": f"{NOW}, bộ 11"},
        {
            "gate": "stop",
            "criterion": "C.6.1",
            "text": "0 điểm thì dừng đánh giá",
            "members": ["m3"],
            "article": f"{NOW}, bộ 11, tiêu chí 6.1",
        },
    ]
    assert (record["spread"], record["spread_limit"]) == (70, 10)
    assert record["spread_over"] == [
        {"members": ["m1", "m2"], "points": 15},
        {"members": ["m1", "m3"], "points": 70},
        {"members": ["m2", "m3"], "points": 55},
    ]
    assert record["quorum"] == {"present": 3, "needed": 4, "members": 5, "chair_present": False, "met": False}
    assert record["members"] == {"m1": 100, "m2": 85, "m3": 30}
    assert record["not_applied"] == {"m3": ["B.5.2"]}
    assert record["rules"]["case_consistency"] == "whole_sheet"


def test_missed_floors_say_what_is_needed_and_what_there_is():
    record = result_record(scored(SHEET, FULL, FULL | {"A.1.1": 1}, FULL | {"A.1.1": 1}))
    assert record["floors_missed"] == [{"criterion": "A.1.1", "star": 3, "need": 20, "have": 10}]
    thirds = result_record(scored(SHEET, FULL, FULL, FULL | {"A.1.1": 2}))
    assert thirds["band"] == 5
    assert thirds["floors_missed"] == [{"criterion": "A.1.1", "star": 5, "need": 30, "have": "26.666666"}]


def test_open_marks_and_mixed_cases_are_listed():
    sheet = sheet_set(cased("C.7", ("a", 10), ("b", 5)), cased("C.8", ("a", 1), ("b", 2)), leaf("C.9", 1))
    record = result_record(scored(sheet, {"C.7": 1, "C.8": 2}, case_consistency="whole_sheet"))
    assert record["unmarked"] == {"m1": ["C.9"]}
    assert record["complete"] is False
    assert record["mixed_cases"] == ["m1"]


def test_a_result_found_by_the_day_of_filing_says_by_which_regime():
    filed = read_dossier({"on": "2019-12-01", "set": 11, "sheets": [{"member": "m1", "choices": {}}]})
    record = result_record(score(filed))
    assert (record["regime"], record["instrument"]) == ("R1", "1048/QĐ-TTg")
    assert record["caveat"] == filed.regime.caveat != ""
    assert len(record["set_sha256"]) == 64


def leaves_of(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    yield value
    for item in inner:
        yield from leaves_of(item)


marks = st.fixed_dictionaries({item.code: st.none() | st.integers(1, len(item.options)) for item in SHEET.leaves})


@given(st.lists(marks, min_size=1, max_size=7))
def test_a_record_holds_no_float_and_its_decimals_are_true(sheets):
    result = scored(SHEET, *sheets)
    record = result_record(result)
    assert not any(isinstance(value, float) for value in leaves_of(record))
    assert json.loads(json.dumps(record)) == record
    assert Fraction(record["total_exact"]) == result.total
    assert 0 <= result.total - Fraction(record["total"]) < Fraction(1, 10**6)
    for part, text in record["parts"].items():
        assert 0 <= result.parts[part] - Fraction(text) < Fraction(1, 10**6)
    for least in (30, 50, 70, 90):
        assert (Decimal(record["total"]) >= least) == (result.total >= least)
    for floor in record["floors_missed"]:
        assert Fraction(floor["have"]) < floor["need"]
