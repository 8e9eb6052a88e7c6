"""Tables of people: persons, roles held, stand-ins, sessions, wrong tries, ways to sign in, forms already sent.

Owns columns and database constraints. Writing is `actions`', reading `queries`'; which fields are personal is said in
`personal.py`.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Q

from ocop.domain.places.models import AdministrativeUnit
from ocop.kit.contacts import email, phone
from ocop.kit.ids import uuid7
from ocop.kit.periods import NoOverlap
from ocop.rules.access.roles import ROLES

NATION = "vn"
"""The seat of a role held for the whole country."""
ROLE_CODES = [*ROLES]


def _not_empty(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")), name=name)


class People(BaseUserManager["Person"]):
    """Finds a person by what they type to sign in."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """By e-mail or mobile number in any spelling. Raises `Person.DoesNotExist`."""
        typed = username or ""
        if address := email(typed):
            return self.get(email=address)
        if number := phone(typed):
            return self.get(phone=number)
        raise self.model.DoesNotExist


class Person(AbstractBaseUser):
    """Somebody who may sign in, by e-mail or by mobile number; what they may do comes from the roles they hold."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    full_name = models.CharField(max_length=120)
    search_key = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=400)
    email = models.CharField(max_length=254, null=True, blank=True, unique=True)
    phone = models.CharField(max_length=16, null=True, blank=True, unique=True)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    joined_at = models.DateTimeField()

    last_login = None  # sessions say more

    objects = People()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        """At least one way to sign in, spelled as `ocop.kit.contacts` spells it."""

        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(phone__isnull=False), name="accounts_person_reachable"
            ),
            models.CheckConstraint(
                condition=(Q(email__isnull=True) | ~Q(email="")) & (Q(phone__isnull=True) | ~Q(phone="")),
                name="accounts_person_no_empty_contact",
            ),
        ]
        indexes = [models.Index(fields=["search_key"], name="accounts_person_search")]

    def __str__(self) -> str:
        return self.full_name


class RoleHeld(models.Model):
    """A role held by a person from one day until before another (or still): in a unit, for a producer or the nation.

    `seat` says where in one column, for the database to compare: the unit's id, the producer's id, or "vn". A
    producer's people keep the producer's commune in `unit`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=30)
    seat = models.CharField(max_length=36)
    unit = models.ForeignKey(AdministrativeUnit, on_delete=models.PROTECT, related_name="roles", null=True, blank=True)
    producer = models.UUIDField(null=True, blank=True, db_index=True)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        """Known roles only; a producer's people have a producer, all others a unit or the nation; no double role."""

        constraints = [
            models.CheckConstraint(condition=Q(role__in=ROLE_CODES), name="accounts_role_known"),
            models.CheckConstraint(
                condition=Q(role="producer", producer__isnull=False) | (~Q(role="producer") & Q(producer__isnull=True)),
                name="accounts_role_of_producer",
            ),
            models.CheckConstraint(
                condition=Q(seat=NATION, unit__isnull=True) | (~Q(seat=NATION) & Q(unit__isnull=False)),
                name="accounts_role_seat",
            ),
            _not_empty("accounts_role_period_not_empty"),
            NoOverlap(fields=["person", "role", "seat"], name="accounts_role_periods_apart"),
        ]
        indexes = [models.Index(fields=["unit", "valid_from"], name="accounts_role_unit")]

    def __str__(self) -> str:
        return f"{self.role} @ {self.seat}"

    @property
    def last_on(self) -> date | None:
        """The last day it is held, as people say it."""
        return self.valid_until - timedelta(days=1) if self.valid_until else None


class StandIn(models.Model):
    """Another person acts in a role from one day until before another; whose role it is stays as it was."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    role_held = models.ForeignKey(RoleHeld, on_delete=models.PROTECT, related_name="stand_ins")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="standing_in")
    valid_from = models.DateField()
    valid_until = models.DateField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        """One stand-in at a time for one role."""

        constraints = [
            _not_empty("accounts_stand_in_period_not_empty"),
            NoOverlap(fields=["role_held"], name="accounts_stand_in_periods_apart"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.role_held_id}"

    @property
    def last_on(self) -> date:
        """The last day of standing in, as people say it."""
        return self.valid_until - timedelta(days=1)


class Session(AbstractBaseSession):
    """A session, and once somebody signed in: who, since when, last seen when, from where, with what."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sessions", null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)
    device = models.CharField(max_length=200, blank=True)


class WrongTries(models.Model):
    """How often signing in failed for one account name or one network address, which is kept as a keyed digest only."""

    digest = models.CharField(primary_key=True, max_length=64)
    tries = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True, blank=True)


class Authenticator(models.Model):
    """A person's authenticator app: its secret (sealed with the site's key), and the last step a code was used of."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="authenticator")
    secret = models.TextField()
    used_step = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()


class SpareCode(models.Model):
    """A code for the day the telephone is lost: one use, kept as a password is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="spare_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        """No code twice for one person."""

        constraints = [models.UniqueConstraint(fields=["person", "digest"], name="accounts_spare_code_once")]


class Passkey(models.Model):
    """A key kept by a person's device, with which they sign in by finger, face or PIN; only its public half is here.

    `with_password`: signing in by password asks for a key as well.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential = models.CharField(max_length=1400, unique=True)
    public_key = models.TextField()
    sign_count = models.BigIntegerField(default=0)
    with_password = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A person tells their keys apart by name."""

        constraints = [models.UniqueConstraint(fields=["person", "name"], name="accounts_passkey_name_once")]

    def __str__(self) -> str:
        return self.name


class LinkedAccount(models.Model):
    """An account elsewhere (VNeID, a province's single sign-on) that opens a person's account here.

    `issuer` is the address of the provider, `subject` its own unchanging number for the account; `label` what it calls
    the account, for people to recognise it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="linked_accounts")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    label = models.CharField(max_length=254, blank=True)
    linked_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """An account elsewhere opens one person's; a person has one account at a provider."""

        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="accounts_linked_subject_once"),
            models.UniqueConstraint(fields=["person", "issuer"], name="accounts_linked_person_once"),
        ]

    def __str__(self) -> str:
        return self.label or self.subject


class FormSent(models.Model):
    """The number a form carries, once its act is done: the same form sent again acts no second time."""

    key = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    sent_at = models.DateTimeField()
    outcome = models.CharField(max_length=300, blank=True)
