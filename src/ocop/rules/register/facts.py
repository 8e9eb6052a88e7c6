"""Yearly facts of a producer or product: their kinds, units, and which values make sense.

Owns the table and the check of one value. Money is whole đồng, people are whole people, amounts may have decimals; no
value is a float. Basis: the report columns of the programme (919/QĐ-TTg) and 26/2026/QĐ-TTg, form 02, part II.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ocop.rules.refused import Refused

DONG, PEOPLE, GIVEN = "đồng", "người", ""
PLACES, DIGITS = 3, 20
"""Decimals and digits that a value may have."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact; `unit` is fixed, or "" where each fact brings its own (kg, tấn, lít)."""

    code: str
    vi: str
    en: str
    unit: str
    negative: bool = False


FACTS: dict[str, FactKind] = {
    kind.code: kind
    for kind in (
        FactKind("revenue", "Doanh thu", "Revenue", DONG),
        FactKind("profit", "Lợi nhuận", "Profit", DONG, negative=True),
        FactKind("export_value", "Giá trị xuất khẩu", "Export value", DONG),
        FactKind("price", "Giá bán", "Price", DONG),
        FactKind("output", "Sản lượng", "Output", GIVEN),
        FactKind("jobs", "Lao động", "Jobs", PEOPLE),
        FactKind("jobs_local", "Lao động địa phương", "Jobs: local", PEOPLE),
        FactKind("jobs_women", "Lao động nữ", "Jobs: women", PEOPLE),
        FactKind("jobs_minority", "Lao động dân tộc thiểu số", "Jobs: ethnic minority", PEOPLE),
        FactKind("jobs_trained", "Lao động qua đào tạo", "Jobs: trained", PEOPLE),
    )
}


def checked_fact(kind: str, value: Decimal, unit: str = "") -> tuple[Decimal, str]:
    """The value and unit of a fact, sound. Raises Refused (`fact`) naming what does not make sense.

    >>> checked_fact("revenue", Decimal("1500000000"))
    (Decimal('1500000000'), 'đồng')
    """
    rule = FACTS[kind]
    whole = rule.unit in (DONG, PEOPLE)
    if not value.is_finite() or abs(value) >= 10 ** (DIGITS - PLACES) or value != round(value, PLACES):
        raise _refused(rule, "không phải số ghi được (tối đa 3 chữ số thập phân)", "no number of up to 3 decimals")
    if whole and value != value.to_integral_value():
        raise _refused(rule, f"tính bằng {rule.unit}, không có phần lẻ", "is a whole number")
    if value < 0 and not rule.negative:
        raise _refused(rule, "không thể âm", "cannot be negative")
    if rule.unit and unit not in ("", rule.unit):
        raise _refused(rule, f"tính bằng {rule.unit}, không phải {unit}", f"is counted in {rule.unit}, not in {unit}")
    if not (rule.unit or unit.strip()):
        raise _refused(rule, "cần đơn vị tính, ví dụ kg", "needs a unit, such as kg")
    return value, rule.unit or unit.strip()


def _refused(rule: FactKind, vi: str, en: str) -> Refused:
    return Refused("fact", where=rule.code, vi=f"{rule.vi} {vi}", en=f"{rule.en} {en}")
