"""Rows about accounts that nobody will ask for again are removed; no event of history tells of them, nobody did it."""

from __future__ import annotations

from datetime import datetime

from ocop.domain.accounts.models import Session


def remove_ended_sessions(*, at: datetime) -> int:
    """Remove the sessions past their end; returns how many."""
    return Session.objects.filter(expire_date__lt=at).delete()[0]
