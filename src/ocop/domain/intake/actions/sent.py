"""A file sent by somebody: kept as it is, so that its columns can be chosen and it can go back with remarks.

Owns keeping it. Reading its rows is `read`'s, clearing it `clear`'s.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, record
from ocop.domain.intake.models import SentFile
from ocop.domain.intake.policies import importing
from ocop.domain.intake.queries.imports import import_of
from ocop.domain.registry.actions.producers import day_of, required
from ocop.rules.refused import Refused


@transaction.atomic
def send_file(
    *, content: bytes, name: str, province: str, source: str, by: Acting, at: datetime, replaces: UUID | None = None
) -> SentFile:
    """Keep a file for a province. `replaces` is the import whose file was corrected.

    Whether it can be read is asked before (`ocop.kit.sheets.apart`): a hostile file may take its time, and no
    transaction should wait for it. Raises Refused for who may not, and `no_import`.
    """
    named = importing(by, province, day_of(at))
    before = import_of(replaces) if replaces else None
    if before and before.province_code != province:
        raise Refused("no_import", where=str(replaces), vi="không có lần nhập này", en="there is no such import")
    row = SentFile.objects.create(
        province_code=province, name=name[-255:], sha256=hashlib.sha256(content).hexdigest(), content=content,
        source=required(source, "source"), sent_on=day_of(at), replaces=before,
    )  # fmt: skip
    after: dict[str, Any] = {"file": row.name, "sha256": row.sha256, "bytes": len(content)}
    record(Act("registry.send_workbook", "sent_file", str(row.id), after=after), by=named, at=at, chain=province)
    return row
