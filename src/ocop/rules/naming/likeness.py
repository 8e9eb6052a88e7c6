"""How alike two plain names are, in whole thousandths: 1000 is the same, 0 has nothing in common.

Owns the measure and the two lines drawn on it. The measure is exact: pairs of letters that two names share, counted
in both (Dice's coefficient), so the order of words matters little and a slip of one letter a little.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from ocop.rules.naming.plain import UNTOLD, PlainName

SAME = 1000
DOUBTFUL = 780
"""From here on two names are shown to a person as perhaps the same. Below it they are two."""


ANOTHER_BODY = 950
"""The most that two producers with one name and two legal forms can be alike: perhaps the one became the other."""
CORE_ONLY = 900
"""The most that two producers can be alike by the core of their names alone."""


@lru_cache(maxsize=65_536)
def _pairs(plain: str) -> Counter[str]:
    """Pairs of neighbouring letters, word by word, each word led and followed by a space."""
    return Counter(
        padded[at : at + 2] for word in plain.split() for padded in [f" {word} "] for at in range(len(padded) - 1)
    )


def likeness(one: str, other: str) -> int:
    """How alike two plain names are, 0 to 1000, rounded down; 1000 only for equal ones.

    >>> likeness("mien dong tai hoan", "mien dong tai hoan"), likeness("mien dong tai hoan", "mien rong tai hoan")
    (1000, 894)
    >>> likeness("tan thanh", "bac lieu")
    0
    """
    if one == other:
        return SAME
    first, second = _pairs(one), _pairs(other)
    shared = (first & second).total()
    return min(SAME - 1, 2 * shared * SAME // (first.total() + second.total()))


def producers_alike(one: PlainName, other: PlainName) -> int:
    """How alike two producers are by their names, 0 to 1000; 1000 means one name and no two different legal forms.

    >>> from ocop.rules.naming.plain import producer_name
    >>> def compared(one, other):
    ...     return producers_alike(producer_name(one), producer_name(other))
    >>> compared("HTX Tân Thành", "Hợp tác xã Tân Thành"), compared("HTX Tân Thành", "Công ty Tân Thành")
    (1000, 950)
    >>> compared("HTX Tân Thành", "HTX Nông nghiệp Tân Thành")
    900
    """
    found = max(likeness(one.key, other.key), min(CORE_ONLY, likeness(one.core, other.core)))
    if one.kind != other.kind and UNTOLD not in (one.kind, other.kind):
        return min(ANOTHER_BODY, found)
    return found
