"""Explanation: what is missing for each star above the one reached, with names, numbers and articles."""

from fractions import Fraction

import pytest

from ocop.rules.lawbook.book import criteria_set, in_english
from ocop.rules.lawbook.council import rules_with
from ocop.rules.lawbook.shapes import Gate
from ocop.rules.scoring.explain import GATE_WORDS, explain, missing_for
from ocop.rules.scoring.result import score
from ocop.rules.scoring.sheets import Dossier, Sheet
from tests.rules.small_sets import BEFORE, FIRST, NOW, gated, highest, leaf, scored, sheet_set

SHEET = sheet_set(
    leaf("A.1.1", 0, 10, 20, 30, floors={3: 10, 4: 20, 5: 30}),
    leaf("B.4.1", 0, 25, 30),
    leaf("C.6.1", 0, 20, 40, floors={5: 40}),
)
BEST = highest(SHEET)


def words_for(star, *choices, lang="vi", gates=(), **rules):
    return missing_for(scored(SHEET, *choices, gates=gates, **rules), star).words(lang)


def test_nothing_is_missing_at_five_stars():
    assert explain(scored(SHEET, BEST)) == ()


@pytest.mark.parametrize(
    ("choices", "stars"), [({}, [2, 3, 4, 5]), ({"B.4.1": 3, "A.1.1": 3}, [4, 5]), (BEST | {"A.1.1": 3}, [5])]
)
def test_each_star_above_the_reached_one_is_explained_lowest_first(choices, stars):
    assert [missing.star for missing in explain(scored(SHEET, choices))] == stars


def test_the_points_that_are_short_come_first_with_their_article():
    thirds = [{"B.4.1": 3, "C.6.1": 3, "A.1.1": 4}, {"B.4.1": 2, "C.6.1": 2, "A.1.1": 3}, {"C.6.1": 2}]  # 185 of 3
    four = words_for(4, *thirds)
    assert four[0] == f"Thiếu 8,34 điểm để đủ 70 điểm ({NOW}, Điều 3 khoản 3)"
    assert words_for(4, *thirds, lang="en")[0] == f"8.34 more points are needed to reach 70 ({NOW}, star bands)"
    result = scored(SHEET, *thirds)
    assert missing_for(result, 4).points == Fraction(70) - Fraction(185, 3)
    assert missing_for(result, 4).least == 70
    assert missing_for(result, 3).points == 0


def test_one_point_is_one_point():
    sheet = sheet_set(leaf("A.1.1", 69, 89))
    assert missing_for(scored(sheet, {"A.1.1": 1}), 4).words("en") == (
        f"1 more point is needed to reach 70 ({NOW}, star bands)",
    )
    floor = sheet_set(leaf("A.1.1", 69), leaf("B.4.1", 0, 1, floors={3: 1}))
    assert missing_for(scored(floor, {"A.1.1": 1}), 3).words("en") == (
        f"“Tiêu chí B.4.1” needs at least 1 point for 3 stars, has 0 ({NOW}, set 11, criterion 4.1)",
    )
    assert missing_for(scored(sheet, {"A.1.1": 2}), 5).words() == (
        f"Thiếu 1 điểm để đủ 90 điểm ({NOW}, Điều 3 khoản 3)",
    )


def test_the_other_generations_name_their_own_article():
    for instrument, article in [(BEFORE, "Phụ lục II"), (FIRST, "Phụ lục I")]:
        sheet = sheet_set(leaf("A.1.1", 60), instrument=instrument)
        assert missing_for(scored(sheet, {"A.1.1": 1}), 4).words() == (
            f"Thiếu 10 điểm để đủ 70 điểm ({instrument}, {article})",
        )


def test_a_reading_of_the_gaps_changes_what_is_missing():
    sheet = sheet_set(leaf("A.1.1", 60), instrument=FIRST)
    result = scored(sheet, {"A.1.1": 1}, gap_rule_1048="round_half_up")
    assert missing_for(result, 4).words()[0].startswith("Thiếu 9,5 điểm để đủ 69,5 điểm")
    assert missing_for(result, 4).words("en")[0].startswith("9.5 more points are needed to reach 69.5 ")


