"""May this person do this now? One function for each act on people and roles, always with the reason.

Who may is the table of `ocop.rules.access`; what depends on the rows at hand (whose role it is, whether it still runs,
whether it fits the unit) is decided here.
"""

from __future__ import annotations

from ocop.domain.accounts.models import Person, RoleHeld, StandIn
from ocop.domain.accounts.queries import Acting, Seat, seats_of
from ocop.domain.history.actions import Actor
from ocop.rules.access.acts import ACTS
from ocop.rules.access.decide import Held, Place, may
from ocop.rules.access.roles import ROLES
from ocop.rules.verdict import Verdict

LEVEL_WORDS = {
    "commune": ("cấp xã", "a commune"),
    "province": ("cấp tỉnh", "a province"),
    "district": ("cấp huyện", "a district"),
    "nation": ("toàn quốc", "the nation"),
    "producer": ("chủ thể", "a producer"),
}


def may_act(act: str, by: Acting, seat: Seat) -> Verdict:
    """The table's own answer for an act at a seat; the system may do what its commands do."""
    return Verdict(True) if by.is_system else may(act, by.held, seat.place)


def may_see_people(by: Acting, seat: Seat) -> Verdict:
    """The people of a unit or of a producer, with their roles."""
    return may_act("accounts.see_producer_people" if seat.producer else "accounts.see_people", by, seat)


def may_add_person(by: Acting, seat: Seat) -> Verdict:
    """A person without any role yet; whoever may hand over may bring in a successor."""
    return may_act("accounts.add_person", by, seat)


def may_invite(by: Acting, person: Person) -> Verdict:
    """A link with which somebody sets their password: whoever sends it could use it, so it needs power over them.

    Over every role they hold: for a first password, the power to add people there; for a new one, to give roles there.
    """
    if not person.is_active:
        return _closed()
    again = person.has_usable_password()
    seats = seats_of(person, by.day) or ([Seat()] if again else [])
    for seat in seats:
        act = (
            "accounts.give_producer_role" if seat.producer else "accounts.give_role" if again else "accounts.add_person"
        )
        if not (verdict := may_act(act, by, seat)):
            return verdict
    if seats or by.is_system:
        return Verdict(True)
    return may("accounts.add_person", by.held, Place(tuple(one.unit for one in by.held)))


def may_give_role(by: Acting, role: str, seat: Seat, person: Person | None = None) -> Verdict:
    """A role at a seat: of a level that fits, by somebody in charge there, never to oneself."""
    if role not in ROLES:
        return Verdict(False, "no_such_role", f"Không có vai trò {role}.", f"There is no role {role}.")
    known = ROLES[role]
    if seat.level not in known.levels:
        vi, en = LEVEL_WORDS[seat.level]
        fits_vi = ", ".join(LEVEL_WORDS[level][0] for level in known.levels)
        fits_en = " or ".join(LEVEL_WORDS[level][1] for level in known.levels)
        return Verdict(
            False,
            "wrong_level",
            f"{known.vi} không giao ở {vi} được; vai trò này dành cho {fits_vi}.",
            f"{known.en} cannot be held for {en}; it is a role for {fits_en}.",
        )
    act = "accounts.give_producer_role" if seat.producer else "accounts.give_role"
    verdict = may_act(act, by, seat)
    if verdict and person is not None and not by.is_system and by.person == person:
        return Verdict(
            False,
            "own_role",
            "Không ai tự giao vai trò cho mình. Hãy nhờ người khác có quyền giao.",
            "Nobody gives a role to themselves. Ask somebody else who may.",
        )
    if verdict and person is not None and not person.is_active:
        return _closed()
    return verdict


def may_end_role(by: Acting, row: RoleHeld, seat: Seat) -> Verdict:
    """A role that still runs, by somebody in charge there."""
    act = "accounts.give_producer_role" if seat.producer else "accounts.end_role"
    return _running(by, row) and may_act(act, by, seat)


