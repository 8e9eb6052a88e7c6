"""The page on the format names every field and every proof, and no other, in both languages."""

import re

import pytest

from ocop.rules.lawbook.book import GATE_KINDS
from ocop.rules.lawbook.check import checks, specs
from ocop.rules.lawbook.check.opened import TABLE_FILES
from tests.house.tree import ROOT

PAGES = [ROOT / "docs" / "reference" / name for name in ("law-format.md", "law-format.vi.md")]
FIRST_CELL = re.compile(r"^\| `([^`]+)` \|(.*)$", re.MULTILINE)
OPTIONAL = ("optional", "không bắt buộc")


def tables(page):
    """The tables of the page in order, each as first cell -> second cell."""
    blocks = re.split(r"\n\n", page.read_text("utf-8"))
    return [dict(FIRST_CELL.findall(block)) for block in blocks if FIRST_CELL.search(block)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_field_is_told(page):
    described = tables(page)
    wanted = [specs.SET, specs.CRITERION, specs.OPTION, None, specs.STORY, specs.CORRECTION, specs.DEFECT]
    for table, spec in zip(described[1:8], wanted, strict=True):
        if spec is None:
            assert list(table) == ["when", *GATE_KINDS]
            continue
        told = {name + "?" if cell.strip().startswith(OPTIONAL) else name for name, cell in table.items()}
        assert told == set(spec)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_is_told(page):
    told = set(tables(page)[0])
    assert told == {name for name in TABLE_FILES if "/" not in name} | {
        "classification/*.yaml",
        "criteria/*/NN_key.yaml",
        "units/*.csv",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_proof_is_told_in_order(page):
    assert list(tables(page)[-1]) == [proof.id for proof in checks()]
