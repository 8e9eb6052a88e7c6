"""Light, dark, or as the device says: remembered in a cookie, so that the page arrives in the right colours.

The form works without JavaScript; static/js/theme.js answers the same click without a reload.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

COOKIE = "ocop_theme"
CHOICES = ("light", "dark")
YEAR = 365 * 24 * 3600


def chosen(request: HttpRequest) -> str:
    """Either "light" or "dark", or nothing when the reader leaves it to the device."""
    theme = request.COOKIES.get(COOKIE, "")
    return theme if theme in CHOICES else ""


@csrf_exempt  # a forged request could change one reader's colours and nothing else; no token cookie on every page
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the theme asked for and return to the page the reader was on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("base:home")
    response = HttpResponseRedirect(back)
    theme = request.POST.get("theme", "")
    if theme in CHOICES:
        # Readable by theme.js, which writes the same cookie.
        response.set_cookie(COOKIE, theme, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
