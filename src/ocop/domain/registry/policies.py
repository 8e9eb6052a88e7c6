"""May somebody who holds these roles do this to that producer or product now? Always with the reason.

Owns where a record lies in the table of `ocop.rules.access`. The edge asks before it offers a button and again before
it calls an action; the actions check what the records themselves allow.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop.domain.history.actions import NATION
from ocop.domain.places.models import AdministrativeUnit
from ocop.domain.places.queries import line_of
from ocop.domain.registry.models import Producer
from ocop.rules.access.decide import Held, Place, may
from ocop.rules.verdict import Verdict


def place_in(unit: AdministrativeUnit, on: date, producer: str = "") -> Place:
    """Where something in `unit` lies on `on`: the nation, its province, (its district,) itself. Raises Refused."""
    line = line_of(unit, on)
    return Place((NATION, *(str(state.unit_id) for state in reversed(line))), producer)


def place_of(producer: Producer) -> Place:
    """Where a producer lies, by its unit of the day it was last placed."""
    return place_in(producer.unit, producer.placed_on, str(producer.id))


def may_read(held: Iterable[Held], producer: Producer) -> Verdict:
    """Read the record, without personal data."""
    return may("registry.read", held, place_of(producer))


def may_see_personal(held: Iterable[Held], producer: Producer) -> Verdict:
    """See representative, telephone, a household's address."""
    return may("registry.see_personal", held, place_of(producer))


def may_add_producer(held: Iterable[Held], unit: AdministrativeUnit, on: date) -> Verdict:
    """Add a producer in a unit."""
    return may("registry.add_producer", held, place_in(unit, on))


def may_change_producer(held: Iterable[Held], producer: Producer) -> Verdict:
    """Change a producer, its representative or its facts."""
    return may("registry.change_producer", held, place_of(producer))


def may_place_producer(held: Iterable[Held], producer: Producer) -> Verdict:
    """Choose the commune of a producer whose old one was divided."""
    if not producer.needs_placing:
        return Verdict(False, "placed", "Chủ thể này đã có xã.", "This producer has its commune already.")
    return may("registry.place_producer", held, place_of(producer))


def may_add_product(held: Iterable[Held], producer: Producer) -> Verdict:
    """Add a product to a producer."""
    return may("registry.add_product", held, place_of(producer))


def may_change_product(held: Iterable[Held], producer: Producer) -> Verdict:
    """Change a product of a producer, its groups or its stars."""
    return may("registry.change_product", held, place_of(producer))


def may_import(held: Iterable[Held], province: AdministrativeUnit, on: date) -> Verdict:
    """Import a workbook into a province."""
    return may("registry.import_workbook", held, place_in(province, on))


def may_export(held: Iterable[Held], unit: AdministrativeUnit, on: date) -> Verdict:
    """Export the list of a unit."""
    return may("registry.export", held, place_in(unit, on))
