"""Each kind of value takes what it names, and nothing that merely looks like it."""

from datetime import date, datetime

import pytest

from ocop.rules.lawbook.check import kinds

DAY = date(2026, 5, 22)
# Kinds made of kinds are made when they are asked, so that breaking their making is noticed.
TAKEN = [
    (kinds.text, ["a", " a "], ["", " ", None, 1, ["a"]]),
    (kinds.any_text, ["", "a"], [None, 1]),
    (kinds.whole, [0, 1, 100], [-1, True, "1", None]),
    (kinds.positive, [1, 2], [0, -1, True]),
    (kinds.day, [DAY], ["2026-05-22", None, datetime(2026, 5, 22)]),
    (kinds.day_or_open, [DAY, None], ["", 0, datetime(2026, 5, 22)]),
    (kinds.flag, [True, False], [0, 1, None, "yes"]),
    (kinds.address, ["http://a.vn", "https://a.vn/b"], ["ftp://a.vn", "a.vn", "https://a b", None, 1]),
    (kinds.table, [{}, {"a": 1}], [[], None, "a"]),
    (
        lambda value: kinds.list_of(kinds.whole)(value),
        [[], [0], [1, 2]],
        [None, (1,), {}, "", [1, "2"], ["1", 2], {0: 1}],
    ),
    (lambda value: kinds.one_of(1, "a")(value), [1, "a"], [True, "1", "b", None]),
    (
        lambda value: kinds.pairs_of(kinds.whole, kinds.text)(value),
        [{}, {1: "a"}, {1: "a", 2: "b"}],
        [None, [], {"1": "a"}, {1: ""}, {1: "a", "2": "b"}, {1: "a", 2: ""}],
    ),
    (kinds.day_of_year, ["01-01", "31-12", "09-10"], ["00-01", "32-01", "01-13", "1-1", "01-01 ", "01-00", 1, None]),
]


@pytest.mark.parametrize(("kind", "taken", "refused"), TAKEN, ids=[str(n) for n in range(len(TAKEN))])
def test_a_kind_takes_what_it_names(kind, taken, refused):
    assert [value for value in taken if kind(value) is not True] == []
    assert [value for value in refused if kind(value) is not False] == []
