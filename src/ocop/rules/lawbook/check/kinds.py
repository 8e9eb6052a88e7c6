"""Kinds of values a field may hold, each as a test.

Owns the tests themselves. Which field wants which kind is written in `specs`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

Test = Callable[[Any], bool]


def text(value: Any) -> bool:
    """Words, not blank."""
    return isinstance(value, str) and bool(value.strip())


def any_text(value: Any) -> bool:
    """Words, or none (what stands in print may be an empty cell)."""
    return isinstance(value, str)


def whole(value: Any) -> bool:
    """A whole number from 0; true and false are none."""
    return type(value) is int and value >= 0


def positive(value: Any) -> bool:
    """A whole number from 1."""
    return whole(value) and value > 0


def day(value: Any) -> bool:
    """A calendar day."""
    return type(value) is date


def day_or_open(value: Any) -> bool:
    """A calendar day, or nothing for open-ended."""
    return value is None or day(value)


def flag(value: Any) -> bool:
    """True or false."""
    return isinstance(value, bool)


def address(value: Any) -> bool:
    """A web address."""
    return isinstance(value, str) and value.startswith(("http://", "https://")) and " " not in value


def table(value: Any) -> bool:
    """A mapping."""
    return isinstance(value, dict)


def list_of(test: Test) -> Test:
    """A list whose every item passes `test`."""
    return lambda value: isinstance(value, list) and all(test(item) for item in value)


def one_of(*allowed: Any) -> Test:
    """Exactly one of these values, of the same type."""
    return lambda value: any(type(value) is type(one) and value == one for one in allowed)


def matching(pattern: str, *, or_none: bool = False) -> Test:
    """Text of this form, whole; or nothing, where that is said."""
    return lambda value: (
        (or_none and value is None) or (isinstance(value, str) and re.fullmatch(pattern, value) is not None)
    )


def pairs_of(key: Test, inner: Test) -> Test:
    """A mapping whose keys pass `key` and whose values pass `inner`."""
    return lambda value: isinstance(value, dict) and all(key(name) and inner(item) for name, item in value.items())


def day_of_year(value: Any) -> bool:
    """A day of any year as dd-mm."""
    return isinstance(value, str) and re.fullmatch(r"(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])", value) is not None
