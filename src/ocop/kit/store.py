"""Files kept by what they hold: the name of a file is the SHA-256 of its bytes, so the same bytes are kept once.

Owns the folder: writing whole or not at all (a temporary name, fsync, rename), reading, checking, clearing what nobody
needs. Which record uses which file is its app's. Few methods and plain ones, so that an object store can stand in.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

DIGEST = re.compile(r"[0-9a-f]{64}")
AT_ONCE = 1 << 20  # bytes read at a time
INCOMING = "incoming"


class NotKept(LookupError):
    """There is no file of this digest."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the store."""

    sha256: str
    size: int


class Store:
    """A folder of files under their SHA-256; unfinished ones lie in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: BinaryIO) -> Kept:
        """Keep everything that can be read from `content`. On return it is on the disk, whole, or nothing is.

        A file that was kept before stays, unless its bytes are no longer what its name says: then it is mended.
        """
        fresh = self._fresh()
        try:
            kept = _written(content, fresh)
            place = self._place(kept.sha256)
            with self._lock(fcntl.LOCK_SH):
                if self.fault(kept.sha256):
                    place.parent.mkdir(parents=True, exist_ok=True)
                    fresh.replace(place)
                    _settle(place.parent)
                else:
                    os.utime(place)  # young again: `remove_old` leaves it to the record about to be written
        finally:
            fresh.unlink(missing_ok=True)
        return kept

    def open(self, sha256: str) -> BinaryIO:
        """The file, for reading. Raises NotKept."""
        try:
            return self._place(sha256).open("rb")
        except FileNotFoundError:
            raise NotKept(sha256) from None

    def fault(self, sha256: str) -> str:
        """What is wrong with a file: "missing", "changed" (its bytes are not those of its name), or "" for nothing."""
        digest = hashlib.sha256()
        try:
            with self.open(sha256) as file:
                while part := file.read(AT_ONCE):
                    digest.update(part)
        except NotKept:
            return "missing"
        except OSError:
            return "changed"
        return "" if digest.hexdigest() == sha256 else "changed"

    def digests(self, before: float | None = None) -> Iterator[str]:
        """The names of all files; with `before` (seconds since 1970) only of those last kept before then."""
        for path in self._folder.glob("[0-9a-f][0-9a-f]/[0-9a-f]*"):
            if DIGEST.fullmatch(path.name) and (before is None or path.stat().st_mtime < before):
                yield path.name

    def remove_old(self, sha256: str, before: float) -> bool:
        """Take away a file that nobody needs, unless somebody put it again since `before`; True when it was taken."""
        place = self._place(sha256)
        with self._lock(fcntl.LOCK_EX), suppress(FileNotFoundError):
            if place.stat().st_mtime < before:
                place.unlink()
                return True
        return False

    @contextmanager
    def workplace(self) -> Iterator[Path]:
        """An empty folder for files in the making, on the disk of the store; it is gone afterwards."""
        folder = self._fresh()
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def clear_incoming(self, before: float) -> int:
        """Take away what was left unfinished before `before` (seconds since 1970); returns how many there were."""
        count = 0
        for path in (self._folder / INCOMING).glob("*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    count += 1
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
        return count

    @contextmanager
    def _lock(self, kind: int) -> Iterator[None]:
        """Many may put at once, but nobody while one removes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("a") as file:
            fcntl.flock(file, kind)
            yield

    def _fresh(self) -> Path:
        folder = self._folder / INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        return folder / secrets.token_hex(16)

    def _place(self, sha256: str) -> Path:
        if not DIGEST.fullmatch(sha256):
            raise NotKept(sha256)
        return self._folder / sha256[:2] / sha256


def _written(content: BinaryIO, path: Path) -> Kept:
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as file:
        while part := content.read(AT_ONCE):
            digest.update(part)
            size += len(part)
            file.write(part)
        file.flush()
        os.fchmod(file.fileno(), 0o440)
        os.fsync(file.fileno())
    return Kept(digest.hexdigest(), size)


def _settle(folder: Path) -> None:
    """Make the new names of a folder, and its own, outlive a power cut."""
    for each in (folder, folder.parent):
        descriptor = os.open(each, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
