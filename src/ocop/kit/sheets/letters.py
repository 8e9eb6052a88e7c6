"""Vietnamese written before Unicode: TCVN3 (the fonts .VnTime) and VNI, told by their letters, turned into today's.

Owns the two alphabets and the guess. A text is taken for old only where that makes more of it Vietnamese words; in
TCVN3 capital letters were a matter of the font, so they come back as small ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

Alphabet = Literal["", "TCVN3", "VNI"]

_TCVN3 = dict(
    zip(
        "¡¢§£¤¥¦¨©®ª«¬\u00adµ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂĐÊÔƠƯăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROOFED = {"á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVED = {"é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_ALONE = {"æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}


def _vni() -> dict[str, str]:
    found = dict(_ALONE)
    for base in "aeouyôö":
        letter = _ALONE.get(base, base)
        for second, mark in _MARKS.items():
            found[base + second] = unicodedata.normalize("NFC", letter + mark)
    for base in "aeo":
        found[f"{base}â"] = unicodedata.normalize("NFC", f"{base}\u0302")
        for second, mark in _ROOFED.items():
            found[base + second] = unicodedata.normalize("NFC", f"{base}\u0302{mark}")
    found["aê"] = "ă"
    for second, mark in _BREVED.items():
        found[f"a{second}"] = unicodedata.normalize("NFC", f"a\u0306{mark}")
    capital = {old.upper(): new.upper() for old, new in found.items()}
    mixed = {old[0].upper() + old[1:]: new.upper() for old, new in found.items() if len(old) == 2}
    return found | capital | mixed


_VNI = _vni()
_VNI_PAIRS = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_OFTEN = """
tên sản phẩm chủ thể xã phường huyện tỉnh địa chỉ người đại diện điện thoại hạng ngày năm số quyết định cơ ghi chú hợp
tác hộ công ty trà mật ong gạo miến rượu nước mắm và của được nhóm loại thực đồ uống lần nhận hết hạn tổ mã thuế thị
trấn thành phố thôn bản khu vực nông nghiệp sản xuất kinh doanh dịch vụ gia đình chế biến
"""
_WORDS = frozenset(_OFTEN.split())
_WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 4_000
"""Texts in which the alphabet is looked for."""
LEAST = 3
"""Words that must become Vietnamese before a text is taken for old."""


def modern(text: str, alphabet: Alphabet) -> str:
    """A text of an old alphabet in today's letters.

    >>> modern("S¶n phÈm", "TCVN3"), modern("Saûn phaåm", "VNI")
    ('Sản phẩm', 'Sản phẩm')
    """
    if alphabet == "TCVN3":
        return "".join(_TCVN3.get(letter, letter) for letter in text)
    if alphabet == "VNI":
        return _VNI_PAIRS.sub(lambda found: _VNI[found[0]], text)
    return text


def alphabet_of(texts: Iterable[str]) -> Alphabet:
    """The alphabet in which most of these texts are Vietnamese; "" for today's, and where it makes no difference.

    >>> alphabet_of(["Tªn s¶n phÈm", "Chñ thÓ"]), alphabet_of(["Tên sản phẩm", "Chủ thể"]), alphabet_of(["a", "b"])
    ('TCVN3', '', '')
    """
    marked = [text for text in texts if not text.isascii()][:LOOKED_AT]
    scores: dict[Alphabet, int] = {
        each: _words_in([modern(text, each) for text in marked]) for each in ("TCVN3", "VNI")
    }
    best = max(scores, key=lambda each: scores[each])
    return best if scores[best] >= LEAST and scores[best] > 2 * _words_in(marked) else ""


def _words_in(texts: Sequence[str]) -> int:
    """How many words with marks, of those that such tables are full of, stand in the texts."""
    found = 0
    for text in texts:
        words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
        found += sum(1 for word in words if word in _WORDS and not word.isascii())
    return found
