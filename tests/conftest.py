"""What every test shares. Fixtures of one stratum live in that stratum's own folder."""

import os
import sys

import pytest
from hypothesis import settings

# Only the full tier loads Django; naming the settings here keeps `pytest tests/web` short.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
# What an act asks to be done later is done at once, so that its test sees it; sites that tests start have their worker.
os.environ["OCOP_JOBS"] = "at-once"

# A slow or busy machine is no reason for a test to fail.
settings.register_profile("ocop", deadline=None)
settings.load_profile("ocop")


def pytest_collection_modifyitems(items):
    """Whatever uses the database is marked `db`: the full tier runs it a second time, on PostgreSQL."""
    for item in items:
        asked = {"db", "transactional_db", "django_db_setup"}.intersection(getattr(item, "fixturenames", ()))
        if asked or item.get_closest_marker("django_db"):
            item.add_marker("db")


@pytest.fixture(scope="session", autouse=True)
def law_read_afresh():
    """Forget what the rules remember: a run of mutants shares its process with the sound run before it."""
    modules = [module for name, module in sys.modules.items() if name.startswith("ocop.rules.")]
    for remembered in [value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")]:
        remembered.cache_clear()
