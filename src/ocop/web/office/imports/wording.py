"""Doubts, faults and states in plain words: what is asked, why, and what to do about it.

Owns words of pages only; what a doubt is comes from `ocop.rules.intake`.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ocop.domain.intake.queries.imports import Import
from ocop.rules.intake.columns import FIELDS
from ocop.rules.intake.questions import Question
from ocop.rules.intake.remarks import Remark

Words = str | Promise

ASKED: dict[str, tuple[Words, Words]] = {
    "carried": (
        gettext_lazy("Ô gộp: các dòng dưới cùng chủ thể với dòng trên?"),
        gettext_lazy("Nếu có dòng thuộc chủ thể khác, mở dòng ấy và gõ tên."),
    ),
    "divided": (
        gettext_lazy("Xã cũ “%s” đã chia cho nhiều xã. Chủ thể nay ở xã nào?"),
        gettext_lazy("Chưa biết thì để ở tỉnh, chọn xã sau ở hồ sơ chủ thể."),
    ),
    "several": (gettext_lazy("Có nhiều xã từng tên “%s”. Là xã nào của hôm nay?"), ""),
    "old_or_new": (
        gettext_lazy("“%s” là tên xã mới, cũng là tên xã cũ nay thuộc nơi khác. Là xã nào?"),
        gettext_lazy("Danh sách lập trước 01/7/2025 thường ghi tên cũ."),
    ),
    "unknown": (
        gettext_lazy("Tỉnh không có xã “%s”, nay cũng như trước. Là xã nào?"),
        gettext_lazy("Chọn trong danh sách xã; hoặc để ở tỉnh, chọn xã sau."),
    ),
    "province": (gettext_lazy("“%s” không phải cấp xã. Chủ thể ở xã nào?"), ""),
    "no_commune": (
        gettext_lazy("Không ghi xã. Để ở tỉnh, chọn xã sau?"),
        gettext_lazy("Chủ thể sẽ nằm trong danh sách cần chọn xã."),
    ),
    "maybe_same": (
        gettext_lazy("“%s” có phải chủ thể đã có trong sổ?"),
        gettext_lazy("Tên gần giống. Chọn đúng để sổ không có hai lần một chủ thể."),
    ),
    "maybe_same_product": (gettext_lazy("“%s” có phải sản phẩm đã có của chủ thể này?"), ""),
    "doubled": (
        gettext_lazy("“%s” trùng một dòng phía trên. Cùng là một sản phẩm?"),
        gettext_lazy("Nếu đúng, chỉ một sản phẩm được tạo, gồm các lần công nhận của cả hai dòng."),
    ),
    "kind_unknown": (
        gettext_lazy("Không rõ loại hình kinh doanh. Để trống, hoặc lấy theo tên chủ thể?"),
        gettext_lazy("Ví dụ: “HTX …” được hiểu là hợp tác xã."),
    ),
    "kind_differs": (
        gettext_lazy("Cột loại hình khác với tên chủ thể. Lấy theo cột loại hình?"),
        gettext_lazy("Ví dụ: tên là “Công ty …” mà cột ghi HTX."),
    ),
    "serial": (gettext_lazy("Ô ngày chỉ có một con số. Hiểu là ngày như dưới đây?"), ""),
    "short_year": (gettext_lazy("Năm chỉ có hai chữ số. Hiểu như dưới đây?"), ""),
    "year_differs": (gettext_lazy("Ngày công nhận không thuộc năm ghi bên cạnh. Lấy cả hai như đã ghi?"), ""),
    "future": (gettext_lazy("Ngày “%s” chưa tới. Giữ như vậy?"), ""),
    "stars_differ": (
        gettext_lazy("Hạng hiện tại khác lần công nhận cuối. Lấy theo lần công nhận cuối?"),
        "",
    ),
    "order": (gettext_lazy("Lần 2 sớm hơn lần 1. Giữ như vậy?"), ""),
}
"""What each kind of doubt asks, with what its cell says put in, and a word of help."""

MENDED: dict[str, Words] = {
    "missing": gettext_lazy("Gõ vào ô dưới đây, hoặc xóa dòng này trong tệp."),
    "error_cell": gettext_lazy("Công thức trong tệp bị hỏng. Gõ giá trị đúng."),
    "day_impossible": gettext_lazy("Lịch không có ngày này. Gõ lại theo ngày/tháng/năm, ví dụ 28/02/2024."),
    "day_swapped": gettext_lazy("Hình như tháng đứng trước ngày. Gõ lại theo ngày/tháng/năm."),
    "day_unreadable": gettext_lazy("Gõ theo ngày/tháng/năm, ví dụ 28/02/2024; không biết thì để trống."),
    "day_far": gettext_lazy("Ngày phải trong khoảng 2000 đến 2099. Gõ lại, không biết thì để trống."),
    "stars_unreadable": gettext_lazy("Gõ 3, 4 hoặc 5; chưa có sao thì để trống."),
    "stars_out_of_range": gettext_lazy("Chương trình chỉ công nhận 3, 4 và 5 sao. Gõ lại, chưa có sao thì để trống."),
    "tax_code": gettext_lazy("Mã số thuế có số kiểm tra, sai một chữ số là lộ. Gõ lại, không biết thì để trống."),
    "expires_before": gettext_lazy("Ngày hết hạn phải sau ngày công nhận. Sửa một trong hai."),
    "no_set": gettext_lazy("Bộ tiêu chí đánh số từ 1 đến 26. Gõ lại, hoặc để trống."),
    "too_long": gettext_lazy("Rút ngắn lại."),
    "code_taken": gettext_lazy("Mỗi mã chỉ của một sản phẩm. Gõ mã khác, hoặc để trống."),
    "tax_code_taken": gettext_lazy("Mã số thuế này đã của chủ thể khác. Gõ lại, hoặc để trống."),
}
"""What to do about each kind of fault."""

STATES: dict[str, tuple[str, Words]] = {
    "new": ("ok", gettext_lazy("Mới")),
    "matched": ("wait", gettext_lazy("Đã có, thêm thông tin")),
    "unchanged": ("", gettext_lazy("Không đổi")),
    "doubtful": ("soon", gettext_lazy("Cần trả lời")),
    "wrong": ("late", gettext_lazy("Sai")),
}
"""Kinds of rows: the look of the tag and its words."""


def asked_words(question: Question) -> tuple[str, str]:
    """What a question asks, and a word of help."""
    said, help_ = ASKED.get(question.code, ("", ""))
    title = str(said) or remark_words(question.first.remark)
    return (title % question.first.text if "%s" in title else title), str(help_)


def remark_words(remark: Remark) -> str:
    """A remark in the reader's language, without its place."""
    words = remark.en if get_language() == "en" else remark.vi
    return words[:1].upper() + words[1:]


def accept_words(code: str, rows: int) -> str:
    """The button that accepts what was read."""
    if code in ("divided", "several", "old_or_new", "unknown", "province"):
        return _("Để ở tỉnh, chọn xã sau")
    if code in ("maybe_same", "maybe_same_product"):
        return ""
    return _("Đúng") if rows == 1 else _("Đúng, cho cả %(n)s dòng") % {"n": rows}


def field_words(name: str) -> str:
    """The name of a field."""
    if name in FIELDS:
        return FIELDS[name].en if get_language() == "en" else FIELDS[name].vi
    return {"producer_is": _("Chủ thể trong sổ"), "product_is": _("Sản phẩm trong sổ")}.get(name, _("Xác nhận"))


def state_words(whole: Import) -> tuple[str, str]:
    """The state of an import: the look of the tag and its words."""
    if whole.cleared_on:
        return "", _("Đã xóa tệp")
    return {
        "read": ("soon", _("Chưa vào sổ")),
        "applying": ("wait", _("Đang vào sổ")),
        "stopped": ("soon", _("Đang dừng")),
        "done": ("ok", _("Đã vào sổ")),
    }[whole.state]
