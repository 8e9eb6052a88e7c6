"""The option --rule, shared by every command that scores: how a council answers where the law is silent.

Owns the option and reading NAME=VALUE; which names and values there are is `ocop.rules.lawbook.council`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from ocop.cli.usage import Option
from ocop.rules.lawbook.council import rules_with
from ocop.rules.refused import Refused

Body = Callable[..., Any]


def with_rules(command: Body) -> Body:
    """The option --rule, as often as needed; the command gets a tuple of texts named `rule`."""
    return click.option(
        "--rule",
        cls=Option,
        multiple=True,
        metavar="NAME=VALUE",
        help="Thiết lập của hội đồng, vd. floor_basis=every. / A council setting.",
    )(command)


def settings_in(rule: Iterable[str]) -> dict[str, str | int]:
    """The settings that the option names. Raises Refused for one that cannot be read or is not allowed."""
    found = dict(map(_setting, rule))
    try:
        rules_with(found)
    except Refused as refused:
        refused.where = refused.where.replace("rules.", "--rule ", 1)
        raise
    return found


def _setting(item: str) -> tuple[str, str | int]:
    name, sign, value = item.partition("=")
    if not sign:
        raise Refused("bad_rule", where="--rule", vi=f"“{item}” cần dạng tên=giá_trị", en=f"{item!r} needs name=value")
    return name, int(value) if value.isascii() and value.isdigit() and len(value) < 4 else value
