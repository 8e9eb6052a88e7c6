"""What the law leaves open: council rules and readings of defects, as named settings with a reasoned default.

Owns `CouncilRules` and the settings file behind it, and what a setting makes of a printed floor. Reaching a star with
them is `ocop.rules.scoring`'s work.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from functools import cache
from typing import Any

from ocop.rules.lawbook import loader
from ocop.rules.lawbook.shapes import Criterion
from ocop.rules.refused import Refused

SHARE = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class Setting:
    """One named choice: its allowed values (empty for a number), default, meaning and basis."""

    id: str
    about: str
    default: str | int
    basis: str
    confidence: str
    source: str
    values: tuple[str, ...] = ()
    type: str = "choice"


@dataclass(frozen=True, slots=True)
class CouncilRules:
    """The settings of one council; `default_rules()` gives those of settings.yaml.

    `spread_limit` is in points, `quorum` a share of the members.
    """

    mean: str
    spread_limit: int
    quorum: Fraction
    quorum_chair: str
    floor_basis: str
    missed_floor: str
    gap_rule_1048: str
    unplaced_floor_148: str
    zero_gate_basis: str
    case_consistency: str
    old_transition: str

    def as_record(self) -> dict[str, str | int]:
        """The settings as plain values, for a result that must say by which rules it was reached."""
        record = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value if isinstance(value, int) else str(value) for name, value in record.items()}


@cache
def settings() -> dict[str, Setting]:
    """Every setting, by its id."""
    return {row["id"]: _setting(row) for row in loader.read("settings.yaml")["settings"]}


def _setting(row: dict[str, Any]) -> Setting:
    return Setting(**{**row, "values": tuple(row.get("values", ()))})


@cache
def default_rules() -> CouncilRules:
    """The rules with every setting at its named default."""
    return CouncilRules(**{name: _read(item, item.default) for name, item in settings().items()})


def rules_with(changes: Mapping[str, Any], *, where: str = "rules") -> CouncilRules:
    """The default rules with `changes`. Raises Refused naming the setting that is unknown or not allowed."""
    read = {}
    for name, value in changes.items():
        if name not in settings():
            known = ", ".join(settings())
            raise Refused(
                "no_setting",
                where=f"{where}.{name}",
                vi=f"không có thiết lập này; có: {known}",
                en=f"there is no such setting; there are: {known}",
            )
        read[name] = _read(settings()[name], value, where=f"{where}.{name}")
    return replace(default_rules(), **read)


def _read(setting: Setting, value: Any, *, where: str = "settings.yaml") -> Any:
    if setting.type == "points" and isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100:
        return value
    if setting.type == "share" and isinstance(value, str) and _is_share(value):
        return Fraction(value)
    if setting.type == "choice" and value in setting.values:
        return value
    allowed = {"points": "0-100", "share": "1/2, 2/3, 3/4…", "choice": ", ".join(setting.values)}[setting.type]
    raise Refused(
        "bad_setting",
        where=where,
        vi=f"giá trị này không dùng được; cho phép: {allowed}",
        en=f"this value is not allowed; allowed: {allowed}",
    )


def _is_share(text: str) -> bool:
    numbers = SHARE.fullmatch(text)
    return numbers is not None and 0 < int(numbers[1]) <= int(numbers[2])


def floors_of(criterion: Criterion, rules: CouncilRules) -> dict[int, int]:
    """Star -> points this criterion must reach for it, as printed marks read under `rules`; {} without a mark.

    Marks are cumulative: the 3-star floor also binds 4 and 5 stars; callers compare every star up to the wanted one.
    """
    floors = {option.floor: option.points for option in reversed(criterion.options) if option.floor is not None}
    if criterion.floor_unplaced is not None:
        need = {"full_points": criterion.max, "any_points": 1, "ignore": 0}[rules.unplaced_floor_148]
        if need:
            floors[criterion.floor_unplaced] = need
    return dict(sorted(floors.items()))
