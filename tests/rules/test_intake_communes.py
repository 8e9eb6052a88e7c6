"""Communes by name: of today, of before, divided, doubled, unknown; with kinds and districts as people write them."""

from datetime import date

import pytest

from ocop.rules.intake.communes import Communes
from ocop.rules.refused import Refused
from tests.rules.small_units import LAST, NEW, PAIRS, STATES, small_units

TODAY = date(2026, 3, 2)
COMMUNES = Communes("01", TODAY, book=small_units())


def found(text, district="", communes=COMMUNES):
    answer = communes.find(text, district)
    return answer.how, answer.code, [choice.value for choice in answer.choices]


@pytest.mark.parametrize(
    "text", ["Một", "xã Một", "X. một", "XÃ MỘT", "mot", "00001", "Xã Một, tỉnh Một", "Một; Tỉnh Một"]
)
def test_a_commune_of_today(text):
    assert found(text) == ("certain", "00001", [])
    assert COMMUNES.find(text).on == TODAY


@pytest.mark.parametrize("text", ["Ba", "xã Ba", "Xã Ba, huyện Hai", "Ba - H. Hai", "Ba (huyện Hai, tỉnh Hai)"])
def test_a_former_commune_that_went_whole_into_one(text):
    assert found(text) == ("certain", "00003", [])
    assert COMMUNES.find(text).on == LAST


def test_an_island_district_without_communes_is_a_place():
    assert found("Đảo") == ("certain", "00009", [])
    assert found("Đảo", "Đảo") == ("certain", "003", [])


def test_the_name_of_a_new_commune_and_of_a_divided_old_one():
    assert found("Hai") == ("old_or_new", "01", ["00001", "00002"])
    assert COMMUNES.find("Hai").choices[0].label == "Xã Một"


def test_a_former_commune_that_was_divided():
    assert found("Thị trấn Bốn", "Huyện Hai") == ("divided", "01", ["00004", "00005"])
    assert found("TT Bốn, huyện Hai") == ("divided", "01", ["00004", "00005"])
    assert found("Hai", "Một") == ("divided", "01", ["00001", "00002"])


def test_a_district_that_never_had_it_is_not_believed():
    assert found("Ba", "Huyện Lạ") == ("certain", "00003", [])


def test_what_is_no_commune():
    assert found("Huyện Một") == found("TP Một") == found("") == found(" , ") == ("province", "01", [])


def test_an_unknown_name_is_answered_with_those_near_it():
    assert found("Mật") == ("unknown", "01", [])
    communes = Communes("01", TODAY, book=small_units(STATES | {"N": STATES["N"].replace("Xã,Năm", "Xã,Đồng Rui")}))
    assert found("Đồng Rưi", communes=communes)[0] == "certain"
    assert found("Đồng Ruy", communes=communes) == ("unknown", "01", ["00005"])


def test_several_of_one_name_are_told_apart_by_kind_marks_and_district():
    states = {
        "O": STATES["O"].replace("Xã,Ba", "Xã,Tân Lập").replace("Thị trấn,Bốn", "Thị trấn,Tân Lạp"),
        "N": STATES["N"],
    }
    communes = Communes("01", TODAY, book=small_units(states))
    assert found("Tân Lập", communes=communes) == ("certain", "00003", [])
    assert found("tan lap", communes=communes) == ("several", "01", ["00002", "00004", "00005"])
    assert found("xa tan lap", communes=communes) == ("certain", "00003", [])
    assert found("thi tran tan lap", communes=communes) == ("divided", "01", ["00004", "00005"])


def test_before_the_new_table_a_province_has_its_own_communes():
    old = Communes("02", LAST, book=small_units())
    assert found("Ba", communes=old) == ("certain", "00003", [])
    assert found("Một", communes=old)[0] == "unknown"


def test_a_province_that_is_none_that_day():
    with pytest.raises(Refused):
        Communes("02", NEW, book=small_units())


def test_numbers_keep_their_kind_apart():
    communes = Communes("01", TODAY, book=small_units(STATES | {"N": STATES["N"].replace("Xã,Năm", "Phường,1")}))
    assert found("Phường 1", communes=communes) == found("P.1", communes=communes) == ("certain", "00005", [])


def test_a_name_that_begins_like_a_kind_is_a_name_first():
    """Phương Độ is no phường called Độ."""
    states = STATES | {"N": STATES["N"] + "        00010,Xã,Phương Độ,01,2026-01-01,,\n"}
    pairs = PAIRS | {"split": PAIRS["split"] + " 00004,00010"}
    communes = Communes("01", TODAY, book=small_units(states, pairs))
    assert found("Phương Độ", communes=communes) == ("certain", "00010", [])
    assert found("xã phương độ", communes=communes) == ("certain", "00010", [])


def test_communes_have_titles_and_can_all_be_chosen():
    assert (COMMUNES.title("00001"), COMMUNES.title("01")) == ("Xã Một", "Tỉnh Một")
    assert [choice.value for choice in COMMUNES.all()] == ["00001", "00002", "00004", "00005", "00009"]
