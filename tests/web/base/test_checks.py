"""Each mistake of set-up is found by the check that is for it, and a sound set-up passes."""

import pytest
from django.core.checks import run_checks


def found():
    return [message.id for message in run_checks()]


def test_the_site_as_it_is_passes():
    assert found() == []


@pytest.mark.parametrize(("changes", "expected"), [
    ({"DEBUG": True, "ALLOWED_HOSTS": ["ocop.example"]}, "ocop.E001"),
    ({"TIME_ZONE": "Asia/Hanoi"}, "ocop.E002"),
    ({"DOCS_DIR": "/nowhere"}, "ocop.W001"),
    ({"HTTPS": True}, "ocop.E003"),
])  # fmt: skip
def test_mistakes_are_found(settings, monkeypatch, changes, expected):
    for name, value in changes.items():
        if name == "TIME_ZONE":  # pytest-django would set the process's clock by it
            monkeypatch.setattr("django.conf.settings.TIME_ZONE", value)
        else:
            setattr(settings, name, value)
    assert expected in found()
