"""Acts on the authenticator app of a person and their spare codes: the second step after a password.

Owns that a code is good once and spare codes exist as long as any second step is asked for. Trying codes at the door is
`sign_in`'s. Added and removed are history.
"""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.models import Authenticator, Person, SpareCode
from ocop.domain.accounts.queries import Acting, asks_second_step, home_of
from ocop.domain.history.actions import Act, record
from ocop.kit import one_time
from ocop.kit.seals import keyed_digest, opened, sealed
from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused

PURPOSE = "authenticator"
SPARE_CODES = 8


@transaction.atomic
def add_authenticator(*, person: Person, secret: bytes, code: str, by: Acting, at: datetime) -> list[str]:
    """From now on signing in asks for a code as well. Returns the spare codes, shown once.

    Raises Refused (`wrong_code`) when the app does not show what this secret gives.
    """
    policies.may_set_password(by, person).require()
    step = one_time.step_of(secret, _digits(code), at, 0)
    if step is None:
        raise wrong_code()
    Authenticator.objects.update_or_create(
        person=person, defaults={"secret": sealed(secret, PURPOSE), "used_step": step, "added_at": at}
    )
    spare = new_spare_codes(person)
    tell("accounts.add_authenticator", person, by, at)
    return spare


@transaction.atomic
def remove_authenticator(*, person: Person, by: Acting, at: datetime) -> None:
    """Signing in asks for no code of an app any more."""
    policies.may_set_password(by, person).require()
    if Authenticator.objects.filter(person=person).delete()[0]:
        forget_spare_codes(person)
        tell("accounts.remove_authenticator", person, by, at)


def new_spare_codes(person: Person) -> list[str]:
    """Fresh codes for the day the telephone is lost; older ones are good no more."""
    SpareCode.objects.filter(person=person).delete()
    spare = [f"{secrets.randbelow(10**5):05}-{secrets.randbelow(10**5):05}" for _ in range(SPARE_CODES)]
    SpareCode.objects.bulk_create(SpareCode(person=person, digest=_spare(code)) for code in dict.fromkeys(spare))
    return spare


def forget_spare_codes(person: Person) -> None:
    """Once nothing asks for a second step, no spare code opens anything."""
    if not asks_second_step(person):
        SpareCode.objects.filter(person=person).delete()


def tell(act: str, person: Person, by: Acting, at: datetime, after: Value = None, before: Value = None) -> None:
    """One event about a person's own ways in, in the chain of where they work."""
    seat = home_of(person, by.day)
    told = Act(act, "person", str(person.id), before, after)
    record(told, by=policies.actor(by, act, seat), at=at, chain=seat.chain)


@transaction.atomic
def use_code(person: Person, code: str, at: datetime) -> bool:
    """Is it a code of the app not used before, or a spare code, which is then gone?"""
    row = Authenticator.objects.select_for_update().filter(person=person).first()
    step = None
    if row is not None:
        step = one_time.step_of(opened(row.secret, PURPOSE), _digits(code), at, row.used_step)
    if row is None or step is None:
        return bool(SpareCode.objects.filter(person=person, digest=_spare(code)).delete()[0])
    row.used_step = step
    row.save(update_fields=["used_step"])
    return True


def wrong_code() -> Refused:
    """What is said of a wrong code."""
    return Refused(
        "wrong_code",
        vi="Mã chưa đúng hoặc đã dùng. Xem mã mới trong ứng dụng; đồng hồ điện thoại phải đúng giờ.",
        en="The code is not right or was used before. Read a new one; the telephone's clock must be right.",
    )


def _digits(code: str) -> str:
    return "".join(code.split())


def _spare(code: str) -> str:
    return keyed_digest("".join(letter for letter in code if letter.isdigit()), "spare code")
