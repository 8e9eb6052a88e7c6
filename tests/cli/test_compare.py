"""`ocop compare`: what the same marks would have given under another generation."""

import json

import pytest

from tests.cli.calling import MANUAL, best, ocop, vietnamese_in, written

NOW, BEFORE, FIRST = "26/2026/QĐ-TTg", "148/QĐ-TTg", "1048/QĐ-TTg"


def compared(folder, record, *options, lang="vi"):
    return ocop("--lang", lang, "compare", written(folder, record), "--with", *options)


def test_the_same_generation_gives_the_same_result_twice(tmp_path):
    said = json.loads(compared(tmp_path, MANUAL, NOW, "--json").output)
    scored = json.loads(ocop("score", written(tmp_path, MANUAL), "--json").output)
    assert said == {"inferred": True, "open_at": [], "least": scored, "most": scored}


def test_another_generation_gives_bounds_in_words(tmp_path):
    outcome = compared(tmp_path, MANUAL, BEFORE)
    assert outcome.exit_code == 0
    assert outcome.output == (
        "Bộ 11, Chè tươi, chè chế biến (148/QĐ-TTg)\n"
        "Từ 3 điểm (1 sao) đến 6 điểm (1 sao).\n"
        "2 tiêu chí không có chỗ tương ứng chắc chắn. Suy ra từ tên gọi, không phải kết quả chính thức.\n"
    )
    assert compared(tmp_path, MANUAL, BEFORE, lang="en").output == (
        "Set 11 of 148/QĐ-TTg\n"
        "From 3 points (1 star) to 6 points (1 star).\n"
        "2 criteria have no sure counterpart. Inferred from the names of criteria, not official.\n"
    )


def test_the_bounds_as_json_are_two_results_of_the_other_set(tmp_path):
    said = json.loads(compared(tmp_path, best(), BEFORE, "--json").output)
    assert (said["least"]["instrument"], said["most"]["set"]) == (BEFORE, 11)
    assert float(said["least"]["total"]) <= float(said["most"]["total"])
    assert said["inferred"] is True


def test_a_merged_set_must_be_chosen(tmp_path):
    record = best(NOW, 21)
    outcome = compared(tmp_path, record, FIRST)
    assert outcome.exit_code == 3
    assert f"set: {FIRST} tách thành các bộ 23, 24; hãy chọn một bộ" in outcome.stderr
    chosen = compared(tmp_path, record, FIRST, "--set", "24")
    assert chosen.exit_code == 0
    assert chosen.output.startswith("Bộ 24, ")


@pytest.mark.parametrize(
    ("number", "why"), [("99", "has no set 99"), ("3", "its text has not been found"), ("0", "has no set 0")]
)
def test_a_set_that_is_not_there_is_refused(tmp_path, number, why):
    outcome = compared(tmp_path, MANUAL, FIRST, "--set", number, lang="en")
    assert outcome.exit_code == 3
    assert why in outcome.stderr


def test_a_set_without_counterpart_is_refused(tmp_path):
    outcome = compared(tmp_path, best(NOW, 23), FIRST, lang="en")
    assert outcome.exit_code == 3
    assert "has no counterpart in 1048/QĐ-TTg" in outcome.stderr


def test_the_other_instrument_must_be_named(tmp_path):
    assert ocop("compare", written(tmp_path, MANUAL)).exit_code == 2
    assert compared(tmp_path, MANUAL, "781/QĐ-TTg").exit_code == 2


def test_the_councils_rules_hold_for_the_other_generation(tmp_path):
    said = json.loads(compared(tmp_path, MANUAL, BEFORE, "--rule", "spread_limit=3", "--json").output)
    assert said["least"]["rules"]["spread_limit"] == said["most"]["rules"]["spread_limit"] == 3


def test_english_has_no_vietnamese_letters(tmp_path):
    assert vietnamese_in(compared(tmp_path, best(), FIRST, lang="en").output) == []
