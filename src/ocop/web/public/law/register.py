"""The register of instruments as a timeline: what holds today, what replaced or amended what, how sure we are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from ocop.rules.lawbook import book
from ocop.rules.lawbook.book import Instrument


@dataclass(frozen=True)
class Entry:
    """One instrument with its relations in both directions."""

    instrument: Instrument
    state: str
    replaced_by: tuple[str, ...]
    amended_by: tuple[str, ...]

    @property
    def last_day(self) -> date | None:
        """The last day it holds; None while it goes on."""
        until = self.instrument.until
        return until - timedelta(days=1) if until else None

    @property
    def has_sets(self) -> bool:
        """True when its criteria sets can be read here."""
        return self.instrument.id in book.GENERATIONS

    @property
    def source_host(self) -> str:
        """The site the text was read at."""
        return _host(self.instrument.source)

    @property
    def official_host(self) -> str:
        """The site of the official text."""
        return _host(self.instrument.official)


def _host(address: str) -> str:
    return urlsplit(address).netloc.removeprefix("www.")


def timeline(today: date) -> tuple[Entry, ...]:
    """Every instrument, the newest first."""
    entries = book.instruments().values()
    return tuple(_entry(one, today) for one in sorted(entries, key=lambda one: one.signed, reverse=True))


def _entry(one: Instrument, today: date) -> Entry:
    others = book.instruments().values()
    return Entry(
        instrument=one,
        state=_state(one, today),
        replaced_by=tuple(other.id for other in others if one.id in other.replaces),
        amended_by=tuple(other.id for other in others if one.id in other.amends),
    )


def _state(one: Instrument, today: date) -> str:
    if today < one.in_force:
        return "coming"
    return "holds" if one.until is None or today < one.until else "over"
