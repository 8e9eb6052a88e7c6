"""An act that was sent twice acts once: its key is kept in the transaction of the act.

Owns that rule. A second sending waits for the first; if the first failed, its key was never kept.
"""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from ocop.domain.registry.models import Submission
from ocop.rules.refused import Refused


def already_made(key: str, act: str) -> UUID | None:
    """What an act that was sent with `key` made, or None: looked up before work that nobody wants done twice."""
    return Submission.objects.filter(key=key, act=act).values_list("subject", flat=True).first() if key else None


def made_before(key: str, act: str, subject: UUID) -> UUID | None:
    """None the first time, and `key` is kept with the `subject` about to be made; else what it made then.

    An empty key is never kept. Raises Refused (`key_of_another_act`).
    """
    if not key:
        return None
    if not connection.in_atomic_block:
        raise RuntimeError("a key is kept in the transaction of its act")
    row, is_new = Submission.objects.get_or_create(key=key, defaults={"act": act, "subject": subject})
    if is_new:
        return None
    if row.act != act:
        raise Refused(
            "key_of_another_act",
            where=key,
            vi="mã gửi này thuộc về một việc khác; mở lại biểu mẫu",
            en="this key belongs to another act; open the form again",
        )
    return row.subject
