"""One-time codes of an authenticator app: six digits, thirty seconds, as every app reads them (RFC 6238, by pyotp).

Owns secrets, codes near a moment and the address behind the picture. Keeping secrets and remembering the last code used
is the caller's.
"""

from __future__ import annotations

import base64
import hmac
from datetime import datetime

import pyotp

STEP = 30
DRIFT = 1
"""Steps that the clock of a telephone may be off, either way."""


def new_secret() -> bytes:
    """A fresh secret of 160 bits."""
    return base64.b32decode(pyotp.random_base32(32))


def code_of(secret: bytes, step: int) -> str:
    """The six digits of one step of thirty seconds."""
    return _app(secret).generate_otp(step)


def step_of(secret: bytes, code: str, at: datetime, used: int) -> int | None:
    """The step that `code` belongs to, when it is near `at` and later than the step `used` before; else None.

    A code is good once: whoever looks over a shoulder cannot use it again.
    """
    now = _app(secret).timecode(at)
    for step in range(max(now - DRIFT, used + 1), now + DRIFT + 1):
        if hmac.compare_digest(code_of(secret, step).encode(), code.encode()):
            return step
    return None


def key_text(secret: bytes) -> str:
    """The secret as people type it into an app: base 32, in fours."""
    text = _key(secret)
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address(secret: bytes, account: str, issuer: str) -> str:
    """What the picture says to the app."""
    return _app(secret).provisioning_uri(name=account, issuer_name=issuer)


def _app(secret: bytes) -> pyotp.TOTP:
    return pyotp.TOTP(_key(secret), interval=STEP)


def _key(secret: bytes) -> str:
    return base64.b32encode(secret).decode().rstrip("=")
