"""`ocop advise`: the shortest way to a star, and what blocks it."""

import json

import pytest

from tests.cli.calling import MANUAL, best, ocop, vietnamese_in, written

TRUTH = {"gate": "eliminated", "text": "Giả mạo hồ sơ"}


def advised(folder, record, *options, lang="vi"):
    return ocop("--lang", lang, "advise", written(folder, record), *options)


def lowered(**choices):
    record = best()
    record["sheets"][0]["choices"] |= choices
    return record


def test_one_raise_with_its_reason_and_its_proof(tmp_path):
    record = lowered(**{"A.1.1": 1})
    outcome = advised(tmp_path, record, "--star", "5")
    assert outcome.exit_code == 0
    assert outcome.output == (
        "Ngắn nhất lên 5 sao: 1 tiêu chí, được 99 điểm\n"
        "  +1  A.1.1 Nguồn nguyên liệu: Từ 50% đến dưới 75% nguyên liệu có nguồn gốc trong tỉnh "
        "(3 sao cần từ 2 điểm ở tiêu chí này)\n"
        "      minh chứng: Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi\n"
    )
    english = advised(tmp_path, record, "--star", "5", lang="en").output
    assert english.startswith("Shortest way to 5 stars: 1 criterion, 99 points\n  +1  A.1.1 ")
    assert "(3 stars need at least 2 points here)\n      evidence: " in english
    assert vietnamese_in(english) == []


def test_the_advice_as_json(tmp_path):
    said = json.loads(advised(tmp_path, lowered(**{"A.1.1": 1}), "--star", "5", "--json").output)
    assert said == {
        "star": 5,
        "already_reached": False,
        "blocked": "",
        "at": [],
        "criteria": 1,
        "steps": 1,
        "total": "99.00",
        "raises": [
            {
                "criterion": "A.1.1",
                "name": "Nguồn nguyên liệu",
                "have": "1.00",
                "option": 2,
                "points": 2,
                "label": "Từ 50% đến dưới 75% nguyên liệu có nguồn gốc trong tỉnh",
                "gain": "1.00",
                "floor_for": 3,
                "floor_need": 2,
                "evidence": ["e03"],
            }
        ],
    }


def test_a_raise_without_evidence_or_floor_has_no_such_words(tmp_path):
    record = lowered(**{"A.1.3": 1, "A.1.5": 1, "A.1.2": None, "C.10": None, "A.3.1": None, "C.6.2.1": 1})
    said = json.loads(advised(tmp_path, record, "--star", "5", "--json").output)
    text = advised(tmp_path, record, "--star", "5").output
    assert {bool(item["floor_for"]) for item in said["raises"]} == {True, False}
    assert {bool(item["evidence"]) for item in said["raises"]} == {True, False}
    for item in said["raises"]:
        line = next(line for line in text.splitlines() if f"  {item['criterion']} " in line)
        assert ("sao cần từ" in line) == bool(item["floor_for"])
    assert text.count("minh chứng:") == sum(bool(item["evidence"]) for item in said["raises"])


def test_the_next_star_is_the_default(tmp_path):
    assert json.loads(advised(tmp_path, MANUAL, "--json").output)["star"] == 3
    assert json.loads(advised(tmp_path, lowered(**{"A.1.1": 1}), "--json").output)["star"] == 3
    assert advised(tmp_path, best()).output == "Đã được 5 sao.\n"
    assert advised(tmp_path, best(), "--star", "3", lang="en").output == "3 stars are reached already.\n"
    assert advised(tmp_path, best(), "--star", "1", lang="en").output == "1 star is reached already.\n"


