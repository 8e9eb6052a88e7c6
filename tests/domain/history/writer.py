"""Writes events and says each number once it is safely kept: python -m tests.domain.history.writer WHO COUNT."""

import os
import sys
from datetime import UTC, datetime

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")


def main(who, count):
    django.setup()
    from django.db import transaction

    from ocop.domain.history.actions import SYSTEM, Act, record

    for number in range(count):
        with transaction.atomic():
            record(
                Act("test.write", "writer", who, after={"number": number}), by=SYSTEM, at=datetime.now(UTC), chain="08"
            )
        print(number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
