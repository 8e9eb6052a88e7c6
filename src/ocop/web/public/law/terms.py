"""The few coded words of the law data (levels, units, kinds of gate and note), said in words.

Texts of the law itself are `wording`'s.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TERMS: dict[str, dict[str, str | Promise]] = {
    "confidence": {
        "seen": _("đọc thấy ở nguồn"),
        "inferred": _("suy ra"),
        "recalled": _("nhớ, chưa có nguồn đọc được"),
        "unknown": _("chưa rõ"),
    },
    "sure_of": {
        "text": _("nội dung"),
        "signed": _("ngày ký"),
        "in_force": _("ngày hiệu lực"),
        "until": _("ngày hết hiệu lực"),
        "replaces": _("văn bản bị thay"),
        "instrument": _("số văn bản của bộ này"),
        "evidence": _("minh chứng gắn với tiêu chí"),
        "finding": _("mục xã báo cáo gắn với tiêu chí"),
        "yes_no": _("cách chấm đạt hay không ở tiêu chí không in phương án"),
        "max": _("điểm tối đa của tiêu chí"),
    },
    "level": {
        "district": _("cấp huyện"),
        "province": _("cấp tỉnh"),
        "centre": _("trung ương"),
        "none": _("không công nhận"),
        "by_regime": _("tùy ngày nộp, xem bảng dưới"),
    },
    "unit": {
        "months": _("tháng"),
        "working_days": _("ngày làm việc"),
        "days": _("ngày"),
        "days_before_expiry": _("ngày"),
        "days_after_expiry": _("ngày"),
        "pieces": _("sản phẩm"),
        "points": _("điểm"),
    },
    "gate": {
        "eliminated": _("Bị loại"),
        "stop": _("Dừng đánh giá"),
        "not_eligible": _("Không đủ điều kiện"),
        "out_of_scope": _("Không thuộc bộ này"),
    },
    "gate_when": {
        "declared": "",
        "zero": _("khi tiêu chí này 0 điểm"),
        "zero_in_section": _("khi một chỉ tiêu của mục này 0 điểm"),
    },
    "note": {
        "note": _("Ghi chú"),
        "proof": _("Cần có"),
        "basis": _("Cách đo"),
        "content": _("Nội dung"),
    },
    "defect": {
        "duplicate_points": _("Trùng điểm"),
        "duplicate_label": _("Trùng lời"),
        "layout": _("Cách in"),
        "numbering": _("Đánh số"),
        "total": _("Tổng không khớp"),
        "max": _("Điểm tối đa không khớp"),
    },
}
