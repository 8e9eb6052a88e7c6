"""`ocop rank` on files that are no such table: each is refused in the reader's language, with what to do next."""

import datetime
import gzip
import io
import random
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.cli.calling import ocop, vietnamese_in

HEADER = "dossier,instrument,set,member,A.1.1\n"
ROW = "x,26/2026/QĐ-TTg,11,m1,2\n"
COLUMNS = {"dossier": ["x"], "instrument": ["26/2026/QĐ-TTg"], "set": [11], "member": ["m1"], "A.1.1": [2]}
ENGLISH_OF_ARROW = ("expected", "column_names", "Parquet magic", "CSV parse error", "Row #")


def spreadsheet():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return written.getvalue()


def parquet(**columns):
    written = io.BytesIO()
    pq.write_table(pa.table({**COLUMNS, **columns}), written)
    return written.getvalue()


def with_bad_utf8():
    """Arrow writes and reads such a file without a word."""
    text = pa.StringArray.from_buffers(1, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"a\xff"))
    return parquet(member=text)


CSV = {
    "nothing": (b"", ": tệp rỗng", "the file is empty"),
    "no rows": (HEADER, ": bảng không có hồ sơ nào", "the table has no dossier"),
    "no line end": (HEADER.strip(), ": bảng không có hồ sơ nào", "the table has no dossier"),
    "empty rows": (HEADER + "\n,,,,\n\n", ": bảng không có hồ sơ nào", "the table has no dossier"),
    "cut short": (HEADER + ROW + "y,26/20", ":3: dòng này có 2 cột, dòng đầu có 5", ":3: this line has 2 columns"),
    "one cell less": (HEADER + "x,148/QĐ-TTg,11,m1\n", ":2: dòng này có 4 cột", "the first 5, parted by commas"),
    "other separator": (HEADER + ROW.replace(",", ";"), ":2: dòng này có 1 cột, ", ":2: this line has 1 column, "),
    "bars": ((HEADER + ROW).replace(",", "|"), ": dòng đầu chỉ có một cột", ": the first line has one column only"),
    "open quote": (
        HEADER + ROW + 'y,"26/2026,11,m,1\nz,a,11,m,1\n',
        ":3: nháy kép",
        ":3: a double quote is not closed",
    ),
    "line break": (HEADER + ROW + '"x\ny",26/2026/QĐ-TTg,11,m,2\n', ":3: nháy kép", ":3: a double quote is not"),
    "old Mac": ((HEADER + ROW).replace("\n", "\r"), ":1: dòng kết thúc chỉ bằng ký tự CR", ":1: a line ends in CR"),
    "one old line": (HEADER + ROW * 2 + ROW.replace("\n", "\r") + ROW, ":4: dòng kết thúc", ":4: a line ends in CR"),
    "column twice": (HEADER.replace("A.1.1", "A.1.1,A.1.1"), ": A.1.1: cột này có hai lần", "stands twice"),
    "column missing": ("dossier,set,instrument\n", ": member: thiếu cột này; các cột có: dossier, set", "there are: d"),
    "many columns": ("a,b" * 99 + "\n", "b...", "b..."),
    "neither": (
        "dossier,set,member\n",
        ': instrument: cần cột "instrument" hoặc "on"',
        'a column "instrument" or "on"',
    ),
    "1258": ((HEADER + ROW).encode().replace("Đ".encode(), b"\xd0"), ":2: không phải mã UTF-8", ":2: is not UTF-8"),
    "1258 header": ("hồ sơ,bộ\n".encode("utf-16-le"), ":1: không phải mã UTF-8", ":1: is not UTF-8"),
    "zeros": ((HEADER + ROW).encode("utf-16-le"), ":1: không phải mã UTF-8", ":1: is not UTF-8"),
    "UTF-16": ((HEADER + ROW).encode("utf-16"), ": là chữ mã UTF-16", "is UTF-16 text"),
    "xlsx": (spreadsheet(), ": là tệp bảng tính hay tệp nén", "is a spreadsheet or an archive"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), ": là tệp bảng tính", "is a spreadsheet"),
    "parquet": (parquet(), ": là tệp Parquet; đổi đuôi", "is a Parquet file; rename"),
    "gzip": (gzip.compress(ROW.encode()), ": là tệp nén gzip", "is compressed with gzip"),
    "JSON": ('{"set": 11}', ": là JSON, không phải bảng", "is JSON, not a table"),
}
PARQUET = {
    "nothing": (b"", ": tệp rỗng", "the file is empty"),
    "CSV": (HEADER + ROW, ": không phải tệp Parquet; nếu là CSV", "is not a Parquet file; if it is CSV"),
    "cut short": (parquet()[:600], ": tệp bị hỏng hoặc bị cắt cụt", "the file is damaged or cut short"),
    "damaged pages": (parquet()[:30] + b"\xff" * 40 + parquet()[70:], ": tệp bị hỏng", "the file is damaged"),
    "damaged text": (with_bad_utf8(), ": tệp bị hỏng", "the file is damaged"),
    "lists": (parquet(set=[[11]]), ": set: cột này có kiểu list", ": set: this column is of type list"),
    "bytes": (parquet(member=[b"\xff"]), ": member: cột này có kiểu binary", "is of type binary"),
    "no rows": (parquet(**{name: pa.array([], pa.string()) for name in COLUMNS}), "không có hồ sơ nào", "no dossier"),
}


