"""Papers in the reader's language: kinds, how far reading is, what was taken out of a file, and refusals as sentences.

Owns words only; the kinds are the law's.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ocop.domain.evidence.queries.papers import kinds
from ocop.rules.refused import Refused
from ocop.web.public.law.wording import plain


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper as a choice: its code and its name in the reader's language."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the words of a paper are read: the colour of a tag and its words."""

    kind: str
    words: str


def kind_choices() -> list[Kind]:
    """Every kind in the order of the law."""
    return [Kind(code, plain(kind.name)) for code, kind in kinds().items()]


def kind_name(code: str) -> str:
    """The name of one kind."""
    return plain(kinds()[code].name)


def reading(state: str) -> Reading | None:
    """What to say of a paper's words; nothing where there is nothing to say."""
    said = {
        "waiting": Reading("wait", _("chờ đọc chữ")),
        "reading": Reading("wait", _("đang đọc chữ")),
        "read": Reading("", _("tìm được theo chữ trên giấy")),
        "failed": Reading("", _("chưa đọc được chữ")),
    }
    return said.get(state)


def taken_out(codes: str) -> str:
    """What was left out of a file when it was made clean; "" for nothing."""
    said = {
        "javascript": _("mã chạy"),
        "launch": _("lệnh mở chương trình hay trang khác"),
        "embedded": _("tệp kèm bên trong"),
        "form": _("ô điền"),
        "media": _("phim, âm thanh"),
        "signature": _("chữ ký số (mất hiệu lực khi làm sạch tệp)"),
    }
    found = [said[code] for code in codes.split(",") if code in said]
    return _("Để an toàn, tệp được giữ lại không có: %(parts)s.") % {"parts": ", ".join(found)} if found else ""


def sentence(refusal: Refused) -> str:
    """A refusal as one sentence; about a file, it begins with the file's name."""
    words = (refusal.en if get_language() == "en" else refusal.vi).rstrip(".")
    if refusal.code.startswith("file_") and refusal.where:
        return f"“{refusal.where}”: {words}."
    return f"{words[:1].upper()}{words[1:]}."
