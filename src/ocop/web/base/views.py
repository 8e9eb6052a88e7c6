"""The front page: what this site is, and the door to its main job."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Three doors: try your own score, read the law, read the documents."""
    return render(request, "base/home.html")