@pytest.mark.parametrize(
    ("record", "options", "vi", "en", "blocked"),
    [
        (
            best(gates=[TRUTH]),
            (),
            "Không lên được 3 sao: có điều kiện chặn mà nâng mức không gỡ được: bị loại.\n",
            "3 stars are out of reach: a gate blocks it that no raise can lift: eliminated.\n",
            ("gates", ["eliminated"]),
        ),
        (
            lowered(**{"A.1.1": 1, "C.9": None}),
            ("--freeze", "A.1.1, C.9,"),
            "Không lên được 3 sao: không đạt được mức tối thiểu ở: A.1.1, C.9.\n",
            "3 stars are out of reach: a floor cannot be met at: A.1.1, C.9.\n",
            ("floors", ["A.1.1", "C.9"]),
        ),
        (
            MANUAL,
            ("--star", "2", "--freeze", "B,C,A.1,A.2"),
            "Không lên được 2 sao: nâng hết mức vẫn thiếu điểm, nhiều nhất: 15.\n",
            "2 stars are out of reach: even every raise falls short, at most: 15.\n",
            ("points", []),
        ),
    ],
)
def test_a_star_out_of_reach_says_why_and_exits_5(tmp_path, record, options, vi, en, blocked):
    outcome = advised(tmp_path, record, *options)
    assert (outcome.exit_code, outcome.output) == (5, vi)
    outcome = advised(tmp_path, record, *options, lang="en")
    assert (outcome.exit_code, outcome.output) == (5, en)
    outcome = advised(tmp_path, record, *options, "--json")
    said = json.loads(outcome.output)
    assert outcome.exit_code == 5
    assert (said["blocked"], said["at"], said["raises"]) == (*blocked, [])


def test_codes_may_be_written_small(tmp_path):
    record = lowered(**{"A.1.1": 1})
    large, small = (advised(tmp_path, record, "--star", "4", "--freeze", code) for code in ("A.1.1", "a.1.1"))
    assert small.exit_code == large.exit_code == 5 and small.output == large.output
    shown = ocop("law", "show", "26/2026/QĐ-TTg", 11, "b.5.1").output
    assert shown == ocop("law", "show", "26/2026/QĐ-TTg", 11, "B.5.1").output


def test_what_is_frozen_is_left_alone(tmp_path):
    free = json.loads(advised(tmp_path, MANUAL, "--star", "3", "--json").output)
    first = free["raises"][-1]["criterion"]
    frozen = json.loads(advised(tmp_path, MANUAL, "--star", "2", "--freeze", first, "--json").output)
    assert first not in [item["criterion"] for item in frozen["raises"]]


@pytest.mark.parametrize("options", [("--freeze", "A.9"), ("--freeze", "A.1.1,x")])
def test_an_unknown_frozen_criterion_is_refused(tmp_path, options):
    outcome = advised(tmp_path, MANUAL, *options, lang="en")
    assert outcome.exit_code == 3
    assert (
        f"--freeze {options[1].split(',')[-1].upper()}: set 11 of 26/2026/QĐ-TTg has no such criterion"
        in outcome.stderr
    )


@pytest.mark.parametrize("star", ["0", "6", "four"])
def test_a_star_that_does_not_exist_is_a_wrong_call(tmp_path, star):
    assert advised(tmp_path, MANUAL, "--star", star).exit_code == 2


def test_the_whole_advice_in_english_has_no_vietnamese_letters(tmp_path):
    for record in (MANUAL, best("148/QĐ-TTg", 26, sheets=[{"member": "m1", "choices": {}}])):
        assert vietnamese_in(advised(tmp_path, record, "--star", "5", lang="en").output) == []


@pytest.mark.parametrize(
    ("record", "options", "code", "already", "blocked", "at", "raised"),
    [
        (best(), ("--star", "4"), 0, True, "", [], False),
        (lowered(**{"A.1.1": 1}), ("--star", "4"), 0, False, "", [], True),
        (lowered(**{"A.1.1": 1}), ("--star", "4", "--freeze", "A.1.1"), 5, False, "floors", ["A.1.1"], False),
        (MANUAL, ("--star", "5", "--freeze", "B"), 5, False, "floors", None, False),
        (best(gates=[TRUTH]), ("--star", "3"), 5, False, "gates", ["eliminated"], False),
        (lowered(**{"C.7": None}), ("--star", "1"), 0, True, "", [], False),
    ],
)
def test_what_the_fields_of_json_say_together(tmp_path, record, options, code, already, blocked, at, raised):
    """As the table in docs/reference/cli.md has it."""
    outcome = advised(tmp_path, record, *options, "--json")
    said = json.loads(outcome.output)
    assert outcome.exit_code == code == (5 if said["blocked"] else 0)
    assert (said["already_reached"], said["blocked"], bool(said["raises"])) == (already, blocked, raised)
    assert said["at"] == at or at is None
    assert said["criteria"] == len(said["raises"])
    stars = json.loads(ocop("score", written(tmp_path, record), "--json").output)["stars"]
    assert already == (stars >= said["star"])
