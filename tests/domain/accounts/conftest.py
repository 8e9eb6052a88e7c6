"""Accounts for real: the units of the law as it stands, on whichever database the settings name."""

import os

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
django.setup()


@pytest.fixture(autouse=True)
def units(request):
    """A few real units, in the transaction of each test that uses the database."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        from tests.domain.few_units import load

        load()
