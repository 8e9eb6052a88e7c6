"""Reading people: who holds which role on a day, where a unit lies, who works in a unit, who is signed in where.

Owns look-ups; whether something may be done is `policies`'. A day is always an argument.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, F, Min, Q, QuerySet

from ocop.domain.accounts.models import (
    NATION,
    Authenticator,
    LinkedAccount,
    Passkey,
    Person,
    RoleHeld,
    Session,
    StandIn,
)
from ocop.domain.places.models import AdministrativeUnit, UnitState
from ocop.domain.places.queries import line_of, units_on, units_under
from ocop.kit.text import search_key
from ocop.rules.access.decide import Held, Place
from ocop.rules.refused import Refused

NATION_NAME = "Toàn quốc"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a role is held: a unit as of a day, a producer with its commune, or (neither) the nation.

    `line` is the unit and those above it, smallest first, as `places.queries.line_of` gives them.
    """

    line: tuple[UnitState, ...] = ()
    producer: UUID | None = None

    @property
    def unit(self) -> AdministrativeUnit | None:
        """The unit itself; None for the nation."""
        return self.line[0].unit if self.line else None

    @property
    def key(self) -> str:
        """What the column `seat` holds."""
        if self.producer:
            return str(self.producer)
        return str(self.line[0].unit_id) if self.line else NATION

    @property
    def level(self) -> str:
        """Level at which a role is held here: that of the unit, "producer" or "nation"."""
        if self.producer:
            return "producer"
        return self.line[0].unit.level if self.line else "nation"

    @property
    def name(self) -> str:
        """In words: "Xã Ba Chẽ"."""
        return self.line[0].title if self.line else NATION_NAME

    @property
    def chain(self) -> str:
        """The chain of history that acts here belong to: the province's code, or the nation's."""
        return self.line[-1].unit.code if self.line else NATION

    @property
    def place(self) -> Place:
        """What `ocop.rules.access.decide` asks for."""
        units = (NATION, *(str(state.unit_id) for state in reversed(self.line)))
        return Place(units, str(self.producer) if self.producer else "")


@dataclass(frozen=True, slots=True)
class Acting:
    """Somebody at work on a day, with the roles they may act in. Without a person: the system itself."""

    day: date
    person: Person | None = None
    held: tuple[Held, ...] = ()

    @property
    def is_system(self) -> bool:
        """Set-up commands act so; no page ever does."""
        return self.person is None


@dataclass(frozen=True, slots=True)
class Post:
    """A role held, as a page shows it, with whoever stands in for its holder on the day."""

    row: RoleHeld
    person: Person
    stand_in: StandIn | None

    @property
    def role(self) -> str:
        """Its code."""
        return self.row.role


def seat_of(unit: AdministrativeUnit | None, day: date, producer: UUID | None = None) -> Seat:
    """The seat at a unit on `day`. Raises Refused when the unit is none on that day."""
    return Seat(line_of(unit, day) if unit else (), producer)


def seat_by_code(code: str, day: date) -> Seat:
    """The seat of the unit with this code on `day`; "vn" is the nation. Raises Refused (`no_unit`)."""
    if code == NATION:
        return Seat()
    state = units_on(day).filter(unit__code=code).first()
    if state is None:
        raise Refused(
            "no_unit",
            vi=f"Ngày {day:%d/%m/%Y} không có đơn vị mã {code}. Chọn lại trong danh sách.",
            en=f"There is no unit {code} on {day}. Choose again from the list.",
        )
    return seat_of(state.unit, day)


def seat_of_role(row: RoleHeld, day: date) -> Seat:
    """Where a role is held, as of `day`. Raises Refused when its unit is no more."""
    return seat_of(row.unit, day, row.producer)


def seats_of(person: Person, day: date) -> list[Seat]:
    """Where somebody holds a role or stands in, on `day` or later; units that are no more count as the nation."""
    later = Q(valid_until__isnull=True) | Q(valid_until__gt=day)
    rows = [*RoleHeld.objects.filter(later, person=person).select_related("unit")]
    lent = StandIn.objects.filter(later, person=person).select_related("role_held__unit")
    rows += [one.role_held for one in lent]
    return [_seat_or_nation(row, day) for row in rows]


