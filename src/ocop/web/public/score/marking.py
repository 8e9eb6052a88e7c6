"""The marking page: where one is, the criteria of the step, the way on, and what the form must carry along.

Owns putting together what `cards` and `panel` say into the context of one page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.rules.lawbook.bands import bands_of
from ocop.rules.lawbook.lookup import filing_kinds
from ocop.web.public.law.addresses import set_href
from ocop.web.public.law.wording import decision, plain
from ocop.web.public.score import addresses
from ocop.web.public.score.cards import cards_of, points_words, whole_set_gates
from ocop.web.public.score.panel import panel_of
from ocop.web.public.score.state import FIRST, State, filing, marks
from ocop.web.public.score.steps import Step


@dataclass(frozen=True)
class StepLink:
    """One step in the row of steps; `done` of `all` criteria are marked."""

    code: str
    name: str
    number: int
    done: int
    all: int
    current: bool

    @property
    def complete(self) -> bool:
        """True when every criterion of it is marked."""
        return self.done == self.all


@dataclass(frozen=True)
class Product:
    """What is being scored, under which law."""

    name: str
    number: int
    law: str
    article: str
    filed: str
    kind: str
    law_href: str
    start_href: str
    caveat: str


@dataclass(frozen=True)
class Links:
    """Where the state can be taken."""

    path: str
    here: str
    sheet: str
    file: str


def page(state: State, step: Step, steps: tuple[Step, ...]) -> dict[str, Any]:
    """The context of the marking page, or of the parts of it that one mark changes."""
    links = tuple(_link(one, state, step) for one in steps)
    set_gates = whole_set_gates(state) if step.number == 1 else ()
    return {
        "product": _product(state),
        "step": step,
        "title": step_name(step),
        "about": _about(step),
        "steps": links,
        "before": links[step.number - 2] if step.number > 1 else None,
        "after": links[step.number] if step.number < len(links) else None,
        "cards": cards_of(step, state),
        "set_gates": set_gates,
        "set_gates_met": any(gate.checked for gate in set_gates),
        "carried": carried(state, step),
        "panel": panel_of(state),
        "links": Links(
            addresses.step_path(state, step.code),
            addresses.step_href(state, step.code),
            addresses.sheet_href(state),
            addresses.file_href(state),
        ),
    }


def carried(state: State, step: Step) -> tuple[tuple[str, str], ...]:
    """The hidden fields of the form: the marks and gates that this step does not show itself.

    What the step shows is left out, because a radio or a box that is not sent means that it is not set.
    """
    others = state.without_marks(step.codes)
    shown = {box.number for card in cards_of(step, state) for box in (*card.gates, *card.heading_gates)}
    shown |= {box.number for box in whole_set_gates(state)} if step.number == 1 else set()
    gates = "-".join(str(number) for number in state.gates if number not in shown)
    said = (("m", marks(others)), ("g", gates), *filing(state))
    return tuple((name, value) for name, value in said if value)


def step_name(step: Step) -> str:
    """The section's name, or the part's with its numbers when small sections stand together."""
    if not step.shared:
        return plain(step.sections[0].name)
    numbers = {"first": step.sections[0].official_number, "last": step.sections[-1].official_number}
    return f"{plain(step.part.name)}, " + _("mục %(first)s–%(last)s") % numbers


def _about(step: Step) -> str:
    said = {"part": step.part.code, "n": len(step.leaves), "points": points_words(step.most)}
    return _("Phần %(part)s · %(n)s tiêu chí · tối đa %(points)s") % said


def _link(one: Step, state: State, current: Step) -> StepLink:
    done = sum(leaf.code in state.choices for leaf in one.leaves)
    return StepLink(one.code, step_name(one), one.number, done, len(one.leaves), one.code == current.code)


def _product(state: State) -> Product:
    criteria = state.criteria
    return Product(
        name=plain(criteria.name),
        number=criteria.number,
        law=decision(criteria.instrument),
        article=plain(bands_of(criteria.instrument).article),
        filed=date_format(state.on, "DATE_FORMAT"),
        kind=plain(filing_kinds()[state.kind].name) if state.kind != FIRST else "",
        law_href=set_href(criteria.instrument, criteria.number),
        start_href=addresses.start_href(state),
        caveat=_sentence(plain(state.regime.caveat)),
    )


def _sentence(text: str) -> str:
    return f"{text}." if text and not text.endswith(".") else text
