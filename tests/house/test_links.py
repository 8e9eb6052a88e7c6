"""Every relative link in a Markdown file leads to a file of the project."""

import re
from urllib.parse import unquote

import pytest

from tests.house.tree import ROOT, committed, short

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def relative_links(text: str) -> list[str]:
    prose = CODE.sub("", text)
    links = LINK.findall(prose) + REFERENCE.findall(prose)
    return [unquote(link.split("#")[0]) for link in links if not ELSEWHERE.match(link)]


def test_links_are_found():
    text = '[a](b.md#c) ![d](e%20f.png "g") [h](https://i.example) [j](#k) `[l](m)`\n[n]: o.md\n'
    assert relative_links(text) == ["b.md", "e f.png", "o.md"]


@pytest.mark.parametrize("path", [path for path in committed() if path.suffix == ".md"], ids=short)
def test_links_lead_somewhere(path):
    here = path.parent
    targets = {
        link: (ROOT / link.lstrip("/") if link.startswith("/") else here / link).resolve()
        for link in relative_links(path.read_text(encoding="utf-8"))
    }
    dead = [link for link, target in targets.items() if not (target.is_relative_to(ROOT) and target.exists())]
    assert not dead, f"{short(path)}: {dead}"
