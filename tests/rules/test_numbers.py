"""Numbers as text: exact where six decimals suffice, else cut, and never over a band."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.scoring.numbers import decimal_text, short_text, whole_or_text

points = st.fractions(0, 100)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0.00"),
        (Fraction(70), "70.00"),
        (Fraction(1, 2), "0.50"),
        (Fraction(1, 4), "0.25"),
        (Fraction(535, 8), "66.875"),
        (Fraction(1, 64), "0.015625"),
        (Fraction(1, 128), "0.007812"),
        (Fraction(2, 3), "0.666666"),
        (Fraction(899_999_999_999, 10_000_000_000), "89.999999"),
    ],
)
def test_decimals_are_two_to_six_and_cut(value, text):
    assert decimal_text(value) == text


@given(points)
def test_the_decimal_text_is_within_a_millionth_below(value):
    read = Fraction(Decimal(decimal_text(value)))
    assert 0 <= value - read < Fraction(1, 10**6)
    assert len(decimal_text(value).partition(".")[2]) >= 2


@given(points, st.sampled_from([30, 50, 70, 90]))
def test_the_decimal_text_stays_on_its_side_of_a_band(value, least):
    assert (Decimal(decimal_text(value)) >= least) == (value >= least)


def test_whole_numbers_stay_whole():
    assert whole_or_text(Fraction(4, 2)) == 2
    assert isinstance(whole_or_text(Fraction(2)), int)
    assert whole_or_text(Fraction(7, 3)) == "2.333333"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Fraction(70), "70", "70"),
        (Fraction(0), "0", "0"),
        (Fraction(7, 2), "3,5", "3.5"),
        (Fraction(2, 3), "0,66", "0.66"),
        (Fraction(1, 20), "0,05", "0.05"),
        (Fraction(89999, 1000), "89,99", "89.99"),
    ],
)
def test_sentences_have_at_most_two_decimals_and_the_mark_of_the_language(value, vi, en):
    assert short_text(value, english=False) == vi
    assert short_text(value, english=True) == en


def test_what_is_still_needed_is_rounded_up():
    assert short_text(Fraction(1, 300), english=True, upward=True) == "0.01"
    assert short_text(Fraction(1, 3), english=True, upward=True) == "0.34"
    assert short_text(Fraction(7, 2), english=True, upward=True) == "3.5"
    assert short_text(Fraction(2999, 1000), english=True, upward=True) == "3"


@given(points)
def test_what_one_has_is_never_overstated_and_what_one_needs_never_understated(value):
    have = Fraction(short_text(value, english=True))
    need = Fraction(short_text(value, english=True, upward=True))
    assert have <= value <= need
    assert need - have in (0, Fraction(1, 100))
