"""The checks, in order, each with one line saying what ran and how long it took:  check.py lint fast full.

This is the only place that says what is checked; `make`, the commit hook and the CI script all call it.
Installing the tools belongs to setup.sh; what each tool demands is written in pyproject.toml.
A step that fails does not hide the next ones: all of them run, and the exit code tells.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

# Tests of the fast tier run without Django; every other folder under tests/ belongs to the full tier.
FAST_FOLDERS = ("rules", "law", "golden", "cli", "house")

# Tools whose output is worth reading even when all is well.
SHOWN = {"pytest", "mutmut", "mutation_share.py"}

Step = tuple[str, list[str]]


def tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def templates() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "src/ocop").glob("**/*.html"))


def python_folders() -> list[str]:
    return [name for name in ("src", "tests", "scripts", "bench") if (ROOT / name).is_dir()]


def lint() -> Iterator[Step]:
    yield "style", tool("ruff", "check", "--quiet", "--output-format=concise", *python_folders())
    yield "format", tool("ruff", "format", "--check", "--quiet", *python_folders())
    yield "types", tool("mypy", "--no-error-summary")
    yield "layers", tool("lint-imports")
    if templates():
        yield "templates", tool("djade", "--check", *templates())
    yield "migrations", tool("python", "manage.py", "makemigrations", "--check", "--dry-run")
    yield "site settings", tool("python", "manage.py", "check", "--fail-level", "WARNING")
    yield "law", tool("ocop", "law", "check")


def fast() -> Iterator[Step]:
    folders = [f"tests/{name}" for name in FAST_FOLDERS if (ROOT / "tests" / name).is_dir()]
    yield (
        "fast tier: no database, no browser",
        tool("pytest", "-q", "-p", "no:django", "-n", "2", "--cov", "--cov-report=term", *folders),
    )


def full() -> Iterator[Step]:
    ignored = [f"--ignore=tests/{name}" for name in FAST_FOLDERS]
    # A worker that is done takes tests from the other one: the browser's are the long ones and lie together.
    # These tests drive real processes; one that fails is tried once more and named (R): a race to be mended.
    shared = ("-n", "2", "--dist=worksteal", "--max-worker-restart=1", "--reruns=1")
    yield (
        "full tier: pages, database, browser",
        tool("pytest", "-q", "-rR", *shared, "tests", *ignored),
    )
    # The tests that use the database once more, on a real PostgreSQL.
    again = tool("pytest", "-q", *shared, "-m", "db and not browser", "tests", *ignored)
    yield "database tests on PostgreSQL", tool("python", "scripts/with_postgres.py", *again)


def style() -> Iterator[Step]:
    yield "imports and simple faults", tool("ruff", "check", "--fix", "--quiet", *python_folders())
    yield "Python format", tool("ruff", "format", "--quiet", *python_folders())
    if templates():
        yield "template format", tool("djade", *templates())


def mutation() -> Iterator[Step]:
    yield "mutants", tool("mutmut", "run")
    yield "survivors", tool("mutmut", "results")
    yield "figures", tool("mutmut", "export-cicd-stats")
    yield "share noticed", tool("python", "scripts/mutation_share.py")


TIERS = {"lint": lint, "fast": fast, "full": full, "format": style, "mutation": mutation}


def run(step: Step) -> bool:
    """Run one step; its output is shown when it fails or when it is a test run."""
    title, command = step
    started = time.monotonic()
    shown = not SHOWN.isdisjoint(Path(word).name for word in command)
    outcome = subprocess.run(command, cwd=ROOT, capture_output=not shown, text=True, check=False)
    good = outcome.returncode == 0
    if not good and not shown:
        print(outcome.stdout, outcome.stderr, sep="", end="", flush=True)
    print(f"{'✓' if good else '✗'} {title}  {time.monotonic() - started:.1f} s", flush=True)
    return good


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in TIERS]
    if unknown or not names:
        print(f"usage: check.py {{{'|'.join(TIERS)}}}...", file=sys.stderr)
        return 2
    started = time.monotonic()
    failed = [step[0] for name in names for step in TIERS[name]() if not run(step)]
    seconds = time.monotonic() - started
    if failed:
        print(f"✗ {len(failed)} failed in {seconds:.0f} s: {', '.join(failed)}")
        return 1
    print(f"✓ all good in {seconds:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
