"""The examples in the docstrings of the rules are true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import ocop.rules

ROOT = Path(ocop.rules.__file__).parent
WITH_EXAMPLES = sorted(
    ".".join(("ocop", "rules", *path.relative_to(ROOT).with_suffix("").parts))
    for path in ROOT.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


def test_there_are_examples():
    assert len(WITH_EXAMPLES) > 3


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_are_true(name):
    outcome = doctest.testmod(import_module(name))
    assert outcome.attempted > 0
    assert outcome.failed == 0
