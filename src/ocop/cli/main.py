"""The `ocop` command and its subcommands, each loaded only when it is called, so that a cold start stays short.

Owns the list of subcommands and the language option. Each subcommand lives in the module of its name.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from ocop.cli.speech import Speech
from ocop.cli.usage import LANGUAGES, VARIABLE, Group, language_first, language_of, words_in

SUBCOMMANDS = ("law", "score", "advise", "compare", "rank", "history", "papers")


class Subcommands(Group):
    """A group whose subcommands are imported when they are asked for."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run the command line; the words of click are in the language it asks for."""
        words = language_first(sys.argv[1:] if args is None else args)
        with words_in(language_of(words)):
            return super().main(words, *more, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order people need them."""
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, or None."""
        if cmd_name not in SUBCOMMANDS:
            return None
        command = getattr(import_module(f"ocop.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.command(cls=Subcommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES, case_sensitive=False),
    default="vi",
    envvar=VARIABLE,
    help="Ngôn ngữ / language.",
    metavar="vi|en",
)
@click.version_option(
    package_name="ocop", message="ocop %(version)s", help="In phiên bản rồi dừng. / Print the version."
)
@click.pass_context
def cli(ctx: click.Context, lang: str) -> None:
    """Luật OCOP và chấm điểm / OCOP law and scoring.

    Mã thoát: 0 xong, 2 sai cách gọi, 3 tệp hay dữ liệu bị từ chối, 4 luật có lỗi, 5 không lên được sao,
    6 lịch sử hoặc tệp đã lưu có lỗi.

    Exit codes: 0 done, 2 wrong call, 3 file or data refused, 4 fault of the law, 5 star out of reach,
    6 fault of the history or of stored files.
    """
    ctx.obj = Speech(lang)