def as_bytes(content):
    return content if isinstance(content, bytes) else content.encode()


@pytest.mark.parametrize(
    ("name", "content", "vi", "en"),
    [
        *((f"{case}.csv", *CSV[case]) for case in CSV),
        *((f"{case}.parquet", *PARQUET[case]) for case in PARQUET),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[-8:] else "",
)
def test_a_file_that_is_no_such_table_is_refused_with_what_to_do(tmp_path, name, content, vi, en):
    path = tmp_path / name
    path.write_bytes(as_bytes(content))
    by_default, asked = ocop("rank", path), ocop("rank", path, "--lang", "en")
    assert by_default.exit_code == asked.exit_code == 3
    assert by_default.stderr.startswith(f"Lỗi: {path}:") and vi in by_default.stderr
    assert asked.stderr.startswith(f"Error: {path}:") and en in asked.stderr
    assert vietnamese_in(asked.stderr) == []
    ours = by_default.stderr.split("(chi tiết:")[0]
    assert not [word for word in ENGLISH_OF_ARROW if word in ours]
    assert by_default.stdout == asked.stdout == ""
    assert [item.name for item in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + (HEADER + ROW).encode(),
        b"\xef\xbb\xbf\xef\xbb\xbf" + (HEADER + ROW).encode(),
        (HEADER + ROW).replace("\n", "\r\n"),
        (HEADER + ROW).rstrip(),
        (HEADER + ROW).replace(",", "\t"),
        HEADER + '"x","26/2026/QĐ-TTg","11","m ""1""","2"\n',
    ],
)
def test_what_is_a_table_is_read(tmp_path, content):
    (tmp_path / "a.csv").write_bytes(as_bytes(content))
    outcome = ocop("rank", tmp_path / "a.csv")
    assert outcome.exit_code == 0, outcome.stderr
    assert outcome.stdout.startswith("Đã xếp hạng 1 hồ sơ")


def test_days_and_decimals_that_are_whole_are_read(tmp_path):
    """Pandas makes floats of whole numbers where a cell is empty."""
    columns = {
        "dossier": ["x", "x"], "on": [datetime.date(2026, 11, 22)] * 2, "set": [11, 11], "member": [1, 2],
        "A.1.1": [2.0, None],
    }  # fmt: skip
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    outcome = ocop("rank", tmp_path / "a.parquet", "--out", tmp_path / "b.csv")
    assert outcome.exit_code == 0, outcome.stderr
    assert '"x","26/2026/QĐ-TTg",11,2,"1.00"' in (tmp_path / "b.csv").read_text(encoding="utf-8")


def test_a_result_that_cannot_be_written(tmp_path):
    (tmp_path / "a.csv").write_text(HEADER + ROW, encoding="utf-8")
    too_long = tmp_path / ("b" * 250 + ".csv")
    outcome = ocop("rank", tmp_path / "a.csv", "--out", too_long)
    assert outcome.exit_code == 3 and f"không ghi được {too_long}" in outcome.stderr
    assert f"cannot write {too_long}" in ocop("rank", tmp_path / "a.csv", "--out", too_long, "--lang", "en").stderr


def test_damage_anywhere_is_a_refusal_or_a_result(tmp_path):
    source = random.Random(7)
    for name, whole in (("a.csv", (HEADER + ROW * 3).encode()), ("a.parquet", parquet())):
        for _ in range(60):
            damaged = bytearray(whole)
            for _ in range(source.choice([1, 2, 5, 30])):
                damaged[source.randrange(len(damaged))] = source.randrange(256)
            Path(tmp_path / name).write_bytes(damaged[: source.choice([None, None, source.randrange(len(damaged))])])
            outcome = ocop("rank", tmp_path / name, "--out", tmp_path / "out.csv")
            assert outcome.exit_code in (0, 3), repr(outcome.exception)
