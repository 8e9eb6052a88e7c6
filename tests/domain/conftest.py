"""What every test of the domain shares: Django set up, and a small country to load."""

import os
from datetime import UTC, datetime

import django
import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
django.setup()


@pytest.fixture
def small_country(db):
    """The small country of `tests.rules.small_units`, in the tables."""
    from ocop.domain.places.actions import load_units
    from tests.rules.small_units import small_units

    book = small_units()
    load_units(book=book, edition="small", at=datetime(2026, 11, 22, tzinfo=UTC))
    return book
