"""Which law governs a filing: exactly one regime, or a refusal that says why.

Owns the regimes by filing date and the transition rules. The criteria themselves are `book`'s; working-day clocks of a
procedure are the workflow's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from ocop.rules.dates import Period
from ocop.rules.lawbook import loader
from ocop.rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Regime:
    """The law of the dossiers filed in `filed`: which criteria, which procedure, and who recognises which star."""

    id: str
    filed: Period
    criteria: str
    process: tuple[str, ...]
    levels: dict[int, str]
    confidence: str
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class Transition:
    """Dossiers of `kinds` filed before `change_on` keep the old law, to the end of `last_day`."""

    change_on: date
    kinds: tuple[str, ...]
    days: int
    last_day: date
    instrument: str
    article: str


@dataclass(frozen=True, slots=True)
class FilingKind:
    """A kind of filing: first, upgrade or reevaluation, with its Vietnamese name and article."""

    id: str
    name: str
    article: str


@cache
def regimes() -> tuple[Regime, ...]:
    """The regimes in order of filing date."""
    return tuple(
        Regime(
            id=row["id"],
            filed=Period(row["filed"]["from"], row["filed"]["until"]),
            criteria=row["criteria"],
            process=tuple(row["process"]),
            levels=row["levels"],
            confidence=row["confidence"],
            caveat=row.get("caveat", ""),
        )
        for row in loader.read("regimes.yaml")["regimes"]
    )


@cache
def transitions() -> tuple[Transition, ...]:
    """The printed transition rules."""
    return tuple(
        Transition(
            row["change_on"], tuple(row["kinds"]), row["days"], row["last_day"], row["instrument"], row["article"]
        )
        for row in loader.read("regimes.yaml")["transitions"]
    )


@cache
def filing_kinds() -> dict[str, FilingKind]:
    """The kinds of filing, by id."""
    return {row["id"]: FilingKind(**row) for row in loader.read("regimes.yaml")["filing_kinds"]}


def regime_for(
    filed_on: date, *, kind: str = "first", evaluated_on: date | None = None, old_transition: str = "filing"
) -> Regime:
    """The one regime of a dossier of `kind` filed on `filed_on` and evaluated on `evaluated_on` (None: not said).

    Raises Refused when the filing is older than the first regime, the evaluation is before the filing, or the
    transition days of 26/2026/QĐ-TTg article 12.2 are over. `old_transition` names the rule for the older changes of
    law, whose transition articles are not known (settings.yaml).

    >>> regime_for(date(2026, 5, 21), evaluated_on=date(2026, 7, 1)).id
    'R4'
    """
    _know_kind(kind)
    if evaluated_on is not None and evaluated_on < filed_on:
        raise _evaluated_before_filing(filed_on, evaluated_on)
    regime = _by_filing(filed_on)
    if evaluated_on is None or evaluated_on in regime.filed:
        return regime
    rule = _transition(filed_on, evaluated_on, kind)
    if rule is None:
        return regime if old_transition == "filing" else _by_filing(evaluated_on)
    if evaluated_on > rule.last_day:
        raise _transition_over(filed_on, evaluated_on, rule)
    return regime


def _by_filing(day: date) -> Regime:
    found = [regime for regime in regimes() if day in regime.filed]
    if len(found) == 1:
        return found[0]
    first = regimes()[0].filed.start
    raise Refused(
        "no_regime",
        where=str(day),
        vi=f"không có bộ tiêu chí OCOP nào cho hồ sơ nộp ngày này; bộ đầu tiên có từ {first:%d/%m/%Y} (1048/QĐ-TTg)",
        en=f"no OCOP criteria governed filings on this day; the first hold from {first} (1048/QĐ-TTg)",
    )


def _transition(filed_on: date, evaluated_on: date, kind: str) -> Transition | None:
    return next(
        (rule for rule in transitions() if kind in rule.kinds and filed_on < rule.change_on <= evaluated_on), None
    )


def _know_kind(kind: str) -> None:
    if kind in filing_kinds():
        return
    known = ", ".join(filing_kinds())
    raise Refused(
        "no_kind",
        where="kind",
        vi=f"không có loại hồ sơ “{kind}”; dùng một trong: {known}",
        en=f"there is no filing kind {kind!r}; use one of: {known}",
    )


def _evaluated_before_filing(filed_on: date, evaluated_on: date) -> Refused:
    return Refused(
        "evaluated_before_filed",
        where=str(evaluated_on),
        vi=f"ngày chấm {evaluated_on:%d/%m/%Y} trước ngày nộp {filed_on:%d/%m/%Y}; xem lại hai ngày",
        en=f"evaluated on {evaluated_on}, before it was filed on {filed_on}; check both dates",
    )


def _transition_over(filed_on: date, evaluated_on: date, rule: Transition) -> Refused:
    return Refused(
        "transition_over",
        where=str(evaluated_on),
        vi=(
            f"hồ sơ nộp {filed_on:%d/%m/%Y} chỉ được chấm theo luật cũ đến hết {rule.last_day:%d/%m/%Y} "
            f"({rule.instrument}, {rule.article}: {rule.days} ngày); muốn chấm tiếp thì nộp lại theo {rule.instrument}"
        ),
        en=(
            f"a dossier filed on {filed_on} could be evaluated under the old law until {rule.last_day} "
            f"({rule.instrument}, article 12.2: {rule.days} days); to go on, file again under {rule.instrument}"
        ),
    )
