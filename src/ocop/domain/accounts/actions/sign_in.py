"""Acts of signing in: try a password or a code, open and close sessions.

Owns what is told about a wrong try, which never is whether an account exists. Counting is `tries`', keys and apps are
`second_factor`'s, `passkeys`' and `linked`'s. Sessions are rows of their own, not history.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.hashers import make_password

from ocop.domain.accounts.actions import second_factor, tries
from ocop.domain.accounts.models import Person, Session
from ocop.domain.accounts.queries import person_by_contact
from ocop.kit import contacts
from ocop.kit.seals import keyed_digest
from ocop.rules.access import lockout
from ocop.rules.refused import Refused


def check_password(*, typed: str, password: str, address: str, at: datetime, demonstration: bool) -> Person:
    """Whose name and password these are. Raises Refused: `wait` (too many wrong tries) or `wrong_sign_in`.

    The try is counted before the password is looked at, so that many at once do not get in between; a right one takes
    it back. An unknown name costs the same time as a wrong password. With `demonstration` off, the accounts whose
    password everybody knows are unknown ones.
    """
    account = keyed_digest(contacts.email(typed) or contacts.phone(typed) or typed.strip().lower()[:254], "account")
    ladders = {account: lockout.ACCOUNT, tries.address_key(address): lockout.ADDRESS}
    tries.count_try(ladders, at)
    person = person_by_contact(typed)
    if person is None:
        make_password(password)
    if person is None or not person.check_password(password) or not may_enter(person, demonstration):
        vi, en = tries.what_next(account, lockout.ACCOUNT, at)
        raise Refused(
            "wrong_sign_in",
            vi=f"E-mail, số điện thoại hoặc mật khẩu chưa đúng. {vi}",
            en=f"The e-mail, telephone number or password is not right. {en}",
        )
    tries.take_back(ladders, forget=account)
    return person


def check_code(*, person: Person, code: str, at: datetime) -> None:
    """A code of the person's authenticator app, or one of their spare codes, each good once.

    Raises Refused: `wait` or `wrong_code`.
    """
    key = keyed_digest(str(person.id), "code")
    tries.count_try({key: lockout.ACCOUNT}, at)
    if not second_factor.use_code(person, code, at):
        wrong = second_factor.wrong_code()
        vi, en = tries.what_next(key, lockout.ACCOUNT, at)
        raise Refused(wrong.code, vi=f"{wrong.vi} {vi}", en=f"{wrong.en} {en}")
    tries.take_back({key: lockout.ACCOUNT}, forget=key)


def may_enter(person: Person, demonstration: bool) -> bool:
    """Is the account open, and (where everybody knows their password) no demonstration account?"""
    return person.is_active and (demonstration or not person.is_demonstration)


def open_session(*, key: str, person: Person, address: str, device: str, at: datetime) -> None:
    """Note whose session this is, and from where."""
    Session.objects.filter(session_key=key).update(
        person=person, opened_at=at, seen_at=at, address=address or None, device=device[:200]
    )


def note_seen(*, key: str, at: datetime) -> None:
    """The session was used now."""
    Session.objects.filter(session_key=key).update(seen_at=at)


def close_sessions(*, person: Person, keys: Iterable[str] | None = None, but: str = "") -> int:
    """Sign a person out: of the sessions named, or of all but one. Returns how many ended."""
    rows = Session.objects.filter(person=person).exclude(session_key=but)
    if keys is not None:
        rows = rows.filter(session_key__in=list(keys))
    return rows.delete()[0]
