"""The tests of kit use Django set up, as the site does; its tables only where a test says so."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
django.setup()
