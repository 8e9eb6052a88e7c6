"""The documents that show commands show what really happens: every block is run, in order, in an empty folder.

A fence ```json NAME is saved as NAME. In ```console each line after `$ ` is run and what follows must be its output;
```pycon is a doctest. Blocks of other kinds (such as `make run`, which serves until stopped) are not run here.
"""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ocop.rules.scoring.reading import load_json, read_dossier
from ocop.web.public.score import state
from tests.house.tree import ROOT, committed_under, short

FOLDERS = ("tutorial", "how-to", "explanation")
FENCE = re.compile(r"^```(json|csv|console|pycon)[ ]?([\w.-]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_SECONDS = 120


def blocks(text: str) -> list[tuple[str, str, str]]:
    """Kind, file name and content of every block that is acted on."""
    return [found for found in FENCE.findall(text) if found[0] in ("console", "pycon") or found[1]]


def turns(console: str) -> list[tuple[str, str]]:
    """Each command of a console block with the output written below it."""
    said: list[tuple[str, list[str]]] = []
    for line in console.splitlines():
        if line.startswith("$ "):
            said.append((line[2:], []))
        else:
            said[-1][1].append(line)
    return [(command, "\n".join(output)) for command, output in said]


def documents():
    pages = [page for name in FOLDERS for page in committed_under(ROOT / "docs" / name, ".md")]
    return [page for page in pages if blocks(page.read_text(encoding="utf-8"))]


def run(command: str, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OCOP_")}
    outcome = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False, timeout=MOST_SECONDS,
    )  # fmt: skip
    return outcome.stdout.rstrip("\n")


def check_python(session: str, name: str, known: dict[str, object]) -> None:
    """Run a session; what it names stays in `known` for the next one, as it would for a reader."""
    example = doctest.DocTestParser().get_doctest(session, {}, name, name, 0)
    example.globs = known
    report: list[str] = []
    outcome = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=report.append, clear_globs=False)
    assert outcome.attempted
    assert not outcome.failed, "".join(report)


def test_the_link_of_the_tutorial_holds_the_same_marks_as_its_file():
    for page in (ROOT / "docs" / "tutorial").glob("first-score*.md"):
        text = page.read_text(encoding="utf-8")
        day, number, marks = re.findall(r"/cham-thu/([\d-]+)/(\d+)/[\w.]+/\?m=(\w+)", text)[0]
        written = next(content for _, name, content in blocks(text) if name == "tea.json")
        linked = state.read(day, int(number), {"m": [marks]})
        assert linked.choices == read_dossier(load_json(written)).sheets[0].choices
        assert linked.criteria == read_dossier(load_json(written)).criteria


def test_blocks_are_told_apart():
    text = "```json a.json\n{}\n```\n```json\n{}\n```\n```sh\nrm x\n```\n```console\n$ ls\na\nb\n$ true\n```\n"
    assert [kind for kind, _, _ in blocks(text)] == ["json", "console"]
    assert turns(blocks(text)[1][2]) == [("ls", "a\nb"), ("true", "")]


def test_a_wrong_python_block_is_seen():
    with pytest.raises(AssertionError):
        check_python(">>> 1 + 1\n3\n", "wrong", {})


def test_there_is_a_tutorial_in_both_languages():
    names = {page.name for page in documents()}
    assert {"first-score.md", "first-score.vi.md"} <= names


@pytest.mark.parametrize("page", documents(), ids=short)
def test_document_shows_what_happens(page, tmp_path, monkeypatch):
    (tmp_path / ".venv").symlink_to(sys.prefix)
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {}
    for kind, name, content in blocks(page.read_text(encoding="utf-8")):
        if kind == "console":
            for command, shown in turns(content):
                assert run(command, tmp_path) == shown, f"{short(page)}: {command}"
        elif kind == "pycon":
            check_python(content, short(page), known)
        else:
            (tmp_path / name).write_text(content, encoding="utf-8")
