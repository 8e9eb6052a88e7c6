"""Acts on passkeys: add, remove, and sign in with one.

Owns whose key it is, that its counter never goes back, and when one is asked for after a password. What a browser
proves is judged by `ocop.kit.passkeys`. Added and removed are history, used is a column.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.actions import tries
from ocop.domain.accounts.actions.second_factor import forget_spare_codes, new_spare_codes, tell
from ocop.domain.accounts.actions.sign_in import may_enter
from ocop.domain.accounts.models import Passkey, Person, Session, SpareCode
from ocop.domain.accounts.queries import Acting
from ocop.kit import passkeys
from ocop.kit.passkeys import BadPasskey, NewKey, State
from ocop.rules.refused import Refused

MOST, LONGEST_NAME = 20, 60


def key_name(person: Person, typed: str) -> str:
    """The name as it is kept. Raises Refused: `no_key_name`, `key_name_taken`, `too_many_keys`."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    theirs = list(Passkey.objects.filter(person=person).values_list("name", flat=True))
    if not name or len(name) > LONGEST_NAME:
        raise Refused(
            "no_key_name", where="name",
            vi="Đặt tên cho khóa, tối đa 60 chữ, để sau này nhận ra: “Máy tính ở cơ quan”.",
            en="Name the key, at most 60 letters, to know it again: “Computer at the office”.",
        )  # fmt: skip
    if name in theirs:
        raise Refused(
            "key_name_taken", where="name",
            vi=f"Bạn đã có khóa tên “{name}”. Chọn tên khác, hoặc xóa khóa cũ.",
            en=f"You have a key named “{name}” already. Choose another name, or remove the old key.",
        )  # fmt: skip
    if len(theirs) >= MOST:
        raise Refused(
            "too_many_keys", where="name",
            vi=f"Mỗi người có nhiều nhất {MOST} khóa. Xóa khóa không dùng nữa trước.",
            en=f"One person has at most {MOST} keys. Remove one you no longer use first.",
        )  # fmt: skip
    return name


@transaction.atomic
def add_passkey(
    *, person: Person, key: NewKey, name: str, with_password: bool, by: Acting, at: datetime
) -> list[str]:  # fmt: skip
    """The person's device opens the account from now on; `with_password`, it is asked for after a password too.

    Returns spare codes, shown once, when this is the first thing asked for after a password. Raises Refused as
    `key_name` does, `key_known` when the key is there already, or why not.
    """
    policies.may_set_password(by, person).require()
    Person.objects.select_for_update().get(id=person.id)
    name = key_name(person, name)
    if Passkey.objects.filter(credential=key.credential).exists():
        raise Refused(
            "key_known",
            vi="Thiết bị này đã có khóa ở đây. Dùng luôn khóa ấy.",
            en="This device has a key here already. Use that one.",
        )
    Passkey.objects.create(
        person=person, name=name, credential=key.credential, public_key=key.public_key, sign_count=key.sign_count,
        with_password=with_password, added_at=at,
    )  # fmt: skip
    tell("accounts.add_passkey", person, by, at, {"name": name, "with_password": with_password})
    bare = with_password and not SpareCode.objects.filter(person=person).exists()
    return new_spare_codes(person) if bare else []


@transaction.atomic
def remove_passkey(*, person: Person, number: UUID, by: Acting, at: datetime, keep_session: str = "") -> None:
    """The key opens nothing any more, and whoever came in elsewhere must come in again.

    Raises Refused: `no_such_key`, or why not.
    """
    policies.may_set_password(by, person).require()
    row = Passkey.objects.select_for_update().filter(id=number, person=person).first()
    if row is None:
        raise Refused(
            "no_such_key",
            vi="Khóa này không còn. Tải lại trang để xem hiện trạng.",
            en="This key is no more. Reload the page to see how things stand.",
        )
    name = row.name
    row.delete()
    forget_spare_codes(person)
    Session.objects.filter(person=person).exclude(session_key=keep_session).delete()
    tell("accounts.remove_passkey", person, by, at, before={"name": name})


def check_passkey(
    *, answer: str, state: State | None, origin: str, site: str, address: str, at: datetime, demonstration: bool,
    person: Person | None = None,
) -> Person:  # fmt: skip
    """Whose key signed what this site asked; with `person`, only theirs will do.

    Raises Refused: `wait` (too many wrong tries from one address) or `wrong_passkey`, which never says what was wrong.
    """
    with tries.counted_at(address, at):
        try:
            found = _used(answer, state or {}, origin, site, at)
        except BadPasskey:
            raise _wrong() from None
        if not may_enter(found, demonstration) or (person is not None and found != person):
            raise _wrong()
    return found


@transaction.atomic
def _used(answer: str, state: State, origin: str, site: str, at: datetime) -> Person:
    credential = passkeys.credential_of(answer)
    row = Passkey.objects.select_for_update(of=("self",)).select_related("person").filter(credential=credential).first()
    if row is None:
        raise BadPasskey("unknown key")
    use = passkeys.finish_using(origin, site=site, state=state, public_key=row.public_key, answer=answer)
    if use.owner and use.owner != row.person.id.hex:
        raise BadPasskey("the device says it is somebody else's")
    if (use.sign_count or row.sign_count) and use.sign_count <= row.sign_count:
        raise BadPasskey("the counter went back: a copy of the key is about")
    row.sign_count, row.used_at = use.sign_count, at
    row.save(update_fields=["sign_count", "used_at"])
    return row.person


def _wrong() -> Refused:
    return Refused(
        "wrong_passkey",
        vi="Khóa này không mở được tài khoản nào: khóa đã bị bỏ, hoặc trang để quá lâu. Thử lại hoặc dùng mật khẩu.",
        en="This passkey opens no account: it was removed, or the page was left too long. Try again or use a password.",
    )
