"""Which law governs a dossier: the question a reader asks, the answer with its reasons, or the refusal.

The rule itself is `ocop.rules.lawbook.lookup`; this module reads the form and says why in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.rules.lawbook import council, lookup
from ocop.rules.lawbook.lookup import FilingKind, Regime, Transition
from ocop.rules.refused import Refused
from ocop.web.public.law import wording

DATE_FAULT = gettext_lazy("Không đọc được ngày này. Viết theo mẫu 22/11/2026.")


class Question(forms.Form):
    """When was the dossier filed, what kind is it, and when is it scored (if known)."""

    nop = forms.DateField(
        error_messages={"required": gettext_lazy("Chọn ngày nộp hồ sơ để tra."), "invalid": DATE_FAULT}
    )
    loai = forms.ChoiceField(
        required=False,
        choices=lambda: [(kind, kind) for kind in lookup.filing_kinds()],
        error_messages={"invalid_choice": gettext_lazy("Không có loại hồ sơ này; chọn một trong danh sách.")},
    )
    cham = forms.DateField(required=False, error_messages={"invalid": DATE_FAULT})


@dataclass(frozen=True)
class Answer:
    """One regime, and the reasons for it as sentences."""

    regime: Regime
    reasons: tuple[str, ...]
    last_day: date | None

    @property
    def levels(self) -> list[tuple[int, str]]:
        """Star and the level that recognises it, five stars first."""
        return sorted(self.regime.levels.items(), reverse=True)


@dataclass(frozen=True)
class Asked:
    """What stands in the form, what is wrong with it, and what follows from it."""

    values: dict[str, str]
    faults: dict[str, str]
    kinds: tuple[FilingKind, ...]
    answer: Answer | None = None
    refused: str = ""


def ask(query: QueryDict, today: date) -> Asked:
    """The form as sent, with its answer; an unsent form stands ready for a dossier filed today."""
    kinds = tuple(lookup.filing_kinds().values())
    blank = {"nop": today.isoformat(), "loai": kinds[0].id, "cham": ""}
    if "nop" not in query:
        return Asked(blank, {}, kinds)
    form = Question(query)
    if not form.is_valid():
        faults = {name: str(errors[0]) for name, errors in form.errors.items()}
        return Asked({name: query.get(name, "") for name in blank}, faults, kinds)
    read = form.cleaned_data
    values = {name: value.isoformat() if isinstance(value, date) else value or "" for name, value in read.items()}
    try:
        return Asked(values, {}, kinds, _answer(read["nop"], read["loai"] or kinds[0].id, read["cham"]))
    except Refused as refused:
        return Asked(values, {}, kinds, refused=wording.refusal(refused))


def _answer(filed: date, kind: str, scored: date | None) -> Answer:
    rule = council.default_rules().old_transition
    regime = lookup.regime_for(filed, kind=kind, evaluated_on=scored, old_transition=rule)
    transition = _ends_by(regime, kind)
    reasons = (_filing_reason(regime, filed), *_scoring_reasons(regime, filed, scored, transition))
    return Answer(regime, reasons, transition.last_day if transition else None)


def _ends_by(regime: Regime, kind: str) -> Transition | None:
    """The transition rule that limits scoring under a regime that has ended."""
    rules = lookup.transitions()
    return next((rule for rule in rules if rule.change_on == regime.filed.until and kind in rule.kinds), None)


def _filing_reason(regime: Regime, filed: date) -> str:
    if filed not in regime.filed:  # an old change of law, where the council follows the day of scoring
        return _("Hội đồng theo luật của ngày chấm cho lần đổi luật này.")
    since = {"day": date_format(filed), "start": date_format(regime.filed.start)}
    if regime.filed.until is None:
        return _("Nộp ngày %(day)s, từ %(start)s trở đi là theo luật này.") % since
    last = date_format(regime.filed.until - timedelta(days=1))
    words = _("Nộp ngày %(day)s, trong khoảng %(start)s đến hết %(last)s của luật này.")
    return words % {**since, "last": last}


def _scoring_reasons(regime: Regime, filed: date, scored: date | None, rule: Transition | None) -> tuple[str, ...]:
    if rule is not None:
        limit = {
            "last": date_format(rule.last_day),
            "days": rule.days,
            "article": wording.plain(rule.article),
            "instrument": wording.decision(rule.instrument),
        }
        words = _(
            "Luật đã đổi: chỉ được chấm theo luật cũ đến hết %(last)s (%(days)s ngày; %(article)s, %(instrument)s)."
        )
        return (words % limit,)
    if scored is None or scored in regime.filed or filed not in regime.filed:
        return ()
    return (_("Chấm sau khi luật đổi, vẫn theo luật của ngày nộp; điều chuyển tiếp cũ không đọc được."),)
