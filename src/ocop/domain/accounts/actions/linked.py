"""Acts on accounts elsewhere (VNeID, a province's single sign-on) that open a person's account here.

Owns whom an outside account opens, and that nobody is linked without having said so: by the linking act, or by an
e-mail or number the provider has verified, where the site's settings trust it for that. No account is ever made here.
What a provider's token proves is judged at the edge. Linked and unlinked are history.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.actions.second_factor import tell
from ocop.domain.accounts.actions.sign_in import may_enter
from ocop.domain.accounts.models import LinkedAccount, Person
from ocop.domain.accounts.queries import Acting, acting, passkeys_of, person_by_contact
from ocop.rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Outside:
    """An account elsewhere, proven: where, its unchanging number there, how people know it, its verified contacts."""

    issuer: str
    subject: str
    label: str = ""
    verified: tuple[str, ...] = ()


@transaction.atomic
def person_of(*, outside: Outside, trusted: bool, at: datetime, demonstration: bool) -> Person | None:
    """Whom it opens; None when nobody is linked. `trusted`: a verified contact links, once and for good.

    Raises Refused (`closed_account`) for somebody who may not come in.
    """
    row = LinkedAccount.objects.select_related("person").filter(issuer=outside.issuer, subject=outside.subject).first()
    person = row.person if row else _by_contact(outside) if trusted else None
    if person is None:
        return None
    if not may_enter(person, demonstration):
        raise Refused(
            "closed_account",
            vi="Tài khoản OCOP gắn với tài khoản này đã đóng. Hãy hỏi cơ quan OCOP cấp tỉnh.",
            en="The OCOP account linked with this one is closed. Ask the provincial OCOP agency.",
        )
    if row is None:
        row = link(person=person, outside=outside, by=acting(person, at.date()), at=at)
    LinkedAccount.objects.filter(id=row.id).update(used_at=at, label=outside.label[:254])
    return person


@transaction.atomic
def link(*, person: Person, outside: Outside, by: Acting, at: datetime) -> LinkedAccount:
    """From now on the outside account opens the person's.

    Raises Refused: `linked_elsewhere` (it opens somebody else's), `linked_already` (they have another one there), or
    why not.
    """
    policies.may_set_password(by, person).require()
    Person.objects.select_for_update().get(id=person.id)
    there = LinkedAccount.objects.filter(issuer=outside.issuer)
    if known := there.filter(subject=outside.subject).first():
        if known.person_id == person.id:
            return known
        raise Refused(
            "linked_elsewhere",
            vi="Tài khoản ấy đang mở một tài khoản OCOP khác. Gỡ ở bên kia trước rồi gắn lại.",
            en="That account opens another OCOP account. Unlink it there first, then link it here.",
        )
    if there.filter(person=person).exists():
        raise Refused(
            "linked_already",
            vi="Bạn đã gắn một tài khoản khác ở nơi ấy. Gỡ tài khoản cũ trước.",
            en="You have linked another account of that place. Unlink the old one first.",
        )
    row = LinkedAccount.objects.create(
        person=person, issuer=outside.issuer, subject=outside.subject, label=outside.label[:254], linked_at=at
    )
    tell("accounts.link_account", person, by, at, {"issuer": outside.issuer, "label": outside.label})
    return row


@transaction.atomic
def unlink(*, person: Person, number: UUID, by: Acting, at: datetime) -> None:
    """The outside account opens nothing here any more. Raises Refused: `no_link`, `last_way`, or why not."""
    policies.may_set_password(by, person).require()
    row = LinkedAccount.objects.select_for_update().filter(id=number, person=person).first()
    if row is None:
        raise Refused(
            "no_link",
            vi="Tài khoản ấy đã được gỡ. Tải lại trang để xem hiện trạng.",
            en="That account is unlinked already. Reload the page to see how things stand.",
        )
    others = LinkedAccount.objects.filter(person=person).exclude(id=row.id).exists()
    if not (person.has_usable_password() or others or passkeys_of(person).exists()):
        raise Refused(
            "last_way",
            vi="Đây là cách đăng nhập duy nhất của bạn. Thêm khóa, hoặc xin đường dẫn đặt mật khẩu, rồi hãy gỡ.",
            en="This is your only way to sign in. Add a passkey, or ask for a link to set a password, then unlink.",
        )
    row.delete()
    tell("accounts.unlink_account", person, by, at, before={"issuer": row.issuer, "label": row.label})


def _by_contact(outside: Outside) -> Person | None:
    """The one person all verified contacts agree on, who has no other account of that place."""
    found = {person for contact in outside.verified if (person := person_by_contact(contact))}
    if len(found) != 1:
        return None
    person = found.pop()
    return None if LinkedAccount.objects.filter(person=person, issuer=outside.issuer).exists() else person
