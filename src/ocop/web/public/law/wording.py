"""Words of the law in the reader's language.

The law is written in Vietnamese; its English stands in `ocop.law`, references to articles are put into English here,
and the values of council settings have words of both languages in `settings_in_words.yaml` beside this file. Text
without English stays Vietnamese and is marked as such, so that a voice reads it rightly.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ocop.kit.text import has_vietnamese_letters
from ocop.rules.lawbook.book import english
from ocop.rules.refused import Refused

_FILE = Path(__file__).with_name("settings_in_words.yaml")
_ARTICLE_WORDS = {
    "Điều": "Article",
    "khoản": "clause",
    "Phụ lục": "Appendix",
    "Mẫu số": "Form",
    "Phần": "Part",
    "quy trình": "procedure",
}
_ARTICLE = re.compile(rf"^({'|'.join(_ARTICLE_WORDS)}|[0-9IVX]+[a-zđ]?|[\s,;])+$")


@cache
def settings_in_words() -> dict[str, dict[str, dict[str, str]]]:
    """Setting -> value -> language -> words."""
    return yaml.safe_load(_FILE.read_text(encoding="utf-8"))


def is_english() -> bool:
    """True when the page is being drawn in English."""
    return translation.get_language() == "en"


def decision(instrument: str) -> str:
    """The name of an instrument; in English without the letter English lacks, as translations of law write it."""
    return instrument.replace("Đ", "D") if is_english() else instrument


def in_english(text: str) -> str | None:
    """The English of a text of the law, or None when it has none."""
    return english().get(text) or (_article(text) if _ARTICLE.match(text) else None)


def _article(text: str) -> str:
    for vietnamese, word in _ARTICLE_WORDS.items():
        text = text.replace(vietnamese, word)
    return re.sub(r"đ\b", "d", re.sub(r"(?<=[\w]) clause", ", clause", text))


def plain(text: str) -> str:
    """A text of the law for a place that takes no markup: English if there is any, else Vietnamese."""
    if not is_english():
        return text
    return decision(in_english(text) or text)


def shown(text: str) -> SafeString:
    """A text of the law as HTML; on an English page Vietnamese is marked as Vietnamese."""
    said = plain(text)
    if is_english() and has_vietnamese_letters(said):
        return format_html('<span lang="vi">{}</span>', said)
    return format_html("{}", said)


def setting_value(setting: str, value: object) -> str:
    """One allowed value of a council setting, in words; a number stays as it is."""
    row = settings_in_words().get(setting, {}).get(str(value))
    return row["en" if is_english() else "vi"] if row else str(value)


def refusal(refused: Refused) -> str:
    """What a refusal says, without the name of the field."""
    text = decision(refused.en) if is_english() else refused.vi
    return f"{text[:1].upper()}{text[1:]}."
