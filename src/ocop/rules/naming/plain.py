"""Plain names: spelling, marks, abbreviations and the kind of body taken off, so that only the name itself is left.

Owns reading "HTX nông nghiệp Tân Thành" and "Hợp tác xã Nông Nghiệp Tân Thành" as one. A plain name is for comparing
and is never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ocop.rules.lawbook.folding import fold

# Kinds of producer. The first six are those of 26/2026/QĐ-TTg, article 2.3; the last two only make tourism products.
COOPERATIVE, GROUP, ENTERPRISE, FARM, HOUSEHOLD, ASSOCIATION, BOARD, UNTOLD = (
    "cooperative", "cooperative_group", "enterprise", "farm", "household", "association", "management_board", "untold",
)  # fmt: skip
KINDS: dict[str, tuple[str, str]] = {
    COOPERATIVE: ("Hợp tác xã", "Cooperative"),
    GROUP: ("Tổ hợp tác", "Cooperative group"),
    ENTERPRISE: ("Doanh nghiệp nhỏ và vừa", "Small or medium enterprise"),
    FARM: ("Trang trại", "Farm"),
    HOUSEHOLD: ("Hộ có đăng ký kinh doanh", "Household with a business registration"),
    ASSOCIATION: ("Hội, hiệp hội (chỉ du lịch)", "Association (tourism only)"),
    BOARD: ("Trung tâm, ban điều hành (chỉ du lịch)", "Centre or management board (tourism only)"),
    UNTOLD: ("Chưa rõ loại hình", "Kind not told"),
}
TOURISM_ONLY = frozenset({ASSOCIATION, BOARD})

# What stands at the head of a name and says what kind of body it is: folded, longest first. Kept apart: legal forms
# that change ("trách nhiệm hữu hạn") say nothing about which body it is.
_HEADS: tuple[tuple[str, str], ...] = tuple(
    sorted(
        (
            ("hop tac xa", COOPERATIVE),
            ("lien hiep hop tac xa", COOPERATIVE),
            ("lien hiep htx", COOPERATIVE),
            ("htx", COOPERATIVE),
            ("to hop tac", GROUP),
            ("to hop tac xa", GROUP),
            ("tht", GROUP),
            ("cong ty trach nhiem huu han mot thanh vien", ENTERPRISE),
            ("cong ty trach nhiem huu han", ENTERPRISE),
            ("cong ty tnhh mot thanh vien", ENTERPRISE),
            ("cong ty tnhh mtv", ENTERPRISE),
            ("cong ty tnhh", ENTERPRISE),
            ("cong ty co phan", ENTERPRISE),
            ("cong ty cp", ENTERPRISE),
            ("cong ty", ENTERPRISE),
            ("cty tnhh mot thanh vien", ENTERPRISE),
            ("cty tnhh mtv", ENTERPRISE),
            ("cty tnhh", ENTERPRISE),
            ("cty co phan", ENTERPRISE),
            ("cty cp", ENTERPRISE),
            ("cty", ENTERPRISE),
            ("ctcp", ENTERPRISE),
            ("doanh nghiep tu nhan", ENTERPRISE),
            ("doanh nghiep", ENTERPRISE),
            ("dntn", ENTERPRISE),
            ("dn", ENTERPRISE),
            ("trang trai", FARM),
            ("ho kinh doanh ca the", HOUSEHOLD),
            ("ho kinh doanh", HOUSEHOLD),
            ("ho kd", HOUSEHOLD),
            ("hkd", HOUSEHOLD),
            ("ho san xuat kinh doanh", HOUSEHOLD),
            ("ho san xuat", HOUSEHOLD),
            ("ho gia dinh", HOUSEHOLD),
            ("ho sx", HOUSEHOLD),
            ("co so san xuat kinh doanh", HOUSEHOLD),
            ("co so san xuat va kinh doanh", HOUSEHOLD),
            ("co so san xuat", HOUSEHOLD),
            ("co so sxkd", HOUSEHOLD),
            ("co so sx", HOUSEHOLD),
            ("co so", HOUSEHOLD),
            ("cssx", HOUSEHOLD),
            ("hiep hoi", ASSOCIATION),
            ("hoi nong dan", ASSOCIATION),
            ("hoi phu nu", ASSOCIATION),
            ("hoi lang nghe", ASSOCIATION),
            ("hoi du lich", ASSOCIATION),
            ("hoi san xuat", ASSOCIATION),
            ("ban quan ly", BOARD),
            ("ban dieu hanh", BOARD),
            ("trung tam dieu hanh", BOARD),
        ),
        key=lambda pair: -len(pair[0]),
    )
)

# What offices shorten inside a name.
_SHORT = {
    "sx": "san xuat", "kd": "kinh doanh", "sxkd": "san xuat kinh doanh", "dv": "dich vu", "tm": "thuong mai",
    "dvtm": "dich vu thuong mai", "tmdv": "thuong mai dich vu", "nn": "nong nghiep", "dvnn": "dich vu nong nghiep",
    "nln": "nong lam nghiep", "cb": "che bien", "xk": "xuat khau", "xnk": "xuat nhap khau", "ds": "dac san",
    "cnc": "cong nghe cao", "pt": "phat trien", "sxkddv": "san xuat kinh doanh dich vu", "tnhh": "", "mtv": "",
    "va": "", "cp": "",
}  # fmt: skip
# Words of trades that half the names carry: a name is often written without them.
_WEAK = frozenset(
    words
    for pair in ("nong nghiep", "lam thuy san", "dich vu", "kinh doanh", "thuong mai", "che bien", "tong hop",
                 "xuat nhap khau", "phat trien", "cong nghe cao", "sach an toan", "huu co", "dau tu xay dung",
                 "chan nuoi", "trong trot")
    for words in pair.split()
)  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile("['\u2019\u02bc`]")


@dataclass(frozen=True, slots=True)
class PlainName:
    """A name for comparing: its `words` in order, and the `kind` of body its head tells ("untold" when none does)."""

    words: tuple[str, ...]
    kind: str

    @property
    def key(self) -> str:
        """The words in one text: two names with one key are taken for the same name."""
        return " ".join(self.words)

    @property
    def core(self) -> str:
        """The key without words that half the names carry; the key itself when nothing else is left."""
        return " ".join(word for word in self.words if word not in _WEAK) or self.key


@lru_cache(maxsize=65_536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text: no marks, no signs; "Hoà" and "Hòa" are alike.

    >>> words_of("Trà  Hoà-Bình (túi lọc)")
    ('tra', 'hoa', 'binh', 'tui', 'loc')
    """
    return tuple(_WORD.findall(_APOSTROPHES.sub("", fold(text))))


