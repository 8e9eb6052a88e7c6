"""Folding: Vietnamese text reduced so that the same words compare equal however they were typed.

Owns `fold` (for comparing labels and for search by typing) and `content_words` (what two names have in common).
What is compared with them is the caller's matter.
"""

from __future__ import annotations

import re
import unicodedata

# Words that stand in so many names of the law that sharing them says nothing.
FILLER = frozenset(["sản", "phẩm", "chất", "lượng", "của", "và", "các", "theo", "quy", "định", "trong", "về"])
WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Lower case, đ to d, no marks, single spaces; precomposed and combining input fold alike.

    >>> fold("  Đóng gói,  bao bì ")
    'dong goi, bao bi'
    """
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(letter for letter in bare if not unicodedata.combining(letter)).split())


def content_words(text: str) -> frozenset[str]:
    """The words of a name that tell it from other names, marks kept (đóng and đồng differ).

    >>> sorted(content_words("Công bố chất lượng sản phẩm theo quy định"))
    ['bố', 'công']
    """
    return frozenset(WORD.findall(unicodedata.normalize("NFC", text.lower()))) - FILLER
