"""`manage.py load_places`: bring the tables of administrative units to the edition of the law that is installed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ocop.domain.places.actions import load_units
from ocop.rules.refused import Refused
from ocop.rules.units.reading import edition, gazetteer


class Command(BaseCommand):
    """Idempotent: a second run writes nothing."""

    help = "Nạp đơn vị hành chính vào cơ sở dữ liệu / Load the administrative units into the database."

    def handle(self, *arguments: Any, **options: Any) -> None:
        """Load, and say what was written."""
        try:
            done = load_units(book=gazetteer(), edition=edition(), at=datetime.now(UTC))
        except Refused as refusal:
            raise CommandError(f"{refusal}\n{refusal.words('en')}") from refusal
        self.stdout.write(
            f"Đơn vị / units: {done.units}; kỳ / states: {done.states}; kế tiếp / successions: {done.successions}"
        )
