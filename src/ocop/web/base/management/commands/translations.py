"""`manage.py translations`: bring the .po files up to the sources, compile them, and say what still lacks words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ocop.kit import catalogues


class Command(BaseCommand):
    """Writes .po and .mo files under LOCALE_PATHS; with --check it only looks."""

    help = "Update and compile the translation catalogues; fails when a message has no translation."

    def add_arguments(self, parser: CommandParser) -> None:
        """One switch."""
        parser.add_argument("--check", action="store_true", help="change nothing, only say what is missing")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Go through the catalogues one by one."""
        found = catalogues.messages_in(settings.PACKAGE_DIR / "web")
        missing = 0
        for locale_dir in map(Path, settings.LOCALE_PATHS):
            for po_file in catalogues.po_files(locale_dir):
                if not check:
                    catalogues.update(po_file, found)
                for text in catalogues.untranslated(po_file, found):
                    missing += 1
                    self.stdout.write(f"{po_file.parents[1].name}: {text}")
            if not check:
                catalogues.compile_stale(locale_dir)
        if missing:
            raise CommandError(f"{missing} messages have no translation; write them in the .po file.")
