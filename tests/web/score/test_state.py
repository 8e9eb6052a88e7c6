"""A link holds the whole state and gives it back; whatever else it holds is refused with words, never guessed."""

from urllib.parse import parse_qs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.refused import Refused
from ocop.web.public.score import state as link
from ocop.web.public.score.steps import MOST, step_of, steps_of
from tests.web.score.trying import DAYS, FULL_TEA, SETS, TEA, name_of, tries


def read_back(state, extra=""):
    return link.read(state.on.isoformat(), state.criteria.number, parse_qs(link.query(state) + extra))


@given(tries())
def test_a_link_gives_back_the_state(state):
    assert read_back(state) == state


@given(tries())
def test_a_link_is_short_and_needs_no_escaping(state):
    said = link.query(state)
    assert len(said) < 400
    assert all(sign.isascii() and (sign.isalnum() or sign in "=&.-_") for sign in said)


@given(tries(), st.data())
def test_an_answer_of_the_form_is_laid_over_the_link(state, data):
    leaf = data.draw(st.sampled_from(state.criteria.leaves))
    mark = data.draw(st.sampled_from([None, *range(1, len(leaf.options) + 1)]))
    changed = read_back(state, f"&{leaf.code}={mark or link.NO_OPTION}")
    assert changed.choices == {**state.choices, leaf.code: mark}


@given(tries(), st.data())
def test_taking_a_mark_away_leaves_the_others(state, data):
    code = data.draw(st.sampled_from(state.criteria.leaves)).code
    kept = {other: mark for other, mark in state.choices.items() if other != code}
    assert state.without_marks([code]).choices == kept


@given(st.text(max_size=60))
@example(FULL_TEA[:-1])
@example("9" * len(FULL_TEA))
@example("²" * len(FULL_TEA))
def test_any_marks_are_read_or_refused(text):
    try:
        state = link.read(*TEA, {"m": [text]})
    except Refused as refusal:
        assert refusal.vi and refusal.en
    else:
        assert link.marks(state) == (text or link.UNMARKED * len(FULL_TEA))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("g", "7"),
        ("g", "0"),
        ("g", "x"),
        ("f", "A.9"),
        ("f", "A.1"),
        ("k", "later"),
        ("e", "2026-02-30"),
        ("e", "2020-01-01"),
        ("A.1.1", "4"),
        ("A.1.1", "12"),
        ("A.1.1", "x"),
    ],
)
def test_what_the_set_does_not_have_is_refused(name, value):
    with pytest.raises(Refused):
        link.read(*TEA, {name: [value]})


def test_names_the_set_does_not_know_are_left_alone():
    assert link.query(link.read(*TEA, {"utm_source": ["x"], "Z.1": ["1"], "t": ["7"]})) == ""


@pytest.mark.parametrize("text", ["2026-11-22", "22/11/2026", "2026-11-22 "])
def test_a_day_is_read_as_people_write_it(text):
    assert link.read_day(text).isoformat() == "2026-11-22"


@pytest.mark.parametrize("text", ["", "31/02/2026", "22/11", "tomorrow", "2026-11-22-1", "0000-00-00"])
def test_a_day_that_is_none_is_refused(text):
    with pytest.raises(Refused):
        link.read_day(text)


@pytest.mark.parametrize("pair", SETS, ids=name_of)
def test_every_option_of_the_law_fits_one_character(pair):
    assert all(len(leaf.options) <= 9 for leaf in criteria_set(*pair).leaves)


@pytest.mark.parametrize("pair", SETS, ids=name_of)
def test_every_criterion_is_in_one_step_of_bearable_size(pair):
    criteria = criteria_set(*pair)
    steps = steps_of(criteria)
    assert [leaf.code for step in steps for leaf in step.leaves] == [leaf.code for leaf in criteria.leaves]
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert all(len(step.leaves) <= MOST + 1 for step in steps)
    assert len(steps) <= 9
    for step in steps:
        assert all(step_of(leaf.code, steps) is step for leaf in step.leaves)
        assert step_of(step.code, steps) is step
    assert sum(step.most for step in steps) == sum(section.max for section in criteria.sections)


def test_all_three_generations_are_tried():
    assert len(DAYS) == 3 and len(SETS) == 26 + 26 + 25
