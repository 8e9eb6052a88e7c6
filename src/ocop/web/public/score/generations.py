"""What the same marks would have given under the other generations of the law, for the whole sheet.

Owns choosing the counterparts and wording the bounds; carrying marks over is `ocop.rules.scoring.compare`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.rules.lawbook.book import GENERATIONS, find_set
from ocop.rules.lawbook.classification import related_sets
from ocop.rules.lawbook.shapes import CriteriaSet
from ocop.rules.scoring.compare import Comparison, compare
from ocop.web.base.figures import points_text
from ocop.web.public.law.addresses import compare_href
from ocop.web.public.law.wording import decision, plain
from ocop.web.public.score.state import State


@dataclass(frozen=True)
class Elsewhere:
    """One set of another generation: what the marks would give there, in words, and where to see what changed."""

    law: str
    name: str
    points: str
    stars: str
    sure: str
    href: str


def elsewhere_of(state: State) -> tuple[Elsewhere, ...]:
    """Every set of another generation that this one came from or became; none for a set without counterpart."""
    return tuple(_row(state, criteria) for criteria in _counterparts(state.criteria))


def _counterparts(criteria: CriteriaSet) -> Iterator[CriteriaSet]:
    for instrument in GENERATIONS:
        if instrument == criteria.instrument:
            continue
        for number in related_sets(criteria.instrument, criteria.number, instrument):
            found = find_set(instrument, number)
            if not found.missing_because:
                yield found


def _row(state: State, criteria: CriteriaSet) -> Elsewhere:
    found = compare(state.dossier, criteria)
    here = (state.criteria.instrument, state.criteria.number)
    return Elsewhere(
        law=decision(criteria.instrument),
        name=plain(criteria.name),
        points=_span(points_text(found.least.total), points_text(found.most.total)),
        stars=_stars(found),
        sure=_sure(len(found.open_at)),
        href=compare_href(here, (criteria.instrument, criteria.number)),
    )


def _span(least: str, most: str) -> str:
    return least if least == most else _("%(least)s đến %(most)s") % {"least": least, "most": most}


def _stars(found: Comparison) -> str:
    least, most = found.least.stars, found.most.stars
    if not most:
        return _("không xếp hạng")
    if found.certain:
        return ngettext("%(stars)d sao", "%(stars)d sao", most) % {"stars": most}
    return _("%(least)d đến %(most)d sao") % {"least": least, "most": most}


def _sure(unsure: int) -> str:
    if not unsure:
        return _("mọi mức đều có chỗ tương ứng")
    words = ngettext(
        "%(count)d tiêu chí không có chỗ tương ứng chắc chắn",
        "%(count)d tiêu chí không có chỗ tương ứng chắc chắn",
        unsure,
    )
    return words % {"count": unsure}
