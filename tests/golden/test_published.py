"""Scores that councils published, against the bands of the law that governed them."""

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from ocop.rules.lawbook.bands import band_of, bands_of
from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.council import rules_with, settings
from ocop.rules.lawbook.lookup import regime_for

TEXT = (Path(__file__).parent / "published.csv").read_text("utf-8")
ROWS = list(csv.DictReader(line for line in TEXT.splitlines() if not line.startswith("#")))
GAP_RULES = settings()["gap_rule_1048"].values


def instruments(row):
    """The criteria that governed the row; every generation when its day was not published."""
    if not row["day"]:
        return GENERATIONS
    regime = regime_for(date.fromisoformat(row["day"]))
    assert regime.id == row["regime"]
    return (regime.criteria,)


def test_the_published_rows_are_here():
    assert [(row["score"], row["stars"]) for row in ROWS] == [("67.8", "3"), ("90.75", "5"), ("91.14", "5")]
    assert all(row["source"] for row in ROWS)


@pytest.mark.parametrize("gap_rule", GAP_RULES)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["score"])
def test_the_band_is_the_star_that_was_given(row, gap_rule):
    rules = rules_with({"gap_rule_1048": gap_rule})
    for instrument in instruments(row):
        assert band_of(Fraction(row["score"]), bands_of(instrument), rules) == int(row["stars"])
