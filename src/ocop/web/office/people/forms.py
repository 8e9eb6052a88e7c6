"""Whom a form about roles means: somebody known by e-mail or number, or somebody new.

Owns that one reading; what every form carries is `ocop.web.base.forms`'.
"""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from ocop.domain.accounts import actions, queries
from ocop.domain.accounts.queries import Acting, Person, Seat
from ocop.rules.refused import Refused

CODE = re.compile(r"[0-9a-z]{1,10}")


def unit_code(request: HttpRequest) -> str:
    """The unit whose list one came from, as an address says it; "" for anything that is no code."""
    text = request.GET.get("don-vi") or request.POST.get("home", "")
    return text if CODE.fullmatch(text) else ""


def number(text: str) -> UUID | None:
    """A number out of an address; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def whom(request: HttpRequest, seat: Seat, by: Acting, at: datetime) -> Person:
    """The person a form means by e-mail or number; somebody unknown is added under the name typed.

    Raises Refused: `unknown_contact` when the name is missing, or as `add_person` does.
    """
    contact, name = request.POST.get("contact", ""), request.POST.get("full_name", "")
    if known := queries.person_by_contact(contact):
        return known
    if not name.strip():
        raise Refused(
            "unknown_contact",
            where="full_name",
            vi="Chưa có ai với e-mail hoặc số này. Ghi thêm họ và tên để tạo tài khoản mới.",
            en="Nobody has this e-mail or number yet. Write the full name as well, to make a new account.",
        )
    return actions.add_person(full_name=name, contact=contact, seat=seat, by=by, at=at)
