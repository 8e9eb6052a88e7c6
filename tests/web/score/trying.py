"""What tests of the score pages share: every set there is, and tries of them drawn at random."""

from datetime import date

from hypothesis import strategies as st

from ocop.rules.lawbook.book import criteria_set, find_set
from ocop.rules.lawbook.classification import groups
from ocop.rules.lawbook.lookup import filing_kinds, regimes
from ocop.web.public.score.state import STARS, State, gates_of

DAYS = {regime.criteria: regime.filed.start for regime in regimes()}
"""A day of filing under each instrument that has criteria."""

SETS = sorted(
    {
        (instrument, group.set)
        for instrument in DAYS
        for group in groups(instrument)
        if not find_set(instrument, group.set).missing_because
    }
)


def regime_of(instrument):
    return next(regime for regime in regimes() if regime.filed.start == DAYS[instrument])


def name_of(pair):
    return f"{pair[0].split('/')[0]}-{pair[1]}"


@st.composite
def tries(draw):
    """Any state a person can reach: any set, any marks, gates, frozen criteria, wanted star."""
    instrument, number = draw(st.sampled_from(SETS))
    criteria = criteria_set(instrument, number)
    choices = {}
    for leaf in criteria.leaves:
        sign = draw(st.sampled_from([".", None, *range(1, len(leaf.options) + 1)]))
        if sign != ".":
            choices[leaf.code] = sign
    codes = [leaf.code for leaf in criteria.leaves]
    gates = range(1, len(gates_of(criteria)) + 1)
    on = DAYS[instrument]
    return State(
        on=on,
        criteria=criteria,
        regime=regime_of(instrument),
        choices=choices,
        kind=draw(st.sampled_from(sorted(filing_kinds()))),
        evaluated_on=draw(st.none() | st.just(on)),
        gates=tuple(sorted(draw(st.sets(st.sampled_from(gates), max_size=2)))) if gates else (),
        frozen=tuple(code for code in codes if draw(st.integers(0, 9)) == 0),
        target=draw(st.sampled_from([0, *STARS])),
    )


TEA = date(2026, 11, 22).isoformat(), 11
FULL_TEA = "21233311231123232223113122232312"
