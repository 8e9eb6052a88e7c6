"""Advice against every possible set of raises on small sheets: it reaches the star, and nothing cheaper does."""

from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from ocop.rules.lawbook.council import rules_with
from ocop.rules.refused import Refused
from ocop.rules.scoring.advise import advise, apply
from ocop.rules.scoring.result import score
from tests.rules.small_sets import BEFORE, FIRST, NOW, cased, dossier, gated, leaf, sheet_set, told

POINTS = st.lists(st.sampled_from([0, 2, 5, 10, 20, 30, 45]), min_size=1, max_size=3, unique=True).map(sorted)
CODES = ("A.1.1", "A.1.2", "B.4.1", "C.6.1", "C.6.2")


@st.composite
def free_leaf(draw, code):
    points = draw(POINTS)
    marked = draw(st.lists(st.sampled_from(points), max_size=2, unique=True).map(sorted))
    stars = sorted(draw(st.lists(st.sampled_from([3, 4, 5]), min_size=len(marked), max_size=len(marked), unique=True)))
    more = {"floor_unplaced": draw(st.sampled_from([None, None, 4]))} if not marked else {}
    return leaf(code, *points, floors=dict(zip(stars, marked, strict=True)), **more)


@st.composite
def small_sets(draw):
    """Four or five criteria; some with floors, a story and what hangs on it, a line at 0 points, two cases."""
    leaves = [draw(free_leaf(code)) for code in CODES[: draw(st.integers(3, 5))]]
    kinds = draw(st.sets(st.sampled_from(["story", "zero", "section", "cases"]), max_size=2))
    if "story" in kinds:
        no_story = draw(st.sampled_from([(), (1,)]))
        leaves += [leaf("B.5.1", 0, 3, 10), told(leaf("B.5.2", 0, 20, floors={4: 20}), "B.5.1", *no_story)]
    if "zero" in kinds:
        leaves[0] = gated(leaves[0])
    if "section" in kinds and len(leaves) > 4:
        leaves[4] = gated(leaves[4], when="zero_in_section")
    if "cases" in kinds:
        leaves.append(cased("C.8", ("a", 1), ("a", 15), ("b", 2), ("b", 25)))
    return sheet_set(*leaves[:7], instrument=draw(st.sampled_from([NOW, BEFORE, FIRST])))


@st.composite
def questions(draw):
    """A dossier on a small set, a wanted star, rules and frozen criteria."""
    criteria = draw(small_sets())
    marks = st.fixed_dictionaries(
        {}, optional={item.code: st.none() | st.integers(1, len(item.options)) for item in criteria.leaves}
    )
    asked = dossier(criteria, *draw(st.lists(marks, min_size=1, max_size=3)))
    rules = rules_with(
        {
            "floor_basis": draw(st.sampled_from(["mean", "every", "majority"])),
            "missed_floor": draw(st.sampled_from(["lower", "lower", "not_passed", "supplement"])),
            "zero_gate_basis": draw(st.sampled_from(["any", "majority", "every"])),
            "gap_rule_1048": draw(st.sampled_from(["lower", "round_half_up", "refuse"])),
            "unplaced_floor_148": draw(st.sampled_from(["full_points", "any_points", "ignore"])),
        }
    )
    frozen = draw(st.sets(st.sampled_from([item.code for item in criteria.leaves]), max_size=2))
    return asked, draw(st.sampled_from([2, 3, 4, 5, 5])), rules, frozenset(frozen)


def stars_of(asked, rules):
    """The star, or -1 where the council refuses a mean in a gap."""
    try:
        return score(asked, rules).stars
    except Refused:
        return -1


def raised_to(asked, targets):
    """The dossier once every member gave at least `targets` (leaf code -> option)."""
    sheets = []
    for sheet in asked.sheets:
        marks = dict(sheet.choices)
        for code, option in targets.items():
            now = marks.get(code) and asked.criteria.nodes[code].option(marks[code])
            if not now or now.points < option.points:
                marks[code] = option.number
        sheets.append(marks)
    return dossier(asked.criteria, *sheets)


def cost(asked, targets):
    """Criteria raised, then printed levels climbed from the members' mean."""
    steps, before = 0, score(asked, rules_with({"gap_rule_1048": "lower"})).criteria
    for code, option in targets.items():
        steps += sum(before[code] < level <= option.points for level in asked.criteria.nodes[code].levels)
    return len(targets), steps


def open_options(asked, item, frozen):
    """None, and each option that lifts the points of some member without leaving the case that was marked."""
    if item.code in frozen:
        return [None]
    marked = [sheet.choices.get(item.code) and item.option(sheet.choices[item.code]) for sheet in asked.sheets]
    cases = {option.case for option in marked if option}
    within = [option for option in item.options if not cases or option.case in cases]
    return [None, *(option for option in within if any((now.points if now else 0) < option.points for now in marked))]


def cheapest_by_trying_all(asked, star, rules, frozen):
    """The least cost of all raises that reach the star; None when none do."""
    leaves = asked.criteria.leaves
    best = None
    for combination in product(*(open_options(asked, item, frozen) for item in leaves)):
        targets = {item.code: option for item, option in zip(leaves, combination, strict=True) if option}
        paid = cost(asked, targets)
        if (best is None or paid < best) and stars_of(raised_to(asked, targets), rules) >= star:
            best = paid
    return best


SAME_COST_LESS_GAIN = (
    dossier(
        sheet_set(
            leaf("A.1.1", 60),
            leaf("B.5.1", 0, 20),
            told(leaf("B.5.2", 0, 20), "B.5.1", 1),
            leaf("C.6.1", 0, 5, floors={5: 5}),
        ),
        {"A.1.1": 1, "B.5.1": 1, "B.5.2": 2, "C.6.1": 1},
    ),
    4,
    rules_with({"missed_floor": "not_passed"}),
    frozenset({"C.6.1"}),
)


@given(questions())
@example(SAME_COST_LESS_GAIN)
def test_advice_reaches_the_star_and_nothing_cheaper_does(question):
    asked, star, rules, frozen = question
    if stars_of(asked, rules) < 0:
        return  # the council refuses the mean as it stands; there is nothing to advise on
    advice = advise(asked, star, frozen=frozen, rules=rules)
    least = cheapest_by_trying_all(asked, star, rules, frozen)
    if advice.blocked:
        assert least is None
        assert advice.raises == ()
    else:
        after = score(apply(asked, advice), rules)
        assert after.stars >= star
        assert after.total == advice.total
        assert after.total - score(asked, rules).total == sum(item.gain for item in advice.raises)
        assert (len(advice.raises), advice.steps) == least
        assert not frozen & {item.criterion.code for item in advice.raises}
        assert advice.reached == (not advice.raises)


@given(questions())
def test_the_same_question_has_the_same_answer_whatever_the_order_of_the_sheets(question):
    asked, star, rules, frozen = question
    if stars_of(asked, rules) >= 0:
        first = advise(asked, star, frozen=frozen, rules=rules)
        again = advise(
            dossier(asked.criteria, *(sheet.choices for sheet in reversed(asked.sheets))),
            star,
            frozen=frozen,
            rules=rules,
        )
        assert (first.raises, first.steps, first.total, first.blocked, first.at) == (
            again.raises, again.steps, again.total, again.blocked, again.at,
        )  # fmt: skip
