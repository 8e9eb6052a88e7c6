"""The tables of the site, for the subcommands that read them.

Owns loading the framework and saying what to do when there are no tables; what is read is each subcommand's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ocop.cli.speech import Speech
from ocop.rules.refused import Refused


@contextmanager
def tables(speech: Speech) -> Iterator[None]:
    """The site's own tables; loading the framework takes a moment that the other subcommands do not pay."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
    import django
    from django.db import DatabaseError

    django.setup()
    with speech.refusals():
        try:
            yield
        except DatabaseError as fault:
            raise Refused(
                "no_tables",
                vi=f"Không đọc được lịch sử ({fault}). Mở trang bằng make run một lần, hoặc kiểm tra OCOP_DATA_DIR.",
                en=f"The history cannot be read ({fault}). Start the site once with make run, or check OCOP_DATA_DIR.",
            ) from None
