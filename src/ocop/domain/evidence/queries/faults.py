"""Which stored files are not what they were: changed or lost, with the papers and photos that use them.

Owns the comparison of tables and store. Reads every file once; memory does not grow with the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from ocop.domain.evidence.models import Paper, Photo, StoredFile
from ocop.domain.evidence.queries.files import store

SHORT = 12  # letters of a digest that are shown
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that is "changed" or "missing", and the ids of what uses it."""

    sha256: str
    code: str
    papers: tuple[str, ...]
    photos: tuple[str, ...]

    @property
    def vi(self) -> str:
        """In Vietnamese."""
        what = "đã bị thay đổi" if self.code == "changed" else "đã mất"
        return f"tệp {self.sha256[:SHORT]}… {what}: {self._users('giấy tờ', 'ảnh', 'không ai dùng')}."

    @property
    def en(self) -> str:
        """In English."""
        what = "was changed" if self.code == "changed" else "is missing"
        return f"file {self.sha256[:SHORT]}… {what}: {self._users('paper', 'photo', 'used by nobody')}."

    def _users(self, paper: str, photo: str, nobody: str) -> str:
        words = [f"{paper} {id}" for id in self.papers] + [f"{photo} {id}" for id in self.photos]
        return ", ".join(words) or nobody


def faults() -> Iterator[Fault]:
    """Every stored file whose bytes are not those of its name, in order of names."""
    there = store()
    for digest in StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).iterator(AT_ONCE):
        if code := there.fault(digest):
            yield Fault(digest, code, *_users(digest))


def counted() -> int:
    """How many stored files there are."""
    return StoredFile.objects.count()


def _users(digest: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    papers = Paper.objects.filter(Q(file=digest) | Q(preview=digest)).order_by("id").values_list("id", flat=True)
    photos = Photo.objects.filter(Q(file=digest) | Q(sizes__file=digest)).order_by("id").distinct()
    return tuple(map(str, papers)), tuple(map(str, photos.values_list("id", flat=True)))
