"""`ocop score`: the star and its reasons as text and as JSON, in both languages."""

import json

import pytest

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.lawbook.council import default_rules
from tests.cli.calling import MANUAL, best, ocop, vietnamese_in, written

NOW = "26/2026/QĐ-TTg"


def two_members(**more):
    """Two members 16 points apart: one at the best of everything, one lower here and there."""
    record = best(**more)
    (full,) = record["sheets"]
    lower = full["choices"] | {
        "A.1.1": 2,
        "A.1.5": 2,
        "C.7": 3,
        "C.9": 3,
        "B.4.1": 2,
        "B.5.3": 2,
        "A.2.3": 1,
        "C.11": 1,
    }
    return record | {"sheets": [full, {"member": "m2", "choices": lower}]}


def scored(folder, record, *options, lang="vi"):
    return ocop("--lang", lang, "score", written(folder, record), *options)


def test_the_file_of_the_manual_as_json(tmp_path):
    outcome = scored(tmp_path, MANUAL, "--json")
    assert outcome.exit_code == 0
    said = json.loads(outcome.output)
    assert (said["instrument"], said["set"]) == (NOW, 11)
    assert said["total"] == "3.00"
    assert said["parts"] == {"A": "3.00", "B": "0.00", "C": "0.00"}
    assert (said["band"], said["stars"], said["certificate"]) == (1, 1, False)
    assert said["floors_missed"] == []
    assert said["gates"] == []
    assert said["spread"] == 0


def test_the_json_is_the_same_in_either_language(tmp_path):
    assert scored(tmp_path, MANUAL, "--json").output == scored(tmp_path, MANUAL, "--json", lang="en").output


def test_missed_floors_are_listed_from_three_stars_to_the_band(tmp_path):
    record = best()
    record["sheets"][0]["choices"] |= {"A.1.1": 1, "C.7": 3}
    said = json.loads(scored(tmp_path, record, "--json").output)
    assert (said["total"], said["band"], said["stars"]) == ("96.00", 5, 2)
    assert said["floors_missed"] == [
        {"criterion": "A.1.1", "star": 3, "need": 2, "have": 1},
        {"criterion": "C.7", "star": 5, "need": 5, "have": 3},
    ]


SETTINGS = (
    "mean=mean, spread_limit=10, quorum=3/4, quorum_chair=required, floor_basis=mean, missed_floor=lower, "
    "gap_rule_1048=lower, unplaced_floor_148=full_points, zero_gate_basis=any, case_consistency=per_criterion, "
    "old_transition=filing"
)


def test_the_text_of_a_full_score(tmp_path):
    assert scored(tmp_path, best()).output == (
        f"Bộ 11, Chè tươi, chè chế biến ({NOW})\n"
        "Điểm: 100/100   A 40/40  B 25/25  C 35/35\n"
        "Hạng: ★★★★★ 5 sao (được xếp hạng; theo điểm 5 sao)\n"
        f"Thiết lập đã dùng chỗ luật không nói: {SETTINGS}\n"
    )
    assert scored(tmp_path, best(), lang="en").output == (
        f"Set 11, Fresh tea and processed tea ({NOW})\n"
        "Points: 100/100   A 40/40  B 25/25  C 35/35\n"
        "Rank: ★★★★★ 5 stars (rated; by points 5 stars)\n"
        f"Settings used where the law is silent: {SETTINGS}\n"
    )


def test_below_three_stars_there_is_no_certificate(tmp_path):
    assert "Dưới 3 sao: không có quyết định, không có giấy chứng nhận.\n" in scored(tmp_path, MANUAL).output
    said = scored(tmp_path, MANUAL, lang="en").output
    assert "Below 3 stars: no decision and no certificate.\n" in said
    assert "Rank: ★☆☆☆☆ 1 star (rated; by points 1 star)\n" in said


def test_what_is_missing_is_said_for_each_star_that_bears_a_certificate(tmp_path):
    said = scored(tmp_path, MANUAL).output
    assert "Để được 2 sao" not in said
    for star, points in [(3, 47), (4, 67), (5, 87)]:
        assert f"Để được {star} sao:\n  - Thiếu {points} điểm" in said
    sentences = [line for line in said.splitlines() if line.startswith("  - ")]
    assert len(sentences) == len(set(sentences)) > 10


