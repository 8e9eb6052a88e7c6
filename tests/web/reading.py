"""Reading a page as a test does: its words, and which of them are in the wrong language.

`vietnamese_left_in(html)` lists what a reader of the English page would not understand: Vietnamese letters in text or
in spoken attributes, outside elements marked lang="vi". Names of law and quotations are marked, so they pass.
"""

from html.parser import HTMLParser

from ocop.kit.text import has_vietnamese_letters

SPOKEN = {"title", "alt", "aria-label", "placeholder", "content", "value", "label"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNREAD = {"script", "style"}


class _Reader(HTMLParser):
    """Follows the language in force, element by element."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.left = []

    def language(self):
        return next((lang for _tag, lang in reversed(self.open) if lang), "en")

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.open.append((tag, given.get("lang")))
        for name in SPOKEN & given.keys():
            self._read(given[name] or "")
        if tag in VOID:
            self.open.pop()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if not self.open or self.open[-1][0] not in UNREAD:
            self._read(text)

    def _read(self, text):
        if self.language() != "vi" and has_vietnamese_letters(text):
            self.left.append(text.strip())


def vietnamese_left_in(html: str) -> list[str]:
    """Pieces of an English page that are Vietnamese and not marked so."""
    reader = _Reader()
    reader.feed(html)
    return reader.left
