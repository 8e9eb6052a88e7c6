"""An officer at another machine: python -m tests.domain.registry.changer make | change ID ADDRESS.

`make` loads a small country with one producer and says its id. `change` reads the record, says so, waits for a line,
changes the address on the version it read, and says "saved" or in which fields it was too late.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")


def make():
    from ocop.domain.places.actions import load_units
    from ocop.domain.registry.actions.producers import register_producer
    from tests.domain.at_work import AT, agency
    from tests.rules.small_units import small_units

    book = small_units()
    load_units(book=book, edition="small", at=AT)
    made = register_producer(
        name="HTX Tân Thành", unit_code="00001", source="x", by=agency("Lan"), at=AT, book=book, address="Thôn 1"
    )  # fmt: skip
    print(made.id, flush=True)


def change(id, address):
    from ocop.domain.registry.actions.producers import change_producer
    from ocop.domain.registry.queries.producers import producer
    from ocop.rules.register.conflict import Conflict
    from tests.domain.at_work import AT, agency

    seen = producer(id).version
    print("read", flush=True)
    sys.stdin.readline()
    try:
        change_producer(id=id, changes={"address": address}, seen_version=seen, by=agency(address), at=AT)
    except Conflict as late:
        print("late", *(f"{one.field}:{one.seen}>{one.stored}<{one.offered}" for one in late.differences), flush=True)
    else:
        print("saved", flush=True)


if __name__ == "__main__":
    django.setup()
    {"make": make, "change": change}[sys.argv[1]](*sys.argv[2:])
