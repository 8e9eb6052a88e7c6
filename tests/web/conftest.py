"""What every test of pages shares: compiled words, assets under plain names, no collecting."""

import os
from pathlib import Path

import django
import pytest
from django.conf import settings as site

from ocop.kit import catalogues

# The fast tier never loads Django, so nobody has set it up yet when these tests are collected.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
django.setup()


@pytest.fixture(scope="session", autouse=True)
def words_compiled():
    """English pages need the .mo file, which is never committed."""
    for folder in site.LOCALE_PATHS:
        catalogues.compile_stale(Path(folder))


@pytest.fixture(scope="session")
def no_assets(tmp_path_factory):
    """An empty folder in place of the collected assets."""
    return tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def assets_under_plain_names(settings, no_assets):
    """The hashed names exist only after collecting, which the browser tests do for real."""
    settings.STATIC_ROOT = no_assets
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
