"""The project as files: what is committed (or about to be), and its Python read as syntax trees."""

import ast
import functools
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "ocop"


MADE_BY_TOOLS = re.compile(
    r"^(\..*cache|\.git|\.venv|\.hypothesis|\.coverage.*|__pycache__|.*\.egg-info|.*\.mo|var|mutants)$"
)


@functools.cache
def committed() -> tuple[Path, ...]:
    """Every file that is in git or would be by `git add .`; of an unpacked archive, all that no tool made."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        names = sorted(set(listed.stdout.split("\0")) - {""})
    else:
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        names = sorted(str(path) for path in found if not any(MADE_BY_TOOLS.match(part) for part in path.parts))
    return tuple(path for name in names if (path := ROOT / name).is_file())


def committed_under(folder: Path, suffix: str = "") -> list[Path]:
    return [path for path in committed() if path.is_relative_to(folder) and path.name.endswith(suffix)]


@functools.cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def source_modules() -> list[Path]:
    return [path for path in committed_under(SOURCE, ".py") if "migrations" not in path.parts]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
