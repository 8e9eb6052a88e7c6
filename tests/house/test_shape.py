"""Files stay small, named after what they hold, and say in one paragraph what they own."""

import ast
import re

import pytest

from tests.house.tree import ROOT, committed, committed_under, functions, short, source_modules, syntax

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
NAMES_THAT_SAY_NOTHING = {
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "handler", "handlers",
}  # fmt: skip
WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def words(name: str) -> set[str]:
    return {word.lower() for word in WORD.findall(name)}


def test_words_of_a_name_are_told_apart():
    assert words("SheetManager_http") == {"sheet", "manager", "http"}
    assert words("HTTPHelper") == {"http", "helper"}


def test_there_is_something_to_look_at():
    assert len(source_modules()) > 1


@pytest.mark.parametrize("path", source_modules(), ids=short)
def test_module_opens_with_a_paragraph(path):
    paragraph = ast.get_docstring(syntax(path)) or ""
    assert len(paragraph.split()) >= 3, f"{short(path)}: say what this module owns and what it leaves to others"


@pytest.mark.parametrize("path", source_modules(), ids=short)
def test_module_is_not_too_long(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{short(path)} has {lines} lines: split it by noun"


@pytest.mark.parametrize("path", source_modules(), ids=short)
def test_functions_are_not_too_long(path):
    lengths = {node.name: node.end_lineno - node.lineno + 1 for node in functions(path)}
    too_long = {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION}
    assert not too_long, f"{short(path)}: {too_long}"


@pytest.mark.parametrize("path", source_modules(), ids=short)
def test_definitions_have_names_that_mean_something(path):
    defined = {
        node.name
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    }
    empty = {name for name in defined if words(name) & NAMES_THAT_SAY_NOTHING}
    assert not empty, f"{short(path)}: {empty}"


def test_files_and_folders_have_names_that_mean_something():
    ours = [path for path in committed() if "vendor" not in path.parts]
    empty = {
        short(path)
        for path in ours
        if any(words(part.split(".")[0]) & NAMES_THAT_SAY_NOTHING for part in path.relative_to(ROOT).parts)
    }
    assert not empty


def test_tests_have_the_shape_pytest_finds():
    """A file of tests that pytest does not collect proves nothing."""
    lost = [
        short(path)
        for path in committed_under(ROOT / "tests", ".py")
        if any(node.name.startswith("test_") for node in functions(path)) and not path.name.startswith("test_")
    ]
    assert not lost
