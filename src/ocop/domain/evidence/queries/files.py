"""The store of papers and photos, and opening a stored file.

Owns where the store is; every file that a record uses is opened through here.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from ocop.domain.evidence.models import StoredFile
from ocop.kit.documents.limits import Limits
from ocop.kit.store import NotKept, Store
from ocop.rules.refused import Refused


def store() -> Store:
    """The store of this site."""
    return Store(Path(settings.PAPERS_DIR))


def limits() -> Limits:
    """What an upload may ask of this site."""
    return Limits(**settings.UPLOAD_LIMITS)


def opened(file: StoredFile) -> BinaryIO:
    """The bytes of a stored file. Raises Refused (`file_missing`) when the store has lost it."""
    try:
        return store().open(file.sha256)
    except NotKept:
        raise Refused(
            "file_missing",
            vi="tệp này không còn trong kho; báo quản trị hệ thống khôi phục từ bản sao lưu",
            en="this file is no longer in the store; ask the system administrator to restore it from a backup",
        ) from None
