"""Acts of signing in: try a password or a code, open and close sessions, keep an authenticator app.

Owns counting wrong tries and what is told about them, which never is whether an account exists. Tries and sessions
are rows of their own, not history; a second factor added or taken away is history.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.models import Authenticator, Person, Session, SpareCode, WrongTries
from ocop.domain.accounts.queries import Acting, Seat, home_of, person_by_contact
from ocop.domain.history.actions import Act, record
from ocop.kit import contacts
from ocop.kit.seals import keyed_digest, opened, sealed
from ocop.rules.access import lockout, one_time
from ocop.rules.refused import Refused

PURPOSE = "authenticator"
SPARE_CODES = 8
SECRET_BYTES = 20


def check_password(*, typed: str, password: str, address: str, at: datetime, demonstration: bool) -> Person:
    """Whose name and password these are. Raises Refused: `wait` (too many wrong tries) or `wrong_sign_in`.

    The try is counted before the password is looked at, so that many at once do not get in between; a right one takes
    it back. An unknown name costs the same time as a wrong password. With `demonstration` off, the accounts whose
    password everybody knows are unknown ones.
    """
    account = keyed_digest(contacts.email(typed) or contacts.phone(typed) or typed.strip().lower()[:254], "account")
    ladders = {account: lockout.ACCOUNT, keyed_digest(address, "address"): lockout.ADDRESS}
    _count_try(ladders, at)
    person = person_by_contact(typed)
    if person is None:
        make_password(password)
    if person is None or not person.check_password(password) or not person.is_active:
        raise _wrong(account, at)
    if person.is_demonstration and not demonstration:
        raise _wrong(account, at)
    _take_back(ladders, forget=account)
    return person


def check_code(*, person: Person, code: str, at: datetime) -> None:
    """A code of the person's authenticator app, or one of their spare codes, each good once.

    Raises Refused: `wait` or `wrong_code`.
    """
    key = keyed_digest(str(person.id), "code")
    _count_try({key: lockout.ACCOUNT}, at)
    if not _use_code(person, code, at):
        raise _wrong(key, at, code=True)
    _take_back({key: lockout.ACCOUNT}, forget=key)


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


def new_secret() -> bytes:
    """A fresh secret for an authenticator app; kept nowhere until a code of it is shown back."""
    return secrets.token_bytes(SECRET_BYTES)


@transaction.atomic
def add_authenticator(*, person: Person, secret: bytes, code: str, by: Acting, at: datetime) -> list[str]:
    """From now on signing in asks for a code as well. Returns the spare codes, shown once.

    Raises Refused (`wrong_code`) when the app does not show what this secret gives.
    """
    policies.may_set_password(by, person).require()
    step = one_time.step_of(secret, _digits(code), int(at.timestamp()), 0)
    if step is None:
        raise _wrong_code()
    Authenticator.objects.update_or_create(
        person=person, defaults={"secret": sealed(secret, PURPOSE), "used_step": step, "added_at": at}
    )
    SpareCode.objects.filter(person=person).delete()
    spare = [f"{secrets.randbelow(10**5):05}-{secrets.randbelow(10**5):05}" for _ in range(SPARE_CODES)]
    SpareCode.objects.bulk_create(SpareCode(person=person, digest=_spare(code)) for code in dict.fromkeys(spare))
    _tell("accounts.add_authenticator", person, by, at)
    return spare


@transaction.atomic
def remove_authenticator(*, person: Person, by: Acting, at: datetime) -> None:
    """Signing in asks for the password alone again."""
    policies.may_set_password(by, person).require()
    if Authenticator.objects.filter(person=person).delete()[0]:
        SpareCode.objects.filter(person=person).delete()
        _tell("accounts.remove_authenticator", person, by, at)


def _tell(act: str, person: Person, by: Acting, at: datetime) -> None:
    seat: Seat = home_of(person, by.day)
    record(Act(act, "person", str(person.id)), by=policies.actor(by, act, seat), at=at, chain=seat.chain)


@transaction.atomic
def _count_try(ladders: dict[str, lockout.Ladder], at: datetime) -> None:
    """One try more for each key, unless one of them still has to wait. Raises Refused (`wait`)."""
    for key in sorted(ladders):
        WrongTries.objects.get_or_create(digest=key)
    rows = list(WrongTries.objects.select_for_update().filter(digest__in=ladders).order_by("digest"))
    longest = max(lockout.wait(ladders[row.digest], row.tries, row.last_at, at) for row in rows)
    if longest:
        raise _waiting(longest)
    for row in rows:
        row.tries = lockout.counted(ladders[row.digest], row.tries, row.last_at, at) + 1
        row.last_at = at
        row.save()


@transaction.atomic
def _take_back(ladders: dict[str, lockout.Ladder], forget: str) -> None:
    """The try was right: its account starts afresh, the address only loses this one."""
    rows = WrongTries.objects.select_for_update().filter(digest__in=ladders).order_by("digest")
    for row in list(rows):
        row.tries = 0 if row.digest == forget else max(row.tries - 1, 0)
        row.save(update_fields=["tries"])


def _wrong(key: str, at: datetime, *, code: bool = False) -> Refused:
    """That it was wrong, and honestly what comes next."""
    row = WrongTries.objects.get(digest=key)
    waiting = lockout.wait(lockout.ACCOUNT, row.tries, row.last_at, at)
    left = lockout.ACCOUNT.free - row.tries
    if waiting:
        vi, en = f"Lần thử tới: sau {_minutes(waiting)} phút.", f"Next try: in {_minutes(waiting)} min."
    else:
        vi, en = f"Còn {left} lần thử trước khi phải chờ.", f"{left} more before you have to wait."
    if code:
        wrong = _wrong_code()
        return Refused(wrong.code, vi=f"{wrong.vi} {vi}", en=f"{wrong.en} {en}")
    return Refused(
        "wrong_sign_in",
        vi=f"E-mail, số điện thoại hoặc mật khẩu chưa đúng. {vi}",
        en=f"The e-mail, telephone number or password is not right. {en}",
    )


def _waiting(time: timedelta) -> Refused:
    return Refused(
        "wait",
        vi=f"Sai nhiều lần quá. Chờ {_minutes(time)} phút rồi thử lại; thử sớm hơn không được xét.",
        en=f"Too many wrong tries. Wait {_minutes(time)} min, then try again; earlier tries are not looked at.",
    )


def _minutes(time: timedelta) -> int:
    """Whole minutes, rounded up: nobody comes back too early."""
    return -(-time // timedelta(minutes=1))


@transaction.atomic
def _use_code(person: Person, code: str, at: datetime) -> bool:
    row = Authenticator.objects.select_for_update().filter(person=person).first()
    if row is None:
        return False
    step = one_time.step_of(opened(row.secret, PURPOSE), _digits(code), int(at.timestamp()), row.used_step)
    if step is None:
        return bool(SpareCode.objects.filter(person=person, digest=_spare(code)).delete()[0])
    row.used_step = step
    row.save(update_fields=["used_step"])
    return True


def _digits(code: str) -> str:
    return "".join(code.split())


def _spare(code: str) -> str:
    return keyed_digest("".join(letter for letter in code if letter.isdigit()), "spare code")


def _wrong_code() -> Refused:
    return Refused(
        "wrong_code",
        vi="Mã chưa đúng hoặc đã dùng. Xem mã mới trong ứng dụng; đồng hồ điện thoại phải đúng giờ.",
        en="The code is not right or was used before. Read a new one; the telephone's clock must be right.",
    )
