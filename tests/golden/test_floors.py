"""The floors, sections and counts of the law data against tables written independently of it."""

import re
from pathlib import Path

import pytest

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.book import FOLDERS, GENERATIONS, criteria_set, set_numbers

HERE = Path(__file__).parent
NOW = GENERATIONS[0]
BLOCK = re.compile(
    r"^Bộ (\d+): (.+)\n  (\d+)/(\d+) \| (.+)\n  3 sao: (.+)\n  4 sao: (.+)\n  5 sao: (.+)$", re.MULTILINE
)


def table(name):
    text = (HERE / name).read_text("utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


FLOORS = BLOCK.findall(table("floors_26_2026.txt"))
COUNTS = [
    (instrument, int(cells[0]), cells[column])
    for line in table("counts.txt").splitlines()
    if (cells := [cell.strip() for cell in line.split("|")])[0].isdigit()
    for column, instrument in enumerate(GENERATIONS, start=1)
]


def printed(criteria, star):
    """Floors of one star as the table writes them: number >= points, in printed order."""
    return [
        f"{leaf.official_number}≥{option.points}"
        for leaf in criteria.leaves
        for option in leaf.options
        if option.floor == star
    ]


def test_the_tables_cover_every_set():
    assert [int(row[0]) for row in FLOORS] == list(set_numbers(NOW))
    assert [number for _, number, _ in COUNTS[::3]] == list(range(1, 27))


@pytest.mark.parametrize("row", FLOORS, ids=lambda row: f"set-{row[0]}")
def test_floors_are_those_of_the_table(row):
    criteria = criteria_set(NOW, int(row[0]))
    for star, floors in zip((3, 4, 5), row[5:], strict=True):
        expected = [] if floors == "—" else [floor.strip() for floor in floors.split(",")]
        assert printed(criteria, star) == expected, f"{star} stars"


@pytest.mark.parametrize("row", FLOORS, ids=lambda row: f"set-{row[0]}")
def test_sections_are_those_of_the_table(row):
    criteria = criteria_set(NOW, int(row[0]))
    assert [f"{section.official_number}:{section.max}" for section in criteria.sections] == row[4].split()


@pytest.mark.parametrize(("instrument", "number", "counted"), COUNTS, ids=lambda value: str(value).replace("/", "-"))
def test_criteria_and_options_are_as_many_as_counted(instrument, number, counted):
    if counted == "—":
        assert loader.read(loader.set_paths(FOLDERS[instrument])[number])["status"] == "missing"
        return
    leaves = criteria_set(instrument, number).leaves
    options = sum(len(leaf.options) for leaf in leaves if not leaf.yes_no)
    assert f"{len(leaves)}/{options}" == counted


@pytest.mark.parametrize(
    ("instrument", "criteria", "options"),
    [(GENERATIONS[0], 787, 2535), (GENERATIONS[1], 795, 2632), (GENERATIONS[2], 751, 2688)],
)
def test_totals_of_a_generation(instrument, criteria, options):
    numbers = [number for number in set_numbers(instrument) if (instrument, number) != (GENERATIONS[2], 3)]
    leaves = [leaf for number in numbers for leaf in criteria_set(instrument, number).leaves]
    assert len(leaves) == criteria
    assert sum(len(leaf.options) for leaf in leaves if not leaf.yes_no) == options
