"""How the command speaks: the reader's language, refusals with the line they stand on, and exit codes.

Owns the language choice and turning a `Refused` into a message and an exit. Texts of results are each subcommand's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction

import click

from ocop.cli.places import line_of
from ocop.rules.refused import LawFault, Refused
from ocop.rules.scoring.numbers import short_text

NEXT = {  # what to call next, where only the command line knows it
    "no_criterion": (
        "Xem các mã của một bộ: ocop law show VĂN_BẢN SỐ",
        "See the codes of a set: ocop law show INSTRUMENT NUMBER",
    ),
    "no_set": ("Xem các bộ: ocop law list VĂN_BẢN", "See the sets: ocop law list INSTRUMENT"),
    "several_counterparts": ("Chọn bằng --set SỐ", "Choose by --set NUMBER"),
}
REFUSED, LAW_FAULT, OUT_OF_REACH = 3, 4, 5


@dataclass(frozen=True, slots=True)
class Speech:
    """The language of one run of the command."""

    lang: str

    @property
    def english(self) -> bool:
        """True when the reader chose English."""
        return self.lang == "en"

    def say(self, vi: str, en: str) -> str:
        """The text in the reader's language."""
        return en if self.english else vi

    def number(self, value: Fraction) -> str:
        """A number in the reader's language, at most two decimals."""
        return short_text(value, english=self.english)

    @contextmanager
    def refusals(self, name: str = "", text: str = "") -> Iterator[None]:
        """Turn a refusal inside the block into a message on stderr, naming file and line, and exit 3 (4: law fault)."""
        try:
            yield
        except Refused as refused:
            line = line_of(text, refused.where) if text else 0
            at = f"{name}:{line}: " if line else f"{name}: " if name else ""
            click.echo(f"{self.say('Lỗi', 'Error')}: {at}{refused.words(self.lang)}", err=True)
            if refused.code in NEXT:
                click.echo(self.say(*NEXT[refused.code]), err=True)
            raise SystemExit(LAW_FAULT if isinstance(refused, LawFault) else REFUSED) from None


def speech_of(ctx: click.Context) -> Speech:
    """The speech of this run; Vietnamese when a subcommand is run on its own."""
    found = ctx.find_object(Speech)
    return found if found is not None else Speech("vi")
