"""What the panel says of a sheet: the star, what is missing, the shortest way up, and that it is not finished."""

import re

import pytest
from django.utils import translation

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.scoring.advise import advise, apply
from ocop.rules.scoring.result import score
from ocop.web.public.score import state as link
from ocop.web.public.score.panel import gauge_of, panel_of
from tests.web.score.trying import DAYS, FULL_TEA, TEA


@pytest.fixture(autouse=True)
def in_vietnamese():
    with translation.override("vi"):
        yield


def try_of(marks=FULL_TEA, **more):
    return link.read(*TEA, {"m": [marks], **more})


def best(number, instrument="26/2026/QĐ-TTg"):
    return "".join(str(len(leaf.options)) for leaf in criteria_set(instrument, number).leaves)


def test_an_empty_sheet_has_no_star_and_says_how_much_is_left():
    panel = panel_of(try_of(""))
    assert (panel.total, panel.stars, panel.star_words) == ("0", 0, "Chưa chấm gì")
    assert panel.left_words == "còn 32 tiêu chí chưa chấm"
    assert panel.first_left == "A.1.1"
    assert panel.missing == ()


def test_two_stars_bring_no_certificate_and_that_is_said():
    panel = panel_of(try_of())
    assert (panel.total, panel.stars) == ("52", 2)
    assert "giấy chứng nhận" in panel.level
    assert [step.code for step in panel.way.steps] == ["A.2.2", "B.5.3"]
    assert [(step.gain, step.why) for step in panel.way.steps] == [
        ("+1 điểm", "Muốn 3 sao, tiêu chí này phải từ 2 điểm trở lên; đang được 1."),
        ("+1 điểm", "Muốn 3 sao, tiêu chí này phải từ 1 điểm trở lên; đang được 0."),
    ]
    assert panel.way.summary == "Làm 2 việc: thêm 2 điểm, thành 54 điểm, và đạt mọi mức tối thiểu."
    assert panel.floors[0].words == "3 sao: đạt 6 trên 8 mức tối thiểu"
    assert all("tiêu chí" in words for words in panel.missing)


def test_the_way_shown_is_the_way_that_leads_there():
    for star in (3, 4, 5):
        state = try_of(t=[str(star)])
        advice = advise(state.dossier, star)
        assert score(apply(state.dossier, advice)).stars == star
        assert [step.code for step in panel_of(state).way.steps] == [one.criterion.code for one in advice.raises]


def test_a_raise_beyond_the_floor_says_what_the_rest_is_for():
    packing = next(step for step in panel_of(try_of(t=["4"])).way.steps if step.code == "A.2.2")
    assert packing.gain == "+2 điểm"
    assert packing.why == (
        "Muốn 3 sao, tiêu chí này phải từ 2 điểm trở lên; đang được 1. Nâng hơn thế để đủ 70 điểm của hạng 4 sao."
    )


def test_what_cannot_change_leaves_the_way_or_blocks_it():
    way = panel_of(try_of(t=["3"], f=["A.2.2"])).way
    assert "2.2 Đóng gói, bao bì sản phẩm" in way.blocked and way.steps == ()
    state = try_of(t=["5"])
    free = next(step.code for step in panel_of(state).way.steps if step.why == "Để đủ 90 điểm của hạng 5 sao.")
    assert free not in [step.code for step in panel_of(try_of(t=["5"], f=[free])).way.steps]
    assert panel_of(try_of(f=[free])).frozen[0][0] == free


def test_five_stars_are_said_with_who_recognises_them():
    panel = panel_of(try_of(best(11)))
    assert (panel.total, panel.stars, panel.way.reached) == ("100", 5, True)
    assert panel.level == "Hạng này do trung ương công nhận."
    assert all(floor.met for floor in panel.floors)


def test_a_declared_gate_takes_the_star_and_no_points_bring_it_back():
    panel = panel_of(try_of(best(11), g=["1"]))
    assert (panel.stars, panel.star_words) == (0, "Bị loại")
    assert "Giả mạo hồ sơ" in panel.gates[0]
    assert "bị loại" in panel.way.blocked


def test_story_criteria_without_a_story_are_named():
    codes = [leaf.code for leaf in criteria_set("26/2026/QĐ-TTg", 11).leaves]
    marks = list(best(11))
    marks[codes.index("B.5.1")] = "1"
    assert panel_of(try_of("".join(marks))).not_counted == ("5.2 Cấu trúc câu chuyện sản phẩm",)


def test_the_status_read_aloud_is_one_short_sentence():
    assert panel_of(try_of("3" + "." * 31)).status == "3 điểm, 1 sao, còn 31 tiêu chí chưa chấm"
    with translation.override("en"):
        assert panel_of(try_of()).status == "52 points, 2 stars"


@pytest.mark.parametrize("instrument", DAYS)
def test_marks_on_the_bar_stand_where_the_law_puts_the_stars(instrument):
    state = link.read(DAYS[instrument].isoformat(), 26, {})
    gauge = panel_of(state).gauge
    assert [mark.label for mark in gauge.band_marks] == ["3 sao", "4 sao", "5 sao"]
    assert [mark.at for mark in gauge.band_marks] == sorted(mark.at for mark in gauge.band_marks)
    assert [mark.at for mark in gauge.floor_marks] == [mark.at for mark in gauge.band_marks]


def test_a_star_stands_out_on_the_bar_only_when_it_is_reached():
    points_alone = panel_of(try_of())
    assert points_alone.total == "52" and points_alone.gauge.band_marks[0].at == 50
    assert [mark.met for mark in points_alone.gauge.band_marks] == [False, False, False]
    lifted = advise(try_of().dossier, 4)
    result = score(apply(try_of().dossier, lifted))
    assert [mark.met for mark in gauge_of(result).band_marks] == [True, True, False]
    assert [mark.met for mark in panel_of(try_of(best(11))).gauge.band_marks] == [True, True, True]
    assert not any(mark.met for mark in panel_of(try_of(best(11), g=["1"])).gauge.band_marks)


def test_fractions_are_written_the_readers_way():
    assert not re.search(r"\d\.\d", panel_of(try_of()).way.summary)
