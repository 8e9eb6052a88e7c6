"""The law book: instruments, and criteria sets built from their files with every printed detail."""

from datetime import date

import pytest

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.book import (
    FOLDERS,
    GATE_KINDS,
    GENERATIONS,
    build,
    criteria_set,
    find_set,
    folder_of,
    in_english,
    instruments,
    set_numbers,
)
from ocop.rules.lawbook.shapes import Correction, Defect, Gate, Note, Option, StoryCondition
from ocop.rules.refused import LawFault, Refused
from tests.rules.small_sets import BEFORE, FIRST, NOW

LEAST = {
    "instrument": NOW,
    "set": 7,
    "key": "thu",
    "name": "Thử",
    "source": "https://example.org",
    "confidence": "seen",
}
FULL = LEAST | {
    "total": 9,
    "inferred": ["evidence"],
    "eliminated_if": ["Giả mạo hồ sơ", {"text": "Hồ sơ sai"}],
    "corrections": [{"at": "A.1", "field": "points", "printed": "11", "used": 1, "reason": "lỗi chép", "option": 2}],
    "defects": [{"kind": "total", "reason": "thiếu 3 điểm", "at": "C", "declared": 35, "sum": 32}],
    "criteria": {
        "A": {"name": "Phần A", "max": 9},
        "A.1": {
            "name": "Nguồn",
            "max": 5,
            "ref": "T25R3",
            "evidence": ["e03"],
            "finding": "nguon_goc",
            "gates": [{"stop": "0 điểm thì dừng", "when": "zero"}, {"eliminated": "Nhập khẩu", "when": "declared"}],
            "notes": [{"note": "ghi chú", "proof": "giấy"}, {"basis": "so với"}],
            "cases": {"a": "Có", "b": "Không"},
            "applies_if": {"story": "A.2", "no_story": [1, 2]},
            "floor_unplaced": 4,
            "options": [
                {"points": 0, "label": "Không", "case": "b"},
                {"points": 5, "label": "Có", "floor": 3, "case": "a"},
            ],
        },
        "A.2": {"name": "Song ngữ", "max": 4, "yes_no": True},
    },
}


def test_a_set_is_built_with_every_printed_detail():
    built = build(FULL, sha256="abc")
    assert (built.instrument, built.number, built.key, built.name, built.total) == (NOW, 7, "thu", "Thử", 9)
    assert (built.source, built.confidence, built.inferred) == ("https://example.org", "seen", ("evidence",))
    assert (built.sha256, built.missing_because) == ("abc", "")
    assert built.eliminated_if == (Gate("eliminated", "Giả mạo hồ sơ"), Gate("eliminated", "Hồ sơ sai"))
    assert built.corrections == (Correction("A.1", "points", "11", 1, "lỗi chép", 2),)
    assert built.defects == (Defect("total", "thiếu 3 điểm", "C", 35, 32),)
    assert list(built.nodes) == ["A", "A.1", "A.2"]


def test_a_criterion_is_built_with_every_printed_detail():
    item = build(FULL).nodes["A.1"]
    assert (item.code, item.name, item.max, item.ref) == ("A.1", "Nguồn", 5, "T25R3")
    assert (item.evidence, item.finding, item.floor_unplaced) == (("e03",), "nguon_goc", 4)
    assert item.gates == (
        Gate("stop", "0 điểm thì dừng", "zero", "A.1"),
        Gate("eliminated", "Nhập khẩu", "declared", "A.1"),
    )
    assert item.notes == (Note("note", "ghi chú"), Note("proof", "giấy"), Note("basis", "so với"))
    assert item.cases == (("a", "Có"), ("b", "Không"))
    assert item.story == StoryCondition("A.2", (1, 2))
    assert item.options == (Option(1, 0, "Không", None, "b"), Option(2, 5, "Có", 3, "a"))
    assert item.yes_no is False


def test_a_yes_no_criterion_has_one_option_worth_all_its_points():
    item = build(FULL).nodes["A.2"]
    assert item.yes_no
    assert item.options == (Option(1, 4, "Đạt"),)
    assert (item.story, item.floor_unplaced, item.gates, item.notes, item.cases) == (None, None, (), (), ())
    assert (item.ref, item.finding, item.evidence) == ("", "", ())


def test_what_a_file_leaves_out_is_empty():
    built = build(LEAST)
    assert (built.total, built.nodes, built.sha256) == (0, {}, "")
    assert (built.eliminated_if, built.corrections, built.defects, built.inferred) == ((), (), (), ())
    assert build(LEAST | {"reason": "chưa tìm thấy"}).missing_because == "chưa tìm thấy"


def without(name):
    return {key: value for key, value in LEAST.items() if key != name}


MALFORMED = [
    *[(without(name), repr(name)) for name in LEAST],
    (LEAST | {"criteria": {"A": {"max": 1}}}, "'name'"),
    (LEAST | {"criteria": {"A": {"name": "x"}}}, "'max'"),
    (LEAST | {"criteria": ["A"]}, "items"),
    (LEAST | {"criteria": {"A": {"name": "x", "max": 1, "gates": [{"when": "zero"}]}}}, "unpack"),
    (LEAST | {"criteria": {"A": {"name": "x", "max": 1, "gates": [{"stop": "y"}]}}}, "'when'"),
    (LEAST | {"corrections": [{"what": 1}]}, "what"),
    (LEAST | {"eliminated_if": [{"label": "x"}]}, "'text'"),
]


