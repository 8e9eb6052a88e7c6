"""Dossier files given to the command: read, parsed, and refused at their line.

Owns opening the file (or standard input, "-") and the shared arguments of the commands that take one.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ocop.cli.council import Body, settings_in, with_rules
from ocop.cli.speech import Speech
from ocop.rules.lawbook.council import CouncilRules, rules_with
from ocop.rules.refused import Refused
from ocop.rules.scoring.reading import load_json, read_dossier
from ocop.rules.scoring.sheets import Dossier

MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DossierFile:
    """A dossier read from a file, with the council rules it asks for."""

    name: str
    dossier: Dossier
    rules: CouncilRules


def with_dossier(command: Body) -> Body:
    """The argument FILE and the option --rule, shared by score, advise and compare."""
    file = click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
    return with_rules(file(command))


def open_dossier(file: str, rule: tuple[str, ...], speech: Speech) -> DossierFile:
    """Read `file`; exits with a message naming the line when it is refused."""
    name = "stdin" if file == "-" else file
    with speech.refusals():
        settings = settings_in(rule)
    with speech.refusals(name):
        text = _text(file)
    with speech.refusals(name, text):
        record = load_json(text)
        rules = rules_with(_asked(record) | settings)
        dossier = read_dossier(record, rules)
    return DossierFile(name, dossier, rules)


def _asked(record: Any) -> dict[str, Any]:
    asked = record.get("rules", {}) if isinstance(record, dict) else {}
    if isinstance(asked, dict):
        return asked
    raise Refused("bad_rules", where="rules", vi="phải là {tên: giá trị}", en="must be {name: value}")


def _text(file: str) -> str:
    content = sys.stdin.buffer.read(MOST_BYTES + 1) if file == "-" else _bytes(file)
    if len(content) > MOST_BYTES:
        raise Refused(
            "too_large", vi="tệp quá 16 MB, không phải phiếu chấm", en="the file exceeds 16 MB, not a score sheet"
        )
    if not content.strip():
        raise Refused(
            "empty",
            vi="tệp rỗng; cần một đối tượng JSON, xem docs/reference/score-file.vi.md",
            en="the file is empty; a JSON object is needed, see docs/reference/score-file.md",
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refused(
            "not_utf8",
            vi=f"dòng {line}: không phải mã UTF-8; lưu lại tệp theo UTF-8",
            en=f"line {line}: not UTF-8; save the file as UTF-8",
        ) from None


def _bytes(file: str) -> bytes:
    with Path(file).open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
