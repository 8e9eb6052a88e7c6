"""Text files as rows: which encoding, which separator, and what only calls itself a table.

Owns encodings, those of before Unicode among them. Limits are the caller's.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

from ocop.kit.sheets.letters import Alphabet, alphabet_of, modern
from ocop.rules.refused import Refused

MARKS = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS = ",;\t|"
_OTHERS = (
    (b"%PDF", "một tệp PDF", "a PDF"),
    (b"\x89PNG", "một ảnh", "a picture"),
    (b"\xff\xd8\xff", "một ảnh", "a picture"),
    (b"{\\rtf", "một văn bản RTF", "an RTF document"),
    (b"7z\xbc\xaf", "một tệp nén", "an archive"),
    (b"Rar!", "một tệp nén", "an archive"),
)
_PAGES = (b"<html", b"<!doc", b"<?xml", b"<tabl", b"<meta")
_CONTROLS = {chr(number) for number in range(32)} - set("\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f")


def text_rows(content: bytes, name: str, bounded: Callable[[str], str]) -> tuple[Iterator[list[str | None]], Alphabet]:
    """The rows of a text file, and the old alphabet it was written in. Raises Refused (`not_a_table`, `bad_text`)."""
    _require_text(content, name)
    text, alphabet = _decoded(content, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    return _rows(text, separator, name, bounded), alphabet


def _rows(text: str, separator: str, name: str, bounded: Callable[[str], str]) -> Iterator[list[str | None]]:
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [bounded(cell.strip()) or None for cell in cells]
    except csv.Error:
        raise bad_text(name) from None


def _require_text(content: bytes, name: str) -> None:
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, vi, en in _OTHERS:
        if start.startswith(mark):
            raise Refused(
                "not_a_table",
                where=name,
                vi=f"đây là {vi}, không phải bảng tính; gửi tệp .xlsx, .xls, .ods hoặc .csv",
                en=f"this is {en}, not a table; send .xlsx, .xls, .ods or .csv",
            )
    if start[:5].lower() in _PAGES or start[:6].lower() == b"<table":
        raise Refused(
            "not_a_table",
            where=name,
            vi="đây là trang web hoặc XML đặt tên như bảng tính; mở bằng phần mềm bảng tính rồi lưu lại thành .xlsx",
            en="this is a web page or XML named like a workbook; open it in a spreadsheet and save it as .xlsx",
        )


def _decoded(content: bytes, name: str) -> tuple[str, Alphabet]:
    """Unicode where the file is that; else the one-byte alphabet in which it reads as Vietnamese."""
    if content[:2] in MARKS:
        return _strictly(content, "utf-16", name), ""
    if b"\0" in content[:4096]:
        raise bad_text(name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _one_byte(content, name)
    alphabet = alphabet_of(text.splitlines())
    return modern(text, alphabet), alphabet


def _one_byte(content: bytes, name: str) -> tuple[str, Alphabet]:
    western = content.decode("latin-1")
    alphabet = alphabet_of(western.splitlines())
    if alphabet == "TCVN3":
        return modern(western, alphabet), alphabet
    if alphabet:
        return modern(content.decode("cp1252", errors="replace"), alphabet), alphabet
    text = _strictly(content, "cp1258", name)
    if _CONTROLS & set(text[:4096]):
        raise bad_text(name)
    return text, ""


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise bad_text(name) from None


def bad_text(name: str) -> Refused:
    """The refusal of a file that is no text."""
    return Refused(
        "bad_text",
        where=name,
        vi="không đọc được như bảng chữ; lưu lại thành .xlsx, hoặc CSV mã UTF-8",
        en="it cannot be read as a table of text; save it as .xlsx, or CSV in UTF-8",
    )