def test_members_their_spread_and_the_pairs_over_the_limit(tmp_path):
    said = scored(tmp_path, two_members()).output
    assert "Từng thành viên:\n  m1: 100\n  m2: 84\nLệch nhau 16 điểm (giới hạn 10)\n" in said
    assert "  m1 và m2 lệch 16 điểm: trao đổi và chấm lại\n" in said
    said = scored(tmp_path, two_members(), lang="en").output
    assert "Members:\n  m1: 100\n  m2: 84\nSpread 16 points (limit 10)\n" in said
    assert "  m1 and m2 are 16 points apart: discuss and score again\n" in said
    assert "Từng thành viên" not in scored(tmp_path, best()).output


COSMETICS = {
    "instrument": "26/2026/QĐ-TTg",
    "set": 19,
    "sheets": [{"member": "m1", "choices": {"C.6": 1}}, {"member": "m2", "choices": {"C.6": 3}}],
}


@pytest.mark.parametrize(
    ("record", "vi", "en"),
    [
        (
            MANUAL,
            "m1: còn 29 tiêu chí chưa chấm (A.1.2, ",
            "m1: 29 criteria not yet marked (A.1.2, ",
        ),
        (
            best(council={"members": 9, "chair": "m7"}),
            "Chưa đủ số thành viên: có 1, cần 7, và chủ tịch\n",
            "No quorum: 1 present, 7 needed, with the chair\n",
        ),
        (
            best(gates=[{"gate": "eliminated", "text": "Giả mạo hồ sơ"}]),
            "Hạng: không xếp hạng (bị loại; theo điểm 5 sao)\n  Bị loại: Giả mạo hồ sơ (26/2026/QĐ-TTg, bộ 11)\n",
            "Rank: not ranked (eliminated; by points 5 stars)\n"
            "  Eliminated: Falsified application documents (26/2026/QĐ-TTg, set 11)\n",
        ),
        (
            {**COSMETICS, "gates": [{"gate": "eliminated", "text": "Giả mạo hồ sơ"}]},
            "  Bị loại: Giả mạo hồ sơ (26/2026/QĐ-TTg, bộ 19)\n"
            "  Dừng đánh giá: Không đánh giá tiếp nếu không có phiếu công bố sản phẩm mỹ phẩm theo quy định "
            "(26/2026/QĐ-TTg, bộ 19, tiêu chí 6); cho 0 điểm: m1\n",
            "  Evaluation stopped: Assessment goes no further without the required cosmetic product declaration form "
            "(26/2026/QĐ-TTg, set 19, criterion 6); 0 points by: m1\n",
        ),
    ],
)
def test_what_is_out_of_the_ordinary_is_said(tmp_path, record, vi, en):
    assert vi in scored(tmp_path, record).output
    assert en in scored(tmp_path, record, lang="en").output


def test_a_gate_is_told_once_and_the_points_without_it(tmp_path):
    said = scored(tmp_path, {**best(), "gates": [{"gate": "eliminated", "text": "Giả mạo hồ sơ"}]}).output
    assert said.count("Giả mạo hồ sơ") == 1
    assert "Để được 3 sao:" in said


def test_marks_that_hang_on_a_story_that_does_not_exist(tmp_path):
    record = best()
    record["sheets"][0]["choices"]["B.5.1"] = 1
    assert "m1: không có câu chuyện nên không tính B.5.2\n" in scored(tmp_path, record).output
    assert "m1: no product story, so not counted: B.5.2\n" in scored(tmp_path, record, lang="en").output


def test_both_cases_on_one_sheet_are_said_when_the_council_wants_one(tmp_path):
    record = best(number=26)
    choices = record["sheets"][0]["choices"]
    choices |= {"C.8": 2, "C.9": 4}
    rule = ("--rule", "case_consistency=whole_sheet")
    assert "m1: chấm lẫn hai trường hợp\n" in scored(tmp_path, record, *rule).output
    assert "m1: marks both cases\n" in scored(tmp_path, record, *rule, lang="en").output
    assert "chấm lẫn" not in scored(tmp_path, record).output


def test_a_quorum_that_is_there_is_not_mentioned(tmp_path):
    record = best(council={"members": 1, "chair": "m1"})
    assert "Chưa đủ" not in scored(tmp_path, record).output