def test_a_missed_floor_is_told_once_at_its_strictest_with_what_there_is():
    nearly = [BEST, BEST | {"A.1.1": 2}, BEST | {"A.1.1": 2, "C.6.1": 2}]
    vi = words_for(5, *nearly)
    assert vi == (
        f"Thiếu 10 điểm để đủ 90 điểm ({NOW}, Điều 3 khoản 3)",
        f"“Tiêu chí A.1.1” phải từ 30 điểm mới được 5 sao, đang có 16,66 ({NOW}, bộ 11, tiêu chí 1.1)",
        f"“Tiêu chí C.6.1” phải từ 40 điểm mới được 5 sao, đang có 33,33 ({NOW}, bộ 11, tiêu chí 6.1)",
    )
    assert words_for(4, *nearly) == (
        f"“Tiêu chí A.1.1” phải từ 20 điểm mới được 4 sao, đang có 16,66 ({NOW}, bộ 11, tiêu chí 1.1)",
    )
    assert words_for(4, *nearly, lang="en") == (
        f"“Tiêu chí A.1.1” needs at least 20 points for 4 stars, has 16.66 ({NOW}, set 11, criterion 1.1)",
    )
    assert words_for(3, *nearly) == ()


@pytest.mark.parametrize("consequence", ["not_passed", "supplement"])
def test_where_a_missed_floor_fails_the_dossier_those_up_to_the_band_stand_before_every_star(consequence):
    result = scored(SHEET, BEST | {"A.1.1": 3}, missed_floor=consequence)  # 90 points, 5-star floor missed
    assert result.stars == 0
    for missing in explain(result):
        assert [(floor.criterion.code, floor.star) for floor in missing.floors] == [("A.1.1", 5)]
    lower = scored(SHEET, BEST | {"A.1.1": 3})
    assert missing_for(lower, 4).floors == ()


@pytest.mark.parametrize(
    ("kind", "vi", "en"),
    [
        ("eliminated", "Bị loại", "Eliminated"),
        ("stop", "Dừng đánh giá", "Evaluation stopped"),
        ("not_eligible", "Không đủ điều kiện", "Not eligible"),
        ("out_of_scope", "Ngoài phạm vi", "Out of scope"),
    ],
)
def test_a_gate_stands_before_every_star(kind, vi, en):
    assert kind in GATE_WORDS
    gates, forged = [Gate(kind, "Giả mạo hồ sơ")], in_english("Giả mạo hồ sơ")
    for star in (1, 5):
        assert words_for(star, BEST, gates=gates) == (f"{vi}: Giả mạo hồ sơ ({NOW}, bộ 11)",)
        assert words_for(star, BEST, gates=gates, lang="en") == (f"{en}: {forged} ({NOW}, set 11)",)
    assert [missing.star for missing in explain(scored(SHEET, BEST, gates=gates))] == [1, 2, 3, 4, 5]


def test_a_gate_met_by_0_points_names_its_criterion():
    sheet = sheet_set(leaf("A.1.1", 90), gated(leaf("C.6.2", 0, 5), text="0 điểm thì dừng"))
    missing = missing_for(scored(sheet, {"A.1.1": 1, "C.6.2": 1}), 5)
    assert missing.words() == (f"Dừng đánh giá: 0 điểm thì dừng ({NOW}, bộ 11, tiêu chí 6.2)",)
    assert missing.words("en") == (f"Evaluation stopped: 0 điểm thì dừng ({NOW}, set 11, criterion 6.2)",)


VIETNAMESE = set("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")


@pytest.mark.parametrize("instrument", [NOW, BEFORE, FIRST])
def test_english_words_have_no_vietnamese_letters_but_in_the_name_of_the_instrument(instrument):
    criteria = criteria_set(instrument, 11)
    everything_declared = (
        tuple(gate for node in criteria.nodes.values() for gate in node.gates) + criteria.eliminated_if
    )
    empty = score(Dossier(criteria, (Sheet("m1", {}),), everything_declared), rules_with({}))
    said = [sentence for missing in explain(empty) for sentence in missing.words("en")]
    assert len(said) > 10
    for sentence in said:
        assert instrument in sentence
        assert not VIETNAMESE & set(sentence.replace(instrument, "").lower()), sentence
    for missing in explain(empty):
        assert all(instrument in sentence for sentence in missing.words())
