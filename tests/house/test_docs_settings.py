"""The page on settings where the law is silent names every one, with its default, its values and its source.

The settings of the machine (OCOP_...) are another page and another test, `test_settings`.
"""

import re

import pytest

from ocop.rules.lawbook.book import GENERATIONS, find_set, set_numbers
from ocop.rules.lawbook.council import rules_with, settings
from ocop.rules.scoring.gates import zero_gates
from tests.house.tree import ROOT

PAGES = [ROOT / "docs" / "reference" / f"law-settings{language}.md" for language in ("", ".vi")]
ADR = ROOT / "docs" / "adr" / "0004-open-readings.md"
CODE = re.compile(r"`([^`]+)`")
RULE = re.compile(r"--rule (\w+)=(\w+)")


def rows(path):
    """Setting -> the other cells of its row."""
    lines = [line.strip("|").split("|") for line in path.read_text(encoding="utf-8").splitlines() if "| `" in line[:4]]
    return {cells[0].strip(" `"): [cell.strip() for cell in cells[1:]] for cells in lines}


@pytest.mark.parametrize("page", [*PAGES, ADR], ids=lambda page: page.name)
def test_every_setting_and_no_other_is_named_with_its_default(page):
    written = {name: cells[0].strip("`") for name, cells in rows(page).items()}
    assert written == {item.id: str(item.default) for item in settings().values()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("name", settings())
def test_values_and_source_are_those_of_the_law(page, name):
    setting, cells = settings()[name], rows(page)[name]
    assert tuple(CODE.findall(cells[1])) == setting.values
    assert setting.source in cells[3]


@pytest.mark.parametrize("name", settings())
def test_the_vietnamese_page_says_what_the_law_file_says(name):
    setting, cells = settings()[name], rows(PAGES[1])[name]
    assert cells[2] == setting.about
    assert cells[3].startswith(setting.basis)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_changes_shown_are_accepted(page):
    shown = RULE.findall(page.read_text(encoding="utf-8"))
    assert len(shown) > 1
    rules = rules_with({name: int(value) if value.isdigit() else value for name, value in shown})
    assert {name: str(getattr(rules, name)) for name, _ in shown} == dict(shown)


ZERO_ROW = re.compile(r"^\| ([\d/]+/QĐ-TTg) \| (\d+) \| ([ABC][\d.]+) \| ([^|]+) \|", re.MULTILINE)


def zero_lines():
    """Instrument, set and criterion -> the printed line that 0 points meet, in every set there is."""
    sets = [find_set(instrument, number) for instrument in GENERATIONS for number in set_numbers(instrument)]
    return {
        (criteria.instrument, criteria.number, leaf.code): gate.text
        for criteria in sets
        if not criteria.missing_because
        for leaf, gate in zero_gates(criteria)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_that_0_points_meet_is_named(page):
    text = page.read_text(encoding="utf-8")
    written = {(name, int(number), code): line.strip() for name, number, code, line in ZERO_ROW.findall(text)}
    assert written.keys() == zero_lines().keys()
    if page == PAGES[1]:
        assert written == zero_lines()


def test_the_decision_names_the_sets_where_0_points_are_a_reading():
    text = " ".join(ADR.read_text(encoding="utf-8").split())
    read = {name[:2] for name, line in zero_lines().items() if "0 điểm" not in line}
    assert read == {
        (instrument, int(number))
        for instrument, numbers in re.findall(r"([\d/]+/QĐ-TTg) sets (\d+(?:(?:, | and )\d+(?![\d/]))*)", text)
        for number in re.findall(r"\d+", numbers)
    }
