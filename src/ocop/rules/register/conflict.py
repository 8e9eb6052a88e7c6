"""Two people on one record: the second is shown what differs, and nothing is overwritten.

Owns the shape of that refusal. Who holds which version is the domain's matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from ocop.rules.history.canonical import Value
from ocop.rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which the record and the second person differ: as that person saw it, as it is now, as they offer it.

    `offered` equals `seen` where they did not touch the field that somebody else changed.
    """

    field: str
    seen: Value
    stored: Value
    offered: Value


class Conflict(Refused):
    """The record is newer than the one that was seen; `differences` name the fields, `version` is the newest."""

    def __init__(self, *, where: str, version: int, differences: tuple[Difference, ...]) -> None:
        self.version = version
        self.differences = differences
        names = ", ".join(difference.field for difference in differences)
        super().__init__(
            "conflict",
            where=where,
            vi=f"người khác vừa sửa; chỗ khác nhau: {names}. Xem lại rồi lưu lần nữa.",
            en=f"somebody else changed it meanwhile; fields that differ: {names}. Look again, then save once more.",
        )
