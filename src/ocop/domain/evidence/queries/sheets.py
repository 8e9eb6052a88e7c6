"""A page of a stored paper as a picture, drawn when somebody looks at it.

Owns that one question. Drawing is `ocop.kit.documents`', at arm's length as with every foreign file.
"""

from __future__ import annotations

import io
from typing import BinaryIO

from ocop.domain.evidence.models import Paper
from ocop.domain.evidence.queries.files import limits, opened, store
from ocop.kit.documents.workshop import Upload, worked
from ocop.rules.refused import Refused


def sheet_of(paper: Paper, number: int) -> BinaryIO:
    """Page `number` (from 1) of a paper as WebP. Raises Refused: `no_page`, `file_missing`, `file_...`."""
    if not 1 <= number <= paper.file.pages:
        raise Refused(
            "no_page",
            where=str(number),
            vi=f"giấy tờ này có {paper.file.pages} trang",
            en=f"this paper has {paper.file.pages} pages",
        )
    with store().workplace() as folder, opened(paper.file) as content:
        drawn = worked("sheet", [Upload(paper.title, content)], folder, limits(), number=number)
        return io.BytesIO(drawn.made[0].path.read_bytes())
