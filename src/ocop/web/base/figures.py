"""Exact points written the reader's way: 66; 7,5; 66,67 in Vietnamese, 66.67 in English.

Owns the rounding for the eye only; nothing computed here goes back into a rule.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from django.utils.formats import number_format

Points = int | Decimal | Fraction


def as_decimal(points: Points, places: int = 2) -> Decimal:
    """`points` rounded half up to `places`; enough digits are used for the rounding itself to be exact."""
    exact = Fraction(points)
    with localcontext() as context:
        context.prec = 60
        quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
        return quotient.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def points_text(points: Points) -> str:
    """Up to two decimals in the reader's language, none when the number is whole."""
    rounded = as_decimal(points)
    whole = rounded == rounded.to_integral_value()
    text = number_format(rounded, decimal_pos=0 if whole else 2, force_grouping=True)
    return text if whole else text.rstrip("0")


def percent(points: Points, maximum: Points) -> str:
    """Share of `maximum` as an SVG length such as "28.00%": always a decimal point, whatever the language."""
    return f"{as_decimal(Fraction(points) * 100 / Fraction(maximum))}%"
