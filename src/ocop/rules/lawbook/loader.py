"""Reading the law's files: the only place in the rules that opens one.

Owns listing and finding the files of the `ocop.law` package, parsing one strictly (in YAML a key written twice and a
float are refused, in a CSV table any cell too many or too few) and its SHA-256. What the content means is left to
`book`, `procedure`, `lookup`, `classification` and to `ocop.rules.units`.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Hashable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ocop.rules.refused import LawFault

LAW_DIR = Path(__file__).resolve().parents[2] / "law"
PLAIN = re.compile(r"0|[1-9][0-9]*")
DAY_COLUMNS = frozenset({"from", "until"})
# The two kinds of tables of administrative units: units with their periods, and who followed whom on a day.
STATE_COLUMNS = ("code", "kind", "name", "parent", "from", "until", "confidence")
PAIR_COLUMNS = ("before", "after")

Record = dict[str, Any]


class _StrictLoader(yaml.CSafeLoader):
    """YAML 1.1 without its traps: no float, no number in another base, no yes/no booleans, no key twice."""

    file: str = ""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        mapping: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable):
                raise _fault(self.file, key_node.start_mark.line + 1, "khóa phải là một từ", "a key must be one word")
            if key in mapping:
                raise _fault(
                    self.file,
                    key_node.start_mark.line + 1,
                    f"khóa “{key}” viết hai lần",
                    f"key {key!r} is written twice",
                )
            mapping[key] = self.construct_object(value_node, deep=True)
        return mapping


def _refuse_float(loader: _StrictLoader, node: yaml.ScalarNode) -> Any:
    line = node.start_mark.line + 1
    raise _fault(loader.file, line, f"số lẻ {node.value} không được dùng", f"float {node.value} is not allowed")


def _read_whole(loader: _StrictLoader, node: yaml.ScalarNode) -> int:
    if PLAIN.fullmatch(node.value):
        return int(node.value)
    line = node.start_mark.line + 1
    raise _fault(loader.file, line, f"số {node.value} phải viết thập phân", f"write number {node.value} in decimal")


def _read_day(loader: _StrictLoader, node: yaml.ScalarNode) -> date:
    try:
        return date.fromisoformat(node.value)
    except ValueError:
        line = node.start_mark.line + 1
        raise _fault(loader.file, line, f"không có ngày {node.value}", f"there is no day {node.value}") from None


def _read_bool(loader: _StrictLoader, node: yaml.ScalarNode) -> bool | str:
    return {"true": True, "false": False}.get(str(node.value), str(node.value))


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _StrictLoader.construct_mapping)
_StrictLoader.add_constructor("tag:yaml.org,2002:float", _refuse_float)
_StrictLoader.add_constructor("tag:yaml.org,2002:int", _read_whole)
_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _read_day)
_StrictLoader.add_constructor("tag:yaml.org,2002:bool", _read_bool)


def _fault(name: str, line: int, vi: str, en: str) -> LawFault:
    return LawFault("bad_yaml", where=f"{name}:{line}", vi=vi, en=en)


def read(path: str | Path, *, root: Path = LAW_DIR) -> Record:
    """Parse the mapping in `root/path`. Raises LawFault when the file is missing, malformed or not a mapping."""
    return parse(read_bytes(path, root=root), name=str(path))


def read_bytes(path: str | Path, *, root: Path = LAW_DIR) -> bytes:
    """The raw bytes of `root/path`. Raises LawFault when it is missing."""
    try:
        return (root / path).read_bytes()
    except FileNotFoundError:
        raise LawFault("no_file", where=str(path), vi="thiếu tệp luật", en="the law file is missing") from None


def parse(content: bytes, *, name: str) -> Record:
    """Parse YAML bytes strictly into a mapping; `name` is used in messages."""
    loader = _StrictLoader(content)
    loader.file = name
    try:
        data = loader.get_single_data()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _fault(name, mark.line + 1 if mark else 0, "không đọc được YAML", "cannot be parsed as YAML") from None
    finally:
        loader.dispose()
    if not isinstance(data, dict):
        raise _fault(name, 1, "phải là một bảng khóa và giá trị", "must be a mapping")
    return data


def read_table(path: str | Path, columns: tuple[str, ...], *, root: Path = LAW_DIR) -> list[Record]:
    """The rows of the CSV file `root/path`, cells by column. Text stays text, so a code keeps its leading zeros.

    A cell of `from` or `until` is a day, or None when empty. Raises LawFault when the file is missing, its head is not
    `columns`, a row has another number of cells, a cell has spaces around it, or a day is none.
    """
    name, content = str(path), read_bytes(path, root=root)
    try:
        lines = list(csv.reader(content.decode("utf-8").splitlines(), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise _fault(name, 1, "không đọc được CSV", "cannot be parsed as CSV") from None
    if lines[:1] != [list(columns)]:
        raise _fault(name, 1, f"dòng đầu phải là {','.join(columns)}", f"the head must be {','.join(columns)}")
    days = DAY_COLUMNS.intersection(columns)
    return [_read_row(name, at, columns, days, cells) for at, cells in enumerate(lines[1:], start=2)]


def _read_row(name: str, line: int, columns: tuple[str, ...], days: frozenset[str], cells: list[str]) -> Record:
    if len(cells) != len(columns):
        raise _fault(name, line, f"có {len(cells)} ô, cần {len(columns)}", f"{len(cells)} cells, {len(columns)} needed")
    if [cell.strip() for cell in cells] != cells:
        raise _fault(name, line, "có ô thừa dấu cách", "a cell has spaces around it")
    row: Record = dict(zip(columns, cells, strict=True))
    for column in days:
        row[column] = _day_of(name, line, row[column]) if row[column] else None
    return row


def _day_of(name: str, line: int, cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise _fault(name, line, f"không có ngày {cell}", f"there is no day {cell}") from None


def sha256(content: bytes) -> str:
    """The SHA-256 of law bytes, as a dossier stores it, so that an old result can be recomputed and proven."""
    return hashlib.sha256(content).hexdigest()


@cache
def set_paths(folder: str, *, root: Path = LAW_DIR) -> dict[int, str]:
    """Set number -> path of its file, for one folder of `criteria/` (such as "26_2026")."""
    files = sorted((root / "criteria" / folder).glob("[0-9][0-9]_*.yaml"))
    return {int(file.name[:2]): f"criteria/{folder}/{file.name}" for file in files}


def law_files(root: Path = LAW_DIR) -> tuple[str, ...]:
    """Every file under `root`, as a path relative to it, in order; whether it belongs there is the check's question."""
    return tuple(file.relative_to(root).as_posix() for file in sorted(root.rglob("*")) if file.is_file())
