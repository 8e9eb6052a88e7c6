"""Golden cases: dossiers scored by hand from the printed tables, with the reasons, against the exact path."""

from fractions import Fraction

import pytest

from ocop.rules.lawbook.council import rules_with
from ocop.rules.refused import Refused
from ocop.rules.scoring.result import score
from tests.golden.reading import CASES, OUTCOMES, Case, Expected, read_case

CASES_READ = [read_case(path) for path in sorted(CASES.glob("*.txt"))]
RESULTS = [
    pytest.param(case, expected, id=f"{at:02}-{'-'.join(expected.rules.values()) or 'default'}")
    for at, case in enumerate(CASES_READ, start=1)
    for expected in case.results
]


def test_there_are_cases_of_every_generation_and_every_star():
    scored = [(case, expected.scored) for case in CASES_READ for expected in case.results if expected.scored]
    assert {case.dossier.criteria.instrument for case, _ in scored} == {"26/2026/QĐ-TTg", "148/QĐ-TTg", "1048/QĐ-TTg"}
    assert {found["stars"] for _, found in scored} == {"1", "2", "3", "4", "5", None}
    assert all(case.reasons for case in CASES_READ)
    assert len(CASES_READ) >= 18


@pytest.mark.parametrize(("case", "expected"), RESULTS)
def test_the_result_is_that_of_the_lawyer(case: Case, expected: Expected):
    rules = rules_with(expected.rules)
    if expected.refused:
        with pytest.raises(Refused) as caught:
            score(case.dossier, rules)
        assert caught.value.code == expected.refused
        return
    result, scored = score(case.dossier, rules), expected.scored
    assert result.total == Fraction(scored["total"])
    assert result.parts == {part: Fraction(scored[part]) for part in "ABC"}
    assert result.band == int(scored["band"])
    assert result.stars == int(scored["stars"] or 0)
    assert result.outcome == OUTCOMES[scored["outcome"]]
    assert result.certificate == (scored["certificate"] == "có")
    missed = [(floor.criterion.code, floor.star, floor.need, floor.have) for floor in result.floors_missed]
    assert missed == expected.missed
    assert [(met.gate.criterion, "".join(met.members)) for met in result.gates] == expected.stopped
    assert [(member, code) for member, codes in result.not_applied.items() for code in codes] == expected.ignored
    assert list(result.spread.pairs) == expected.apart
