"""Exact points written the reader's way: 66; 7,5; 66,67 in Vietnamese, 66.67 in English.

Owns the rounding for the eye only; nothing computed here goes back into a rule. Amounts and money are written, and read
as people type them, here too.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

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


def amount_typed(text: str) -> Decimal | None:
    """An amount as people type it, in either language's manner; None for anything else.

    Two different signs: the last one starts the decimals. One sign: thousands when groups of three follow it, else
    decimals; so 1.500.000 and 1,500,000 are the same, and 12,5 and 12.5 too.

    >>> [str(amount_typed(text)) for text in ("1.500.000", "12,5", "1.234,5", "1,234.5", "2.500", "-3", "một")]
    ['1500000', '12.5', '1234.5', '1234.5', '2500', '-3', 'None']
    """
    bare = re.sub(r"[\s\u00a0]", "", text)
    if not re.fullmatch(r"-?\d+([.,]\d+)*", bare) or len(bare) > 30:
        return None
    signs = [letter for letter in bare if letter in ".,"]
    if len(set(signs)) == 2:
        whole, last, rest = bare.rpartition(signs[-1])
        return None if last in whole else Decimal(f"{whole.replace(signs[0], '')}.{rest}")
    if signs and re.fullmatch(r"-?\d{1,3}([.,]\d{3})+", bare):
        return Decimal(re.sub(r"[.,]", "", bare))
    return None if len(signs) > 1 else Decimal(bare.replace(",", "."))


def dong_text(value: Decimal) -> str:
    """Money in words people use: 720 triệu đồng, 1,5 tỷ đồng; small or uneven amounts to the last đồng."""
    for size, words in ((1_000_000_000, _("tỷ đồng")), (1_000_000, _("triệu đồng"))):
        short = value / size
        if abs(short) >= 1 and short == round(short, 2):
            return f"{plain_number(short)} {words}"
    return f"{plain_number(value)} {_('đồng')}"


def plain_number(value: Decimal) -> str:
    """A number in the reader's language, without idle zeros."""
    return number_format(format(value.normalize(), "f"), force_grouping=True)
