"""The batch gives what the exact path gives, bit for bit, for any sheets under any rules."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import settings as check
from hypothesis import strategies as st

from ocop.rules.lawbook.book import GATE_KINDS, GENERATIONS, criteria_set, find_set, set_numbers
from ocop.rules.lawbook.council import default_rules, rules_with, settings
from ocop.rules.lawbook.shapes import Criterion, Gate, Option
from ocop.rules.refused import LawFault, Refused
from ocop.rules.scoring.batch.bars import bars_of
from ocop.rules.scoring.batch.block import lay_out
from ocop.rules.scoring.batch.front import Ranking, groups_of, rank, rank_dossiers, rankings
from ocop.rules.scoring.batch.marks import sheet_of
from ocop.rules.scoring.result import score
from ocop.rules.scoring.sheets import Dossier, Sheet

ALL_SETS = [
    criteria_set(instrument, number)
    for instrument in GENERATIONS
    for number in set_numbers(instrument)
    if not find_set(instrument, number).missing_because
]
CHOICES = {name: item.values for name, item in settings().items() if item.type == "choice"}

any_rules = st.builds(
    lambda choices, limit: rules_with({**choices, "spread_limit": limit}),
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CHOICES.items()}),
    st.integers(0, 30),
)


@st.composite
def dossiers(draw):
    """A dossier that leans to high or low marks, so that every band, floor and gate comes up."""
    criteria = draw(st.sampled_from(ALL_SETS))
    lean = draw(st.sampled_from(["any", "high", "low"]))
    members = draw(st.sampled_from([1, 2, 3, 4, 9]))
    source = draw(st.randoms(use_true_random=False))
    sheets = tuple(Sheet(f"m{at}", choices_of(criteria, lean, source)) for at in range(members))
    gates = draw(st.lists(st.sampled_from(GATE_KINDS), max_size=2))
    return Dossier(criteria, sheets, tuple(Gate(kind, "lý do") for kind in gates) if lean == "any" else ())


def choices_of(criteria, lean, source):
    choices = {}
    for leaf in criteria.leaves:
        numbers = [option.number for option in leaf.options]
        if lean == "high" and source.random() < 0.9:
            choices[leaf.code] = max(numbers)
        elif lean == "any" and source.random() < 0.05:
            continue
        else:
            choices[leaf.code] = source.choice([None, *numbers] if lean != "high" else numbers)
    return choices


def exact(dossier, rules):
    """The ranking that `score` gives; for a refused gap what the batch says instead."""
    try:
        result = score(dossier, rules)
    except Refused as refused:
        assert refused.code == "in_gap"
        lenient = exact(dossier, replace(rules, gap_rule_1048="lower"))
        return replace(lenient, band=0, stars=0, outcome="in_gap", floors_missed=())
    return Ranking(
        instrument=dossier.criteria.instrument,
        set_number=dossier.criteria.number,
        members=len(dossier.sheets),
        total=result.total,
        parts=result.parts,
        band=result.band,
        stars=result.stars,
        outcome=result.outcome,
        floors_missed=tuple((floor.criterion.code, floor.star) for floor in result.floors_missed),
        spread=result.spread.points,
        spread_pairs=len(result.spread.pairs),
        unmarked=sum(len(codes) for codes in result.unmarked.values()),
    )


@check(deadline=None)
@given(st.lists(dossiers(), min_size=1, max_size=8), any_rules)
def test_batch_equals_the_exact_path(many, rules):
    assert rank_dossiers(many, rules) == [exact(one, rules) for one in many]


@pytest.mark.parametrize("criteria", ALL_SETS, ids=lambda criteria: f"{criteria.instrument}-{criteria.number}")
def test_every_set_with_one_option_for_all(criteria):
    """Every leaf at its first, second ... option, and none: the plain walk through a set."""
    most = max(len(leaf.options) for leaf in criteria.leaves)
    many = [
        Dossier(criteria, tuple(Sheet(f"m{at}", level_of(criteria, level)) for at in range(3)))
        for level in range(most + 1)
    ]
    assert rank_dossiers(many) == [exact(one, default_rules()) for one in many]


def level_of(criteria, level):
    return {leaf.code: min(level, len(leaf.options)) or None for leaf in criteria.leaves}


def best(criteria, **changed):
    top = {leaf.code: max(leaf.options, key=lambda option: option.points).number for leaf in criteria.leaves}
    return {**top, **changed}


def test_a_gap_of_1048_is_marked_not_raised():
    """One of two members a point lower at 90: the mean 89.5 lies between the printed bands."""
    criteria = criteria_set("1048/QĐ-TTg", 1)
    rules = rules_with({"gap_rule_1048": "refuse"})
    pair = Dossier(criteria, (Sheet("m1", _at(criteria, 90)), Sheet("m2", _at(criteria, 89))))
    (ranking,) = rank_dossiers([pair], rules)
    assert (ranking.total, ranking.band, ranking.stars, ranking.outcome) == (Fraction(179, 2), 0, 0, "in_gap")
    assert rank_dossiers([pair], rules_with({"gap_rule_1048": "round_half_up"}))[0].band == 5
    assert rank_dossiers([pair])[0].band == 4


def _at(criteria, wanted):
    """Choices that sum to `wanted`, lowered from the best leaf by leaf."""
    choices, total = best(criteria), 100
    for leaf in criteria.leaves:
        for option in leaf.options:
            lower = total - leaf.option(choices[leaf.code]).points + option.points
            if wanted <= lower < total and leaf.code != "B.5.1":
                choices[leaf.code], total = option.number, lower
    assert total == wanted
    return choices


def test_half_a_point_among_three_members_is_not_rounded_down():
    """90, 89 and 89 make 268; half a point below 90 would be 268.5, so this is not five stars, and 269 is."""
    criteria, rules = criteria_set("1048/QĐ-TTg", 1), rules_with({"gap_rule_1048": "round_half_up"})
    below, above = (
        Dossier(criteria, tuple(Sheet(f"m{at}", _at(criteria, points)) for at, points in enumerate(row)))
        for row in ((90, 89, 89), (90, 90, 89))
    )
    assert [ranking.band for ranking in rank_dossiers([below, above], rules)] == [4, 5]


def test_a_declared_gate_comes_before_one_by_zero_points():
    criteria = criteria_set("26/2026/QĐ-TTg", 16)
    zeros = {leaf.code: 1 for leaf in criteria.leaves if leaf.section == "C.6"}
    stopped = Dossier(criteria, (Sheet("m1", best(criteria, **zeros)),))
    declared = replace(stopped, gates=(Gate("out_of_scope", "ngoài phạm vi"), Gate("eliminated", "bị loại")))
    assert [item.outcome for item in rank_dossiers([stopped, declared])] == ["stopped", "out_of_scope"]


def test_points_stay_when_a_rule_changes():
    """The nation is decoded once; changed rules make new bars over the same points."""
    criteria = criteria_set("26/2026/QĐ-TTg", 11)
    dossier = Dossier(criteria, (Sheet("m1", best(criteria)), Sheet("m2", best(criteria, **{"A.1.5": 1}))))
    (block,) = lay_out(groups_of([dossier]))
    for basis in CHOICES["floor_basis"]:
        rules = rules_with({"floor_basis": basis})
        (ranked,) = rank([block], rules)
        assert list(rankings(ranked)) == [exact(dossier, rules)]


def test_blocks_are_cut_at_their_width_and_places_are_kept():
    criteria = [criteria_set("26/2026/QĐ-TTg", 11), criteria_set("1048/QĐ-TTg", 1)]
    many = [
        Dossier(criteria[at % 2], tuple(Sheet(f"m{m}", best(criteria[at % 2])) for m in range(1 + at % 3)))
        for at in range(40)
    ]
    blocks = lay_out(groups_of(many), width=4)
    assert {block.dossiers for block in blocks} <= {1, 2, 3, 4}
    assert sorted(place for block in blocks for place in block.places.tolist()) == list(range(40))
    found = {
        place: ranking
        for ranked in rank(blocks)
        for place, ranking in zip(ranked.block.places.tolist(), rankings(ranked), strict=True)
    }
    assert [found[place] for place in range(40)] == [exact(one, default_rules()) for one in many]


@pytest.mark.parametrize("members", [25, 26, 51, 300])
def test_many_members_outgrow_bytes_and_stay_exact(members):
    criteria = criteria_set("26/2026/QĐ-TTg", 25)
    sheets = [Sheet(f"m{at}", best(criteria) if at % 3 else level_of(criteria, 2)) for at in range(members)]
    for basis in CHOICES["floor_basis"]:
        rules = rules_with({"floor_basis": basis})
        dossier = Dossier(criteria, tuple(sheets))
        assert rank_dossiers([dossier], rules) == [exact(dossier, rules)]


def test_sums_start_anew_before_a_byte_is_full():
    """Nine members of 100 points do not fit a byte: there are several runs of rows, and none can pass 255."""
    criteria = criteria_set("26/2026/QĐ-TTg", 11)
    dossier = Dossier(criteria, tuple(Sheet(f"m{at}", best(criteria)) for at in range(9)))
    (block,) = lay_out(groups_of([dossier]))
    bars = bars_of(block, default_rules())
    runs = [sum(sheet_of(criteria).most[rows]) * 9 for rows in bars.runs]
    assert len(runs) > 1 and max(runs) <= 255 and sum(runs) == 900
    assert any(rows.stop == bars.floor_rows for rows in bars.runs), "no run crosses from sums to single points"


def test_a_set_too_large_for_bytes_is_refused():
    criteria = criteria_set("26/2026/QĐ-TTg", 11)
    heavy = Criterion("A.9", "nặng", 200, options=(Option(1, 200, "đạt"),))
    with pytest.raises(LawFault) as caught:
        sheet_of(replace(criteria, nodes={**criteria.nodes, "A.9": heavy}))
    assert caught.value.code == "sheet_too_large"
    assert "255" in caught.value.words("vi") and "255" in caught.value.words("en")


@pytest.mark.parametrize("gap_rule", CHOICES["gap_rule_1048"])
def test_generations_side_by_side_keep_their_own_bands(gap_rule):
    """1048 rounds half a point up (or refuses); its neighbours in the same block do not."""
    rules = rules_with({"gap_rule_1048": gap_rule})
    many = []
    for criteria in (criteria_set("1048/QĐ-TTg", 1), criteria_set("148/QĐ-TTg", 3), criteria_set("26/2026/QĐ-TTg", 3)):
        for points in (90, 89, 70, 69, 50, 49, 30, 29):
            sheets = (Sheet("m1", _at(criteria, 90)), Sheet("m2", _at(criteria, points)))
            many += [Dossier(criteria, sheets), Dossier(criteria, (sheets[1], sheets[1]))]
    assert len(lay_out(groups_of(many))) == 1
    assert rank_dossiers(many, rules) == [exact(one, rules) for one in many]


def test_a_group_without_declared_gates_fills_a_block_exactly():
    criteria = criteria_set("26/2026/QĐ-TTg", 11)
    (group,) = groups_of([Dossier(criteria, (Sheet("m1", best(criteria)),))] * 4)
    blocks = lay_out([replace(group, declared=None)], width=2)
    assert [block.dossiers for block in blocks] == [2, 2]
    assert {ranking.stars for ranked in rank(blocks) for ranking in rankings(ranked)} == {5}


def test_no_dossier_no_ranking():
    assert rank_dossiers([]) == []
