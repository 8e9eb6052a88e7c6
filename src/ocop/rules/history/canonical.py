"""One spelling for every value: the text that is hashed is the same on every machine and in every year.

Owns canonical JSON and the digests over it. What an event contains is said in `events.py`.
"""

from __future__ import annotations

import json
from hashlib import sha256

from ocop.rules.refused import Refused

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]
"""What history can keep. Money and points are whole numbers or text, days and times ISO text; nothing is rounded."""


def canonical(value: Value) -> str:
    """The one JSON text of `value`: keys sorted, no spaces, letters as they are.

    >>> canonical({"tên": "Miến dong", "sao": 4})
    '{"sao":4,"tên":"Miến dong"}'

    Raises `Refused` (`history_value`) for a value that has no exact text or that a database cannot keep.
    """
    _require_exact(value, "")
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, 64 hexadecimal letters."""
    return sha256(text.encode()).hexdigest()


def _require_exact(value: object, where: str) -> None:
    if isinstance(value, str):
        _require_text(value, where)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            _require_exact(item, f"{where}[{number}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise _refusal(where, f"khóa {key!r}", f"the key {key!r}")
            _require_text(key, where)
            _require_exact(item, f"{where}.{key}" if where else key)
    elif value is not None and not isinstance(value, int):
        kind = type(value).__name__
        raise _refusal(where, f"kiểu {kind}", f"the kind {kind}")


def _require_text(text: str, where: str) -> None:
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _refusal(where, "ký tự không lưu được", "a character that cannot be kept")


def _refusal(where: str, vi: str, en: str) -> Refused:
    return Refused(
        "history_value",
        where=where,
        vi=f"Lịch sử không ghi được {vi}. Đổi sang văn bản hoặc số nguyên.",
        en=f"History cannot keep {en}. Turn it into text or a whole number.",
    )
