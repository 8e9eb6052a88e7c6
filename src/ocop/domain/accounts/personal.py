"""Which fields of people's tables are personal, and of what class: one line a field, held complete by a test.

Owns also what a person is given to read of it: every row about them, in words, without the secrets.

Classes: `identity` (names a person), `contact` (reaches one), `secret` (never shown, never exported), `trace` (what was
done when and from where), `link` (points at a person), and `none`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ocop.domain.accounts import models
from ocop.domain.accounts.models import Person

CLASSES = ("identity", "contact", "secret", "trace", "link", "none")

FIELDS: dict[str, str] = {
    "Person.id": "link",
    "Person.password": "secret",
    "Person.full_name": "identity",
    "Person.search_key": "identity",
    "Person.sort_key": "identity",
    "Person.email": "contact",
    "Person.phone": "contact",
    "Person.is_active": "none",
    "Person.is_demonstration": "none",
    "Person.joined_at": "trace",
    "RoleHeld.id": "none",
    "RoleHeld.person": "link",
    "RoleHeld.role": "none",
    "RoleHeld.seat": "none",
    "RoleHeld.unit": "none",
    "RoleHeld.producer": "none",
    "RoleHeld.valid_from": "none",
    "RoleHeld.valid_until": "none",
    "StandIn.id": "none",
    "StandIn.role_held": "link",
    "StandIn.person": "link",
    "StandIn.valid_from": "none",
    "StandIn.valid_until": "none",
    "StandIn.reason": "trace",
    "Session.session_key": "secret",
    "Session.session_data": "secret",
    "Session.expire_date": "none",
    "Session.person": "link",
    "Session.opened_at": "trace",
    "Session.seen_at": "trace",
    "Session.address": "trace",
    "Session.device": "trace",
    "WrongTries.digest": "secret",
    "WrongTries.tries": "none",
    "WrongTries.last_at": "trace",
    "Authenticator.person": "link",
    "Authenticator.secret": "secret",
    "Authenticator.used_step": "secret",
    "Authenticator.added_at": "trace",
    "SpareCode.id": "none",
    "SpareCode.person": "link",
    "SpareCode.digest": "secret",
    "Passkey.id": "none",
    "Passkey.person": "link",
    "Passkey.name": "trace",
    "Passkey.credential": "secret",
    "Passkey.public_key": "secret",
    "Passkey.sign_count": "secret",
    "Passkey.with_password": "none",
    "Passkey.added_at": "trace",
    "Passkey.used_at": "trace",
    "LinkedAccount.id": "none",
    "LinkedAccount.person": "link",
    "LinkedAccount.issuer": "none",
    "LinkedAccount.subject": "identity",
    "LinkedAccount.label": "contact",
    "LinkedAccount.linked_at": "trace",
    "LinkedAccount.used_at": "trace",
    "FormSent.key": "none",
    "FormSent.person": "link",
    "FormSent.sent_at": "trace",
    "FormSent.outcome": "none",
}

TOLD: dict[str, tuple[str, str]] = {
    "Person": ("Tài khoản", "Account"),
    "RoleHeld": ("Vai trò", "Role"),
    "StandIn": ("Làm thay", "Standing in"),
    "Session": ("Phiên đăng nhập", "Session"),
    "Authenticator": ("Ứng dụng xác thực", "Authenticator app"),
    "SpareCode": ("Mã dự phòng", "Spare code"),
    "Passkey": ("Khóa đăng nhập", "Passkey"),
    "LinkedAccount": ("Tài khoản liên kết", "Linked account"),
    "FormSent": ("Biểu mẫu đã gửi", "Form sent"),
    "id": ("số hiệu", "number"),
    "full_name": ("họ và tên", "full name"),
    "search_key": ("tên để tìm", "name for searching"),
    "sort_key": ("tên để xếp", "name for sorting"),
    "email": ("e-mail", "e-mail"),
    "phone": ("số điện thoại", "telephone number"),
    "is_active": ("đang mở", "open"),
    "is_demonstration": ("minh họa", "demonstration"),
    "joined_at": ("tạo lúc", "made at"),
    "person": ("người", "person"),
    "role": ("vai trò", "role"),
    "seat": ("nơi giữ (số hiệu)", "seat (number)"),
    "unit": ("đơn vị (số hiệu)", "unit (number)"),
    "producer": ("chủ thể (số hiệu)", "producer (number)"),
    "valid_from": ("từ ngày", "from"),
    "valid_until": ("thôi từ ngày", "until before"),
    "role_held": ("vai trò được thay (số hiệu)", "role stood in for (number)"),
    "reason": ("lý do", "reason"),
    "expire_date": ("hết hạn lúc", "expires at"),
    "opened_at": ("đăng nhập lúc", "signed in at"),
    "seen_at": ("dùng gần nhất", "last used at"),
    "address": ("địa chỉ mạng", "network address"),
    "device": ("thiết bị", "device"),
    "name": ("tên", "name"),
    "with_password": ("kèm mật khẩu", "asked for with the password"),
    "added_at": ("thêm lúc", "added at"),
    "used_at": ("dùng gần nhất", "last used at"),
    "issuer": ("nơi cấp", "provider"),
    "subject": ("số hiệu ở nơi ấy", "number there"),
    "label": ("tên ở nơi ấy", "name there"),
    "linked_at": ("gắn lúc", "linked at"),
    "key": ("số hiệu", "number"),
    "sent_at": ("gửi lúc", "sent at"),
    "outcome": ("dẫn tới trang", "led to"),
}
"""What tables and their fields are called to the person they are about."""


def kept_about(person: Person) -> Iterator[tuple[str, int, str, object]]:
    """Everything these tables hold about somebody: table, row, field and value; secrets are left out."""
    fields = [name.split(".") for name, kind in FIELDS.items() if kind != "secret"]
    for table in dict.fromkeys(name.split(".")[0] for name in FIELDS):
        of_person = {"id": person.id} if table == "Person" else {"person": person}
        if table != "Person" and f"{table}.person" not in FIELDS:
            continue
        columns = [field for one, field in fields if one == table and field != "person"]
        rows = getattr(models, table).objects.filter(**of_person).order_by("pk").values_list(*columns)
        for number, row in enumerate(rows, 1):
            yield from ((table, number, field, value) for field, value in zip(columns, row, strict=True))
