"""Units, people and roles for tests: the real units of the law, invented people."""

from datetime import UTC, date, datetime

from ocop.domain.accounts import actions
from ocop.domain.accounts.models import Person, RoleHeld
from ocop.domain.accounts.queries import Acting, Seat, acting, seat_by_code
from ocop.kit.text import search_key, sort_key

DAY = date(2026, 6, 15)
AT = datetime(2026, 6, 15, 3, tzinfo=UTC)
SYSTEM = Acting(DAY)
NATION = Seat()
PROVINCE, COMMUNE, OTHER_COMMUNE = "08", "02473", "00715"
OTHER_PROVINCE, COMMUNE_THERE = "19", "01840"


def seat(code):
    return seat_by_code(code, DAY)


def person(name, contact=None, **more):
    """Somebody who cannot sign in yet."""
    email = contact or f"{search_key(name).replace(' ', '.')}@vidu.example"
    return Person.objects.create(
        full_name=name, search_key=search_key(name), sort_key=sort_key(name), email=email, joined_at=AT,
        **({"password": "!"} | more),
    )  # fmt: skip


def holder(role, code="", name="", producer=None, until=None):
    """Somebody who holds a role since the year began; returns them at work, and the role's row."""
    where = seat(code) if code else NATION
    where = Seat(where.line, producer)
    who = person(name or f"{role} {code}")
    row = RoleHeld.objects.create(
        person=who, role=role, seat=where.key, unit=where.unit, producer=producer,
        valid_from=date(2026, 1, 1), valid_until=until,
    )  # fmt: skip
    return acting(who, DAY), row


def again(by):
    """The same person, with the roles held now."""
    return acting(Person.objects.get(id=by.person.id), by.day)


__all__ = ["actions"]
