"""Files taken from other projects are listed with version, licence and hash, and are what they were.

A row names its file relative to the list; a cell holding only a ditto mark repeats the one above.
"""

import hashlib
import re

import pytest

from tests.house.tree import SOURCE, committed_under, short

STATIC = SOURCE / "web" / "static"
LIST = STATIC / "vendor" / "VENDORED.md"
DITTO = '"'
VERSION = re.compile(r"\b\d+\.\d+(?:\.\d+)?\b")
LICENCE = re.compile(r"\b(?:0BSD|MIT|BSD[ -]\w+|Apache[ -]2\.0|ISC|OFL[ -]1\.1|CC0[ -]1\.0|MPL[ -]2\.0)\b")
HASH = re.compile(r"\b[0-9a-f]{64}\b")
LICENCE_TEXT = re.compile(r"LICEN[CS]E|OFL", re.IGNORECASE)


def rows() -> dict[str, list[str]]:
    """File name -> the other cells of its row, dittos filled in."""
    found: dict[str, list[str]] = {}
    above: list[str] = []
    text = LIST.read_text(encoding="utf-8") if LIST.exists() else ""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or len(cells) < 5 or cells[0] == "file" or set(cells[0]) <= set("-: "):
            continue
        above = [old if cell == DITTO else cell for cell, old in zip(cells[1:], above or cells[1:], strict=True)]
        found[cells[0].strip("`")] = above
    return found


def brought_in():
    files = [*committed_under(STATIC / "vendor"), *committed_under(STATIC / "fonts")]
    return [path for path in files if path != LIST]


@pytest.mark.parametrize("path", brought_in(), ids=short)
def test_file_brought_in_is_listed(path):
    if LICENCE_TEXT.search(path.name):
        assert any(path.name in cell for cells in rows().values() for cell in cells), f"{path.name}: whose?"
    else:
        listed = {(LIST.parent / name).resolve() for name in rows()}
        assert path in listed, f"{short(path)}: give it a row in {short(LIST)}"


@pytest.mark.parametrize("name", rows())
def test_listed_file_is_what_it_was(name):
    path, text = (LIST.parent / name).resolve(), " ".join(rows()[name])
    assert VERSION.search(text), f"{name}: which version?"
    assert LICENCE.search(text), f"{name}: which licence, by its SPDX name?"
    wanted = HASH.search(text)
    assert wanted or path.parent == STATIC, f"{name}: unchanged files are listed with their hash"
    assert path.is_file()
    if wanted:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == wanted[0]
