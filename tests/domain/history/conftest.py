"""History for real: rows in a database, and a forger who may take the guards away."""

import os

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
django.setup()


@pytest.fixture
def forger(db):
    """A connection without the guards, as somebody with full rights on the database has it."""
    from django.db import connection

    from ocop.domain.history import guards

    guards.remove(connection)
    with connection.cursor() as cursor:
        yield cursor
    guards.install(connection)
