"""Council rules: named settings with a default; a value that is not allowed is refused at its name."""

from fractions import Fraction

import pytest

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.council import default_rules, floors_of, rules_with, settings
from ocop.rules.lawbook.shapes import Criterion, Option
from ocop.rules.refused import Refused
from tests.rules.small_sets import leaf

DEFAULTS = {
    "mean": "mean",
    "spread_limit": 10,
    "quorum": "3/4",
    "quorum_chair": "required",
    "floor_basis": "mean",
    "missed_floor": "lower",
    "gap_rule_1048": "lower",
    "unplaced_floor_148": "full_points",
    "zero_gate_basis": "any",
    "case_consistency": "per_criterion",
    "old_transition": "filing",
}


def refusal_of(**changes):
    with pytest.raises(Refused) as caught:
        rules_with(changes)
    return caught.value


def test_the_defaults_are_those_the_project_names():
    assert default_rules().as_record() == DEFAULTS
    assert rules_with({}) == default_rules()


def test_the_record_of_rules_reads_back_into_the_same_rules():
    rules = rules_with({"quorum": "2/3", "spread_limit": 0, "missed_floor": "supplement"})
    assert rules_with(rules.as_record()) == rules
    assert rules.quorum == Fraction(2, 3)
    assert rules.spread_limit == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, item in settings().items() for value in item.values]
    + [("spread_limit", 0), ("spread_limit", 100), ("quorum", "1/1"), ("quorum", "1/9999")],
)
def test_every_allowed_value_is_taken(name, value):
    assert rules_with({name: value}).as_record()[name] == (value if value != "1/1" else "1")


@pytest.mark.parametrize("value", [-1, 101, True, False, "10", None, [10], Fraction(10)])
def test_the_spread_limit_is_a_whole_number_of_points(value):
    refused = refusal_of(spread_limit=value)
    assert (refused.code, refused.where) == ("bad_setting", "rules.spread_limit")
    assert refused.vi == "giá trị này không dùng được; cho phép: 0-100"
    assert refused.en == "this value is not allowed; allowed: 0-100"


@pytest.mark.parametrize(
    "value", ["0/4", "5/4", "3", "3/", "/4", "a/b", "3/4/5", "-3/4", " 3/4", "²/3", "1/0", "1/99999", 1, None]
)
def test_the_quorum_is_a_share_of_the_members(value):
    refused = refusal_of(quorum=value)
    assert (refused.code, refused.where) == ("bad_setting", "rules.quorum")
    assert refused.en == "this value is not allowed; allowed: 1/2, 2/3, 3/4…"


@pytest.mark.parametrize("value", ["", "average", 1, None, ["mean"], {}])
def test_a_choice_is_one_of_its_values(value):
    refused = refusal_of(floor_basis=value)
    assert (refused.code, refused.where) == ("bad_setting", "rules.floor_basis")
    assert refused.vi == "giá trị này không dùng được; cho phép: mean, every, majority"
    assert refused.en == "this value is not allowed; allowed: mean, every, majority"


def test_an_unknown_setting_is_refused_with_the_known_ones():
    refused = refusal_of(quorun="3/4")
    known = ", ".join(DEFAULTS)
    assert (refused.code, refused.where) == ("no_setting", "rules.quorun")
    assert refused.vi == f"không có thiết lập này; có: {known}"
    assert refused.en == f"there is no such setting; there are: {known}"


def test_the_place_of_a_refusal_can_be_named():
    with pytest.raises(Refused) as caught:
        rules_with({"mean": "median"}, where="council")
    assert caught.value.where == "council.mean"
    with pytest.raises(Refused) as caught:
        rules_with({"x": 1}, where="council")
    assert caught.value.where == "council.x"


def test_every_setting_says_what_it_is_and_why():
    settings.cache_clear()
    rows = loader.read("settings.yaml")["settings"]
    assert list(settings()) == [row["id"] for row in rows]
    for row in rows:
        item = settings()[row["id"]]
        assert (item.id, item.about, item.basis, item.default) == tuple(
            row[name] for name in ("id", "about", "basis", "default")
        )
        assert (item.confidence, item.source) == (row["confidence"], row["source"])
        assert item.values == tuple(row.get("values", ()))
        assert item.type in ("choice", "points", "share")
        assert bool(item.values) == (item.type == "choice")


def test_floors_are_the_points_of_the_marked_options_by_star():
    assert floors_of(leaf("A.1", 0, 1, 3, 5, floors={4: 3, 3: 1, 5: 5}), default_rules()) == {3: 1, 4: 3, 5: 5}
    assert list(floors_of(leaf("A.1", 1, 2, 3, floors={3: 3, 5: 1}), default_rules())) == [3, 5]
    assert floors_of(leaf("A.1", 0, 1), default_rules()) == {}


def test_of_two_marks_for_one_star_the_first_printed_counts():
    twice = Criterion("A.1", "x", 2, (Option(1, 1, "một", 3), Option(2, 2, "hai", 3)))
    assert floors_of(twice, default_rules()) == {3: 1}


@pytest.mark.parametrize(("reading", "floors"), [("full_points", {4: 2}), ("any_points", {4: 1}), ("ignore", {})])
def test_a_mark_at_the_name_is_read_as_the_council_chose(reading, floors):
    at_name = leaf("A.1", 1, 2, floor_unplaced=4)
    assert floors_of(at_name, rules_with({"unplaced_floor_148": reading})) == floors
