"""Exact numbers as text: how a mean of points is written without ever being rounded onto the wrong side.

Owns the decimal text of fractions for files and commands. How a page writes numbers in Vietnamese is the web's.
"""

from __future__ import annotations

from fractions import Fraction

PLACES = 6


def decimal_text(value: Fraction) -> str:
    """`value` with two to six decimals: exact when that suffices, else cut (never rounded up over a band).

    >>> decimal_text(Fraction(66)), decimal_text(Fraction(1, 3)), decimal_text(Fraction(535, 8))
    ('66.00', '0.333333', '66.875')
    """
    whole, rest = divmod(value.numerator * 10**PLACES // value.denominator, 10**PLACES)
    return f"{whole}.{f'{rest:0{PLACES}}'.rstrip('0'):0<2}"


def whole_or_text(value: Fraction) -> int | str:
    """A whole number as int, anything else as its decimal text.

    >>> whole_or_text(Fraction(2)), whole_or_text(Fraction(5, 2))
    (2, '2.50')
    """
    return int(value) if value.denominator == 1 else decimal_text(value)


def counted(number: int | str, one: str, many: str) -> str:
    """A number with its English noun.

    >>> counted(1, "star", "stars"), counted("0.5", "point", "points")
    ('1 star', '0.5 points')
    """
    return f"{number} {one if str(number) == '1' else many}"


def short_text(value: Fraction, *, english: bool, upward: bool = False) -> str:
    """A number for a sentence: at most two decimals, no needless zeros, the language's decimal mark.

    Cut, or with `upward` rounded up: what one has is never overstated, what is still needed never understated.

    >>> short_text(Fraction(7, 2), english=False), short_text(Fraction(1, 300), english=True, upward=True)
    ('3,5', '0.01')
    """
    cents = -(-value.numerator * 100 // value.denominator) if upward else value.numerator * 100 // value.denominator
    whole, rest = divmod(cents, 100)
    return f"{whole}{'.' if english else ','}{rest:02d}".rstrip("0") if rest else str(whole)
