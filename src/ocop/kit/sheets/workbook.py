"""What a workbook is inside, before anything reads it: a ZIP archive that may lie about its size, and cells in error.

Owns the limits against bombs, how far each sheet reaches, and the search for cells in error, which the fast reader
gives back as empty.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from typing import IO

from ocop.rules.refused import Refused

UNPACKED = 400 * 1024 * 1024
RATIO = 200  # how often bigger than packed a workbook may be; text in sheets packs 10 to 30 times
ENTRIES = 2_000
PIECE = 1024 * 1024
# A cell with its place, and whether it is in error. Bounded, so that no text makes the search slow.
_CELL = re.compile(rb'<c\s(?:[^>]{0,80}\s)?r="([A-Z]{1,3})(\d{1,7})"(?:[^>]{0,80}?\s(t="e"))?')
_SAID = re.compile(rb"^[^>]{0,80}>(?:<f\b.{0,2000}?(?:</f>|/>))?<v>([^<]{1,20})</v>", re.DOTALL)
_NOTHING = re.compile(rb"[^>]{0,80}(?:/>|></c>)")
_LONGEST_CELL = 4096
_LINK = re.compile(r"<Relationship\s[^>]{0,1000}>")
_SHEET = re.compile(r"<sheet\s[^>]{0,1000}>")


def checked(file: IO[bytes], packed: int) -> None:
    """Refuse an archive that is no workbook, or would unpack to more than it may. Raises Refused.

    Sizes are counted while unpacking the largest parts, not believed.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            said = sum(entry.file_size for entry in entries)
            if len(entries) > ENTRIES or said > UNPACKED or said > max(packed, PIECE) * RATIO:
                raise _too_big()
            names = set(archive.namelist())
            if "[Content_Types].xml" not in names and not ({"mimetype", "content.xml"} <= names):
                raise zipfile.BadZipFile
            if any(entry.filename.endswith("vbaProject.bin") for entry in entries):
                raise Refused(
                    "macros",
                    vi="tệp có macro; lưu lại thành .xlsx rồi gửi",
                    en="the file carries macros; save it as .xlsx and send that",
                )
            _count(archive, entries, max(packed, PIECE) * RATIO)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError):
        raise unreadable() from None
    file.seek(0)


def is_open_document(file: IO[bytes]) -> bool:
    """Is this checked archive an ODS?"""
    with zipfile.ZipFile(file) as archive:
        found = "[Content_Types].xml" not in archive.namelist()
    file.seek(0)
    return found


def unreadable() -> Refused:
    """The refusal of a file that cannot be read as a workbook."""
    return Refused(
        "not_a_workbook",
        vi="không đọc được tệp như một bảng tính .xlsx; mở bằng phần mềm bảng tính rồi lưu lại thành .xlsx",
        en="it cannot be read as an .xlsx workbook; open it in a spreadsheet and save it as .xlsx again",
    )


@dataclass(frozen=True, slots=True)
class Inside:
    """A sheet before it is read: how far it reaches, how many cells it has, and those in error, by row and column."""

    rows: int
    columns: int
    cells: int
    errors: dict[tuple[int, int], str]


def inside(file: IO[bytes]) -> list[Inside]:
    """What every sheet is inside, in the order of the workbook; the sheets are gone through and not built.

    Cells that hold nothing but a border or a colour do not count: offices colour whole columns.

    A cell far away would make any reader that builds a table of all cells in between run out of memory.
    """
    with zipfile.ZipFile(file) as archive:
        found = [_inside(archive, part) for part in _parts(archive)]
    file.seek(0)
    return found


def _inside(archive: zipfile.ZipFile, part: str) -> Inside:
    rows = cells = 0
    columns: set[bytes] = set()
    errors: dict[tuple[int, int], str] = {}
    with archive.open(part) as xml:
        rest = b""
        ends = False
        while not ends:
            piece = xml.read(PIECE)
            ends = len(piece) < PIECE
            text = rest + piece
            done = max(0, len(text) - _LONGEST_CELL)
            for cell in _CELL.finditer(text):
                if cell.start() > len(text) - _LONGEST_CELL and not ends:
                    done = cell.start()  # its end may be in the next piece
                    break
                done = cell.end()
                if _NOTHING.match(text, done):  # only a border or a colour
                    continue
                rows, cells = max(rows, int(cell[2])), cells + 1
                columns.add(cell[1])
                if cell[3]:
                    said = _SAID.search(text[done : done + _LONGEST_CELL])
                    errors[int(cell[2]), column_number(cell[1].decode())] = said[1].decode() if said else "#N/A"
            rest = text[max(done, len(text) - _LONGEST_CELL) :]
    return Inside(rows, max((column_number(letters.decode()) for letters in columns), default=0), cells, errors)


def _parts(archive: zipfile.ZipFile) -> list[str]:
    """The files of the sheets, in the order of the workbook."""
    links = archive.read("xl/_rels/workbook.xml.rels").decode(errors="replace")
    targets = {_attribute(link, "Id"): _attribute(link, "Target") for link in _LINK.findall(links)}
    sheets = _SHEET.findall(archive.read("xl/workbook.xml").decode(errors="replace"))
    wanted = [targets.get(_attribute(sheet, "r:id"), "") for sheet in sheets]
    return [target.lstrip("/") if target.startswith("/") else f"xl/{target}" for target in wanted]


def _attribute(element: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]{{0,500}})"', element)
    return found[1] if found else ""


def column_number(letters: str) -> int:
    """A column's number from its letters: A is 1, V is 22, AA is 27.

    >>> column_number("V"), column_number("AA")
    (22, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _count(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], most: int) -> None:
    total = 0
    for entry in entries:
        with archive.open(entry) as part:
            while piece := part.read(PIECE):
                total += len(piece)
                if total > min(most, UNPACKED):
                    raise _too_big()


def _too_big() -> Refused:
    return Refused(
        "too_big_inside",
        vi="bên trong tệp lớn bất thường; chép riêng trang tính cần nhập sang một tệp mới",
        en="the file is unusually big inside; copy the sheet to be imported into a new file",
    )
