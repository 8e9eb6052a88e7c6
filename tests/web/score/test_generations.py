"""The whole sheet says what the same marks would have given under the other generations."""

from datetime import date

import pytest

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.scoring.compare import compare
from ocop.web.public.score import state as link
from ocop.web.public.score.generations import elsewhere_of
from tests.web.reading import vietnamese_left_in

TODAY = "2026-11-22"


def best(number):
    """A link's marks with the best option of every criterion."""
    criteria = criteria_set("26/2026/QĐ-TTg", number)
    return "".join(str(max(leaf.options, key=lambda option: option.points).number) for leaf in criteria.leaves)


def test_each_counterpart_is_named_with_its_bounds():
    state = link.read(TODAY, 11, {"m": [best(11)]})
    rows = {row.law: row for row in elsewhere_of(state)}
    assert list(rows) == ["148/QĐ-TTg", "1048/QĐ-TTg"]
    found = compare(state.dossier, criteria_set("148/QĐ-TTg", 11))
    assert rows["148/QĐ-TTg"].points.endswith(str(int(found.most.total)))
    assert "so-sanh" in rows["148/QĐ-TTg"].href


@pytest.mark.parametrize(
    ("number", "laws"), [(23, ["148/QĐ-TTg"]), (3, ["148/QĐ-TTg"]), (8, ["148/QĐ-TTg"] + 2 * ["1048/QĐ-TTg"])]
)
def test_sets_that_are_new_missing_or_split_show_what_there_is(number, laws):
    state = link.read(TODAY, number, {"m": [best(number)]})
    assert state.on == date.fromisoformat(TODAY)
    assert [row.law for row in elsewhere_of(state)] == laws


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_whole_sheet_shows_them_in_both_languages(client, prefix):
    page = client.get(f"{prefix}/cham-thu/{TODAY}/11/ca-phieu/?m={best(11)}").content.decode()
    assert 'id="elsewhere"' in page
    if prefix:
        assert vietnamese_left_in(page) == []