@lru_cache(maxsize=65_536)
def producer_name(text: str) -> PlainName:
    """The plain name of a producer.

    >>> producer_name("HTX NN Tân Thành").key == producer_name("Hợp tác xã Nông nghiệp Tân Thành").key
    True
    >>> producer_name("Cty TNHH MTV Asuka Việt Nam")
    PlainName(words=('asuka', 'viet', 'nam'), kind='enterprise')
    """
    folded = " ".join(words_of(text))
    head, kind = next((pair for pair in _HEADS if folded == pair[0] or folded.startswith(pair[0] + " ")), ("", UNTOLD))
    rest = folded[len(head) :].split()
    words = tuple(word for short in rest for word in _SHORT.get(short, short).split())
    return PlainName(words or tuple(folded.split()), kind)


@lru_cache(maxsize=65_536)
def product_name(text: str) -> str:
    """The plain name of a product, one text: words only.

    >>> product_name("Miến dong Tài Hoan®")
    'mien dong tai hoan'
    """
    return " ".join(words_of(text))


def kind_told(text: str) -> str:
    """The kind of producer that the words of a column tell, or "untold".

    >>> kind_told("HTX"), kind_told("Hộ kinh doanh cá thể"), kind_told("Công ty cổ phần"), kind_told("?")
    ('cooperative', 'household', 'enterprise', 'untold')
    """
    return producer_name(text).kind
