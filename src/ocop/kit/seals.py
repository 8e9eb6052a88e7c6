"""Small secrets sealed before they go into a table, so that the table alone opens nothing.

Owns the sealing (Fernet under a key drawn from the site's own); which column holds a seal is its app's.
"""

from __future__ import annotations

import base64
import hmac
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


class BrokenSeal(ValueError):
    """The text was not sealed with this site's key, or was changed."""


def sealed(secret: bytes, purpose: str) -> str:
    """The secret as text that only this site can open, for one purpose."""
    return _fernet(purpose).encrypt(secret).decode()


def opened(text: str, purpose: str) -> bytes:
    """What was sealed for the purpose. Raises BrokenSeal."""
    try:
        return _fernet(purpose).decrypt(text.encode())
    except InvalidToken:
        raise BrokenSeal(purpose) from None


def keyed_digest(text: str, purpose: str) -> str:
    """A digest nobody can search for without the site's key, 64 hexadecimal letters."""
    return hmac.new(_key(purpose), text.encode(), sha256).hexdigest()


def _key(purpose: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"ocop {purpose}".encode(), sha256).digest()


def _fernet(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_key(purpose)))
