"""What every form that acts carries: the number that makes it act once, days as the browser sends them, refusals said.

Owns reading what was typed; a fault is a `Refused` that names the field. What a form does is its page's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language

from ocop.domain.accounts.actions import forms
from ocop.kit.ids import uuid7
from ocop.rules.refused import Refused
from ocop.web.base.signed_in import FORBIDDEN, acting, now


def once(request: HttpRequest, act: Callable[[datetime], str]) -> HttpResponse:
    """Do the act of a form in one transaction and go where it says; the same form sent again goes there too.

    Raises Refused as the act does, and `no_key` for a form without its number.
    """
    by = acting(request)
    assert by.person is not None
    key, moment = _key(request), now()
    with transaction.atomic():
        row = forms.first_time(key=key, person=by.person, at=moment)
        if row is not None:
            row.outcome = act(moment)
            row.save(update_fields=["outcome"])
            return HttpResponseRedirect(row.outcome)
    return HttpResponseRedirect(forms.outcome_of(key, by.person) or "/")


def is_first(request: HttpRequest, at: datetime) -> bool:
    """Was this form not sent before? Inside the transaction of its act."""
    by = acting(request)
    assert by.person is not None
    return forms.first_time(key=_key(request), person=by.person, at=at) is not None


def new_key() -> str:
    """The number of a form just drawn."""
    return str(uuid7())


def day(request: HttpRequest, name: str, otherwise: date | None = None) -> date | None:
    """A day typed as the browser's own field sends it. Raises Refused (`bad_day`)."""
    text = request.POST.get(name, "").strip()
    if not text:
        return otherwise
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("bad_day", where=name, vi="Chọn lại ngày.", en="Choose the day again.") from None


def said(refusal: Refused) -> tuple[str, str]:
    """The field a refusal is about, and its words in the language shown."""
    return refusal.where, refusal.en if get_language() == "en" else refusal.vi


def status_of(refusal: Refused) -> int:
    """403 for who may not, else 422: something to mend in the form."""
    return 403 if refusal.code in FORBIDDEN else 422


def _key(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        vi, en = (
            "Biểu mẫu không đầy đủ. Tải lại trang rồi gửi.",
            "The form came incomplete. Reload and send.",
        )
        raise Refused("no_key", vi=vi, en=en) from None
