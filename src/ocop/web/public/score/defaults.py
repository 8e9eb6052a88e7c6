"""The settings a result was reached by: what the law leaves open and this sheet needed, in words.

Owns which settings matter for a sheet. Their values and defaults are `lawbook.council`'s, the words of the values
`law.wording`'s; why each default was chosen stands on the law page of council settings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from ocop.rules.lawbook.bands import bands_of
from ocop.rules.lawbook.council import default_rules, floors_of
from ocop.rules.lawbook.lookup import transitions
from ocop.rules.scoring.gates import zero_gates
from ocop.web.public.law.wording import setting_value
from ocop.web.public.score.state import State

ABOUT: dict[str, str | Promise] = {
    "missed_floor": gettext_lazy("thiếu mức tối thiểu"),
    "floor_basis": gettext_lazy("mức tối thiểu xét theo"),
    "unplaced_floor_148": gettext_lazy("mức tối thiểu luật không ghi chỗ"),
    "gap_rule_1048": gettext_lazy("điểm nằm giữa hai dải"),
    "zero_gate_basis": gettext_lazy("tiêu chí làm hồ sơ bị loại khi 0 điểm"),
    "case_consistency": gettext_lazy("nhiều trường hợp trong một phiếu"),
    "old_transition": gettext_lazy("luật đổi giữa chừng"),
}


@dataclass(frozen=True)
class Default:
    """One setting and the value used."""

    about: str
    value: str


def defaults_of(state: State) -> tuple[Default, ...]:
    """The settings this sheet was scored by, in a fixed order."""
    values = default_rules().as_record()
    return tuple(Default(str(ABOUT[name]), setting_value(name, values[name])) for name in _needed(state))


def _needed(state: State) -> Iterator[str]:
    criteria = state.criteria
    if any(floors_of(leaf, default_rules()) for leaf in criteria.leaves):
        yield from ("missed_floor", "floor_basis")
    if any(leaf.floor_unplaced is not None for leaf in criteria.leaves):
        yield "unplaced_floor_148"
    if bands_of(criteria.instrument).shape == "closed_integers":
        yield "gap_rule_1048"
    if zero_gates(criteria):
        yield "zero_gate_basis"
    if any(leaf.cases for leaf in criteria.leaves):
        yield "case_consistency"
    if _outlived_an_old_change(state):
        yield "old_transition"


def _outlived_an_old_change(state: State) -> bool:
    """Whether it was evaluated after a change of law whose transition rule is not known."""
    evaluated = state.evaluated_on
    if evaluated is None or evaluated in state.regime.filed:
        return False
    return not any(state.kind in rule.kinds and state.on < rule.change_on <= evaluated for rule in transitions())
