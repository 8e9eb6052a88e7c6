"""The reference pages name every field, option, command and exit code there is, in both languages."""

import json
import re
from pathlib import Path

import click
import pytest

from ocop.cli.main import SUBCOMMANDS, cli
from ocop.rules.scoring.reading import FIELDS
from tests.cli.calling import MANUAL, best, ocop, written

PAGES = Path(__file__).resolve().parents[2] / "docs" / "reference"
both = pytest.mark.parametrize("ending", ["md", "vi.md"])


def words_in_code(name, ending):
    """Everything a page sets as code, split into words."""
    text = (PAGES / f"{name}.{ending}").read_text(encoding="utf-8")
    inline = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`]+)`", inline))))


def keys_of(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set(value if isinstance(value, dict) else ()).union(*map(keys_of, inner))


@both
def test_every_field_of_the_file_is_explained(ending):
    assert set(FIELDS) <= words_in_code("score-file", ending)


@both
def test_every_field_of_the_results_is_explained(tmp_path, ending):
    crooked = best(council={"members": 1}, gates=[{"gate": "eliminated", "text": "x"}])
    crooked["sheets"][0]["choices"]["A.1.1"] = 1
    score = json.loads(ocop("score", written(tmp_path, crooked), "--json").output)
    free = {name: value for name, value in score.items() if name not in ("rules", "members", "unmarked")}
    advice = json.loads(ocop("advise", written(tmp_path, MANUAL), "--json").output)
    found = json.loads(ocop("compare", written(tmp_path, MANUAL), "--with", "148/QĐ-TTg", "--json").output)
    named = keys_of(free) | {"rules", "members", "unmarked"} | keys_of(advice) | set(found)
    assert named <= words_in_code("score-file", ending)


def options_of(name):
    command = cli.get_command(None, name)
    commands = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    return {flag for each in commands for option in each.params for flag in option.opts if flag.startswith("--")}


@both
def test_every_command_and_option_is_explained(ending):
    said = words_in_code("cli", ending)
    assert set(SUBCOMMANDS) | set(cli.get_command(None, "law").commands) <= said
    for name in SUBCOMMANDS:
        if name != "rank":  # has a page of its own
            assert options_of(name) <= said
    assert {flag for option in cli.params for flag in option.opts} <= said


@both
def test_every_exit_code_is_explained(ending):
    text = (PAGES / f"cli.{ending}").read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d) \|", text, re.MULTILINE)] == [0, 2, 3, 4, 5, 6]
