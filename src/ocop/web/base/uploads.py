"""Files as they arrive: straight to the disk, never more than a paper may have, and gone with the request.

Owns receiving. A file without a name on the disk outlives no crash; past the limit the rest is thrown away, and who
asked for the file says that it is too large. What a file is, and whether it is wanted, is the domain's.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class Bounded(FileUploadHandler):
    """Keeps the files of one request in nameless files, together one byte more than the limit at most."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._left: int = settings.UPLOAD_LIMITS["size"] + 1

    def new_file(self, *arguments: Any, **more: Any) -> None:
        """Another file begins."""
        super().new_file(*arguments, **more)
        folder = Path(settings.PAPERS_DIR) / "incoming"
        folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 -- closed with the request
        self._size = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write as much as may still be written."""
        part = raw_data[: self._left]
        self._left -= len(part)
        self._size += len(part)
        self._file.write(part)

    def file_complete(self, file_size: int) -> UploadedFile:
        """The file, to be read from its beginning."""
        self._file.seek(0)
        return UploadedFile(
            self._file, self.file_name, self.content_type, self._size, self.charset, self.content_type_extra
        )

    def upload_interrupted(self) -> None:
        """The sender went away."""
        if hasattr(self, "_file"):
            self._file.close()
