"""Reading a file from people in a process of its own, which may use so much memory and time and no more.

Owns starting it, and what its silence means. The program that runs there is `child`; a file that breaks it breaks
nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from ocop.kit.sheets.reading import Cell, Limits, Sheet
from ocop.rules.refused import Refused

MEMORY = 1024 * 1024 * 1024
SECONDS = 40
WAIT = 120
"""Seconds of the clock; a busy machine is slow, and SECONDS counts the processor's."""


def read_apart(content: bytes, name: str, *, sheet: str = "", limits: Limits | None = None) -> Sheet:
    """`read_sheet`, elsewhere. Raises Refused as it does, and `too_big_inside` for what broke the reader."""
    within = limits or Limits()
    if len(content) > within.size:
        raise Refused(
            "too_big",
            where=name,
            vi=f"tệp nặng quá {within.size // 1024 // 1024} MB; chia thành nhiều tệp",
            en=f"the file is heavier than {within.size // 1024 // 1024} MB; split it",
        )
    order = json.dumps({"name": name, "sheet": sheet, "limits": asdict(within), "memory": MEMORY, "seconds": SECONDS})
    command = [sys.executable, "-P", "-m", "ocop.kit.sheets.child"]
    try:
        done = subprocess.run(command, input=order.encode() + b"\n" + content, capture_output=True, timeout=WAIT)
    except subprocess.TimeoutExpired:
        raise _broke(name) from None
    if done.returncode:
        raise _broke(name)
    told: dict[str, Any] = json.loads(done.stdout)
    if "code" in told:
        raise Refused(told["code"], where=told["where"], vi=told["vi"], en=told["en"])
    rows = [[unpacked(cell) for cell in row] for row in told["rows"]]
    merges = [(top, end, left, right) for top, end, left, right in told["merges"]]
    return Sheet(told["name"], rows, merges, told["names"], told["letters"])


def packed(cell: Cell) -> Any:
    """A cell as JSON carries it."""
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    return {"number": str(cell)} if isinstance(cell, Decimal) else cell


def unpacked(cell: Any) -> Cell:
    """The cell of `packed`."""
    if isinstance(cell, dict):
        return date.fromisoformat(cell["day"]) if "day" in cell else Decimal(cell["number"])
    found: Cell = cell
    return found


def _broke(name: str) -> Refused:
    return Refused(
        "too_big_inside",
        where=name,
        vi="bên trong tệp lớn hoặc rối bất thường, không đọc được; chép riêng trang tính cần nhập sang một tệp mới",
        en="the file is unusually big or tangled inside and cannot be read; copy the sheet into a new file",
    )
