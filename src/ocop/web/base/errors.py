"""The pages shown when something goes wrong: what happened, and what to do next, in the reader's language.

Owns 400, 403, 404 and 500 (and a refused form); refusals that follow from a rule of the programme belong to the page
that asked the policy.
"""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from ocop.web.base.navigation import address_if_exists

log = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the browser asked for something the site cannot read."""
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: this page is not for this reader."""
    return render(request, "errors/403.html", status=403)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came without its token: usually an old tab or blocked cookies."""
    return render(request, "errors/form_refused.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing lives at this address; offer to search the law instead."""
    context = {"search_address": address_if_exists("law:index")}
    return render(request, "errors/404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Must appear even when the layout itself is what broke."""
    try:
        return render(request, "errors/500.html", status=500)
    except Exception:  # the last resort: whatever failed, the reader still gets an answer
        log.exception("the error page itself could not be drawn")
        words = "Máy chủ gặp lỗi. Xin thử lại sau ít phút.\nThe server met an error. Please try again shortly.\n"
        return HttpResponse(words, status=500, content_type="text/plain; charset=utf-8")
