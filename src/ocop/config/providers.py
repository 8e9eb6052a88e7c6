"""Single sign-on providers (VNeID, a province's own), read from the file that OCOP_SIGN_ON_FILE names.

Owns reading and refusing; a file that cannot be used stops the start and says which line of it. What is done with a
provider is `ocop.web.base.sign_in.open_id`'s. The file is explained in docs/how-to/single-sign-on.md.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ocop.config.env import LOCAL_HOSTS, BadSetting

NEEDED = ("name", "issuer", "client_id", "client_secret")
DEFAULTS: dict[str, Any] = {"name_en": "", "scope": "openid profile email", "trust_contacts": False}
CODE = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?")


def read_providers(named: str, base: Path) -> list[dict[str, Any]]:
    """The providers of the file, in its order, each with all its fields and its `code`; none when no file is named."""
    if not named:
        return []
    file = base / named
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadSetting(f"OCOP_SIGN_ON_FILE={named!r}: cannot be read: {fault}.") from None
    return [_provider(file.name, code, given) for code, given in tables.items()]


def _provider(file: str, code: str, given: Any) -> dict[str, Any]:
    if not CODE.fullmatch(code) or not isinstance(given, dict):
        raise BadSetting(f"{file}: [{code}]: write a table with a short name of a-z, 0-9 and hyphens.")
    if unknown := given.keys() - {*NEEDED, *DEFAULTS}:
        raise BadSetting(f"{file}: [{code}]: {', '.join(sorted(unknown))}: no such field.")
    found = {"code": code} | DEFAULTS | given
    for field in (*NEEDED, *DEFAULTS):
        kind = bool if field == "trust_contacts" else str
        if not isinstance(found.get(field), kind) or (field in NEEDED and not found[field].strip()):
            raise BadSetting(f"{file}: [{code}]: {field}: write {'true or false' if kind is bool else 'a text'}.")
    if not _is_safe(found["issuer"]):
        raise BadSetting(f"{file}: [{code}]: issuer: write an address with https://, as the provider gives it.")
    if "openid" not in found["scope"].split():
        raise BadSetting(f"{file}: [{code}]: scope: must contain openid.")
    return found


def _is_safe(issuer: str) -> bool:
    """HTTPS; without it only on this very machine."""
    parts = urlsplit(issuer)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)
    )
