"""The words that click says by itself, such as "Usage" and "No such option", in the reader's language.

Owns finding that language on a line that may be wrong elsewhere, and pointing gettext, which click asks for every word,
at the catalogue in `locale` for as long as a call lasts. What the option means to our own words is `speech`'s.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from gettext import bindtextdomain, gettext, textdomain
from pathlib import Path
from typing import Any

import click

LANGUAGES = ("vi", "en")
OPTION, VARIABLE = "--lang", "OCOP_LANG"
LOCALE = Path(__file__).parent / "locale"


def language_first(arguments: Sequence[str]) -> list[str]:
    """The same words with `--lang` before the command, where click looks for it; people write it anywhere.

    >>> language_first(["score", "tea.json", "--lang", "en"]), language_first(["score", "--lang=en", "--json"])
    (['--lang', 'en', 'score', 'tea.json'], ['--lang=en', 'score', '--json'])
    """
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == OPTION:
            front += [word, *([value] if (value := next(words, None)) is not None else [])]
        else:
            (front if word.startswith(f"{OPTION}=") else rest).append(word)
    return front + rest


def language_of(arguments: Sequence[str]) -> str:
    """The language that words with `--lang` in front ask for, or else the environment; Vietnamese where neither does.

    >>> language_of(["--lang", "en", "score"])
    'en'
    """
    asked, words = os.environ.get(VARIABLE, ""), iter(arguments)
    for word in words:
        if not word.startswith(OPTION):
            break
        asked = next(words, "") if word == OPTION else word.removeprefix(f"{OPTION}=")
    return asked.lower() if asked.lower() in LANGUAGES else LANGUAGES[0]


@contextmanager
def words_in(lang: str) -> Iterator[None]:
    """Let click speak `lang` inside the block; gettext goes by LANGUAGE, and English needs no catalogue."""
    before, domain = os.environ.get("LANGUAGE"), textdomain()
    folder = bindtextdomain(domain)
    bindtextdomain(domain, str(LOCALE))
    os.environ["LANGUAGE"] = lang
    try:
        yield
    finally:
        bindtextdomain(domain, folder)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


class Command(click.Command):
    """A subcommand whose line of usage and whose --help, too, are in the reader's language."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the line of usage."""
        return [gettext(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help; click would keep its words in the language of the first call."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = gettext("Show this message and exit.")
        return option


class Group(Command, click.Group):
    """A command made of subcommands."""

    command_class = Command


class Option(click.Option):
    """An option whose value has a name in both languages, such as NAME=VALUE."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The name of the value."""
        return gettext(super().make_metavar(ctx))


class Argument(click.Argument):
    """An argument with a name in both languages, such as INSTRUMENT."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The name of the value, in brackets where it may be left out."""
        return gettext(super().make_metavar(ctx))


class Day(click.ParamType[date]):
    """A day on the command line, written 2026-11-22 or 22/11/2026."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What stands for a day in help."""
        return "DAY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day written as `value`; a wrong call for anything else."""
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            with suppress(ValueError):
                return datetime.strptime(value, form).date()
        said = gettext("{value!r} is not a day; write it as 2026-11-22 or 22/11/2026.")
        return self.fail(said.format(value=value), param, ctx)