@pytest.mark.parametrize(
    ("rule", "outcome", "vi", "en"),
    [
        ("missed_floor=not_passed", "not_passed", "không đạt vì thiếu mức tối thiểu", "not passed: a floor is missed"),
        (
            "missed_floor=supplement",
            "supplement",
            "chờ bổ sung vì thiếu mức tối thiểu",
            "awaiting supplement: a floor is missed",
        ),
    ],
)
def test_the_rules_of_the_council_come_from_options(tmp_path, rule, outcome, vi, en):
    record = best()
    record["sheets"][0]["choices"]["A.1.1"] = 1
    assert json.loads(scored(tmp_path, record, "--rule", rule, "--json").output)["outcome"] == outcome
    assert f"không xếp hạng ({vi}; theo điểm 5 sao)" in scored(tmp_path, record, "--rule", rule).output
    assert f"not ranked ({en}; by points 5 stars)" in scored(tmp_path, record, "--rule", rule, lang="en").output


def test_an_option_overrules_the_file_and_the_file_the_default(tmp_path):
    record = best(rules={"spread_limit": 5, "floor_basis": "every"})
    said = json.loads(scored(tmp_path, record, "--rule", "spread_limit=7", "--json").output)
    assert said["rules"] == default_rules().as_record() | {"spread_limit": 7, "floor_basis": "every"}


def test_a_law_found_by_the_day_of_filing_says_what_is_not_sure(tmp_path):
    record = {"on": "2024-05-05", "set": 11, "sheets": [{"member": "m1", "choices": {}}]}
    said = json.loads(scored(tmp_path, record, "--json").output)
    assert (said["instrument"], said["regime"]) == ("148/QĐ-TTg", "R3")
    old = {"on": "2019-12-01", "set": 11, "sheets": [{"member": "m1", "choices": {}}]}
    caveat = json.loads(scored(tmp_path, old, "--json").output)["caveat"]
    assert caveat
    assert f"Lưu ý: {caveat}.\n" in scored(tmp_path, old).output
    assert "Note: " in scored(tmp_path, old, lang="en").output
    assert "Lưu ý" not in scored(tmp_path, MANUAL).output


def test_a_mean_in_a_refused_gap_is_a_refusal(tmp_path):
    record = best("1048/QĐ-TTg", 12)
    (full,) = record["sheets"]
    lower, to_drop = dict(full["choices"]), 21
    for leaf in sorted(criteria_set("1048/QĐ-TTg", 12).leaves, key=lambda leaf: -leaf.max):
        if leaf.max <= to_drop:
            lower[leaf.code], to_drop = None, to_drop - leaf.max
    record["sheets"] = [full, {"member": "m2", "choices": lower}]  # 100 and 79: the mean is 89.5
    assert json.loads(scored(tmp_path, record, "--json").output)["total"] == "89.50"
    outcome = scored(tmp_path, record, "--rule", "gap_rule_1048=refuse")
    assert outcome.exit_code == 3
    assert "điểm nằm giữa 89 và 90, khoảng hở của các dải in; hội đồng phải quyết" in outcome.stderr
    assert outcome.stdout == ""


def test_a_star_that_needs_nothing_more_than_the_one_below_says_so(tmp_path):
    record = best()
    record["sheets"][0]["choices"]["B.5.1"] = 3  # under its 4-star floor; all else is best
    assert scored(tmp_path, record).output.count("tiêu chí 5.1)\nĐể được 5 sao: như trên\n") == 1
    assert scored(tmp_path, record, lang="en").output.count("criterion 5.1)\nFor 5 stars: as above\n") == 1


def test_english_has_no_vietnamese_letters_but_in_names_of_instruments(tmp_path):
    for record in (MANUAL, best(), two_members(), best("148/QĐ-TTg", 26), best("1048/QĐ-TTg", 7)):
        assert vietnamese_in(scored(tmp_path, record, lang="en").output) == []


def test_the_language_can_be_set_for_good(tmp_path):
    assert ocop("score", written(tmp_path, best()), env={"OCOP_LANG": "en"}).output.startswith("Set 11")
    assert ocop("score", written(tmp_path, best())).output.startswith("Bộ 11")
