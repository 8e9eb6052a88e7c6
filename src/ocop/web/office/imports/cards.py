"""Questions, rows and their remarks, ready to be drawn.

Owns what is shown of each; what a doubt is comes from `ocop.rules.intake`, its words from `wording`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ocop.domain.intake.actions.read import communes_of
from ocop.domain.intake.queries import imports
from ocop.domain.intake.queries.imports import Import, ImportRow
from ocop.rules.intake.questions import ACCEPTED_AT_ONCE, Question
from ocop.rules.intake.remarks import Choice, Remark
from ocop.web.base import forms
from ocop.web.office.imports.wording import MENDED, STATES, accept_words, asked_words, field_words, remark_words

PLACES, EXAMPLES = 6, 3
COMMUNE = frozenset(["divided", "several", "old_or_new", "unknown", "province", "no_commune"])
NEW = "new"


@dataclass(frozen=True)
class Card:
    """A question: what is asked, where, and the answers. `key` makes its form act once."""

    question: Question
    title: str
    hint: str
    told: str
    places: list[str]
    more: int
    examples: list[str]
    choices: list[Choice]
    communes: list[Choice]
    accept: str
    key: str = field(default_factory=forms.new_key)


@dataclass(frozen=True)
class Mend:
    """A remark on a cell of a row, with what is in it now and what to do."""

    remark: Remark
    place: str
    label: str
    value: str
    words: str
    todo: str
    choices: list[Choice]
    accept: str


@dataclass(frozen=True)
class Line:
    """A row with its remarks. `key` makes its form act once."""

    row: ImportRow
    kind: str
    state: str
    product: str
    producer: str
    commune: str
    stars: str
    mends: list[Mend] = field(default_factory=list)
    key: str = field(default_factory=forms.new_key)


def cards(whole: Import, shown: Sequence[Question]) -> list[Card]:
    """The questions of a page; one query for the rows they name."""
    needed = any(question.code in COMMUNE and not question.choices for question in shown)
    communes = communes_of(whole, None).all() if needed else []
    names = imports.names_of(whole, [number for question in shown for number in question.rows[:PLACES]])
    return [_card(question, communes, names) for question in shown]


def _card(question: Question, communes: list[Choice], names: Mapping[int, str]) -> Card:
    title, hint = asked_words(question)
    remark, shown = question.first.remark, question.rows[:PLACES]
    examples = list(dict.fromkeys(names[number] for number in shown if number in names))[:EXAMPLES]
    told = remark_words(remark) if question.code in ACCEPTED_AT_ONCE and len(question.rows) == 1 else ""
    open_ended = question.code in COMMUNE and not question.choices
    return Card(
        question, title, hint, told, [f"{remark.column}{number}" for number in shown], len(question.rows) - len(shown),
        examples, _choices(remark), communes if open_ended else [], accept_words(question.code, len(question.rows)),
    )  # fmt: skip


def line(kept: ImportRow) -> Line:
    """A row."""
    kind, state = STATES[kept.state]
    text = {name: imports.cell_text(kept, name) for name in ("product", "producer", "commune", "stars")}
    return Line(kept, kind, str(state), **text, mends=[_mend(kept, each) for each in imports.remarks_of(kept)])


def _mend(kept: ImportRow, remark: Remark) -> Mend:
    return Mend(
        remark, f"{remark.column}{remark.row}", field_words(remark.field), imports.cell_text(kept, remark.field),
        remark_words(remark), str(MENDED.get(remark.code, "")), _choices(remark),
        accept_words(remark.code, 1) if remark.severity == "doubt" else "",
    )  # fmt: skip


def _choices(remark: Remark) -> list[Choice]:
    """The answers to choose from, the one that is no record in the reader's language."""
    new = _("Không, là sản phẩm mới") if remark.code == "maybe_same_product" else _("Không, là chủ thể mới")
    return [Choice(each.value, new if each.value == NEW else each.label) for each in remark.choices]
