"""Roles and verdicts in the reader's language: what the rules say in both, a page says in one."""

from __future__ import annotations

from django.utils import translation

from ocop.rules.access.roles import ROLES
from ocop.rules.verdict import Verdict


def role_name(code: str) -> str:
    """The name of a role."""
    role = ROLES[code]
    return role.en if translation.get_language() == "en" else role.vi


def reason(verdict: Verdict) -> str:
    """Why not; "" for a yes."""
    return "" if verdict else verdict.words(translation.get_language() or "vi")
