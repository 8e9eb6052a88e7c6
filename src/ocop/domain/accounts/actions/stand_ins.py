"""Acts on stand-ins: name one for a role and a time, end it early.

Owns the period of standing in, which lies inside that of the role.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction

from ocop.domain.accounts import policies
from ocop.domain.accounts.models import Person, RoleHeld, StandIn
from ocop.domain.accounts.queries import Acting, seat_of_role
from ocop.domain.history.actions import Act, record
from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused

KIND = "stand_in"


@transaction.atomic
def name_stand_in(
    *, row: RoleHeld, person: Person, start: date, until: date, by: Acting, at: datetime, reason: str = ""
) -> StandIn:
    """Somebody acts in a role from `start` until before `until`.

    Raises Refused: `same_person`, `closed_account`, `bad_period`, `stand_in_there`, or why one may not.
    """
    row = RoleHeld.objects.select_for_update(of=("self",)).select_related("unit", "person").get(id=row.id)
    seat = seat_of_role(row, by.day)
    policies.may_name_stand_in(by, row, seat, person).require()
    if until <= start or start < row.valid_from or (row.valid_until is not None and until > row.valid_until):
        raise Refused(
            "bad_period",
            where="day",
            vi="Thời gian làm thay phải nằm trong thời gian của vai trò, và kết thúc sau khi bắt đầu.",
            en="Standing in must lie within the time of the role, and end after it begins.",
        )
    one = StandIn(role_held=row, person=person, valid_from=start, valid_until=until, reason=reason[:200])
    try:
        with transaction.atomic():
            one.save(force_insert=True)
    except IntegrityError as clash:
        raise Refused(
            "stand_in_there",
            vi="Trong thời gian ấy đã có người làm thay. Kết thúc lượt ấy trước.",
            en="Somebody stands in at that time already. End that first.",
        ) from clash
    after: Value = {
        "person": str(person.id), "role_held": str(row.id), "valid_from": start.isoformat(),
        "valid_until": until.isoformat(),
    }  # fmt: skip
    record(
        Act("accounts.name_stand_in", KIND, str(one.id), after=after, note=reason),
        by=policies.actor(by, "accounts.stand_in", seat), at=at, chain=seat.chain,
    )  # fmt: skip
    return one


@transaction.atomic
def end_stand_in(*, one: StandIn, by: Acting, at: datetime) -> None:
    """Standing in ends today; one that has not begun is taken back. Raises Refused: `stand_in_over`, or why not."""
    found = StandIn.objects.select_for_update(of=("self",)).select_related("role_held__unit").filter(id=one.id).first()
    if found is None or found.valid_until <= by.day:
        raise Refused(
            "stand_in_over",
            vi="Lượt làm thay này đã hết. Tải lại trang để xem hiện trạng.",
            en="This standing in is over. Reload the page to see how things stand.",
        )
    seat = seat_of_role(found.role_held, by.day)
    policies.may_end_stand_in(by, found, seat).require()
    before: Value = {"valid_until": found.valid_until.isoformat()}
    if found.valid_from >= by.day:
        found.delete()
    else:
        found.valid_until = by.day
        found.save(update_fields=["valid_until"])
    record(
        Act("accounts.end_stand_in", KIND, str(one.id), before, {"valid_until": by.day.isoformat()}),
        by=policies.actor(by, "accounts.stand_in", seat), at=at, chain=seat.chain,
    )  # fmt: skip
