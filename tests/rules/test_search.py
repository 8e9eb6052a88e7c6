"""The search: one choice per item, gains within bounds, at the least cost."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.scoring.raises import Choice
from ocop.rules.scoring.search import cheapest, cost_of

LEAVE = Choice((), 0, 0, 0)


def raising(criteria, steps, gain):
    return Choice((), criteria, steps, gain)


choices = st.lists(st.builds(raising, st.integers(0, 2), st.integers(0, 4), st.integers(0, 6)), min_size=1, max_size=4)


def by_trying_all(items, needed, below):
    """The least cost over all plans within the bounds, or None."""
    fitting = [plan for plan in product(*items) if needed <= sum(item.gain for item in plan)]
    if below is not None:
        fitting = [plan for plan in fitting if sum(item.gain for item in plan) < below]
    costs = [(sum(item.criteria for item in plan), sum(item.steps for item in plan)) for plan in fitting]
    return min(costs, default=None)


@given(st.lists(choices, min_size=1, max_size=5), st.integers(-3, 20), st.none() | st.integers(-3, 25))
def test_the_plan_is_the_cheapest_of_all(items, needed, below):
    plan = cheapest(items, needed, below)
    least = by_trying_all(items, needed, below)
    if plan is None:
        assert least is None
    else:
        assert all(choice in item for choice, item in zip(plan, items, strict=True))
        gain = sum(choice.gain for choice in plan)
        assert gain >= needed
        assert below is None or gain < below
        assert (sum(choice.criteria for choice in plan), sum(choice.steps for choice in plan)) == least


def test_criteria_weigh_more_than_any_number_of_steps():
    one_long, two_short = raising(1, 60_000, 2), raising(1, 1, 1)
    assert cheapest([[LEAVE, one_long], [LEAVE, two_short], [LEAVE, two_short]], 2) == (one_long, LEAVE, LEAVE)
    assert cost_of([two_short, two_short]) > cost_of([one_long])


def test_fewer_steps_decide_between_equal_numbers_of_criteria():
    long, short = raising(1, 3, 2), raising(1, 2, 2)
    assert cheapest([[LEAVE, long], [LEAVE, short]], 2) == (LEAVE, short)


def test_of_equal_plans_the_earlier_item_is_raised():
    same = raising(1, 1, 2)
    assert cheapest([[LEAVE, same], [LEAVE, same], [LEAVE, same]], 2) == (same, LEAVE, LEAVE)


def test_nothing_needed_costs_nothing():
    assert cheapest([[LEAVE, raising(1, 1, 2)]], 0) == (LEAVE,)
    assert cheapest([[LEAVE, raising(1, 1, 2)]], -5) == (LEAVE,)
    assert cheapest([], 0) == ()
    assert cheapest([], 1) is None


def test_what_must_be_raised_is_raised_even_when_nothing_is_needed():
    forced = raising(1, 2, 3)
    assert cheapest([[forced]], -10) == (forced,)


def test_the_upper_bound_is_not_reached():
    two, three = raising(1, 1, 2), raising(1, 1, 3)
    assert cheapest([[LEAVE, three], [LEAVE, two]], 2, 3) == (LEAVE, two)
    assert cheapest([[LEAVE, three]], 2, 3) is None
    assert cheapest([[LEAVE]], 0, 0) is None


@pytest.mark.parametrize("needed", [1, 5, 6])
def test_points_that_cannot_be_reached_have_no_plan(needed):
    items = [[LEAVE, raising(1, 1, 3)], [LEAVE, raising(1, 1, 2)]]
    assert (cheapest(items, needed) is None) == (needed > 5)
