"""`manage.py load_demonstration`: the published organisations and products that let a new site be looked at."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ocop.domain.intake.actions.demonstration import load_demonstration
from ocop.rules.refused import Refused


class Command(BaseCommand):
    """Idempotent: a second run writes nothing. Every record is marked as demonstration."""

    help = "Nạp dữ liệu minh họa đã công bố / Load the published demonstration data."

    def handle(self, *arguments: Any, **options: Any) -> None:
        """Load, and say what was written."""
        try:
            done = load_demonstration(at=datetime.now(UTC))
        except Refused as refusal:
            raise CommandError(f"{refusal}\n{refusal.words('en')}") from refusal
        self.stdout.write(
            f"Chủ thể / producers: {done.producers}; sản phẩm / products: {done.products}; "
            f"hạng sao / stars: {done.stars}"
        )
