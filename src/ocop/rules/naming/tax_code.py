"""Tax codes: what one can be, and whether it names an organisation or a person.

Owns reading a code as written. An organisation's has 10 digits with a check digit, a branch's 3 more (python-stdnum).
Since 2025-07-01 a household business uses its owner's personal number of 12 digits instead: that is personal data, and
has no check digit, so it can only be called plausible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from stdnum.exceptions import ValidationError
from stdnum.vn import mst

from ocop.rules.refused import Refused

TaxKind = Literal["organisation", "branch", "person"]

# Circular 59/2021/TT-BCA: three digits of the province of birth (the table ends at 096; 000 is no province), then one
# for century and sex, two for the year of birth, six at random. Centuries 20 and 21 are 0 to 3; nobody is of a later
# one yet.
_PERSON = re.compile(r"^(?P<province>\d{3})(?P<century>[0-3])(?P<year>\d\d)\d{6}$")
_LAST_PROVINCE = 96
_SIGNS = re.compile(r"[\s.\-–]")


@dataclass(frozen=True, slots=True)
class TaxCode:
    """A code as digits only, a branch's as 10-3; `proven` is False where no check digit could be checked."""

    digits: str
    kind: TaxKind
    proven: bool


def tax_code(text: str) -> TaxCode:
    """Read a tax code as written. Raises Refused (`tax_code`), saying what is wrong with it.

    >>> tax_code("0100233488"), tax_code("0314409058 - 002").digits
    (TaxCode(digits='0100233488', kind='organisation', proven=True), '0314409058-002')
    >>> tax_code("036199001234").kind, tax_code("036199001234").proven
    ('person', False)
    """
    digits = _SIGNS.sub("", text)
    if len(digits) == 12 and digits.isascii() and digits.isdigit():
        return _personal(digits)
    try:
        valid = mst.validate(digits)
    except ValidationError:
        raise _refused(
            text,
            "mã số thuế phải có 10 chữ số (chi nhánh 13) đúng số kiểm tra, hoặc 12 chữ số định danh cá nhân",
            "a tax code has 10 digits (a branch 13) with a right check digit, or the 12 of a personal number",
        ) from None
    if len(valid) == 13:
        return TaxCode(f"{valid[:10]}-{valid[10:]}", "branch", True)
    return TaxCode(valid, "organisation", True)


def _personal(digits: str) -> TaxCode:
    found = _PERSON.match(digits)
    if found is None or not 1 <= int(found["province"]) <= _LAST_PROVINCE:
        raise _refused(
            digits,
            "12 chữ số này không thể là số định danh cá nhân: ba số đầu là mã tỉnh, số thứ tư từ 0 đến 3",
            "these 12 digits cannot be a personal number: three of a province, then one from 0 to 3",
        )
    return TaxCode(digits, "person", False)


def _refused(text: str, vi: str, en: str) -> Refused:
    return Refused("tax_code", where=text.strip(), vi=vi, en=en)
