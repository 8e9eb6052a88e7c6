"""Reading a dossier: what the file may say, and that whatever else it says is refused in words, at its place."""

import copy
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.lawbook.council import rules_with
from ocop.rules.lawbook.shapes import Gate
from ocop.rules.refused import Refused
from ocop.rules.scoring.reading import FIELDS, load_json, read_dossier
from ocop.rules.scoring.result import score
from ocop.rules.scoring.sheets import Council, Dossier, Sheet, as_record, check_choices
from tests.rules.bad_input import BEFORE, FIRST, GOOD, NOW, RECORDS, SHEET, TEXTS

TEA = criteria_set(NOW, 11)


def refusal_of(record):
    with pytest.raises(Refused) as caught:
        read_dossier(record)
    return caught.value


@pytest.mark.parametrize("bad", RECORDS, ids=lambda bad: bad.name)
def test_a_bad_record_is_refused_at_its_place_in_both_languages(bad):
    refused = refusal_of(bad.record)
    assert (refused.code, refused.where) == (bad.code, bad.where)
    assert (refused.vi, refused.en) == bad.words
    assert refused.vi != refused.en


@pytest.mark.parametrize("bad", TEXTS, ids=lambda bad: bad.name)
def test_a_bad_text_is_refused_before_it_is_read(bad):
    with pytest.raises(Refused) as caught:
        load_json(bad.record)
    refused = caught.value
    assert (refused.code, refused.where) == (bad.code, bad.where)
    if bad.words[0].startswith("dòng"):
        said = bad.words[0] + ": không đọc được JSON; xem lại dấu phẩy, ngoặc, nháy kép"
        meant = bad.words[1] + ": this is not JSON; check commas, brackets and quotes"
        assert (refused.vi, refused.en) == (said, meant)
    else:
        assert (refused.vi, refused.en) == bad.words


def test_the_table_of_bad_input_names_each_case_once():
    names = [bad.name for bad in (*RECORDS, *TEXTS)]
    assert len(names) == len(set(names)) > 100


def test_the_missing_rice_set_is_refused():
    refused = refusal_of({"instrument": FIRST, "set": 3, "sheets": [SHEET]})
    assert (refused.code, refused.where) == ("set_missing", "set")


def test_the_file_of_the_manual_reads_as_it_says():
    read = read_dossier(GOOD)
    assert read == Dossier(TEA, (Sheet("m1", {"A.1.1": 2, "A.2.4": 1, "C.10": None}),))
    assert read.regime is None


def test_every_field_is_read():
    record = GOOD | {
        "product": "  Chè Shan tuyết ",
        "note": {"anything": [1]},
        "rules": {"floor_basis": "every"},
        "council": {"members": 9, "chair": " m1 "},
        "gates": [
            {"gate": "eliminated", "criterion": "A.1.1"},
            {"gate": "eliminated", "text": "Giả mạo hồ sơ"},
            {"gate": "out_of_scope", "text": " ngoài danh mục "},
        ],
        "sheets": [{"member": " Tổ trưởng ", "choices": {}, "set": 11, "instrument": NOW}],
    }
    read = read_dossier(record)
    assert read.product == "Chè Shan tuyết"
    assert read.council == Council(9, "m1")
    assert read.sheets == (Sheet("Tổ trưởng", {}),)
    assert read.gates == (
        TEA.nodes["A.1.1"].gates[0],
        Gate("eliminated", "Giả mạo hồ sơ"),
        Gate("out_of_scope", "ngoài danh mục"),
    )
    assert set(record) | {"on", "kind", "evaluated_on"} == set(FIELDS)


def test_fields_that_are_left_out_are_empty():
    read = read_dossier(GOOD)
    assert (read.gates, read.council, read.product) == ((), None, "")
    assert read_dossier(GOOD | {"council": None}).council is None
    assert read_dossier(GOOD | {"council": {"members": 1}}).council == Council(1, "")


def filed(on, **more):
    rest = {key: value for key, value in GOOD.items() if key != "instrument"}
    return rest | {"on": on, **more}


@pytest.mark.parametrize(
    ("record", "instrument", "regime"),
    [
        (filed("2026-11-22"), NOW, "R5"),
        (filed("2026-05-22", kind="first"), NOW, "R5"),
        (filed("2026-05-21", evaluated_on="2026-07-01"), BEFORE, "R4"),
        (filed("2024-01-01"), BEFORE, "R3"),
    ],
)
def test_the_day_of_filing_finds_the_law(record, instrument, regime):
    read = read_dossier(record | {"sheets": [{"member": "m1", "choices": {}}]})
    assert read.criteria.instrument == instrument
    assert read.regime.id == regime


