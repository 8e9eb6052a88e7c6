"""The rules compute and do nothing else: no file but through the loader, no float, no framework."""

import ast
import subprocess
import sys

import pytest

from tests.house.tree import SOURCE, committed_under, short, syntax

RULES = SOURCE / "rules"
LOADER = RULES / "lawbook" / "loader.py"
READING_AND_WRITING = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "iterdir", "glob",
    "rglob", "exists", "is_file", "is_dir", "stat", "loadtxt", "fromfile", "memmap", "tofile", "environ",
    "getenv", "print",
}  # fmt: skip


def rule_modules():
    return committed_under(RULES, ".py")


def names_used(tree: ast.Module) -> set[str]:
    """Every name, plain or after a dot; what is asked of the loader by its name is not reading oneself."""
    plain = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    dotted = {node for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    of_loader = {node for node in dotted if isinstance(node.value, ast.Name) and node.value.id == LOADER.stem}
    return plain | {node.attr for node in dotted - of_loader}


def floats(tree: ast.Module) -> list[str]:
    """Float literals, the type itself wherever it is named, and NumPy's kinds of it."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            found.append(f"line {node.lineno}: {node.value}")
        elif isinstance(node, ast.Name) and node.id == "float":
            found.append(f"line {node.lineno}: float")
        elif isinstance(node, ast.Attribute) and node.attr.startswith("float"):
            found.append(f"line {node.lineno}: .{node.attr}")
    return found


@pytest.mark.parametrize("text", ["x = 0.5", "x = float('1')", "x: float", "a.astype(np.float64)", "[1e3]"])
def test_a_float_is_seen(text):
    assert floats(ast.parse(text))


def test_exact_numbers_are_not_floats():
    assert not floats(ast.parse("x = 5 + Fraction(1, 2) + Decimal('0.5')"))


@pytest.mark.parametrize("text", ["open('x')", "path.read_text()", "f = Path.read_bytes", "os.environ['X']"])
def test_reading_is_seen(text):
    assert names_used(ast.parse(text)) & READING_AND_WRITING


def test_asking_the_loader_is_not_reading():
    assert not names_used(ast.parse("loader.read_bytes(name)")) & READING_AND_WRITING


def test_there_are_rules():
    assert LOADER in rule_modules()


@pytest.mark.parametrize("path", rule_modules(), ids=short)
def test_points_are_never_floats(path):
    assert not floats(syntax(path)), f"{short(path)}: points are int, Fraction or Decimal"


@pytest.mark.parametrize("path", [path for path in rule_modules() if path != LOADER], ids=short)
def test_only_the_loader_touches_files(path):
    used = names_used(syntax(path)) & READING_AND_WRITING
    assert not used, f"{short(path)}: {used}; reading belongs to {short(LOADER)}"


def test_rules_load_without_the_framework():
    names = [
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in rule_modules()
    ]
    program = (
        f"import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        f"print(sorted({{'django', 'granian', 'sqlite3', 'urllib.request'}} & set(sys.modules)))"
    )
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert outcome.stdout.strip() == "[]"
