"""Every column of imports and whether it is personal, held complete by a test; classes as in `registry.fields`.

A workbook names people and their telephones, so the file, its cells and everything made of them are `household` at
least: they are shown to who may import, leave only as the very file sent back, and go when the import is cleared.
"""

from __future__ import annotations

FIELDS: dict[str, str] = {
    "SentFile.id": "none",
    "SentFile.province_code": "none",
    "SentFile.name": "none",
    "SentFile.sha256": "none",
    "SentFile.content": "identity",
    "SentFile.source": "none",
    "SentFile.sent_on": "none",
    "SentFile.replaces": "none",
    "Import.id": "none",
    "Import.version": "none",
    "Import.province_code": "none",
    "Import.file_name": "none",
    "Import.sha256": "none",
    "Import.sheet": "none",
    "Import.columns": "none",
    "Import.first_row": "none",
    "Import.read_on": "none",
    "Import.source": "none",
    "Import.state": "none",
    "Import.reached": "none",
    "Import.file": "none",
    "Import.letters": "none",
    "Import.began_at": "none",
    "Import.began_with": "none",
    "Import.moved_at": "none",
    "Import.made": "none",
    "Import.tally": "none",
    "Import.cleared_on": "none",
    "Import.replaces": "none",
    "ImportRow.id": "none",
    "ImportRow.whole": "none",
    "ImportRow.number": "none",
    "ImportRow.version": "none",
    "ImportRow.cells": "identity",
    "ImportRow.carried": "none",
    "ImportRow.corrections": "identity",
    "ImportRow.accepted": "none",
    "ImportRow.plain_key": "household",
    "ImportRow.search_key": "household",
    "ImportRow.state": "none",
    "ImportRow.remarks": "identity",
    "ImportRow.producer": "none",
    "ImportRow.product": "none",
    "ImportRow.applied": "none",
}
CLEARED = frozenset(["SentFile", "ImportRow"])
"""Tables whose rows go when an import is cleared; they hold every column that is not `none`."""
