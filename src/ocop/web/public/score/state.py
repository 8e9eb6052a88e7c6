"""The state of one try, as it stands in a link: day of filing, set, marks, gates, what cannot change, wanted star.

Owns reading a link (with what a form adds to it) and writing the one canonical query back. Pure: no request, no
clock, no Django. A link that cannot be read is refused with words; nothing is ever guessed.

One mark is one character, in printed order: "." not yet marked, "0" no option applies, "1".."9" the option.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.lawbook.lookup import Regime, regime_for
from ocop.rules.lawbook.shapes import CriteriaSet, Criterion, Gate
from ocop.rules.refused import Refused
from ocop.rules.scoring.advise import TOP
from ocop.rules.scoring.result import CERTIFIED_FROM
from ocop.rules.scoring.sheets import Choices, Dossier, Sheet, check_choices

MEMBER = "tu_cham"
UNMARKED, NO_OPTION = ".", "0"
FIRST = "first"
STARS = tuple(range(CERTIFIED_FROM, TOP + 1))

Query = Mapping[str, Sequence[str]]
"""Every value of every name in a query string, as sent."""


@dataclass(frozen=True)
class State:
    """One try. `gates` are numbers in `gates_of`; `frozen` are leaf codes; `target` 0 means the next star."""

    on: date
    criteria: CriteriaSet
    regime: Regime
    choices: Choices
    kind: str = FIRST
    evaluated_on: date | None = None
    gates: tuple[int, ...] = ()
    frozen: tuple[str, ...] = ()
    target: int = 0

    @property
    def unmarked(self) -> tuple[Criterion, ...]:
        """The criteria not yet marked, in printed order."""
        return tuple(leaf for leaf in self.criteria.leaves if leaf.code not in self.choices)

    @property
    def dossier(self) -> Dossier:
        """The try as the rules score it: one sheet, one member."""
        known = gates_of(self.criteria)
        sheet = Sheet(MEMBER, self.choices)
        return Dossier(self.criteria, (sheet,), tuple(known[number - 1] for number in self.gates))

    def without_marks(self, codes: Iterable[str]) -> State:
        """The same try with these criteria not yet marked."""
        gone = frozenset(codes)
        return replace(self, choices={code: number for code, number in self.choices.items() if code not in gone})


def gates_of(criteria: CriteriaSet) -> tuple[Gate, ...]:
    """The lines people declare, in a fixed order: those of the whole set, then those printed at a criterion."""
    printed = (gate for node in criteria.nodes.values() for gate in node.gates)
    return (*criteria.eliminated_if, *(gate for gate in printed if gate.when == "declared"))


# --- reading ------------------------------------------------------------------------------------------------------


def read(on: str, number: int, query: Query) -> State:
    """The try of a link, with the answers of a form (a criterion's code -> its mark) laid over it.

    Raises Refused for a day without law, a set that is not there, or a mark, gate or criterion the set does not have.
    """
    filed, kind, evaluated = read_day(on), _last(query, "k") or FIRST, _last(query, "e")
    evaluated_on = read_day(evaluated) if evaluated else None
    regime = regime_for(filed, kind=kind, evaluated_on=evaluated_on)
    criteria = criteria_set(regime.criteria, number)
    return State(
        on=filed,
        criteria=criteria,
        regime=regime,
        choices=_choices(query, criteria),
        kind=kind,
        evaluated_on=evaluated_on,
        gates=_gates(query, criteria),
        frozen=_frozen(query, criteria),
        target=_target(_last(query, "t")),
    )


def read_day(text: str) -> date:
    """A day written year-month-day, or day/month/year as people here write it. Raises Refused."""
    parts = text.strip().split("/")
    try:
        return date.fromisoformat("-".join(part.zfill(2) for part in reversed(parts)))
    except ValueError:
        raise Refused(
            "bad_day",
            vi=f"không có ngày “{text[:20]}”; viết ngày theo mẫu 22/11/2026",
            en=f"there is no day “{text[:20]}”; write a day like 22/11/2026",
        ) from None


def _last(query: Query, name: str) -> str:
    values = query.get(name) or ("",)
    return values[-1]


def _choices(query: Query, criteria: CriteriaSet) -> Choices:
    """The marks of the link and of the form, in printed order. Raises Refused for one the set does not have."""
    signs = _marks(_last(query, "m"), criteria) | _answers(query, criteria)
    marked = {leaf.code: signs[leaf.code] for leaf in criteria.leaves if signs.get(leaf.code, UNMARKED) != UNMARKED}
    choices: dict[str, Any] = {code: _choice(sign) for code, sign in marked.items()}
    check_choices(choices, criteria)
    return choices


def _choice(sign: str) -> int | str | None:
    """The option a sign stands for; anything else is left as it is, for the rules to refuse."""
    if sign == NO_OPTION:
        return None
    return int(sign) if len(sign) == 1 and sign.isascii() and sign.isdigit() else sign


def _marks(text: str, criteria: CriteriaSet) -> dict[str, str]:
    """The signs of `m`; an absent one means that nothing is marked yet."""
    leaves = criteria.leaves
    if not text:
        return {}
    if len(text) != len(leaves):
        raise Refused(
            "bad_link",
            vi=f"liên kết có {len(text)} dấu chấm điểm, bộ này cần {len(leaves)}; thường do bị cắt khi sao chép",
            en=f"the link holds {len(text)} marks, this set needs {len(leaves)}; it was probably cut when copied",
        )
    return {leaf.code: sign for leaf, sign in zip(leaves, text, strict=True)}


def _answers(query: Query, criteria: CriteriaSet) -> dict[str, str]:
    """What a form says of single criteria; the last value counts, an empty one unmarks."""
    return {leaf.code: _last(query, leaf.code) or UNMARKED for leaf in criteria.leaves if leaf.code in query}


def _words(query: Query, name: str) -> list[str]:
    """The parts of a list, whether joined by hyphens in a link or sent one by one by check boxes."""
    return [word for value in query.get(name, ()) for word in value.split("-") if word]


def _gates(query: Query, criteria: CriteriaSet) -> tuple[int, ...]:
    known = {str(number) for number in range(1, len(gates_of(criteria)) + 1)}
    said = _words(query, "g")
    _refuse_unknown(said, known, vi="điều kiện dừng", en="stop condition")
    return tuple(sorted({int(word) for word in said}))


def _frozen(query: Query, criteria: CriteriaSet) -> tuple[str, ...]:
    known = [leaf.code for leaf in criteria.leaves]
    said = _words(query, "f")
    _refuse_unknown(said, set(known), vi="tiêu chí", en="criterion")
    return tuple(code for code in known if code in said)


def _refuse_unknown(said: Sequence[str], known: set[str], *, vi: str, en: str) -> None:
    for word in said:
        if word not in known:
            raise Refused(
                "bad_link",
                vi=f"liên kết nhắc tới {vi} “{word[:20]}” mà bộ này không có",
                en=f"the link names a {en} “{word[:20]}” that this set does not have",
            )


def _target(text: str) -> int:
    return next((star for star in STARS if str(star) == text), 0)


# --- writing ------------------------------------------------------------------------------------------------------


def marks(state: State) -> str:
    """The marks as one word, one character each, in printed order."""
    return "".join(_sign(state.choices, leaf.code) for leaf in state.criteria.leaves)


def _sign(choices: Choices, code: str) -> str:
    if code not in choices:
        return UNMARKED
    number = choices[code]
    return NO_OPTION if number is None else str(number)


def filing(state: State) -> tuple[tuple[str, str], ...]:
    """What the link says of the filing besides its day: kind and day of evaluation, where not left open."""
    kind = (("k", state.kind),) if state.kind != FIRST else ()
    return (*kind, ("e", state.evaluated_on.isoformat())) if state.evaluated_on else kind


def query(state: State) -> str:
    """The canonical query of a link, without "?"; only characters that no browser rewrites."""
    said = [
        ("m", marks(state) if state.choices else ""),
        ("g", "-".join(str(number) for number in state.gates)),
        ("f", "-".join(state.frozen)),
        ("t", str(state.target or "")),
        *filing(state),
    ]
    return "&".join(f"{name}={value}" for name, value in said if value)
