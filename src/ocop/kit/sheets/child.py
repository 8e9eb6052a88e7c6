"""The reader that `apart` starts: an order and a file come in, rows or a refusal go out, within limits of its own.

Owns setting those limits, before the first byte of the file is looked at. No network, no database, no Django.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from ocop.kit.sheets.apart import packed
from ocop.kit.sheets.reading import Limits, read_sheet
from ocop.rules.refused import Refused


def main() -> None:
    """Read standard input, answer on standard output."""
    order = json.loads(sys.stdin.buffer.readline())
    resource.setrlimit(resource.RLIMIT_AS, (order["memory"], order["memory"]))
    resource.setrlimit(resource.RLIMIT_CPU, (order["seconds"], order["seconds"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    json.dump(_told(order, sys.stdin.buffer.read()), sys.stdout, ensure_ascii=False, separators=(",", ":"))


def _told(order: dict[str, Any], content: bytes) -> dict[str, Any]:
    try:
        sheet = read_sheet(content, order["name"], sheet=order["sheet"], limits=Limits(**order["limits"]))
    except Refused as refusal:
        return {"code": refusal.code, "where": refusal.where, "vi": refusal.vi, "en": refusal.en}
    rows = [[packed(cell) for cell in row] for row in sheet.rows]
    return {
        "name": sheet.name, "rows": rows, "merges": sheet.merges, "names": sheet.names, "letters": sheet.letters,
    }  # fmt: skip


if __name__ == "__main__":
    main()
