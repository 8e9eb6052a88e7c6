"""Steps shared by the pages of signing in: opening a session, asking for one's own password, words of a refusal.

Owns what happens between a right password and the first page; which page asks is its own module's.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from ocop.domain.accounts.actions import passkeys, sign_in
from ocop.domain.accounts.queries import Person
from ocop.kit.passkeys import State
from ocop.rules.refused import Refused
from ocop.web.base.signed_in import acting, address_of, now

SITE = "OCOP"
"""What apps and devices call this site."""
REMEMBERED = timedelta(days=14)
PENDING_FOR = timedelta(minutes=5)
"""How long a step of signing in waits for the next."""
JUST_ENTERED = timedelta(minutes=10)
ENTERED = "entered"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def enter(request: HttpRequest, person: Person, *, remember: bool) -> None:
    """Open a session of its own number: what was known of the one before is worth nothing."""
    login(request, person, backend=BACKEND)
    request.session.set_expiry(REMEMBERED if remember else None)
    request.session[ENTERED] = int(now().timestamp())
    note_session(request, person)


def note_session(request: HttpRequest, person: Person) -> None:
    """Write down whose session this is, since when and from where."""
    sign_in.open_session(
        key=request.session.session_key or "", person=person, address=address_of(request),
        device=request.META.get("HTTP_USER_AGENT", ""), at=now(),
    )  # fmt: skip


def own_password_fault(request: HttpRequest) -> str:
    """Is the password typed as `old` the person's own? Tries count as those of signing in. "" when it is.

    Who has no password (they come in by an account elsewhere) must have come in just now.
    """
    person = acting(request).person
    assert person is not None
    if not person.has_usable_password():
        recent = now().timestamp() - request.session.get(ENTERED, 0) <= JUST_ENTERED.total_seconds()
        return "" if recent else _("Để chắc là bạn, hãy đăng xuất, đăng nhập lại rồi làm ngay việc này.")
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


def check_key(request: HttpRequest, answer: str, state: State | None, person: Person | None = None) -> Person:
    """Whose passkey answered; with `person`, only theirs will do. Raises Refused."""
    return passkeys.check_passkey(
        answer=answer, state=state, origin=origin(request), site=SITE, address=address_of(request), at=now(),
        demonstration=settings.DEMONSTRATION, person=person,
    )  # fmt: skip


def origin(request: HttpRequest) -> str:
    """This site as the browser knows it: https://ten.vn."""
    return f"{request.scheme}://{request.get_host()}"


def after_of(request: HttpRequest) -> str:
    """Where to go once signed in: the page asked for, if it is ours; else one's work."""
    wanted = request.POST.get("after") or request.GET.get("tiep", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return reverse("office:home")


def status_of(refusal: Refused) -> int:
    """429 for who has to wait, else 422."""
    return 429 if refusal.code == "wait" else 422


def words(refusal: Refused) -> str:
    """A refusal in the language shown, without the place it names."""
    return refusal.en if translation.get_language() == "en" else refusal.vi
