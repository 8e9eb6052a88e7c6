"""The store of sessions, in a table that can be listed by person and closed from elsewhere.

Owns the engine that Django is told to use (SESSION_ENGINE). Listing and closing is `queries`' and `actions`'.
"""

from __future__ import annotations

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from ocop.domain.accounts.models import Session


class SessionStore(DatabaseStore):
    """Django's store over our table; saving data leaves the columns about the person alone."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def save(self, must_create: bool = False) -> None:
        """Write data and expiry; of a row that exists nothing else changes."""
        if must_create or self.session_key is None:
            super().save(must_create)
            return
        row = self.create_model_instance(self._session)  # type: ignore[attr-defined]
        changed = Session.objects.filter(session_key=row.session_key).update(
            session_data=row.session_data, expire_date=row.expire_date
        )
        if not changed:  # signed out from elsewhere meanwhile: it must not come back to life
            raise UpdateError
