"""Mistakes of set-up that `manage.py check` finds before a reader does.

Owns what concerns the site as a whole; `ocop law check` owns the law, and Django its own settings.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from ocop.config.env import LOCAL_HOSTS


@register
def debug_stays_at_home(app_configs: Sequence[AppConfig] | None, **more: Any) -> list[CheckMessage]:
    """Error details show settings and code; they are for one's own machine."""
    strangers = set(settings.ALLOWED_HOSTS) - LOCAL_HOSTS
    if not (settings.DEBUG and strangers):
        return []
    words = f"OCOP_DEBUG is on while the site answers to {', '.join(sorted(strangers))}."
    return [Error(words, hint="Set OCOP_DEBUG=no, or serve only localhost.", id="ocop.E001")]


@register
def time_zone_exists(app_configs: Sequence[AppConfig] | None, **more: Any) -> list[CheckMessage]:
    """A mistyped zone would shift every date shown."""
    if settings.TIME_ZONE in available_timezones():
        return []
    words = f"OCOP_TIME_ZONE={settings.TIME_ZONE!r} is not a time zone."
    return [Error(words, hint="For Vietnam: Asia/Ho_Chi_Minh.", id="ocop.E002")]


@register
def documents_are_there(app_configs: Sequence[AppConfig] | None, **more: Any) -> list[CheckMessage]:
    """Without its documents the site runs, but /docs/ is empty."""
    if (Path(settings.DOCS_DIR) / "docs").is_dir():
        return []
    words = f"No docs folder under {settings.DOCS_DIR}: the pages under /docs/ will be empty."
    return [Warning(words, hint="Set OCOP_DOCS_DIR to the folder that holds README.md and docs/.", id="ocop.W001")]


@register
def https_and_hosts_agree(app_configs: Sequence[AppConfig] | None, **more: Any) -> list[CheckMessage]:
    """HTTPS for localhost only sends every reader to an address that nobody serves."""
    if not settings.HTTPS or set(settings.ALLOWED_HOSTS) - LOCAL_HOSTS:
        return []
    hint = "Set OCOP_ALLOWED_HOSTS to the public name, or OCOP_HTTPS=no."
    return [Error("OCOP_HTTPS is on, but only local hosts are allowed.", hint=hint, id="ocop.E003")]
