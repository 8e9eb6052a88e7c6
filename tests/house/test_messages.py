"""The set-up leaves every translation compiled."""

import gettext

import pytest

from ocop.kit.catalogues import compile_stale, po_files, read
from scripts.compile_messages import locale_folders
from tests.house.tree import short


@pytest.mark.parametrize("folder", locale_folders(), ids=short)
def test_our_catalogues_are_compiled(folder):
    """A catalogue that the set-up cannot compile fails there and here."""
    assert po_files(folder)
    assert compile_stale(folder) == [], "run `make messages`"


@pytest.mark.parametrize("folder", locale_folders(), ids=short)
def test_a_compiled_catalogue_translates(folder):
    for po_file in po_files(folder):
        with po_file.with_suffix(".mo").open("rb") as mo:
            compiled = gettext.GNUTranslations(mo)
        messages = [message for message in read(po_file) if message.string and not message.pluralizable and message.id]
        assert messages
        assert all(
            (compiled.pgettext(one.context, one.id) if one.context else compiled.gettext(one.id)) == one.string
            for one in messages
        )