def home_of(person: Person, day: date) -> Seat:
    """The seat whose chain of history tells of a person: that of their first role, else the nation's."""
    return next(iter(seats_of(person, day)), Seat())


def held_on(person: Person, day: date) -> list[Held]:
    """The roles a person may act in on `day`: their own, and those they stand in for; none for a closed account."""
    if not person.is_active:
        return []
    own = RoleHeld.objects.filter(_holds(day), person=person, person__is_active=True).select_related("unit")
    lent = StandIn.objects.filter(_holds(day), _holds(day, "role_held__"), person=person)
    lent = lent.select_related("role_held__unit", "role_held__person")
    rows = [(row, "") for row in own.order_by("id")]
    rows += [(one.role_held, one.role_held.person.full_name) for one in lent.order_by("id")]
    names = _names({row.unit_id for row, _ in rows if row.unit_id}, day)
    return [_held(row, names, standing_for) for row, standing_for in rows]


def acting(person: Person, day: date) -> Acting:
    """A person at work on `day`."""
    return Acting(day, person, tuple(held_on(person, day)))


def posts_at(seat: Seat, day: date) -> list[Post]:
    """The roles held at this very seat on `day` or later, by name and period; producers' people apart."""
    rows = RoleHeld.objects.filter(seat=seat.key).filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day))
    return _posts(rows, day)


def posts_of(person: Person, day: date) -> list[Post]:
    """The roles of one person on `day` or later."""
    rows = RoleHeld.objects.filter(person=person).filter(Q(valid_until__isnull=True) | Q(valid_until__gt=day))
    return _posts(rows, day)


def staffing(seat: Seat, day: date) -> list[tuple[UnitState, int]]:
    """The communes below a province (of the nation: its provinces), each with how many people hold a role there."""
    units = units_under(seat.unit, day, "commune") if seat.unit else units_on(day, "province")
    counts = dict(
        RoleHeld.objects.filter(_holds(day), producer__isnull=True, unit__in=units.order_by().values("unit"))
        .values_list("unit")
        .annotate(people=Count("person", distinct=True))
    )
    return [(state, counts.get(state.unit_id, 0)) for state in units]


def roles_within(seat: Seat, day: date) -> QuerySet[RoleHeld]:
    """The roles held on `day` at a seat and in every unit below it, producers' people apart."""
    rows = RoleHeld.objects.filter(_holds(day), producer__isnull=True, person__is_active=True)
    if seat.unit is None:
        return rows.select_related("person")
    below = units_under(seat.unit, day, "commune").order_by().values("unit")
    return rows.filter(Q(unit=seat.unit) | Q(unit__in=below)).select_related("person")


def ending_roles(seat: Seat, day: date, within: timedelta) -> tuple[int, date | None]:
    """How many roles there end in the days to come, and the first day on which one is held no more."""
    found = roles_within(seat, day).filter(valid_until__gt=day, valid_until__lte=day + within)
    told = found.aggregate(count=Count("id"), first=Min("valid_until"))
    return told["count"], told["first"]


def without_second_factor(seat: Seat, day: date, roles: Iterable[str]) -> int:
    """How many people hold one of these roles there and sign in by password alone."""
    found = roles_within(seat, day).filter(role__in=[*roles], person__authenticator__isnull=True)
    found = found.exclude(person__in=Passkey.objects.filter(with_password=True).values("person"))
    return found.values("person").distinct().count()


