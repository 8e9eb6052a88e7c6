"""Vietnamese text made comparable: folded for search, keyed for sorting by the alphabet, slugs for addresses.

Owns strings only; searching and sorting in tables belong to their callers.
"""

from __future__ import annotations

import re
import unicodedata

# Every vowel with a mark and đ, except é, which borrowed English words keep.
_VIETNAMESE = frozenset("àảãáạăằẳẵắặâầẩẫấậđẻẽèẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")

# The modified letters in the order of the alphabet (a, ă, â), and the tones: level, huyền, hỏi, ngã, sắc, nặng.
_HORN_BREVE_HAT = {
    ("a", "\u0306"): 1,
    ("a", "\u0302"): 2,
    ("e", "\u0302"): 1,
    ("o", "\u0302"): 1,
    ("o", "\u031b"): 2,
    ("u", "\u031b"): 1,
}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_APOSTROPHES = re.compile("['\u2019\u02bc`]")

_D = str.maketrans({"đ": "d", "Đ": "D"})


def has_vietnamese_letters(text: str) -> bool:
    """Does the text hold a letter that Vietnamese writes and English does not?

    >>> has_vietnamese_letters("OCOP, café") , has_vietnamese_letters("Mỗi xã")
    (False, True)
    """
    return any(letter in _VIETNAMESE for letter in unicodedata.normalize("NFC", text.casefold()))


def folded(text: str) -> str:
    """Lower case without marks, so that typing "mien dong" finds "Miến dong"; đ becomes d.

    >>> folded("Miến dong ĐẶC SẢN")
    'mien dong dac san'
    """
    bare = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).casefold()


def slug(text: str) -> str:
    """Words joined by hyphens, ASCII only, fit for an address or an anchor.

    >>> slug("Đường thốt nốt, 2 kg")
    'duong-thot-not-2-kg'
    """
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")


def search_key(text: str) -> str:
    """Folded words with single spaces and without signs, the same however apostrophes and tone marks were typed.

    >>> search_key("Xã  Ea H’Leo"), search_key("Thuỷ Nguyên") == search_key("Thủy Nguyên")
    ('xa ea hleo', True)
    """
    return " ".join(re.findall(r"[a-z0-9]+", _APOSTROPHES.sub("", folded(text))))


def sort_key(text: str) -> str:
    """ASCII letters and digits that sort, in any database and collation, as the Vietnamese alphabet does.

    Word by word; a, ă, â and d, đ are letters of their own; tones decide only between words alike; numbers by size.

    >>> sorted(["Ân", "Ăn", "An", "Đa", "Da", "Dũng", "Phường 10", "Phường 2", "Bá", "Bà", "Ba Chẽ"], key=sort_key)
    ['An', 'Ăn', 'Ân', 'Bà', 'Bá', 'Ba Chẽ', 'Da', 'Dũng', 'Đa', 'Phường 2', 'Phường 10']
    """
    plain = unicodedata.normalize("NFD", _APOSTROPHES.sub("", text).casefold())
    words = [_keyed(word) for word in re.findall(r"[0-9]+|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*", plain)]
    return "00".join(letters for letters, _ in words) + "000" + "".join(tone for _, tone in words)


def _keyed(word: str) -> tuple[str, str]:
    """The letters of a decomposed word, two characters each, and its tone; a number is led by how long it is."""
    if word.isdigit():
        digits = word.lstrip("0")[:9]
        return f"1{len(digits)}{digits}", "0"
    letters: list[list[str]] = []
    tone = "0"
    for letter in word:
        if letter in _TONES:
            tone = _TONES[letter]
        elif unicodedata.combining(letter):
            if letters and (variant := _HORN_BREVE_HAT.get((letters[-1][0], letter))):
                letters[-1][1] = str(variant)
        elif letter == "đ":
            letters.append(["d", "1"])
        else:
            letters.append([letter, "0"] if letter.isascii() else ["z", "9"])
    return "".join("".join(pair) for pair in letters), tone
