"""Numbers and dates are written and read the reader's way."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format, number_format

from ocop.web.base.figures import as_decimal, percent, points_text


@pytest.mark.parametrize(("language", "written"), [("vi", "1.234.567,5"), ("en", "1,234,567.5")])
def test_numbers(language, written):
    with translation.override(language):
        assert number_format(Decimal("1234567.5"), use_l10n=True, force_grouping=True) == written


@pytest.mark.parametrize(("language", "day", "moment"), [
    ("vi", "05/06/2026", "08:15 05/06/2026"), ("en", "5 June 2026", "5 June 2026, 08:15"),
])  # fmt: skip
def test_dates(language, day, moment):
    with translation.override(language):
        assert date_format(date(2026, 6, 5), "DATE_FORMAT") == day
        assert date_format(datetime(2026, 6, 5, 8, 15), "DATETIME_FORMAT") == moment
        assert date_format(date(2026, 6, 5), "SHORT_DATE_FORMAT") == "05/06/2026"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_day_comes_before_month(language):
    with translation.override(language):
        assert forms.DateField().clean("05/06/2026") == date(2026, 6, 5)
        assert forms.DateField().clean("25/06/2026") == date(2026, 6, 25)
        with pytest.raises(forms.ValidationError):
            forms.DateField().clean("31/02/2026")


@pytest.mark.parametrize(("points", "vi", "en"), [
    (66, "66", "66"),
    (Fraction(200, 3), "66,67", "66.67"),
    (Decimal("7.50"), "7,5", "7.5"),
    (Fraction(1, 200), "0,01", "0.01"),
    (Fraction(6000, 1), "6.000", "6,000"),
    (Decimal("100.00"), "100", "100"),
    (0, "0", "0"),
])  # fmt: skip
def test_points(points, vi, en):
    with translation.override("vi"):
        assert points_text(points) == vi
    with translation.override("en"):
        assert points_text(points) == en


def test_rounding_is_half_up_and_exact():
    assert as_decimal(Fraction(1, 8)) == Decimal("0.13")
    assert as_decimal(Fraction(124999999999999999, 10**18)) == Decimal("0.12")


def test_svg_lengths_never_take_a_decimal_comma():
    with translation.override("vi"):
        assert percent(Fraction(85, 2), 100) == "42.50%"