def without_password(seat: Seat, day: date) -> int:
    """How many people there were invited and have not set their password yet."""
    found = roles_within(seat, day).filter(person__password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return found.values("person").distinct().count()


def producers_staffed(producers: Iterable[UUID], day: date) -> dict[UUID, int]:
    """How many people hold the role of these producers on `day`; those without any are not in it."""
    rows = RoleHeld.objects.filter(_holds(day), producer__in=list(producers)).values_list("producer")
    return {number: people for number, people in rows.annotate(people=Count("person", distinct=True)) if number}


def person(number: UUID) -> Person | None:
    """The person of this id."""
    return Person.objects.filter(id=number).first()


def role_held(number: UUID) -> RoleHeld | None:
    """The role of this id, with its person and unit."""
    return RoleHeld.objects.select_related("person", "unit").filter(id=number).first()


def stand_in_of(row: RoleHeld, day: date) -> StandIn | None:
    """Who stands in for a role on `day`, or the next who will."""
    rows = StandIn.objects.filter(role_held=row, valid_until__gt=day).select_related("person", "role_held")
    return rows.order_by("valid_from").first()


def code_of_seat(seat: str) -> str:
    """The code of the unit with this id; "vn" for the nation, "" for anything else."""
    if seat == NATION:
        return NATION
    return AdministrativeUnit.objects.filter(id=seat).values_list("code", flat=True).first() or ""


def names_of(people: Iterable[str]) -> dict[str, str]:
    """The names of people by id, as history keeps ids; one query."""
    wanted = [*people]
    rows = Person.objects.filter(id__in=wanted).values_list("id", "full_name") if wanted else ()
    return {str(id): name for id, name in rows}


def person_by_contact(typed: str) -> Person | None:
    """Whose e-mail or mobile number this is, in any spelling."""
    try:
        return Person.objects.get_by_natural_key(typed)
    except Person.DoesNotExist:
        return None


def people_named(words: str) -> QuerySet[Person]:
    """Active people whose name holds `words`, however accents are typed."""
    return Person.objects.filter(is_active=True, search_key__contains=search_key(words)).order_by("sort_key", "id")


def sessions_of(person: Person, now: datetime) -> QuerySet[Session]:
    """Where somebody is signed in now, last seen first."""
    rows = Session.objects.filter(person=person, expire_date__gt=now)
    return rows.order_by(F("seen_at").desc(nulls_last=True))


def has_authenticator(person: Person) -> bool:
    """Is there an app whose code signing in asks for?"""
    return Authenticator.objects.filter(person=person).exists()


def passkeys_of(person: Person) -> QuerySet[Passkey]:
    """A person's keys, first added first."""
    return Passkey.objects.filter(person=person).order_by("added_at", "id")


def asks_second_step(person: Person) -> bool:
    """After a password, is a code or a key asked for?"""
    return has_authenticator(person) or passkeys_of(person).filter(with_password=True).exists()


def linked_accounts(person: Person) -> QuerySet[LinkedAccount]:
    """Accounts elsewhere that open this person's."""
    return LinkedAccount.objects.filter(person=person).order_by("linked_at", "id")


def _seat_or_nation(row: RoleHeld, day: date) -> Seat:
    try:
        return seat_of(row.unit, day, row.producer)
    except Refused:
        return Seat((), row.producer)


def _posts(rows: QuerySet[RoleHeld], day: date) -> list[Post]:
    found = list(rows.select_related("person", "unit").order_by("person__sort_key", "valid_from", "id"))
    now = StandIn.objects.filter(role_held__in=[row.id for row in found], valid_until__gt=day)
    standing: dict[UUID, StandIn] = {}
    for one in now.select_related("person").order_by("valid_from"):
        standing.setdefault(one.role_held_id, one)
    return [Post(row, row.person, standing.get(row.id)) for row in found]


def _held(row: RoleHeld, names: dict[UUID, str], standing_for: str) -> Held:
    if row.producer:
        return Held(row.role, producer=str(row.producer), standing_in=standing_for)
    if row.unit_id is None:
        return Held(row.role, NATION, NATION_NAME, standing_in=standing_for)
    return Held(row.role, str(row.unit_id), names.get(row.unit_id, ""), standing_in=standing_for)


def _names(units: Iterable[UUID], day: date) -> dict[UUID, str]:
    return {state.unit_id: state.title for state in units_on(day).filter(unit__in=list(units))}


def _holds(day: date, before: str = "") -> Q:
    still = Q(**{f"{before}valid_until__isnull": True}) | Q(**{f"{before}valid_until__gt": day})
    return Q(**{f"{before}valid_from__lte": day}) & still
