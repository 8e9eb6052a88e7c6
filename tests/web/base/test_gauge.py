"""The part bar is drawn from exact numbers, end to end, and can be read aloud."""

from fractions import Fraction

from django.template.loader import render_to_string
from django.utils import translation

from ocop.web.base.gauge import Gauge, Mark, Part

PARTS = (Part("a", "A", Fraction(57, 2), 40), Part("b", "B", 17, 25), Part("c", "C", 21, 35))


def test_segments_follow_each_other():
    assert Gauge(PARTS).segments == [("a", "0.00%", "28.50%"), ("b", "28.50%", "17.00%"), ("c", "45.50%", "21.00%")]


def test_marks_have_their_place_and_state():
    gauge = Gauge(PARTS, (Mark(50, "3 sao", met=True),), (Mark(30, "sàn"),))
    assert gauge.bands == [("50.00%", "3 sao", True)]
    assert gauge.floors[0].css == "missed"


def test_spoken_in_both_languages():
    with translation.override("vi"):
        assert Gauge(PARTS).spoken == "66,5 trên 100 điểm: A 28,5 / 40; B 17 / 25; C 21 / 35"
    with translation.override("en"):
        assert Gauge(PARTS).spoken == "66.5 of 100 points: A 28.5 / 40; B 17 / 25; C 21 / 35"


def test_drawn_without_inline_style():
    html = render_to_string("docs/examples/gauge.html", {"gauge": Gauge(PARTS)})
    assert 'width="28.50%"' in html
    assert "style=" not in html
