"""What the acts on people and roles are called in a timeline."""

from __future__ import annotations

from ocop.rules.access.roles import ROLES
from ocop.web.base.timeline.chapter import PERSON, Chapter, named

_DAYS = {"valid_from": ("Từ ngày", "From"), "valid_until": ("Thôi từ ngày", "Until before")}

CHAPTER = Chapter(
    acts={
        "accounts.add_person": ("Thêm người dùng", "Added the person"),
        "accounts.invite": ("Tạo đường dẫn đặt mật khẩu", "Made a link to set a password"),
        "accounts.set_password": ("Đặt mật khẩu", "Set the password"),
        "accounts.close_account": ("Đóng tài khoản", "Closed the account"),
        "accounts.add_authenticator": ("Thêm ứng dụng xác thực", "Added an authenticator app"),
        "accounts.remove_authenticator": ("Bỏ ứng dụng xác thực", "Removed the authenticator app"),
        "accounts.give_role": ("Giao vai trò", "Gave the role"),
        "accounts.end_role": ("Thôi vai trò", "Ended the role"),
        "accounts.hand_over": ("Bàn giao", "Handed over"),
        "accounts.name_stand_in": ("Cử người làm thay", "Named a stand-in"),
        "accounts.end_stand_in": ("Kết thúc làm thay", "Ended the standing in"),
    },
    fields={
        "person": named(
            {
                "full_name": ("Họ và tên", "Full name"),
                "email": ("E-mail", "E-mail"),
                "phone": ("Điện thoại", "Telephone"),
                "is_active": ("Đang dùng", "In use"),
            }
        ),
        "role": named(
            {
                "person": ("Người giữ", "Holder"),
                "role": ("Vai trò", "Role"),
                "unit": ("Nơi", "Where"),
                "from": ("Từ ngày", "From"),
            }
            | _DAYS,
            person=PERSON,
            role={role.code: (role.vi, role.en) for role in ROLES.values()},
        ),
        "stand_in": named({"person": ("Người làm thay", "Stand-in")} | _DAYS, person=PERSON),
    },
    silent=frozenset({"id", "version", "seat", "role_held"}),
)
