"""One-time codes of an authenticator app: RFC 6238 with SHA-1, six digits, thirty seconds, as every app reads it.

Pure arithmetic over a secret and a number of seconds. Keeping secrets and remembering the last code used is
`ocop.domain.accounts`'s.
"""

from __future__ import annotations

import base64
import hmac
from hashlib import sha1

STEP, DIGITS = 30, 6
DRIFT = 1
"""Steps that the clock of a telephone may be off, either way."""


def code_of(secret: bytes, step: int) -> str:
    """The six digits of one step of thirty seconds (RFC 4226, 5.3).

    >>> code_of(b"12345678901234567890", 59 // STEP)
    '287082'
    """
    mac = hmac.new(secret, step.to_bytes(8), sha1).digest()
    at = mac[-1] & 0x0F
    number = int.from_bytes(mac[at : at + 4]) & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def step_of(secret: bytes, code: str, seconds: int, used: int) -> int | None:
    """The step that `code` belongs to, when it is near `seconds` and later than the step `used` before; else None.

    A code is good once: whoever looks over a shoulder cannot use it again.
    """
    now = seconds // STEP
    for step in range(max(now - DRIFT, used + 1), now + DRIFT + 1):
        if hmac.compare_digest(code_of(secret, step).encode(), code.encode()):
            return step
    return None


def key_text(secret: bytes) -> str:
    """The secret as people type it into an app: base 32, in fours.

    >>> key_text(b"12345678901234567890")
    'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ'
    """
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
