"""Proofs on settings: each default is allowed, each setting is a field of `CouncilRules` and the other way round.

Owns `settings.yaml` against the code that reads it. Using a setting is `council`'s and `ocop.rules.scoring`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from ocop.rules.lawbook.check.opened import Law, Row, rows
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.council import CouncilRules

FILE = "settings.yaml"


def settings(law: Law) -> Iterator[Row]:
    """Every setting."""
    return rows(law, FILE, "settings")


def allowed(row: Row) -> Iterator[Fault]:
    """The default is one of the values, or a number of the type."""
    kind, default = row.data.get("type", "choice"), row.data["default"]
    values = row.data.get("values", [])
    fits = {"choice": default in values, "points": _is_points(default), "share": _is_share(default)}[kind]
    if not fits or len(set(values)) < len(values) or (kind != "choice" and values):
        yield Fault(FILE, row.place, f"mặc định “{default}” không được phép", f"default {default!r} is not allowed")


def _is_points(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 100


def _is_share(value: Any) -> bool:
    top, _, bottom = str(value).partition("/")
    return top.isdigit() and bottom.isdigit() and int(bottom) > 0 and 0 < Fraction(value) <= 1


@dataclass(frozen=True, slots=True)
class Named:
    """A name, how often the file has it, and whether the code knows it."""

    name: str
    times: int
    in_code: bool


def names(law: Law) -> Iterator[Named]:
    """Every name of the file or of the code."""
    code, file = [item.name for item in fields(CouncilRules)], [row.data["id"] for row in settings(law)]
    return (Named(name, file.count(name), name in code) for name in dict.fromkeys([*code, *file]))


def read(named: Named) -> Iterator[Fault]:
    """In the file once, and read by the code."""
    if named.times != 1 or not named.in_code:
        yield Fault(FILE, named.name, "thiết lập và mã nguồn không khớp", "settings and code do not agree")


PROOFS = (
    Proof(
        "defaults",
        "thiết lập: mặc định nằm trong giá trị cho phép",
        "settings: the default is allowed",
        settings,
        allowed,
    ),
    Proof(
        "settings_read",
        "thiết lập: mã nguồn đọc đúng các thiết lập này",
        "settings: read by the code, all of them",
        names,
        read,
    ),
)
