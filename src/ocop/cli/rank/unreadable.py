"""What is said of a file that is no table: Excel under another name, cut short, in another encoding, without rows.

Owns recognising the kind by its first bytes and the sentences, each with what to do next; what Arrow said comes last,
in brackets. Reading is `sources`', columns are `table`'s.
"""

from __future__ import annotations

import re
from pathlib import Path

from ocop.rules.refused import Refused
from ocop.rules.scoring.numbers import counted

Words = tuple[str, str]

SPREADSHEET = (
    "là tệp bảng tính hay tệp nén mang tên CSV; mở bằng phần mềm bảng tính, lưu thành “CSV UTF-8” rồi dùng tệp ấy",
    'is a spreadsheet or an archive named CSV; open it in a spreadsheet program, save it as "CSV UTF-8" and use that',
)
IS_PARQUET = ("là tệp Parquet; đổi đuôi tên thành .parquet", "is a Parquet file; rename it to end in .parquet")
GZIP = ("là tệp nén gzip; giải nén trước", "is compressed with gzip; unpack it first")
UTF16 = (
    "là chữ mã UTF-16, không phải mã UTF-8; lưu lại thành “CSV UTF-8”",
    'is UTF-16 text, not UTF-8; save it as "CSV UTF-8"',
)
JSON = (
    "là JSON, không phải bảng; một hồ sơ JSON thì dùng “ocop score”",
    'is JSON, not a table; for one dossier in JSON use "ocop score"',
)
FIRST_BYTES: tuple[tuple[bytes, Words], ...] = (
    (b"PK\x03\x04", SPREADSHEET),
    (b"\xd0\xcf\x11\xe0", SPREADSHEET),
    (b"PAR1", IS_PARQUET),
    (b"\x1f\x8b", GZIP),
    (b"\xff\xfe", UTF16),
    (b"\xfe\xff", UTF16),
    (b"{", JSON),
    (b"[", JSON),
)
NOTHING = ("tệp rỗng, 0 byte; xuất lại bảng", "the file is empty, 0 bytes; export the table again")
COUNTS = re.compile(r"Row #(\d+): Expected (\d+) columns, got (\d+): (.*)", re.DOTALL)
SEPARATOR = {",": ("dấu phẩy", "commas"), ";": ("dấu chấm phẩy", "semicolons"), "\t": ("tab", "tabs")}


def check_csv(head: bytes) -> None:
    """Refuse a file whose first bytes are those of something else than a CSV."""
    if not head:
        raise _no_table(NOTHING)
    for first, words in FIRST_BYTES:
        if head.startswith(first):
            raise _no_table(words)


def check_header(header: str) -> None:
    """Refuse a first line that is no line of text."""
    if "\0" in header:
        raise not_utf8(1)
    if "\r" in header.rstrip("\r\n"):
        raise lone_return(1)


def no_rows() -> Refused:
    """A table with its line of columns and nothing below."""
    return Refused(
        "no_rows",
        vi="bảng không có hồ sơ nào dưới dòng tên cột; mỗi phiếu chấm cần một dòng",
        en="the table has no dossier below its column names; each score sheet needs a line",
    )


def not_utf8(line: int) -> Refused:
    """Text in another encoding, at `line`."""
    return Refused(
        "not_utf8",
        where=str(line),
        vi="không phải mã UTF-8; lưu lại tệp thành “CSV UTF-8”",
        en='is not UTF-8; save the file as "CSV UTF-8"',
    )


def line_break(line: int) -> Refused:
    """A quoted cell that goes on in the next line, or a quote that is never closed, at `line`."""
    return Refused(
        "line_break",
        where=str(line),
        vi="nháy kép ở dòng này không đóng trong dòng; đóng nháy, và bỏ chỗ xuống dòng trong ô",
        en="a double quote is not closed in this line; close it, and take line breaks out of cells",
    )


def lone_return(line: int) -> Refused:
    """A line that ends in CR alone."""
    return Refused(
        "lone_return",
        where=str(line),
        vi="dòng kết thúc chỉ bằng ký tự CR, kiểu máy Mac cũ; lưu lại tệp thành “CSV UTF-8”",
        en='a line ends in CR alone, as on old Macs; save the file as "CSV UTF-8"',
    )


def bad_block(error: Exception, first: int, separator: str) -> Refused:
    """What Arrow could not parse in a block of CSV whose first row stands on line `first`."""
    if "UTF8" in str(error):
        said = re.search(r"Row #(\d+)", str(error))
        return not_utf8(first + int(said.group(1)) - 1 if said else first)
    counts = COUNTS.search(str(error))
    if not counts:
        return damaged(error, str(first))
    line, expected, got = first + int(counts[1]) - 1, counts[2], counts[3]
    if counts[4].count('"') % 2:
        return line_break(line)
    vi, en = SEPARATOR[separator]
    return Refused(
        "bad_row",
        where=str(line),
        vi=f"dòng này có {got} cột, dòng đầu có {expected}, cách nhau bằng {vi}; ô chứa {vi} thì đặt trong nháy kép",
        en=f"this line has {counted(int(got), 'column', 'columns')}, the first {expected}, parted by {en}; "
        "quote a cell that contains them",
    )


def bad_parquet(path: Path, error: Exception) -> Refused:
    """Why the file at `path` cannot be opened as Parquet."""
    with path.open("rb") as file:
        head = file.read(4)
    if not head:
        return _no_table(NOTHING)
    if head != b"PAR1":
        return _no_table(
            (
                "không phải tệp Parquet; nếu là CSV thì đổi đuôi tên thành .csv",
                "is not a Parquet file; if it is CSV, rename it to end in .csv",
            )
        )
    return damaged(error)


def damaged(error: Exception, where: str = "") -> Refused:
    """A file that begins well and cannot be read to its end."""
    short = next(iter(str(error).splitlines()), "").strip()
    return Refused(
        "damaged",
        where=where,
        vi=f"tệp bị hỏng hoặc bị cắt cụt; chép lại hay xuất lại bảng (chi tiết: {short})",
        en=f"the file is damaged or cut short; copy it or export the table again (detail: {short})",
    )


def bad_column(name: str, kind: object, error: Exception) -> Refused:
    """A column of Parquet that is not text, not numbers and not days."""
    short = next(iter(str(error).splitlines()), "").strip()
    return Refused(
        "bad_column",
        where=name,
        vi=f"cột này có kiểu {kind}; cần chữ mã UTF-8, số nguyên hoặc ngày (chi tiết: {short})",
        en=f"this column is of type {kind}; text in UTF-8, whole numbers or days are needed (detail: {short})",
    )


def _no_table(words: Words) -> Refused:
    return Refused("no_table", vi=words[0], en=words[1])
