"""A form sent twice acts once: the number it carries is kept in the transaction of its act.

Owns that one rule; which act a form stands for is its page's.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from ocop.domain.accounts.models import FormSent, Person

KEPT = timedelta(days=30)


def first_time(*, key: UUID, person: Person, at: datetime) -> FormSent | None:
    """The row of a form that was not sent before, to be told its `outcome`; None when it was.

    Must be called inside the transaction of the act: a second sending waits for the first, and sees it only if it was
    done.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a form is noted in the transaction of its act")
    row, is_new = FormSent.objects.get_or_create(key=key, defaults={"person": person, "sent_at": at})
    if is_new:
        FormSent.objects.filter(sent_at__lt=at - KEPT).delete()
    return row if is_new else None


def outcome_of(key: UUID, person: Person) -> str:
    """Where the first sending of a form led its sender; "" for anybody else's form."""
    row = FormSent.objects.filter(key=key, person=person).first()
    return row.outcome if row else ""