def may_hand_over(by: Acting, row: RoleHeld, seat: Seat, to: Person | None = None) -> Verdict:
    """One's own role, or one within a unit where one may both end and give roles."""
    if not (running := _running(by, row)):
        return running
    if to is not None and to.id == row.person_id:
        return _same_person()
    if to is not None and not to.is_active:
        return _closed()
    if by.is_system or (by.person is not None and row.person_id == by.person.id):
        return may_act("accounts.hand_over", by, seat)
    return may_end_role(by, row, seat) and may_give_role(by, row.role, seat, to)


def may_name_stand_in(by: Acting, row: RoleHeld, seat: Seat, person: Person | None = None) -> Verdict:
    """For one's own role, or within a unit where one is in charge of roles. Who stands in does not pass it on."""
    if not (running := _running(by, row)):
        return running
    if person is not None and person.id == row.person_id:
        return _same_person()
    if person is not None and not person.is_active:
        return _closed()
    if by.is_system or (by.person is not None and row.person_id == by.person.id):
        return may_act("accounts.stand_in", by, seat)
    return may_give_role(by, row.role, seat, person)


def may_end_stand_in(by: Acting, one: StandIn, seat: Seat) -> Verdict:
    """By whoever may name one; the stand-in may lay it down at any time."""
    if by.person is not None and one.person_id == by.person.id:
        return Verdict(True)
    return may_name_stand_in(by, one.role_held, seat)


def may_close_account(by: Acting, person: Person) -> Verdict:
    """Close or reopen somebody's account: with power over every place where they hold a role, never one's own."""
    if by.person is not None and by.person.id == person.id:
        return Verdict(
            False,
            "own_account",
            "Không ai tự đóng tài khoản của mình. Hãy nhờ người quản trị.",
            "Nobody closes their own account. Ask an administrator.",
        )
    for seat in seats_of(person, by.day) or [Seat()]:
        act = "accounts.give_producer_role" if seat.producer else "accounts.close_account"
        if not (verdict := may_act(act, by, seat)):
            return verdict
    return Verdict(True)


def may_set_password(by: Acting, person: Person) -> Verdict:
    """One's own only; everybody else sends a link."""
    if by.is_system or (by.person is not None and by.person.id == person.id):
        return Verdict(True) if person.is_active else _closed()
    return Verdict(
        False,
        "not_yours",
        "Mỗi người tự đặt mật khẩu của mình. Hãy gửi cho họ đường dẫn đặt mật khẩu.",
        "Everybody sets their own password. Send them a link for it.",
    )


def actor(by: Acting, act: str, seat: Seat) -> Actor:
    """How history names who acts: the role and unit that this act rests on, or the first one held."""
    if by.person is None:
        return Actor()
    able = (one for one in by.held if act in ACTS and may(act, [one], seat.place))
    resting = next(able, by.held[0] if by.held else Held(""))
    role = ROLES[resting.role].vi if resting.role else ""
    return Actor(str(by.person.id), by.person.full_name, role, resting.unit_name)


def _running(by: Acting, row: RoleHeld) -> Verdict:
    if row.valid_until is None or row.valid_until > by.day:
        return Verdict(True)
    return Verdict(
        False,
        "role_over",
        f"Vai trò này đã hết từ ngày {row.valid_until:%d/%m/%Y}. Tải lại trang để xem hiện trạng.",
        f"This role ended on {row.valid_until}. Reload the page to see how things stand.",
    )


def _closed() -> Verdict:
    return Verdict(
        False,
        "closed_account",
        "Tài khoản này đã đóng. Hãy chọn người khác.",
        "This account is closed. Choose somebody else.",
    )


def _same_person() -> Verdict:
    return Verdict(
        False,
        "same_person",
        "Người được chọn đang giữ chính vai trò này. Hãy chọn người khác.",
        "The person chosen holds this very role. Choose somebody else.",
    )