@pytest.mark.parametrize(("data", "what"), MALFORMED)
def test_a_malformed_set_is_a_fault_that_names_its_file(data, what):
    with pytest.raises(LawFault) as caught:
        build(data, name="criteria/26_2026/07.yaml")
    fault = caught.value
    assert (fault.code, fault.where) == ("bad_set", "criteria/26_2026/07.yaml")
    assert fault.vi.startswith("bộ tiêu chí sai khuôn: ")
    assert fault.en.startswith("malformed set: ")
    assert what in fault.vi
    assert what in fault.en


def test_a_malformed_set_without_a_file_has_no_place():
    with pytest.raises(LawFault) as caught:
        build({})
    assert caught.value.where == ""


def test_a_set_is_found_by_instrument_and_number():
    tea = criteria_set(NOW, 11)
    assert (tea.instrument, tea.number, tea.name) == (NOW, 11, "Chè tươi, chè chế biến")
    assert len(tea.sha256) == 64
    assert criteria_set(NOW, 11) is tea
    assert tea.eliminated_if[0].kind == "eliminated"


@pytest.mark.parametrize("number", [0, 27, -1])
def test_a_number_without_a_set_is_refused_with_the_range(number):
    with pytest.raises(Refused) as caught:
        criteria_set(NOW, number, where="set of m1")
    refused = caught.value
    assert (refused.code, refused.where) == ("no_set", "set of m1")
    assert refused.vi == f"{NOW} không có bộ tiêu chí số {number}; có từ 1 đến 26"
    assert refused.en == f"{NOW} has no set {number}; there are 1 to 26"


def test_the_rice_set_of_1048_is_missing_and_not_invented():
    missing = find_set(FIRST, 3)
    assert missing.missing_because
    assert missing.leaves == ()
    with pytest.raises(Refused) as caught:
        criteria_set(FIRST, 3, where="bộ")
    refused = caught.value
    assert (refused.code, refused.where) == ("set_missing", "bộ")
    assert refused.vi == f"bộ 3 “{missing.name}” của {FIRST} chưa có: {missing.missing_because}"
    assert refused.en == f"set 3 of {FIRST} is not available: its text has not been found and is not invented"


def test_the_place_is_the_set_unless_said_otherwise():
    for number in (3, 99):
        with pytest.raises(Refused) as caught:
            criteria_set(FIRST, number)
        assert caught.value.where == "set"
    with pytest.raises(Refused) as caught:
        find_set(FIRST, 99)
    assert caught.value.where == "set"


def test_an_instrument_without_criteria_is_refused_with_those_that_have_some():
    with pytest.raises(Refused) as caught:
        folder_of("781/QĐ-TTg")
    refused = caught.value
    known = f"{NOW}, {BEFORE}, {FIRST}"
    assert (refused.code, refused.where) == ("no_instrument", "instrument")
    assert refused.vi == f"không có bộ tiêu chí của văn bản “781/QĐ-TTg”; dùng một trong: {known}"
    assert refused.en == f"there are no criteria sets of instrument '781/QĐ-TTg'; use one of: {known}"
    with pytest.raises(Refused) as caught:
        folder_of("x", where="before")
    assert caught.value.where == "before"


def test_every_generation_has_its_folder_and_26_sets():
    assert GENERATIONS == tuple(FOLDERS) == (NOW, BEFORE, FIRST)
    assert [folder_of(name) for name in GENERATIONS] == ["26_2026", "148", "1048"]
    assert all(set_numbers(name) == tuple(range(1, 27)) for name in GENERATIONS)


def test_the_register_tells_each_instrument_as_it_is_written():
    rows = loader.read("instruments.yaml")["instruments"]
    instruments.cache_clear()
    found = instruments()
    assert list(found) == [row["id"] for row in rows]
    for row in rows:
        item = found[row["id"]]
        assert (item.id, item.kind, item.issuer, item.title) == (row["id"], row["kind"], row["issuer"], row["title"])
        assert (item.signed, item.in_force, item.until) == (row["signed"], row["in_force"], row["until"])
        assert (item.replaces, item.amends) == (tuple(row["replaces"]), tuple(row["amends"]))
        assert (item.source, item.checked, item.confidence) == (row["source"], row["checked"], row["confidence"])
        assert (item.official, item.note) == (row.get("official", ""), row.get("note", ""))


def test_the_law_in_force_today_has_no_end():
    assert instruments()[NOW].in_force == date(2026, 5, 22)
    assert instruments()[NOW].until is None
    assert set(GENERATIONS) <= set(instruments())


def test_gate_kinds_are_in_the_order_of_their_weight():
    assert GATE_KINDS == ("eliminated", "stop", "not_eligible", "out_of_scope")


def test_a_label_without_english_stays_as_it_is():
    assert in_english("Vị") == "Taste"
    assert in_english("không có trong sổ") == "không có trong sổ"
