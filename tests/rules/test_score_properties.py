"""Properties of every score: exact, the same in any order, and never lower for more points."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from ocop.rules.lawbook.book import GENERATIONS, criteria_set
from ocop.rules.lawbook.council import default_rules, rules_with, settings
from ocop.rules.scoring.gates import zero_gates
from ocop.rules.scoring.result import score
from ocop.rules.scoring.sheets import Dossier, Sheet
from tests.rules.small_sets import NOW

SETS = [criteria_set(instrument, number) for instrument in GENERATIONS for number in (7, 11, 26)]
SETS.append(criteria_set(NOW, 16))
CHOICES = {name: item.values for name, item in settings().items() if item.type == "choice"}
any_rules = st.builds(
    lambda choices: rules_with(choices | {"gap_rule_1048": "lower"}),
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CHOICES.items()}),
)


@st.composite
def dossiers(draw):
    """Any printed set, one to five members, marks that lean high so that every star comes up."""
    criteria = draw(st.sampled_from(SETS))
    source, high = draw(st.randoms(use_true_random=False)), draw(st.sampled_from([0, 50, 90]))
    sheets = []
    for at in range(draw(st.integers(1, 5))):
        marks = {}
        for leaf in criteria.leaves:
            best = max(leaf.options, key=lambda option: option.points).number
            marks[leaf.code] = (
                best if source.randrange(100) < high else source.choice([None, *range(1, len(leaf.options) + 1)])
            )
        for code in source.sample(sorted(marks), source.choice([0, 0, 2])):
            del marks[code]
        sheets.append(Sheet(f"m{at}", marks))
    return Dossier(criteria, tuple(sheets))


def worth(leaf, choices):
    """The points of a mark, worked out here once more from the printed options alone."""
    if leaf.story and leaf.story.criterion in choices and choices[leaf.story.criterion] in (None, *leaf.story.no_story):
        return 0
    number = choices.get(leaf.code)
    return 0 if number is None else leaf.options[number - 1].points


@given(dossiers(), any_rules)
def test_totals_parts_and_floors_are_exact(dossier, rules):
    result, members = score(dossier, rules), len(dossier.sheets)
    leaves = dossier.criteria.leaves
    rows = [{leaf.code: worth(leaf, sheet.choices) for leaf in leaves} for sheet in dossier.sheets]
    assert result.total == Fraction(sum(sum(row.values()) for row in rows), members)
    assert sum(result.parts.values()) == result.total
    for part, value in result.parts.items():
        assert value == Fraction(sum(row[code] for row in rows for code in row if code[0] == part), members)
    for floor in result.floors:
        assert floor.have == Fraction(sum(row[floor.criterion.code] for row in rows), members)
        if rules.floor_basis == "mean":
            assert floor.met == (floor.have >= floor.need)
        if rules.floor_basis == "every":
            assert floor.met == all(row[floor.criterion.code] >= floor.need for row in rows)
    assert list(result.members.values()) == [sum(row.values()) for row in rows]


@given(dossiers(), any_rules)
def test_the_star_follows_from_band_floors_and_gates(dossier, rules):
    result = score(dossier, rules)
    least = {1: 0, 2: 30, 3: 50, 4: 70, 5: 90}
    assert result.band == max(star for star in least if result.total >= least[star])
    missed = {floor.star for floor in result.floors if not floor.met}
    if result.gates:
        assert result.stars == 0
    elif rules.missed_floor == "lower":
        assert result.stars == max(star for star in range(result.band + 1) if not missed & set(range(star + 1)))
    else:
        assert result.stars == (0 if missed & set(range(result.band + 1)) else result.band)
    assert result.certificate == (result.stars >= 3)


def without_names(result):
    """What must not depend on the order of sheets: all but lists that follow the members."""
    gates = [(met.gate, frozenset(met.members), met.article) for met in result.gates]
    exact = (result.total, result.parts, result.criteria, result.floors, result.members, result.spread.points)
    pairs = {frozenset(pair[:2]): pair[2] for pair in result.spread.pairs}
    told = (result.unmarked, result.not_applied, frozenset(result.mixed_cases))
    return (result.band, result.stars, result.outcome, gates, exact, pairs, told)


@given(dossiers(), any_rules, st.randoms(use_true_random=False))
def test_the_order_of_sheets_and_of_choices_does_not_matter(dossier, rules, source):
    sheets = list(dossier.sheets)
    source.shuffle(sheets)
    shuffled = tuple(
        Sheet(sheet.member, dict(source.sample(list(sheet.choices.items()), len(sheet.choices)))) for sheet in sheets
    )
    assert without_names(score(replace(dossier, sheets=shuffled), rules)) == without_names(score(dossier, rules))


@given(dossiers(), any_rules, st.randoms(use_true_random=False))
def test_more_points_never_lower_the_star(dossier, rules, source):
    """One mark raised to an option worth more, where a missed floor only lowers."""
    rules = replace(rules, missed_floor="lower")
    at = source.randrange(len(dossier.sheets))
    sheet = dossier.sheets[at]
    raises = [
        (leaf.code, option.number)
        for leaf in dossier.criteria.leaves
        for option in leaf.options
        if option.points > worth(leaf, sheet.choices)
    ]
    assume(raises)
    raised = Sheet(sheet.member, {**sheet.choices, **dict([source.choice(raises)])})
    sheets = (*dossier.sheets[:at], raised, *dossier.sheets[at + 1 :])
    before, after = score(dossier, rules), score(replace(dossier, sheets=sheets), rules)
    assert after.total >= before.total
    assert after.band >= before.band
    assert len(after.gates) <= len(before.gates)
    assert after.stars >= before.stars


def test_more_points_can_meet_a_line_of_0_points_only_where_a_mark_was_open():
    water = criteria_set(NOW, 16)
    gated = {code for leaf, _ in zero_gates(water) for code in [leaf.code]}
    assert gated == {"C.6.4"}
    full = {leaf.code: max(leaf.options, key=lambda option: option.points).number for leaf in water.leaves}
    open_mark = {code: number for code, number in full.items() if code != "C.6.1"}
    zero = next(option.number for option in water.nodes["C.6.1"].options if option.points == 0)
    assert score(Dossier(water, (Sheet("m1", open_mark),))).stars > 0
    assert score(Dossier(water, (Sheet("m1", open_mark | {"C.6.1": zero}),))).outcome == "stopped"


@given(dossiers())
def test_a_member_doubled_changes_no_mean(dossier):
    twice = tuple(Sheet(sheet.member + "x", sheet.choices) for sheet in dossier.sheets)
    once, doubled = score(dossier), score(replace(dossier, sheets=dossier.sheets + twice))
    assert (once.total, once.parts, once.band, once.stars) == (
        doubled.total,
        doubled.parts,
        doubled.band,
        doubled.stars,
    )
    assert once.rules == default_rules()
