"""Two small passes over every answer: the reader's language is kept, and device powers are declined.

The address alone decides the language of a page (Django's LocaleMiddleware); the cookie only matters when somebody
arrives at the bare front door from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]


class PermissionsPolicy:
    """The site never asks for a place, a microphone or a payment; say so to the browser."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=()")
        return response


def _came_from_inside(request: HttpRequest) -> bool:
    """Did the reader follow a link of this site? Browsers say so; older ones only name the page before."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    return urlsplit(request.headers.get("Referer", "")).netloc == request.META.get("HTTP_HOST", "-")


def _is_page_visit(request: HttpRequest, response: HttpResponse) -> bool:
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return request.method == "GET" and response.status_code == 200 and is_page


class LanguageChoice:
    """Keeps the language a reader switched to, and greets them in it when they come back to the front door."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        inside = _came_from_inside(request)
        if request.path_info == "/" and request.method in {"GET", "HEAD"}:
            response = self._front_door(request, kept, inside)
            patch_vary_headers(response, ["Cookie", "Sec-Fetch-Site"])
        else:
            response = self.get_response(request)
        shown = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        if inside and _is_page_visit(request, response) and shown != (kept or settings.LANGUAGE_CODE):
            self._keep(response, shown)
        return response

    def _front_door(self, request: HttpRequest, kept: str | None, inside: bool) -> HttpResponse:
        others = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
        if kept in others and not inside:
            return HttpResponseRedirect(f"/{kept}/")
        return self.get_response(request)

    @staticmethod
    def _keep(response: HttpResponse, language: str) -> None:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite=cast("Literal['Lax']", settings.LANGUAGE_COOKIE_SAMESITE),
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )
