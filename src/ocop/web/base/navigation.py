"""The few links at the top of every page, and the same page's address in the other language."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse, translate_url
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


@dataclass(frozen=True)
class Entrance:
    """One link of the header; `url_name` is reversed in the language being shown."""

    url_name: str
    words: str | Promise

    @property
    def namespace(self) -> str:
        """Pages of this namespace mark the link as the current one."""
        return self.url_name.partition(":")[0]


ENTRANCES = (
    Entrance("public:score-start", _("Tự chấm thử")),
    Entrance("law:index", _("Luật OCOP")),
    Entrance("docs:index", _("Tài liệu")),
)
SIGN_IN = Entrance("sign-in:start", _("Đăng nhập"))
WORK = (
    Entrance("office:home", _("Việc hôm nay")),
    Entrance("unit:find", _("Đơn vị")),
    Entrance("papers:mine", _("Giấy tờ")),
    Entrance("sign-in:account", _("Tài khoản")),
)


@dataclass(frozen=True)
class Link:
    """A link ready to be drawn."""

    href: str
    words: str | Promise
    current: bool = False
    lang: str = ""


def header_links(request: HttpRequest) -> list[Link]:
    """The entrances in the language shown; the one the page belongs to is marked."""
    match = getattr(request, "resolver_match", None)
    here = match.namespace if match else ""
    entrances = [*WORK, *ENTRANCES] if _is_signed_in(request) else [*ENTRANCES, SIGN_IN]
    return [Link(reverse(one.url_name), one.words, one.namespace == here) for one in entrances]


def _is_signed_in(request: HttpRequest) -> bool:
    """Without a cookie no session is looked for; an error page may come before anybody looked."""
    user = getattr(request, "user", None) if settings.SESSION_COOKIE_NAME in request.COOKIES else None
    return user is not None and user.is_authenticated


def address_if_exists(url_name: str, *about: object) -> str:
    """The address of a page, or nothing when no such page is installed."""
    try:
        return reverse(url_name, args=about)
    except NoReverseMatch:
        return ""


def other_language(request: HttpRequest) -> Link:
    """This very page in the other language; the other front page where this address leads nowhere."""
    code = "vi" if translation.get_language() == "en" else "en"
    try:
        resolve(request.path_info)
        href = translate_url(request.get_full_path(), code)
    except Resolver404:
        with translation.override(code):
            href = reverse("base:home")
    return Link(href, LANGUAGE_NAMES[code], lang=code)
