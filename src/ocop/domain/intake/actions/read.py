"""A file read for a dry run: every row kept with what it would do, nothing of it in the register.

Owns the first reading. A person's answers are `settle`'s, the register is `apply`'s.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import transaction

from ocop.domain.accounts.queries import Acting
from ocop.domain.history.actions import Act, record
from ocop.domain.intake.models import DOUBTFUL, MATCHED, NEW, UNCHANGED, WRONG, Import, ImportRow
from ocop.domain.intake.policies import importing
from ocop.domain.intake.queries.imports import as_json, packed, sent_file
from ocop.domain.intake.queries.matching import Match, Register
from ocop.domain.registry.actions.producers import day_of, required
from ocop.kit.sheets.apart import read_apart
from ocop.kit.sheets.reading import Limits, Sheet
from ocop.kit.text import search_key
from ocop.rules.intake.columns import Layout, by_headings, by_mapping
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.rows import IntakeRow, RawRow, raw_rows, read_row, with_doubles
from ocop.rules.refused import Refused
from ocop.rules.units.gazetteer import Gazetteer

BATCH = 1_000


def read_file(
    *,
    content: bytes,
    name: str,
    province: str,
    source: str,
    by: Acting,
    at: datetime,
    sheet: str = "",
    mapping: Mapping[str, int] | None = None,
    first_row: int = 2,
    replaces: Import | None = None,
    limits: Limits | None = None,
    book: Gazetteer | None = None,
) -> Import:
    """Read a file for a dry run. `mapping` is field to column when the headings do not tell.

    `source` says where the file is from; it stays with every record made of it. Raises Refused for a file that cannot
    be read (`ocop.kit.sheets.reading`), has no headings, no rows, or a province that is none that day.
    """
    importing(by, province, day_of(at))
    found = read_apart(content, name, sheet=sheet, limits=limits)
    layout = by_mapping(mapping, first_row) if mapping is not None else by_headings(found.rows, found.merges)
    whole = Import(
        province_code=province, file_name=name[:255], sha256=hashlib.sha256(content).hexdigest(),
        source=required(source, "source"), replaces=replaces,
    )  # fmt: skip
    return _read(whole, found, layout, by=by, at=at, book=book)


def read_sent(
    *,
    id: UUID,
    sheet: str,
    mapping: Mapping[str, int],
    first_row: int,
    by: Acting,
    at: datetime,
    found: Sheet | None = None,
    book: Gazetteer | None = None,
) -> Import:
    """Read a file that was sent, by the columns somebody chose; `found` when its sheet was read already.

    Raises Refused as `read_file` does.
    """
    sent = sent_file(id)
    importing(by, sent.province_code, day_of(at))
    found = found or read_apart(bytes(sent.content), sent.name, sheet=sheet)
    whole = Import(
        province_code=sent.province_code, file_name=sent.name, sha256=sent.sha256, source=sent.source, file=sent,
        replaces=sent.replaces,
    )  # fmt: skip
    return _read(whole, found, by_mapping(mapping, first_row), by=by, at=at, book=book)


@transaction.atomic
def _read(whole: Import, found: Sheet, layout: Layout, *, by: Acting, at: datetime, book: Gazetteer | None) -> Import:
    raws = list(raw_rows(found.rows, layout, found.merges))
    if not raws:
        raise Refused(
            "no_rows",
            where=whole.file_name,
            vi="không có dòng nào dưới tiêu đề",
            en="there are no rows under the headings",
        )
    province, today = whole.province_code, day_of(at)
    named, communes = importing(by, province, today), Communes(province, today, book=book)
    whole.sheet, whole.letters, whole.read_on = found.name[:100], found.letters, today
    whole.columns, whole.first_row = dict(layout.columns), layout.first_row
    whole.save(force_insert=True)
    ImportRow.objects.bulk_create(_rows(whole, raws, layout, communes), BATCH)
    after: dict[str, Any] = {"file": whole.file_name, "sha256": whole.sha256, "rows": len(raws)}
    record(Act("registry.read_workbook", "import", str(whole.id), after=after), by=named, at=at, chain=province)
    return whole


def _rows(whole: Import, raws: list[RawRow], layout: Layout, communes: Communes) -> list[ImportRow]:
    register = Register(whole.province_code, communes)
    read = [read_row(raw, layout, communes) for raw in raws]
    made = []
    for raw, row in zip(raws, with_doubles(read, layout, {}), strict=True):
        kept = ImportRow(
            whole=whole, number=raw.number, cells=packed(raw.cells), carried=sorted(raw.carried),
        )  # fmt: skip
        fill(kept, row, register.match(row, layout, {}) if not row.faults else Match())
        made.append(kept)
    return made


def fill(kept: ImportRow, row: IntakeRow, match: Match) -> None:
    """Set on a stored row what it would do, now that it was read and compared."""
    doubts = [doubt for doubt in match.doubts if doubt.code not in kept.accepted]
    remarks = [*row.remarks, *doubts]
    kept.plain_key = "|".join(row.key)
    kept.search_key = search_key(f"{row.product} {row.producer}")
    kept.remarks = [as_json(remark) for remark in remarks]
    kept.producer, kept.product = match.producer, match.product
    if row.faults:
        kept.state = WRONG
    elif remarks:
        kept.state = DOUBTFUL
    else:
        kept.state = UNCHANGED if match.unchanged else MATCHED if match.product else NEW


def communes_of(whole: Import, book: Gazetteer | None, today: date | None = None) -> Communes:
    """The communes by which an import is read again: those of the day it was read on."""
    day = today or whole.read_on
    return Communes(whole.province_code, day, book=book) if book else _communes(whole.province_code, day)


@lru_cache(maxsize=8)
def _communes(province: str, day: date) -> Communes:
    """Kept in memory: the index takes longer than the rows of a batch."""
    return Communes(province, day)
