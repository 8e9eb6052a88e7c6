"""What has to be done about accounts without anybody asking: sessions that ended are removed each night."""

from __future__ import annotations

from datetime import datetime, time

from ocop.domain.accounts.actions.cleaning import remove_ended_sessions
from ocop.kit.jobs.asking import job


@job(whole=True, daily_at=time(2, 30))
def clean_sessions(*, at: datetime) -> None:
    """Remove sessions past their end."""
    remove_ended_sessions(at=at)
