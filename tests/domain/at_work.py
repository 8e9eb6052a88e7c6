"""Somebody of an agency at work on the day of these tests, known by name and not in any table."""

from datetime import UTC, date, datetime
from uuid import UUID

from ocop.domain.accounts.models import Person
from ocop.domain.accounts.queries import Acting
from ocop.rules.access.decide import Held

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


def agency(name):
    """`name` with the role of a provincial agency over every unit."""
    number = UUID(int=sum(map(ord, name)))
    return Acting(DAY, Person(id=number, full_name=name), (Held("provincial_agency", "vn", "Tỉnh Một"),))
