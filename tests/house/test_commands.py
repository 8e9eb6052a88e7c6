"""Every command that a text names exists, every script starts, and the hook runs what `make test` runs."""

import os
import re
import subprocess

import pytest

from scripts import check
from tests.house.tree import ROOT, committed, committed_under, short

MAKE_TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
MAKE_COMMAND = re.compile(r"\bmake ((?:[a-z]+ )*[a-z-]+)\b")
TIER = re.compile(r"\$\(CHECK\) ([a-z ]+)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


def makefile():
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def commands_in(text):
    """The targets of each `make ...` that stands in code, inline or fenced."""
    code = "\n".join(CODE.findall(text))
    return {target for names in MAKE_COMMAND.findall(code) for target in names.split()}


def test_make_commands_are_found_in_text():
    assert commands_in("Make do: `make run PORT=1`, then\n```\nmake check fast\n```\nmake believe") == {
        "run", "check", "fast",
    }  # fmt: skip


@pytest.mark.parametrize("path", [path for path in committed() if path.suffix == ".md"], ids=short)
def test_documented_make_targets_exist(path):
    unknown = commands_in(path.read_text(encoding="utf-8")) - set(MAKE_TARGET.findall(makefile()))
    assert not unknown, f"{short(path)} names targets that the Makefile has not"


def test_every_target_explains_itself():
    silent = [line for line in makefile().splitlines() if MAKE_TARGET.match(line) and "## " not in line]
    assert not silent


def test_makefile_asks_for_tiers_that_exist():
    asked = {tier for tiers in TIER.findall(makefile()) for tier in tiers.split()}
    assert asked == set(check.TIERS)


def test_hook_runs_targets_that_exist():
    hook = (ROOT / "scripts/hooks/pre-commit").read_text(encoding="utf-8")
    named = {target for names in re.findall(r"targets\+?=\(([a-z ]+)\)", hook) for target in names.split()}
    assert named == {"check", "fast", "full"}
    assert named <= set(MAKE_TARGET.findall(makefile()))


def test_every_test_folder_belongs_to_a_tier():
    """The full tier takes every folder that the fast tier does not, so a new folder cannot be forgotten."""
    (_, fast_command), (_, full_command) = next(check.fast()), next(check.full())
    fast_folders = {word for word in fast_command if word.startswith("tests/")}
    assert {word.removeprefix("--ignore=") for word in full_command if "--ignore" in word} >= fast_folders
    assert "tests" in full_command


@pytest.mark.parametrize(
    "path",
    [*committed_under(ROOT / "scripts", ".sh"), *committed_under(ROOT / "scripts/hooks"), ROOT / ".ci/run"],
    ids=short,
)
def test_scripts_can_be_started(path):
    assert os.access(path, os.X_OK), f"chmod +x {short(path)}"
    subprocess.run(["bash", "-n", path], check=True)


def test_setup_refuses_a_part_it_does_not_know():
    outcome = subprocess.run(
        [ROOT / "scripts/setup.sh", "kitchen"], capture_output=True, text=True, check=False, timeout=60
    )
    assert outcome.returncode != 0
    assert "kitchen" in outcome.stderr
