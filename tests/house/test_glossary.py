"""The glossary names things as the code does: every identifier it gives stands in the source, and no word twice."""

import re

import pytest

from tests.house.tree import ROOT, SOURCE, committed_under

PAGE, VIETNAMESE = (ROOT / "docs" / "reference" / f"glossary{language}.md" for language in ("", ".vi"))
CELLS = 5
IDENTIFIER = re.compile(r"`([A-Za-z_]+)`")
WORD = re.compile(r"[A-Za-z_]+")


def rows(text: str) -> list[list[str]]:
    """The cells of every row of terms, without heads and rules."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] != "Tiếng Việt" and set(row[0]) - set("-")]


def words_of_the_code() -> set[str]:
    files = [*committed_under(SOURCE, ".py"), *committed_under(SOURCE / "law", ".yaml")]
    return {word for file in files for word in WORD.findall(file.read_text(encoding="utf-8"))}


TERMS = rows(PAGE.read_text(encoding="utf-8"))


def test_rows_are_found():
    assert rows("text\n\n| Tiếng Việt | a |\n|---|---|\n| sao | star |\n") == [["sao", "star"]]
    assert len(TERMS) > 50


def test_both_languages_explain_the_same_words():
    ours = [row[:3] for row in rows(VIETNAMESE.read_text(encoding="utf-8"))]
    assert ours == [row[:3] for row in TERMS]


def test_every_identifier_is_in_the_code():
    known = words_of_the_code()
    unknown = [name for row in TERMS for name in IDENTIFIER.findall(row[2]) if name not in known]
    assert not unknown


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row[0])
def test_a_row_is_complete(row):
    assert len(row) == CELLS
    assert all(row)
    assert IDENTIFIER.fullmatch(row[2]) or row[2] == "—"


@pytest.mark.parametrize("column", [0, 2])
def test_no_word_is_explained_twice(column):
    words = [row[column] for row in TERMS if row[column] != "—"]
    assert not {word for word in words if words.count(word) > 1}
