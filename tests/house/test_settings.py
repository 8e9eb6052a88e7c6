"""Every environment variable that the code reads is explained in docs/reference/settings.md, and no other."""

import re

from tests.house.tree import ROOT, committed_under

PAGE = ROOT / "docs" / "reference" / "settings.md"
VARIABLE = re.compile(r"\bOCOP_[A-Z][A-Z0-9_]*\b")
READ_BY = [ROOT / "src", ROOT / "scripts", ROOT / "ops"]


def variables_read() -> set[str]:
    texts = [
        path for folder in READ_BY for path in committed_under(folder) if path.suffix in {".py", ".sh", ".service"}
    ]
    return {name for path in texts for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}


def variables_explained() -> set[str]:
    return set(VARIABLE.findall(PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""))


def test_every_setting_is_explained():
    unexplained = variables_read() - variables_explained()
    assert not unexplained, f"explain them in {PAGE.relative_to(ROOT)}"


def test_every_setting_explained_is_read():
    assert not variables_explained() - variables_read()
