"""Two people changed one record: each difference side by side, as it was seen, as it is now, as it was about to become.

Owns that page and reading the choices made on it. Nothing is overwritten unasked and nothing typed is lost: what only
one side changed is proposed, what both changed has to be chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ocop.rules.history.canonical import Value
from ocop.rules.register.conflict import Conflict, Difference
from ocop.web.base import forms
from ocop.web.base.timeline.lines import Shown, in_words
from ocop.web.office.records.boxes import Box, Form

STORED, MINE = "nay", "cua-toi"
PREFIX, ASKED = "chon-", "hoi"


@dataclass(frozen=True, slots=True)
class Row:
    """One difference; `box` is None for what this form does not write. `proposed`: STORED, MINE or "" for neither."""

    label: str
    seen: Shown | None
    stored: Shown | None
    mine: Shown | None
    box: Box | None = None
    proposed: str = ""


def keeps_stored(typed: Mapping[str, str], box: Box) -> bool:
    """Did the sender choose, for this box, what stands in the record now?"""
    return typed.get(PREFIX + box.name) == STORED


def is_unsettled(typed: Mapping[str, str]) -> bool:
    """Does a difference that was asked about lack a choice?"""
    asked = typed.get(ASKED, "").split()
    return any(typed.get(PREFIX + name) not in (STORED, MINE) for name in asked)


def page(request: HttpRequest, form: Form, typed: Mapping[str, str], found: Conflict) -> HttpResponse:
    """The page of a conflict, 409; its form carries everything that was typed."""
    rows = [_row(form, one, typed) for one in found.differences]
    asked = [row for row in rows if row and row.box]
    context = {
        "form": form, "asked": asked, "others": [row for row in rows if row and not row.box],
        "names": " ".join(row.box.name for row in asked if row.box),
        "kept": [(box.name, typed.get(box.name, "")) for box in form.boxes],
        "version": typed.get("version", ""), "newest": found.version, "key": forms.new_key(), "crumbs": form.crumbs,
        "stored": STORED, "mine": MINE, "prefix": PREFIX,
    }  # fmt: skip
    return render(request, "records/conflict.html", context, status=409)


def _row(form: Form, one: Difference, typed: Mapping[str, str]) -> Row | None:
    """A difference in words; None for columns that only follow from others."""
    told = in_words(form.table, one.field)
    if told is None:
        return None
    label, words = told
    seen, stored, mine = (words(value) for value in (one.seen, one.stored, one.offered))
    box = next((box for box in form.boxes if box.name == one.field), None)
    if box is None:
        return Row(label, seen, stored, None)
    chosen = typed.get(PREFIX + box.name, "")
    return Row(label, seen, stored, mine, box, chosen or _proposed(one.seen, one.stored, one.offered))


def _proposed(seen: Value, stored: Value, offered: Value) -> str:
    if offered in (seen, stored):
        return STORED
    return MINE if seen == stored else ""
