"""Uploads made clean and put into the store: what an act needs before its transaction begins.

Owns that order, and the rows of stored files. The work on foreign bytes is `ocop.kit.documents`'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ocop.domain.evidence.models import StoredFile
from ocop.domain.evidence.queries.files import limits, store
from ocop.kit.documents.workshop import Made, Upload, worked


@dataclass(frozen=True, slots=True)
class Filed:
    """Files in the store, not yet in the tables, in the order they were made; and what else the work told."""

    files: tuple[StoredFile, ...]
    more: dict[str, Any]


@contextmanager
def filed(work: str, uploads: Sequence[Upload]) -> Iterator[Filed]:
    """Do the work on uploads and store what it makes. Raises Refused for whatever cannot be used."""
    with store().workplace() as folder:
        outcome = worked(work, uploads, folder, limits())
        yield Filed(tuple(_stored(made) for made in outcome.made), outcome.more)


def kept(file: StoredFile) -> StoredFile:
    """The row of a stored file, made when it is the first of its bytes. In the transaction of the act."""
    row, _ = StoredFile.objects.get_or_create(
        sha256=file.sha256,
        defaults={
            "size": file.size,
            "media_type": file.media_type,
            "pages": file.pages,
            "width": file.width,
            "height": file.height,
        },
    )
    return row


def _stored(made: Made) -> StoredFile:
    with made.path.open("rb") as content:
        whole = store().put(content)
    return StoredFile(
        sha256=whole.sha256, size=whole.size, media_type=made.media_type, pages=made.pages, width=made.width,
        height=made.height,
    )  # fmt: skip
