"""Acts on roles: give one, end one, hand one over. Each is one event of the province where the role is held.

Owns periods: a role is given from a day, ended on the first day it no longer holds, handed over without a gap.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.models import Person, RoleHeld, StandIn
from ocop.domain.accounts.queries import Acting, Seat, seat_of_role
from ocop.domain.history.actions import Act, record
from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused

KIND = "role"


@transaction.atomic
def give_role(
    *, person: Person, role: str, seat: Seat, start: date, until: date | None = None, by: Acting, at: datetime
) -> RoleHeld:
    """A role at a seat, from `start` until before `until`. Raises Refused: `role_held`, `bad_period`, or why not."""
    policies.may_give_role(by, role, seat, person).require()
    row = _given(person, role, seat, start, until)
    record(
        Act("accounts.give_role", KIND, str(row.id), after=_told(row, seat)),
        by=policies.actor(by, "accounts.give_role", seat), at=at, chain=seat.chain,
    )  # fmt: skip
    return row


@transaction.atomic
def end_role(*, row: RoleHeld, on: date, by: Acting, at: datetime, reason: str = "") -> None:
    """From `on`, the role is held no more, and nobody stands in. Raises Refused: `role_over`, `bad_period`, why not."""
    row = _locked(row)
    seat = seat_of_role(row, by.day)
    policies.may_end_role(by, row, seat).require()
    before = row.valid_until
    _end(row, on)
    record(
        Act(
            "accounts.end_role", KIND, str(row.id), {"valid_until": _day(before)}, {"valid_until": _day(on)}, reason
        ),
        by=policies.actor(by, "accounts.end_role", seat), at=at, chain=seat.chain,
    )  # fmt: skip


@transaction.atomic
def hand_over(*, row: RoleHeld, to: Person, on: date, by: Acting, at: datetime, reason: str = "") -> RoleHeld:
    """The role passes to `to` on a day: one act, one event, no day without a holder. Returns the receiver's role.

    The receiver holds it as long as the giver would have. Raises Refused: `role_over`, `same_person`, `role_held`,
    `bad_period`, or why one may not.
    """
    row = _locked(row)
    seat = seat_of_role(row, by.day)
    policies.may_hand_over(by, row, seat, to).require()
    until = row.valid_until
    _end(row, on)
    theirs = _given(to, row.role, seat, on, until)
    act = Act(
        "accounts.hand_over", KIND, str(row.id), {"person": str(row.person_id), "valid_until": _day(until)},
        {"person": str(to.id), "role_held": str(theirs.id), "from": _day(on)}, reason,
    )  # fmt: skip
    record(act, by=policies.actor(by, "accounts.hand_over", seat), at=at, chain=seat.chain)
    return theirs


def _locked(row: RoleHeld) -> RoleHeld:
    """The row as it is now, held still until the act is over: two at once do not both end it."""
    return RoleHeld.objects.select_for_update(of=("self",)).select_related("unit", "person").get(id=row.id)


def _end(row: RoleHeld, on: date) -> None:
    if on <= row.valid_from or (row.valid_until is not None and on > row.valid_until):
        raise _bad_period(
            f"Chọn ngày sau ngày bắt đầu ({row.valid_from:%d/%m/%Y}) và không sau ngày kết thúc của vai trò.",
            f"Choose a day after the first one ({row.valid_from}) and not after the last one of the role.",
        )
    StandIn.objects.filter(role_held=row, valid_from__gte=on).delete()
    StandIn.objects.filter(role_held=row, valid_until__gt=on).update(valid_until=on)
    row.valid_until = on
    row.save(update_fields=["valid_until"])


def _given(person: Person, role: str, seat: Seat, start: date, until: date | None) -> RoleHeld:
    if until is not None and until <= start:
        raise _bad_period("Ngày kết thúc phải sau ngày bắt đầu.", "The end must be after the beginning.")
    row = RoleHeld(
        person=person, role=role, seat=seat.key, unit=seat.unit, producer=seat.producer,
        valid_from=start, valid_until=until,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as clash:
        raise Refused(
            "role_held",
            vi=f"{person.full_name} đã giữ vai trò này ở đây trong thời gian ấy. Xem lại danh sách.",
            en=f"{person.full_name} holds this role here in that time already. Look at the list again.",
        ) from clash
    return row


def _told(row: RoleHeld, seat: Seat) -> Value:
    return {
        "person": str(row.person_id), "role": row.role, "seat": row.seat, "unit": seat.name,
        "valid_from": _day(row.valid_from), "valid_until": _day(row.valid_until),
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _bad_period(vi: str, en: str) -> Refused:
    return Refused("bad_period", where="day", vi=vi, en=en)
