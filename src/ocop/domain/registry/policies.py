"""May this person do this to that producer or product now? Always with the reason.

Owns where a record lies in the table of `ocop.rules.access`; each action asks here, and so does the page before it
offers a button.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ocop.domain.accounts.policies import actor, may_act
from ocop.domain.accounts.queries import Acting, Seat, seat_by_code, seat_of
from ocop.domain.history.actions import Actor
from ocop.domain.places.models import AdministrativeUnit
from ocop.domain.registry.models import Producer
from ocop.rules.verdict import Verdict


def seat_of_producer(producer: Producer) -> Seat:
    """Where a producer lies, by its unit of the day it was last placed. Raises Refused (`no_unit`).

    Kept with the record at hand: a page asks a dozen times about one, the tables are asked once.
    """
    here = (producer.unit_id, producer.placed_on)
    known: tuple[tuple[UUID, date], Seat] | None = producer.__dict__.get("_seat")
    if known is None or known[0] != here:
        known = here, seat_of(producer.unit, producer.placed_on, producer.id)
        producer.__dict__["_seat"] = known
    return known[1]


def seat_of_province(code: str, day: date) -> Seat:
    """The seat of a province by its code on a day. Raises Refused (`no_unit`)."""
    return seat_by_code(code, day)


def named(by: Acting, act: str, producer: Producer) -> Actor:
    """How history names who does this act to a producer or its products."""
    return actor(by, act, seat_of_producer(producer))


def may_read(by: Acting, producer: Producer) -> Verdict:
    """Read the record, without personal data."""
    return may_act("registry.read", by, seat_of_producer(producer))


def may_see_personal(by: Acting, producer: Producer) -> Verdict:
    """See representative, telephone, a household's address."""
    return may_act("registry.see_personal", by, seat_of_producer(producer))


def may_read_history(by: Acting, producer: Producer) -> Verdict:
    """Read what was done to a producer and its products, by whom."""
    return may_act("history.read", by, seat_of_producer(producer))


def may_add_producer(by: Acting, unit: AdministrativeUnit, on: date) -> Verdict:
    """Add a producer in a unit."""
    return may_act("registry.add_producer", by, seat_of(unit, on))


def may_change_producer(by: Acting, producer: Producer) -> Verdict:
    """Change a producer, its representative or its facts."""
    return may_act("registry.change_producer", by, seat_of_producer(producer))


def may_place_producer(by: Acting, producer: Producer) -> Verdict:
    """Choose the commune of a producer whose old one was divided."""
    if not producer.needs_placing:
        return Verdict(False, "placed", "Chủ thể này đã có xã.", "This producer has its commune already.")
    return may_act("registry.place_producer", by, seat_of_producer(producer))


def may_erase_person(by: Acting, producer: Producer) -> Verdict:
    """Erase what is held about a representative, in the register and in its history."""
    return may_act("registry.erase_person", by, seat_of_producer(producer))


def may_add_product(by: Acting, producer: Producer) -> Verdict:
    """Add a product to a producer."""
    return may_act("registry.add_product", by, seat_of_producer(producer))


def may_change_product(by: Acting, producer: Producer) -> Verdict:
    """Change what a product of a producer is."""
    return may_act("registry.change_product", by, seat_of_producer(producer))


def may_classify_product(by: Acting, producer: Producer) -> Verdict:
    """Say which criteria set a product belongs to."""
    return may_act("registry.classify_product", by, seat_of_producer(producer))


def may_record_stars(by: Acting, producer: Producer) -> Verdict:
    """Record stars that a list tells of: never the producer's own people."""
    return may_act("registry.record_stars", by, seat_of_producer(producer))


def may_import(by: Acting, province: Seat) -> Verdict:
    """Import a workbook into a province."""
    return may_act("registry.import_workbook", by, province)


def may_read_list(by: Acting, seat: Seat) -> Verdict:
    """Read the list of a unit."""
    return may_act("registry.read", by, seat)


def may_export(by: Acting, seat: Seat) -> Verdict:
    """Export the list of a unit."""
    return may_act("registry.export", by, seat)
