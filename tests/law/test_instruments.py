"""The register of instruments and the criteria sets behind it, looked up by name and number."""

from datetime import date

import pytest

from ocop.rules.lawbook.book import (
    GENERATIONS,
    build,
    criteria_set,
    find_set,
    folder_of,
    in_english,
    instruments,
    set_numbers,
)
from ocop.rules.lawbook.loader import read, read_bytes, set_paths, sha256
from ocop.rules.refused import LawFault, Refused

# Domain notes 1.1: number, signed, in force, first day it no longer holds.
REGISTER = [
    ("490/QĐ-TTg", date(2018, 5, 7), date(2018, 5, 7), date(2021, 1, 1)),
    ("1048/QĐ-TTg", date(2019, 8, 21), date(2019, 8, 21), date(2023, 2, 24)),
    ("781/QĐ-TTg", date(2020, 6, 8), date(2020, 6, 8), date(2023, 2, 24)),
    ("919/QĐ-TTg", date(2022, 8, 1), date(2022, 8, 1), date(2026, 1, 1)),
    ("148/QĐ-TTg", date(2023, 2, 24), date(2023, 2, 24), date(2026, 7, 22)),
    ("1489/QĐ-TTg", date(2025, 7, 6), date(2025, 7, 6), date(2026, 7, 22)),
    ("19/2025/QĐ-TTg", date(2025, 6, 30), date(2025, 7, 1), None),
    ("26/2026/QĐ-TTg", date(2026, 5, 22), date(2026, 5, 22), None),
]


@pytest.mark.parametrize(("name", "signed", "in_force", "until"), REGISTER)
def test_dates_of_an_instrument(name, signed, in_force, until):
    found = instruments()[name]
    assert (found.id, found.signed, found.in_force, found.until) == (name, signed, in_force, until)
    assert found.checked == date(2026, 11, 22)
    assert found.source.startswith("http")
    assert found.confidence["signed"] == "seen"
    assert (found.kind, found.issuer) == ("decision", "Thủ tướng Chính phủ")


def test_the_register_holds_these_and_says_how_they_hang_together():
    assert [name for name, *_ in REGISTER] == list(instruments())
    assert instruments()["148/QĐ-TTg"].replaces == ("1048/QĐ-TTg", "781/QĐ-TTg")
    assert instruments()["26/2026/QĐ-TTg"].replaces == ("148/QĐ-TTg", "1489/QĐ-TTg")
    assert instruments()["781/QĐ-TTg"].amends == ("1048/QĐ-TTg",)
    assert instruments()["1489/QĐ-TTg"].amends == ("148/QĐ-TTg",)
    assert instruments()["26/2026/QĐ-TTg"].official.startswith("https://vanban.chinhphu.vn/")
    assert "60 ngày" in instruments()["148/QĐ-TTg"].note


def test_generations():
    assert GENERATIONS == ("26/2026/QĐ-TTg", "148/QĐ-TTg", "1048/QĐ-TTg")
    assert [folder_of(name) for name in GENERATIONS] == ["26_2026", "148", "1048"]
    assert {set_numbers(name) for name in GENERATIONS} == {tuple(range(1, 27))}


@pytest.mark.parametrize("name", ["490/QĐ-TTg", "26/2026", ""])
def test_an_instrument_without_criteria_is_told_which_have_them(name):
    with pytest.raises(Refused) as caught:
        criteria_set(name, 1, where="instrument")
    assert (caught.value.code, caught.value.where) == ("no_instrument", "instrument")
    for lang in ("vi", "en"):
        assert "26/2026/QĐ-TTg, 148/QĐ-TTg, 1048/QĐ-TTg" in caught.value.words(lang)


@pytest.mark.parametrize("number", [0, 27, -1])
def test_a_number_without_set_is_told_the_range(number):
    with pytest.raises(Refused) as caught:
        criteria_set("26/2026/QĐ-TTg", number)
    assert (caught.value.code, caught.value.where) == ("no_set", "set")
    assert "từ 1 đến 26" in caught.value.vi
    assert "1 to 26" in caught.value.en


def test_the_missing_rice_set_is_not_invented():
    assert find_set("1048/QĐ-TTg", 3).missing_because
    assert not find_set("1048/QĐ-TTg", 3).nodes
    with pytest.raises(Refused) as caught:
        criteria_set("1048/QĐ-TTg", 3)
    assert caught.value.code == "set_missing"
    assert "Gạo, ngũ cốc" in caught.value.vi
    assert "not invented" in caught.value.en


def test_a_set_carries_the_sha256_of_its_file():
    path = set_paths("26_2026")[11]
    assert criteria_set("26/2026/QĐ-TTg", 11).sha256 == sha256(read_bytes(path))
    assert len(criteria_set("26/2026/QĐ-TTg", 11).sha256) == 64


def test_a_malformed_set_is_refused_with_its_file():
    data = read(set_paths("26_2026")[11])
    del data["name"]
    with pytest.raises(LawFault) as caught:
        build(data, name="tea.yaml")
    assert (caught.value.code, caught.value.where) == ("bad_set", "tea.yaml")


def test_a_set_can_be_walked():
    tea = criteria_set("26/2026/QĐ-TTg", 11)
    assert tea.title == "Bộ 11, Chè tươi, chè chế biến (26/2026/QĐ-TTg)"
    assert [part.code for part in tea.parts] == ["A", "B", "C"]
    assert [section.code for section in tea.sections][:4] == ["A.1", "A.2", "A.3", "B.4"]
    assert [node.code for node in tea.children("C.6")] == ["C.6.1", "C.6.2"]
    deep = tea.nodes["C.6.1.1"]
    assert (deep.part, deep.parent, deep.section, deep.official_number) == ("C", "C.6.1", "C.6", "6.1.1")
    assert (tea.nodes["A"].parent, tea.nodes["A"].official_number) == ("", "A")
    assert tea.leaves_in("C.6.1") == (tea.nodes["C.6.1.1"], tea.nodes["C.6.1.2"])
    assert tea.leaves_in("C.7") == (tea.nodes["C.7"],)


def test_options_of_a_criterion():
    tea = criteria_set("26/2026/QĐ-TTg", 11)
    source = tea.nodes["A.1.1"]
    assert source.levels == (1, 2, 3)
    assert source.option(2).floor == 3
    assert source.option(0) is None and source.option(4) is None
    bilingual = tea.nodes["A.2.4"]
    assert bilingual.yes_no and bilingual.is_leaf
    assert [(option.number, option.points, option.label) for option in bilingual.options] == [(1, 1, "Đạt")]


def test_labels_have_an_english_name_and_strangers_keep_theirs():
    assert in_english("Chè tươi, chè chế biến") == "Fresh tea and processed tea"
    assert in_english("Không có trong luật") == "Không có trong luật"
