"""The acts of the system and the roles that may do each: one row an act, read as documentation.

`docs/reference/access.md` is made from this table and compared by a test. Reach: WITHIN the unit where the role is held
and every unit below it; OWN, the producer whose people they are.
"""

from __future__ import annotations

from dataclasses import dataclass

WITHIN, OWN = "within", "own"
OFFICE = ("commune_officer", "provincial_agency", "ministry")
WATCHING = ("leader", "inspector", "auditor")
COUNCIL = ("advisory_group", "council_secretary", "council_member", "council_chair")


@dataclass(frozen=True, slots=True)
class Act:
    """An act, in words of both languages, with the roles that may do it within their unit and for their producer."""

    code: str
    vi: str
    en: str
    within: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


ACTS: dict[str, Act] = {
    act.code: act
    for act in (
        Act("accounts.add_person", "thêm người dùng", "add a person", (*OFFICE, "system_administrator")),
        Act(
            "accounts.give_role",
            "giao vai trò",
            "give a role",
            ("provincial_agency", "ministry", "system_administrator"),
        ),
        Act(
            "accounts.end_role", "thôi vai trò", "end a role", ("provincial_agency", "ministry", "system_administrator")
        ),
        Act(
            "accounts.give_producer_role",
            "giao và thôi vai trò người của chủ thể",
            "give and end the role of a producer's people",
            ("commune_officer", "provincial_agency"),
        ),
        Act("accounts.hand_over", "bàn giao công việc", "hand over", OFFICE),
        Act("accounts.stand_in", "cử người làm thay", "name a stand-in", (*OFFICE, "council_chair", "leader")),
        Act(
            "accounts.see_people",
            "xem người và vai trò",
            "see people and roles",
            (*OFFICE, "leader", "auditor", "system_administrator"),
        ),
        Act(
            "accounts.see_producer_people",
            "xem người của chủ thể",
            "see a producer's people",
            (*OFFICE, "leader", "auditor", "system_administrator"),
            ("producer",),
        ),
        Act(
            "accounts.close_account",
            "đóng và mở lại tài khoản",
            "close and reopen an account",
            ("provincial_agency", "ministry", "system_administrator"),
        ),
        Act(
            "history.read",
            "xem lịch sử",
            "read the history",
            (*OFFICE, *WATCHING, "system_administrator"),
            ("producer",),
        ),
        Act(
            "history.erase_details",
            "xóa dữ liệu cá nhân trong lịch sử",
            "erase personal data in the history",
            ("system_administrator",),
        ),
        Act(
            "registry.see_personal",
            "xem dữ liệu cá nhân của chủ thể",
            "see a producer's personal data",
            (*OFFICE, "inspector"),
            ("producer",),
        ),
        Act("registry.read", "xem sổ đăng ký", "read the register", (*OFFICE, *COUNCIL, *WATCHING), ("producer",)),
        Act("registry.add_producer", "thêm chủ thể", "add a producer", ("commune_officer", "provincial_agency")),
        Act(
            "registry.change_producer",
            "sửa chủ thể",
            "change a producer",
            ("commune_officer", "provincial_agency"),
            ("producer",),
        ),
        Act(
            "registry.add_product",
            "thêm sản phẩm",
            "add a product",
            ("commune_officer", "provincial_agency"),
            ("producer",),
        ),
        Act(
            "registry.change_product",
            "sửa sản phẩm",
            "change a product",
            ("commune_officer", "provincial_agency"),
            ("producer",),
        ),
        Act(
            "registry.classify_product",
            "xếp sản phẩm vào bộ tiêu chí",
            "classify a product",
            ("commune_officer", "provincial_agency"),
        ),
        Act(
            "registry.record_stars",
            "ghi hạng sao theo danh sách",
            "record stars told by a list",
            ("provincial_agency",),
        ),
        Act(
            "registry.add_paper", "nộp giấy tờ", "add a paper", ("commune_officer", "provincial_agency"), ("producer",)
        ),
        Act(
            "evidence.read_paper",
            "xem giấy tờ của chủ thể",
            "see a producer's papers",
            (*OFFICE, "inspector"),
            ("producer",),
        ),
        Act(
            "evidence.change_paper",
            "sửa thông tin giấy tờ",
            "change a paper's details",
            ("commune_officer", "provincial_agency"),
            ("producer",),
        ),
        Act(
            "evidence.withdraw_paper",
            "rút giấy tờ",
            "withdraw a paper",
            ("commune_officer", "provincial_agency"),
            ("producer",),
        ),
        Act(
            "evidence.change_photos",
            "thêm, sửa và rút ảnh sản phẩm",
            "add, change and withdraw photos of a product",
            ("commune_officer", "provincial_agency"),
            ("producer",),
        ),
        Act(
            "registry.erase_person",
            "xóa dữ liệu người đại diện",
            "erase the data of a representative",
            ("provincial_agency",),
        ),
        Act("registry.import_workbook", "nhập bảng tính", "import a workbook", ("provincial_agency",)),
        Act("registry.clear_workbook", "xóa tệp đã nhập", "clear an imported file", ("provincial_agency",)),
        Act("registry.export", "xuất danh sách", "export a list", (*OFFICE, "leader", "auditor")),
        Act(
            "registry.place_producer",
            "chọn xã mới cho chủ thể ở xã bị chia",
            "place a producer of a divided commune",
            ("commune_officer", "provincial_agency"),
        ),
        Act("survey.read", "xem phiếu khảo sát tiềm năng", "read survey sheets", (*OFFICE, *WATCHING)),
        Act(
            "survey.write_sheet",
            "ghi, sửa và rút phiếu khảo sát tiềm năng",
            "write, change and withdraw survey sheets",
            ("commune_officer", "provincial_agency"),
        ),
        Act(
            "survey.promote_sheet",
            "đưa phiếu khảo sát vào sổ đăng ký",
            "bring a survey sheet into the register",
            ("commune_officer", "provincial_agency"),
        ),
        Act(
            "survey.export",
            "xuất danh sách phiếu khảo sát",
            "export a list of survey sheets",
            (*OFFICE, "leader", "auditor"),
        ),
    )
}
