"""The page on roles says what the code decides by: its tables are the table in the code, in both languages.

To bring the pages along after a change:  .venv/bin/python -m tests.house.test_access_page
"""

import pytest

from ocop.rules.access.table import BEGIN, END, written
from tests.house.tree import ROOT

PAGES = {lang: ROOT / "docs" / "reference" / f"access{suffix}.md" for lang, suffix in (("en", ""), ("vi", ".vi"))}


def fresh(lang):
    """The page with its tables made anew."""
    text = PAGES[lang].read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _old, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{written(lang)}\n\n{END}{after}"


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_is_the_table(lang):
    assert PAGES[lang].read_text(encoding="utf-8") == fresh(lang), __doc__


@pytest.mark.parametrize("lang", PAGES)
def test_every_role_and_act_is_there(lang):
    lines = written(lang).splitlines()
    assert "| `commune_officer` |" in "\n".join(lines) and "| `accounts.hand_over` |" in "\n".join(lines)
    assert all(line == "" or line.count(" | ") == 2 for line in lines)


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.write_text(fresh(language), encoding="utf-8")
