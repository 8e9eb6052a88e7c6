"""Another generation for many dossiers at once gives what it gives one by one."""

from hypothesis import given
from hypothesis import settings as check
from hypothesis import strategies as st

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.lawbook.classification import related_sets
from ocop.rules.scoring.batch.carried import compare_dossiers
from ocop.rules.scoring.compare import compare
from tests.rules.small_sets import BEFORE, NOW
from tests.rules.test_batch import any_rules, dossiers


def _before(criteria):
    """The set of 148/QĐ-TTg for a set of 26/2026/QĐ-TTg, and the other way round; 1048 sets go to their successor."""
    other = BEFORE if criteria.instrument == NOW else NOW
    found = related_sets(criteria.instrument, criteria.number, other)
    return criteria_set(other, found[0]) if found else criteria


@check(max_examples=60, deadline=None)
@given(st.lists(dossiers(), max_size=6), any_rules.filter(lambda rules: rules.gap_rule_1048 != "refuse"))
def test_many_dossiers_are_carried_over_as_one_is(asked, rules):
    found = compare_dossiers(asked, _before, rules)
    assert len(found) == len(asked)
    for dossier, bounds in zip(asked, found, strict=True):
        one = compare(dossier, _before(dossier.criteria), rules)
        for ranking, result in ((bounds.least, one.least), (bounds.most, one.most)):
            assert (ranking.total, ranking.stars, ranking.outcome) == (result.total, result.stars, result.outcome)
            assert ranking.set_number == one.criteria.number
        assert bounds.certain == one.certain
