"""Refusals: what the rules answer to input or law that cannot be used.

Owns the one exception that callers show to people, in both languages. It says where, what happened and what to
do next; choosing the language and an exit code or an HTTP status is left to `ocop.cli` and `ocop.web`.
"""

from __future__ import annotations


class Refused(Exception):
    """A refusal with a stable `code`, the `where` it concerns, and its words in Vietnamese and English.

    >>> str(Refused("no_set", where="set", vi="Không có bộ 40.", en="There is no set 40."))
    'set: Không có bộ 40.'
    """

    def __init__(self, code: str, *, vi: str, en: str, where: str = "") -> None:
        self.code = code
        self.where = where
        self.vi = vi
        self.en = en
        super().__init__(f"{where}: {vi}" if where else vi)

    def words(self, lang: str = "vi") -> str:
        """The message in `lang` (anything but "en" is Vietnamese), with its place in front."""
        text = self.en if lang == "en" else self.vi
        return f"{self.where}: {text}" if self.where else text


class LawFault(Refused):
    """The law data itself cannot be used: a file is missing, doubled or malformed."""
