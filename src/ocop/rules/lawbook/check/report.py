"""What the check answers: lines that say what was looked at, and faults that say where the law data is wrong.

Owns the shapes of a proof and of a report, in both languages. What is proven belongs to the families beside this
module; printing and the exit code are `ocop.cli`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from ocop.rules.lawbook.check.opened import Law


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the file, the place in it, and words; `proof` names the proof that found it."""

    file: str
    place: str
    vi: str
    en: str
    proof: str = ""

    def words(self, lang: str = "vi") -> str:
        """The fault in `lang` (anything but "en" is Vietnamese), with its place in front.

        >>> Fault("bands.yaml", "5", "thiếu", "missing").words("en")
        'bands.yaml, 5: missing'
        """
        text = self.en if lang == "en" else self.vi
        where = ", ".join(part for part in (self.file, self.place) if part)
        return f"{where}: {text}" if where else text

    def __str__(self) -> str:
        return self.words()


@dataclass(frozen=True, slots=True)
class Line:
    """What one proof looked at, and how many of them; `proof` is its id."""

    proof: str
    count: int
    vi: str
    en: str

    def words(self, lang: str = "vi") -> str:
        """The line in `lang` (anything but "en" is Vietnamese)."""
        return f"{self.count} {self.en if lang == 'en' else self.vi}"

    def __str__(self) -> str:
        return self.words()


@dataclass(frozen=True, slots=True)
class Report:
    """Every line and every fault of a run; sound when there is no fault."""

    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof: which items of the law it looks at, and the faults of one item. `vi` and `en` follow a count."""

    id: str
    vi: str
    en: str
    items: Callable[[Law], Iterable[Any]]
    faults: Callable[[Any], Iterable[Fault]]
