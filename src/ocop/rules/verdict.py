"""The answer to "may this be done?": yes, or no with a code and a reason in both languages.

One object serves the button (hidden, or greyed with its reason), the address (403 or 409 with the code) and the action
(`require`). Asking belongs to the policies of each app; the shape of the answer is owned here.
"""

from __future__ import annotations

from dataclasses import dataclass

from ocop.rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes or no, with why. `code` is stable and empty for a plain yes; true in a condition when the answer is yes.

    >>> bool(Verdict(True)), bool(Verdict(False, "not_yours", "Không thuộc xã của bạn.", "Not in your commune."))
    (True, False)
    """

    allowed: bool
    code: str = ""
    vi: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def words(self, lang: str = "vi") -> str:
        """The reason in `lang` (anything but "en" is Vietnamese)."""
        return self.en if lang == "en" else self.vi

    def require(self) -> None:
        """Do nothing for a yes; raise `Refused` with the same code and words for a no."""
        if not self.allowed:
            raise Refused(self.code, vi=self.vi, en=self.en)
