"""May this person do this to that survey sheet now? Always with the reason.

Owns where a sheet lies and what its state allows; each action asks here, and so does the page before it offers a
button.
"""

from __future__ import annotations

from ocop.domain.accounts.policies import actor, may_act
from ocop.domain.accounts.queries import Acting, Seat, seat_of
from ocop.domain.history.actions import Actor
from ocop.domain.registry import policies as registry
from ocop.domain.survey.fields import DRAFT, PROMOTED, WITHDRAWN
from ocop.domain.survey.models import SurveySheet
from ocop.rules.verdict import Verdict

WRITE, PROMOTE, READ, EXPORT = "survey.write_sheet", "survey.promote_sheet", "survey.read", "survey.export"


def seat_of_sheet(sheet: SurveySheet) -> Seat:
    """Where a sheet lies, by its unit of the day it was last placed. Raises Refused (`no_unit`)."""
    return seat_of(sheet.unit, sheet.placed_on)


def named(by: Acting, act: str, sheet: SurveySheet) -> Actor:
    """How history names who does this act to a sheet."""
    return actor(by, act, seat_of_sheet(sheet))


def may_read_list(by: Acting, seat: Seat) -> Verdict:
    """Read the sheets of a unit."""
    return may_act(READ, by, seat)


def may_export(by: Acting, seat: Seat) -> Verdict:
    """Take the list of a unit away as a file."""
    return may_act(EXPORT, by, seat)


def may_add(by: Acting, seat: Seat) -> Verdict:
    """Write a new sheet in a unit: in a commune, or a province that then says which of its communes."""
    if seat.level == "nation":
        return Verdict(
            False, "elsewhere", "Phiếu được ghi ở một xã hoặc một tỉnh.", "Sheets are written in a commune or province."
        )
    return may_act(WRITE, by, seat)


def may_read(by: Acting, sheet: SurveySheet) -> Verdict:
    """Read one sheet."""
    return may_act(READ, by, seat_of_sheet(sheet))


def may_see_maker(by: Acting, seat: Seat) -> Verdict:
    """See the name of a household that makes something."""
    return may_act("registry.see_personal", by, seat)


def may_read_history(by: Acting, sheet: SurveySheet) -> Verdict:
    """Read what was done to a sheet, by whom."""
    return may_act("history.read", by, seat_of_sheet(sheet))


def may_change(by: Acting, sheet: SurveySheet) -> Verdict:
    """Change what a sheet says, as long as it is still the place where that stands."""
    return may_act(WRITE, by, seat_of_sheet(sheet)) and _open(sheet)


def may_withdraw(by: Acting, sheet: SurveySheet) -> Verdict:
    """Withdraw a sheet; it stays readable."""
    return may_change(by, sheet)


def may_restore(by: Acting, sheet: SurveySheet) -> Verdict:
    """Take back a withdrawal."""
    if sheet.state != WITHDRAWN:
        return Verdict(False, "not_withdrawn", "Phiếu này chưa rút.", "This sheet is not withdrawn.")
    return may_act(WRITE, by, seat_of_sheet(sheet))


def may_promote(by: Acting, sheet: SurveySheet) -> Verdict:
    """Bring what was surveyed into the register, which asks for itself as well."""
    if not (verdict := may_act(PROMOTE, by, seat_of_sheet(sheet)) and _open(sheet)):
        return verdict
    if sheet.kind == "craft_village":
        return Verdict(
            False,
            "village_is_no_product",
            "Làng nghề không phải là sản phẩm. Ghi một phiếu cho sản phẩm của làng rồi đưa phiếu ấy vào sổ.",
            "A craft village is no product. Write a sheet for what the village makes, and bring that one in.",
        )
    if sheet.state == DRAFT:
        return Verdict(
            False,
            "sheet_unfinished",
            "Phiếu còn đang ghi. Ghi xong bước cuối rồi đưa vào sổ.",
            "The sheet is still being written. Finish its last step first.",
        )
    return registry.may_add_producer(by, sheet.unit, sheet.placed_on)


def _open(sheet: SurveySheet) -> Verdict:
    if sheet.state == WITHDRAWN:
        return Verdict(
            False,
            "sheet_withdrawn",
            "Phiếu này đã rút. Lấy lại phiếu rồi hãy sửa.",
            "This sheet is withdrawn. Take it back first.",
        )
    if sheet.state == PROMOTED:
        return Verdict(
            False,
            "sheet_promoted",
            "Phiếu này đã thành sản phẩm trong sổ đăng ký. Sửa ở sổ.",
            "This sheet became a product of the register. Change it there.",
        )
    return Verdict(True)
