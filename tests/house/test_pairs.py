"""Every document for readers is in Vietnamese and in English, and the two have the same frame.

Decisions about the design (docs/adr) and the papers of the root other than README are in one language.
"""

import re

import pytest

from tests.house.tree import ROOT, committed_under, short

FOLDERS = ("tutorial", "how-to", "reference", "explanation")
FENCE = re.compile(r"^```(\w*).*?^```$", re.MULTILINE | re.DOTALL)
FRAME = re.compile(r"^(#+) |^(\|)|^(\d+\.|-) ", re.MULTILINE)


def pages():
    found = [page for name in FOLDERS for page in committed_under(ROOT / "docs" / name, ".md")]
    return [page for page in [*found, ROOT / "README.md"] if not page.name.endswith(".vi.md")]


def frame(text):
    """Headings by depth, table rows and list items in order, then the kinds of code blocks."""
    prose = FENCE.sub("", text)
    return ["".join(groups) for groups in FRAME.findall(prose)], FENCE.findall(text)


def test_a_frame_is_what_a_reader_sees_at_a_glance():
    text = "# a\n\n| b |\n|---|\n```sh\n# c\n```\n- d\n1. e\nf\n"
    assert frame(text) == (["#", "|", "|", "-", "1."], ["sh"])


@pytest.mark.parametrize("page", pages(), ids=short)
def test_each_document_has_its_sister_with_the_same_frame(page):
    sister = page.with_suffix(".vi.md")
    assert sister.exists(), f"{short(sister)} is to be written"
    assert frame(page.read_text(encoding="utf-8")) == frame(sister.read_text(encoding="utf-8"))


def test_no_document_is_in_vietnamese_only():
    named = {page for name in FOLDERS for page in committed_under(ROOT / "docs" / name, ".vi.md")}
    assert named
    assert not [short(page) for page in named if not page.with_name(page.name.replace(".vi.md", ".md")).exists()]
