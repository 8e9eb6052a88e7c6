"""Acts on persons: add, invite to set a password, set it, close and open an account.

Owns the spelling of names and contacts. Signing in and out is `sign_in`'s; passwords are judged by Django's validators
where they are typed.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.models import Person, Session
from ocop.domain.accounts.queries import Acting, Seat, home_of, person_by_contact
from ocop.domain.history.actions import Act, record
from ocop.kit import contacts
from ocop.kit.text import search_key, sort_key
from ocop.rules.refused import Refused

KIND = "person"
LONGEST_NAME = 120


@transaction.atomic
def add_person(
    *, full_name: str, contact: str, seat: Seat, by: Acting, at: datetime, is_demonstration: bool = False
) -> Person:
    """A person known by name and by e-mail or mobile number, who cannot sign in before setting a password.

    `seat` is where they are wanted; a role is given apart. Raises Refused: `no_name`, `bad_contact`, `known_contact`,
    or why one may not.
    """
    policies.may_add_person(by, seat).require()
    name = " ".join(unicodedata.normalize("NFC", full_name).split())
    if not name or len(name) > LONGEST_NAME:
        raise Refused(
            "no_name",
            where="full_name",
            vi="Ghi họ và tên, tối đa 120 chữ.",
            en="Write the full name, at most 120 letters.",
        )
    email, phone = contacts.email(contact), contacts.phone(contact)
    if not (email or phone):
        raise Refused(
            "bad_contact",
            where="contact",
            vi="Ghi e-mail (ten@coquan.vn) hoặc số di động Việt Nam (0912 345 678).",
            en="Write an e-mail (name@office.vn) or a Vietnamese mobile number (0912 345 678).",
        )
    if person_by_contact(contact):
        raise Refused(
            "known_contact",
            where="contact",
            vi="Đã có người dùng với e-mail hoặc số này. Giao vai trò cho người ấy thay vì thêm mới.",
            en="Somebody with this e-mail or number is known already. Give them the role instead of adding them again.",
        )
    person = Person.objects.create(
        full_name=name, search_key=search_key(name)[:120], sort_key=sort_key(name)[:400], email=email, phone=phone,
        password=make_password(None), joined_at=at, is_demonstration=is_demonstration,
    )  # fmt: skip
    act = Act("accounts.add_person", KIND, str(person.id), after={"full_name": name, "email": email, "phone": phone})
    record(act, by=policies.actor(by, "accounts.add_person", seat), at=at, chain=seat.chain)
    return person


@transaction.atomic
def invite(*, person: Person, by: Acting, at: datetime) -> None:
    """Record that a link to set a password was made for somebody. The link itself is the page's."""
    policies.may_invite(by, person).require()
    seat = home_of(person, by.day)
    act = Act("accounts.invite", KIND, str(person.id))
    record(act, by=policies.actor(by, "accounts.add_person", seat), at=at, chain=seat.chain)


@transaction.atomic
def set_password(*, person: Person, password: str, by: Acting, at: datetime, keep_session: str = "") -> None:
    """Set one's password; every other session of theirs ends. Whether it is good enough is asked where it is typed."""
    policies.may_set_password(by, person).require()
    person.set_password(password)
    person.save(update_fields=["password"])
    Session.objects.filter(person=person).exclude(session_key=keep_session).delete()
    seat = home_of(person, by.day)
    record(
        Act("accounts.set_password", KIND, str(person.id)),
        by=policies.actor(by, "accounts.set_password", seat), at=at, chain=seat.chain,
    )  # fmt: skip


@transaction.atomic
def close_account(*, person: Person, by: Acting, at: datetime, reason: str) -> None:
    """Nobody signs in with it any more, its sessions end; roles and history stay. Raises Refused (why not)."""
    policies.may_close_account(by, person).require()
    Session.objects.filter(person=person).delete()
    _switch("accounts.close_account", person, by, at, reason, active=False)


@transaction.atomic
def reopen_account(*, person: Person, by: Acting, at: datetime, reason: str) -> None:
    """A closed account opens again, with the roles that still run. Raises Refused (why not)."""
    policies.may_close_account(by, person).require()
    _switch("accounts.reopen_account", person, by, at, reason, active=True)


def _switch(code: str, person: Person, by: Acting, at: datetime, reason: str, *, active: bool) -> None:
    """Open or shut; nothing happens, and nothing is told, when it is so already."""
    if not Person.objects.filter(id=person.id, is_active=not active).update(is_active=active):
        return
    person.is_active = active
    seat = home_of(person, by.day)
    act = Act(code, KIND, str(person.id), {"is_active": not active}, {"is_active": active}, reason[:200])
    record(act, by=policies.actor(by, "accounts.close_account", seat), at=at, chain=seat.chain)
