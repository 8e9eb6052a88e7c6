"""What the marking page shows of one step: criteria with their options, proof, notes and gates, ready for a template.

Owns the wording around the law's own labels. Points and stars reached are `panel`'s; the link is `state`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ocop.rules.lawbook.classification import evidence_kinds
from ocop.rules.lawbook.council import default_rules, floors_of
from ocop.rules.lawbook.shapes import Criterion, Gate, Option
from ocop.web.public.law.terms import TERMS
from ocop.web.public.law.wording import plain
from ocop.web.public.score.state import NO_OPTION, State, gates_of
from ocop.web.public.score.steps import Step

NO_OPTION_WORDS = gettext_lazy("Chưa có mức nào phù hợp")
NOT_MET_WORDS = gettext_lazy("Không đạt")


@dataclass(frozen=True)
class OptionCard:
    """One radio card: its value in the form, label, points in words, the star it is the floor of."""

    value: str
    label: str | Promise
    points: str
    checked: bool
    floor: str = ""


@dataclass(frozen=True)
class CaseCard:
    """The options of one case; a criterion without cases has one, without a name."""

    name: str
    options: tuple[OptionCard, ...]


@dataclass(frozen=True)
class GateBox:
    """A line of the law that ends the evaluation: something people declare, or met by 0 points (no number)."""

    kind: str
    text: str
    number: int = 0
    checked: bool = False


@dataclass(frozen=True)
class Line:
    """A note or a kind of evidence: what it is, and its words."""

    kind: str
    text: str


@dataclass(frozen=True)
class CriterionCard:
    """One criterion to mark."""

    code: str
    title: str
    most: str
    cases: tuple[CaseCard, ...]
    none: OptionCard
    notes: tuple[Line, ...]
    proofs: tuple[Line, ...]
    gates: tuple[GateBox, ...]
    heading: str = ""
    heading_gates: tuple[GateBox, ...] = ()
    story: str = ""
    unplaced: str = ""


def cards_of(step: Step, state: State) -> tuple[CriterionCard, ...]:
    """The criteria of one step; a heading inside the section stands before its first criterion."""
    cards, above = [], ""
    for leaf in step.leaves:
        heading = leaf.parent if leaf.parent != above and _has_heading(leaf.parent, step, state) else ""
        above = leaf.parent
        cards.append(_card(leaf, state, heading))
    return tuple(cards)


def _has_heading(code: str, step: Step, state: State) -> bool:
    """Whether a node above a criterion must be named: not the part, nor the section the step itself is about."""
    node = state.criteria.nodes[code]
    said_by_step = code == step.code and not step.shared
    return code != step.part.code and (not said_by_step or bool(node.notes or node.gates))


def whole_set_gates(state: State) -> tuple[GateBox, ...]:
    """The lines that hold for the whole set, whatever the criterion."""
    return tuple(_gate(gate, state) for gate in state.criteria.eliminated_if)


def points_words(points: int) -> str:
    """Points in words: "2 điểm"."""
    return ngettext("%(n)s điểm", "%(n)s điểm", points) % {"n": points}


def _card(leaf: Criterion, state: State, heading: str) -> CriterionCard:
    node = state.criteria.nodes[heading] if heading else None
    return CriterionCard(
        code=leaf.code,
        title=f"{leaf.official_number} {plain(leaf.name)}",
        most=_("tối đa %(points)s") % {"points": points_words(leaf.max)},
        cases=_cases(leaf, state),
        none=_no_option(leaf, state),
        notes=_notes(leaf) + (_notes(node) if node else ()),
        proofs=_proofs(leaf),
        gates=tuple(_gate(gate, state) for gate in leaf.gates),
        heading=f"{node.official_number} {plain(node.name)}" if node else "",
        heading_gates=tuple(_gate(gate, state) for gate in node.gates) if node else (),
        story=state.criteria.nodes[leaf.story.criterion].official_number if leaf.story else "",
        unplaced=_unplaced(leaf),
    )


def _cases(leaf: Criterion, state: State) -> tuple[CaseCard, ...]:
    if not leaf.cases:
        return (CaseCard("", tuple(_option(leaf, option, state) for option in leaf.options)),)
    return tuple(
        CaseCard(plain(name), tuple(_option(leaf, option, state) for option in leaf.options if option.case == case))
        for case, name in leaf.cases
    )


def _option(leaf: Criterion, option: Option, state: State) -> OptionCard:
    return OptionCard(
        value=str(option.number),
        label=plain(option.label),
        points=points_words(option.points),
        checked=state.choices.get(leaf.code, NO_OPTION) == option.number,
        floor=floor_words(option.floor) if option.floor else "",
    )


def _no_option(leaf: Criterion, state: State) -> OptionCard:
    words = NOT_MET_WORDS if leaf.yes_no else NO_OPTION_WORDS
    checked = leaf.code in state.choices and state.choices[leaf.code] is None
    return OptionCard(NO_OPTION, words, points_words(0), checked)


def floor_words(star: int) -> str:
    """What the star beside an option means."""
    return _("tối thiểu cho %(star)s sao") % {"star": star}


def _unplaced(leaf: Criterion) -> str:
    """A floor printed without an option beside it, as the default rules read it."""
    star = leaf.floor_unplaced
    need = floors_of(leaf, default_rules()).get(star) if star else None
    if not need:
        return ""
    words = _(
        "Văn bản đòi mức tối thiểu cho %(star)s sao ở đây nhưng không in ở mức nào; trang này tính là %(points)s."
    )
    return words % {"star": star, "points": points_words(need)}


def _proofs(leaf: Criterion) -> tuple[Line, ...]:
    kinds = (evidence_kinds()[name] for name in leaf.evidence)
    return tuple(Line(plain(kind.name), plain(kind.proof)) for kind in kinds)


def _notes(node: Criterion) -> tuple[Line, ...]:
    return tuple(Line(str(TERMS["note"][note.kind]), plain(note.text)) for note in node.notes)


def _gate(gate: Gate, state: State) -> GateBox:
    kind = str(TERMS["gate"][gate.kind])
    if gate.when != "declared":
        return GateBox(f"{kind} {TERMS['gate_when'][gate.when]}", plain(gate.text))
    number = gates_of(state.criteria).index(gate) + 1
    return GateBox(kind, plain(gate.text), number, number in state.gates)
