"""The roles people hold in the programme, each in a unit and for a period.

Owns their names and where they can be held. What each may do stands in `acts.py`. Basis: Decision 26/2026/QĐ-TTg names
the commune, the province, the council with its advisory group, and the ministry; the other roles are settings of ours.
"""

from __future__ import annotations

from dataclasses import dataclass

NATION, PROVINCE, COMMUNE, PRODUCER = "nation", "province", "commune", "producer"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its code, its name in both languages, and the levels at which it can be held."""

    code: str
    vi: str
    en: str
    levels: tuple[str, ...]


ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        Role("commune_officer", "Cán bộ OCOP cấp xã", "Commune OCOP officer", (COMMUNE,)),
        Role("provincial_agency", "Cơ quan thường trực OCOP cấp tỉnh", "Provincial OCOP agency", (PROVINCE,)),
        Role("advisory_group", "Tổ tư vấn giúp việc Hội đồng", "Council's advisory group", (PROVINCE, NATION)),
        Role("council_secretary", "Thư ký Hội đồng", "Council secretary", (PROVINCE, NATION)),
        Role("council_member", "Ủy viên Hội đồng", "Council member", (PROVINCE, NATION)),
        Role("council_chair", "Chủ tịch Hội đồng", "Council chair", (PROVINCE, NATION)),
        Role("leader", "Lãnh đạo", "Leader", (COMMUNE, PROVINCE, NATION)),
        Role("ministry", "Cơ quan OCOP cấp Trung ương", "Ministry", (NATION,)),
        Role("inspector", "Cán bộ kiểm tra, giám sát", "Inspector", (COMMUNE, PROVINCE, NATION)),
        Role("auditor", "Người kiểm toán, giám sát độc lập", "Auditor", (PROVINCE, NATION)),
        Role("producer", "Người của chủ thể", "Producer's people", (PRODUCER,)),
        Role("system_administrator", "Quản trị hệ thống", "System administrator", (PROVINCE, NATION)),
    )
}
