"""What the acts on history itself are called in a timeline."""

from __future__ import annotations

from ocop.rules.history.chain import ERASE
from ocop.web.base.timeline.chapter import Chapter

CHAPTER = Chapter(
    acts={ERASE: ("Xóa dữ liệu cá nhân trong lịch sử", "Erased personal data in the history")},
)
