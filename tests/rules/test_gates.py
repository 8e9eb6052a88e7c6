"""Gates: the lines of the law that end an evaluation, declared by people or met by 0 points."""

import pytest

from ocop.rules.lawbook.book import GATE_KINDS, criteria_set
from ocop.rules.lawbook.shapes import Gate
from ocop.rules.scoring.gates import GateMet, enough, watched, zero_gates
from tests.rules.small_sets import NOW, gated, leaf, scored, sheet_set

SMELL = gated(leaf("C.6.2", 0, 5))
SECTION = gated(leaf("C.6.3", 0, 5), when="zero_in_section")
SHEET = sheet_set(leaf("A.1.1", 0, 90), leaf("C.6.1", 0, 5), SMELL)
WHOLE = sheet_set(leaf("C.5", 0, 1), leaf("C.6.1", 0, 5), leaf("C.6.2", 0, 5), SECTION, leaf("C.6.4", 0, 5))
GOOD = {"A.1.1": 2, "C.6.1": 2, "C.6.2": 2}
ZERO = GOOD | {"C.6.2": 1}


@pytest.mark.parametrize(
    ("part", "whole", "any_one", "majority", "every"),
    [
        (0, 3, False, False, False),
        (1, 3, True, False, False),
        (2, 3, True, True, False),
        (3, 3, True, True, True),
        (2, 4, True, False, False),
        (3, 4, True, True, False),
        (1, 1, True, True, True),
    ],
)
def test_how_many_members_are_enough(part, whole, any_one, majority, every):
    assert enough(part, whole, "any") is any_one
    assert enough(part, whole, "majority") is majority
    assert enough(part, whole, "every") is every


@pytest.mark.parametrize(
    ("basis", "one_of_three", "two_of_three", "three_of_three"),
    [
        ("any", "stopped", "stopped", "stopped"),
        ("majority", "rated", "stopped", "stopped"),
        ("every", "rated", "rated", "stopped"),
    ],
)
def test_0_points_stop_the_evaluation_on_the_councils_basis(basis, one_of_three, two_of_three, three_of_three):
    outcomes = [
        scored(SHEET, *[ZERO] * zeros, *[GOOD] * (3 - zeros), zero_gate_basis=basis).outcome for zeros in (1, 2, 3)
    ]
    assert outcomes == [one_of_three, two_of_three, three_of_three]


def test_a_met_gate_names_its_members_its_line_and_its_place():
    result = scored(SHEET, GOOD, ZERO, ZERO)
    assert result.gates == (GateMet(SMELL.gates[0], ("m2", "m3"), f"{NOW}, bộ 11, tiêu chí 6.2"),)
    assert (result.stars, result.outcome, result.certificate) == (0, "stopped", False)
    assert result.band == 5


def test_no_option_is_0_points_but_a_criterion_not_yet_marked_stops_nothing():
    assert scored(SHEET, GOOD | {"C.6.2": None}).outcome == "stopped"
    unmarked = {code: number for code, number in GOOD.items() if code != "C.6.2"}
    assert scored(SHEET, unmarked).outcome == "rated"


def test_a_line_over_a_section_watches_the_criteria_of_the_section_up_to_it():
    (watcher,) = zero_gates(WHOLE)
    assert watched(*watcher, WHOLE) == ("C.6.1", "C.6.2", "C.6.3")
    (own,) = zero_gates(SHEET)
    assert watched(*own, SHEET) == ("C.6.2",)
    full = {"C.5": 2, "C.6.1": 2, "C.6.2": 2, "C.6.3": 2, "C.6.4": 2}
    for code, outcome in [("C.6.1", "stopped"), ("C.6.3", "stopped"), ("C.6.4", "rated"), ("C.5", "rated")]:
        assert scored(WHOLE, full | {code: 1}).outcome == outcome


def test_members_are_named_once_however_many_criteria_they_gave_0():
    result = scored(WHOLE, {"C.6.1": 1, "C.6.2": 1, "C.6.3": None})
    assert result.gates[0].members == ("m1",)


def test_a_line_that_people_must_declare_is_not_met_by_0_points():
    sheet = sheet_set(leaf("A.1.1", 0, 90), gated(leaf("C.6.1", 0, 5), "eliminated", "declared"))
    assert zero_gates(sheet) == ()
    assert scored(sheet, {"A.1.1": 2, "C.6.1": 1}).outcome == "rated"


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("eliminated", "eliminated"),
        ("stop", "stopped"),
        ("not_eligible", "not_eligible"),
        ("out_of_scope", "out_of_scope"),
    ],
)
def test_a_declared_gate_leaves_no_star_whatever_the_points(kind, outcome):
    assert kind in GATE_KINDS
    gate = Gate(kind, "Giả mạo hồ sơ")
    result = scored(SHEET, GOOD, gates=[gate])
    assert (result.stars, result.outcome, result.band) == (0, outcome, 5)
    assert result.gates == (GateMet(gate, (), f"{NOW}, bộ 11"),)


def test_declared_gates_come_first_and_give_the_outcome():
    result = scored(SHEET, ZERO, gates=[Gate("eliminated", "x"), Gate("out_of_scope", "y")])
    assert [met.gate.kind for met in result.gates] == ["eliminated", "out_of_scope", "stop"]
    assert result.outcome == "eliminated"


def test_the_mineral_water_set_stops_at_0_points_of_any_sense():
    water = criteria_set(NOW, 16)
    (watcher,) = zero_gates(water)
    assert watcher[0].code == "C.6.4"
    assert watched(*watcher, water) == ("C.6.1", "C.6.2", "C.6.3", "C.6.4")
