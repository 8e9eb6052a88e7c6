"""E-mail addresses and Vietnamese mobile numbers in one spelling, so that each is one account however it is typed.

Owns spelling only; whether anybody answers there is nobody's claim.
"""

from __future__ import annotations

import re
import unicodedata

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_PHONE = re.compile(r"(?:\+?84|0)([35789]\d{8})")
LONGEST = 254


def email(text: str) -> str | None:
    """Lower case, or None when this is no address.

    >>> email(" Xa@MinhHoa.example"), email("xa@minhhoa")
    ('xa@minhhoa.example', None)
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    return plain if len(plain) <= LONGEST and _EMAIL.fullmatch(plain) else None


def phone(text: str) -> str | None:
    """A Vietnamese mobile number as +84 and nine digits, or None when this is none.

    >>> phone("0912 345.678"), phone("84 912 345 678"), phone("0241 234 567")
    ('+84912345678', '+84912345678', None)
    """
    found = _PHONE.fullmatch(re.sub(r"[\s.()-]", "", unicodedata.normalize("NFKC", text)))
    return f"+84{found[1]}" if found else None