def test_after_the_transition_the_old_law_is_refused():
    refused = refusal_of(filed("2026-05-21", evaluated_on="2026-07-30"))
    assert refused.code == "transition_over"
    last = filed("2026-05-21", evaluated_on="2026-07-20", sheets=[{"member": "m1", "choices": {}}])
    assert read_dossier(last).regime.criteria == BEFORE


def test_the_councils_reading_of_old_changes_of_law_is_followed():
    record = filed("2023-02-23", evaluated_on="2023-03-01", sheets=[{"member": "m1", "choices": {}}])
    assert read_dossier(record).criteria.instrument == FIRST
    assert read_dossier(record, rules_with({"old_transition": "evaluation"})).criteria.instrument == BEFORE


def test_a_day_may_be_written_in_any_iso_form_of_a_day():
    assert read_dossier(filed("20261122")).regime.filed.start <= date(2026, 11, 22)


def test_text_or_bytes_with_a_byte_order_mark_or_utf16_are_read():
    text = json.dumps(GOOD, ensure_ascii=False)
    for written in (text, text.encode(), text.encode("utf-8-sig"), text.encode("utf-16")):
        assert load_json(written) == GOOD


def test_whole_numbers_of_20_digits_are_still_read():
    assert load_json('{"a": [99999999999999999999, -1, 0]}') == {"a": [10**20 - 1, -1, 0]}


def test_marks_can_be_checked_without_a_file():
    check_choices({"A.1.1": 3, "C.10": None}, TEA)
    with pytest.raises(Refused) as caught:
        check_choices({"A.1.1": 4}, TEA)
    assert caught.value.where == "choices.A.1.1"


# --- any JSON ---

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["26/2026/QĐ-TTg", "m1", "A.1.1", "first"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)


def places(value, path=()):
    """Every place inside a record, as a path of keys and indexes."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*path, key))


FULL = {
    "on": "2026-11-22",
    "kind": "first",
    "evaluated_on": "2026-11-23",
    "set": 11,
    "sheets": [SHEET, {"member": "m2", "choices": {"A.1.1": 1}, "set": 11}],
    "gates": [{"gate": "eliminated", "criterion": "A.1.1"}, {"gate": "stop", "text": "x"}],
    "council": {"members": 3, "chair": "m1"},
    "product": "Chè",
}
PLACES = list(places(FULL))


def replaced(path, value):
    record = copy.deepcopy(FULL)
    if not path:
        return value
    *way, last = path
    inner = record
    for key in way:
        inner = inner[key]
    inner[last] = value
    return record


def read_or_refused(record):
    try:
        dossier = read_dossier(record)
    except Refused as refused:
        assert refused.vi
        assert refused.en
        assert refused.words("vi") != refused.words("en")
    else:
        assert isinstance(dossier, Dossier)
        score(dossier)


@given(json_values)
def test_any_json_is_a_dossier_or_a_refusal(record):
    read_or_refused(record)


@given(st.sampled_from(PLACES), json_values)
def test_any_value_at_any_place_is_a_dossier_or_a_refusal(path, value):
    read_or_refused(replaced(path, value))


@given(st.text() | st.binary() | json_values.map(json.dumps))
def test_any_text_is_json_or_a_refusal(text):
    try:
        load_json(text)
    except Refused as refused:
        assert refused.code in ("bad_json", "marked_twice", "not_whole")


@pytest.mark.parametrize("depth", [100, 400, 700, 900, 980])
def test_deep_nesting_is_refused_wherever_it_stands(depth):
    for path in [path for path in PLACES if path]:
        text = json.dumps(replaced(path, "HERE")).replace('"HERE"', "[" * depth + "]" * depth)
        with pytest.raises(Refused):
            read_dossier(load_json(text))


# --- and back ---


@st.composite
def tea_dossiers(draw):
    members = draw(
        st.lists(st.text("abcĐâ -", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=3, unique=True)
    )
    sheets = []
    for member in members:
        leaves = draw(st.lists(st.sampled_from(TEA.leaves), unique_by=lambda leaf: leaf.code))
        marks = {leaf.code: draw(st.none() | st.integers(1, len(leaf.options))) for leaf in leaves}
        sheets.append(Sheet(member, marks))
    printed = [gate for node in TEA.nodes.values() for gate in node.gates]
    gates = draw(st.lists(st.sampled_from([*printed, *TEA.eliminated_if, Gate("not_eligible", "lý do")]), max_size=3))
    council = draw(st.none() | st.builds(Council, st.integers(len(members), 99), st.sampled_from(["", *members])))
    return Dossier(TEA, tuple(sheets), tuple(gates), council, draw(st.sampled_from(["", "Chè"])))


@given(tea_dossiers())
def test_a_dossier_written_down_reads_back_the_same(dossier):
    assert read_dossier(load_json(json.dumps(as_record(dossier), ensure_ascii=False))) == dossier


def test_the_record_of_a_dossier_leaves_out_what_is_empty():
    assert as_record(read_dossier(GOOD)) == GOOD
