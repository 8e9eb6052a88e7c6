"""Steps shared by the pages of signing in: opening a session, asking for one's own password, words of a refusal.

Owns what happens between a right password and the first page; which page asks is its own module's.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from ocop.domain.accounts.actions import sign_in
from ocop.domain.accounts.queries import Person
from ocop.rules.refused import Refused
from ocop.web.base.signed_in import acting, address_of, now

REMEMBERED = timedelta(days=14)
BACKEND = "django.contrib.auth.backends.ModelBackend"


def enter(request: HttpRequest, person: Person, *, remember: bool) -> None:
    """Open a session of its own number: what was known of the one before is worth nothing."""
    login(request, person, backend=BACKEND)
    request.session.set_expiry(REMEMBERED if remember else None)
    note_session(request, person)


def note_session(request: HttpRequest, person: Person) -> None:
    """Write down whose session this is, since when and from where."""
    sign_in.open_session(
        key=request.session.session_key or "", person=person, address=address_of(request),
        device=request.META.get("HTTP_USER_AGENT", ""), at=now(),
    )  # fmt: skip


def own_password_fault(request: HttpRequest) -> str:
    """Is the password typed as `old` the person's own? Tries count as those of signing in. "" when it is."""
    person = acting(request).person
    assert person is not None
    try:
        check_password(request, person.email or person.phone or "", request.POST.get("old", ""))
    except Refused as refusal:
        return words(refusal) if refusal.code == "wait" else _("Mật khẩu hiện tại chưa đúng.")
    return ""


def check_password(request: HttpRequest, typed: str, password: str) -> Person:
    """Whose name and password these are; the demonstration accounts are nobody's on a public site. Raises Refused."""
    return sign_in.check_password(
        typed=typed, password=password, address=address_of(request), at=now(), demonstration=settings.DEMONSTRATION
    )


def words(refusal: Refused) -> str:
    """A refusal in the language shown, without the place it names."""
    return refusal.en if translation.get_language() == "en" else refusal.vi
