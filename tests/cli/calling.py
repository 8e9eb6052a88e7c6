"""Calling the command as people do: its output, its words on stderr, its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from ocop.cli.main import cli
from ocop.rules.lawbook.book import GENERATIONS, criteria_set, instruments

MANUAL = {
    "instrument": "26/2026/QĐ-TTg",
    "set": 11,
    "sheets": [{"member": "m1", "choices": {"A.1.1": 2, "A.2.4": 1, "C.10": None}}],
}
VIETNAMESE = set("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")
OCOP = Path(sys.executable).parent / "ocop"


def ocop(*arguments, stdin=None, env=None):
    """One call inside this process."""
    return CliRunner().invoke(
        cli, [str(argument) for argument in arguments], input=stdin, env={"OCOP_LANG": "", **(env or {})}
    )


def real_ocop(*arguments, stdin=b"", **env):
    """One call of the installed command as a process of its own."""
    return subprocess.run(
        [OCOP, *arguments], input=stdin, capture_output=True, check=False, env={**os.environ, "OCOP_LANG": "vi", **env}
    )


def written(folder, record, name="dossier.json"):
    """A file with this record, or this text."""
    file = folder / name
    file.write_text(
        record if isinstance(record, str) else json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return file


def best(instrument=GENERATIONS[0], number=11, **more):
    """The record of a dossier with every criterion at its best option."""
    leaves = criteria_set(instrument, number).leaves
    choices = {leaf.code: max(leaf.options, key=lambda option: option.points).number for leaf in leaves}
    return {"instrument": instrument, "set": number, "sheets": [{"member": "m1", "choices": choices}], **more}


def vietnamese_in(text):
    """The lines with Vietnamese letters once the names of instruments are taken out."""
    for name in instruments():
        text = text.replace(name, "")
    return [line for line in text.splitlines() if VIETNAMESE & set(line.lower())]
