"""Accounts to try the system with: one for each role, clearly marked, all with one password made for the installation.

Owns who they are. Made only on a machine of one's own; where others reach the site (OCOP_HTTPS,
OCOP_ALLOWED_HOSTS) they cannot sign in.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from ocop.domain.accounts.actions.people import add_person
from ocop.domain.accounts.actions.roles import give_role
from ocop.domain.accounts.models import Person
from ocop.domain.accounts.queries import Acting, Seat, seat_by_code

PROVINCE = "08"
DOMAIN = "minhhoa.example"

ACCOUNTS: dict[str, tuple[str, str, str]] = {
    "commune_officer": ("xa", "Cán bộ xã (minh họa)", "commune"),
    "provincial_agency": ("tinh", "Cơ quan tỉnh (minh họa)", "province"),
    "advisory_group": ("totuvan", "Tổ tư vấn (minh họa)", "province"),
    "council_secretary": ("thuky", "Thư ký Hội đồng (minh họa)", "province"),
    "council_member": ("uyvien", "Ủy viên Hội đồng (minh họa)", "province"),
    "council_chair": ("chutich", "Chủ tịch Hội đồng (minh họa)", "province"),
    "leader": ("lanhdao", "Lãnh đạo tỉnh (minh họa)", "province"),
    "ministry": ("trunguong", "Cơ quan Trung ương (minh họa)", ""),
    "inspector": ("kiemtra", "Cán bộ kiểm tra (minh họa)", "province"),
    "auditor": ("kiemtoan", "Người kiểm toán (minh họa)", "province"),
    "producer": ("chuthe", "Người của chủ thể (minh họa)", "commune"),
    "system_administrator": ("quantri", "Quản trị hệ thống (minh họa)", ""),
}
"""Role: the first part of the e-mail, the name, and the level of its unit (none is the nation)."""


def addresses() -> dict[str, str]:
    """The e-mail address of the account of each role."""
    return {role: f"{first}@{DOMAIN}" for role, (first, _name, _unit) in ACCOUNTS.items()}


@transaction.atomic
def make_demonstration(*, password: str, producer: UUID, commune: str, day: date, at: datetime) -> int:
    """One account for each role from `day` on, where there is nobody yet at all. Returns how many were made.

    The account of a producer's people belongs to `producer`, which lies in the commune with this code; the commune
    officer works there.
    """
    if Person.objects.exists():
        return 0
    by = Acting(day)
    kept = make_password(password)
    for role, (first, name, level) in ACCOUNTS.items():
        code = {"commune": commune, "province": PROVINCE}.get(level, "")
        seat = seat_by_code(code, day) if code else Seat()
        seat = Seat(seat.line, producer if role == "producer" else None)
        person = add_person(
            full_name=name, contact=f"{first}@{DOMAIN}", seat=seat, by=by, at=at, is_demonstration=True
        )  # fmt: skip
        Person.objects.filter(id=person.id).update(password=kept)
        give_role(person=person, role=role, seat=seat, start=day, by=by, at=at)
    return len(ACCOUNTS)
