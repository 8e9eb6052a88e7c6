"""Files from anybody: a clear answer, no hang, and no more memory than one reader may use."""

import resource
import time

import pytest

from ocop.kit.sheets import apart
from ocop.kit.sheets.apart import MEMORY, read_apart
from ocop.kit.sheets.letters import alphabet_of, modern
from ocop.rules.refused import Refused
from tests.kit import hostile_workbooks as hostile

PATIENCE = 60  # seconds; far more than any takes, far less than a hang


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (hostile.zip_bomb, "too_big_inside"),
        (hostile.wide_row, "too_many_columns"),
        (hostile.repeated_rows, "not_a_workbook"),
        (lambda: hostile.coloured_rows()[:-2000], "not_a_workbook"),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, "not_a_table"),
        (lambda: b"<html><table><tr><td>a</td></tr></table></html>", "not_a_table"),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "not_a_table"),
        (lambda: bytes(range(256)) * 100, "bad_text"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 100_000, "protected"),
        (lambda: b"a" * (20 * 1024 * 1024 + 1), "too_big"),
    ],
)
def test_what_cannot_be_read_is_said(make, code):
    begun = time.monotonic()
    with pytest.raises(Refused) as caught:
        read_apart(make(), "danh sách.xlsx")
    assert caught.value.code == code
    assert len(caught.value.vi) > 20 and len(caught.value.en) > 20
    assert time.monotonic() - begun < PATIENCE
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY * 1.1


@pytest.mark.parametrize("make", [hostile.billion_laughs, hostile.file_reader])
def test_entities_are_not_opened(make):
    """Refused or read as they stand; never grown, never followed."""
    try:
        found = str(read_apart(make(), "a.xlsx").rows)
    except Refused as refusal:
        assert refusal.code in {"not_a_workbook", "empty_file", "cell_too_long"}
    else:
        assert len(found) < 200 and "root:" not in found


@pytest.mark.parametrize("make", [hostile.coloured_rows, hostile.empty_rows, hostile.coloured_columns])
def test_colours_without_words_are_no_rows(make):
    sheet = read_apart(make(), "a.xlsx")
    assert sheet.rows == [["Tên"]]


def test_another_machine_is_never_asked():
    assert read_apart(hostile.external_links(), "a.xlsx").rows == [["Tên"], ["giá trị cũ"], ["liên kết"]]


def test_a_reader_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "WAIT", 0.01)
    with pytest.raises(Refused) as caught:
        read_apart(hostile.external_links(), "a.xlsx")
    assert caught.value.code == "too_big_inside"


def test_an_open_document_is_read():
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="Lọc"><table:table-row><table:table-cell office:value-type="string"><text:p>Miến dong'
        "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    sheet = read_apart(hostile.open_document(content), "a.ods")
    assert (sheet.name, sheet.names, sheet.rows) == ("Lọc", ["Lọc"], [["Miến dong"]])


WORDS = "Tên sản phẩm,Chủ thể,Xã,Địa chỉ\nTrà hoa vàng,Hợp tác xã Tân Sơn,Phường Bắc Kạn,Thôn Nà Khoang\n"


def in_letters(text, alphabet):
    """A text as an old office typed it: each letter of today back into the bytes of then."""
    old = {modern(chr(code), alphabet): chr(code) for code in range(160, 256)}
    if alphabet == "VNI":
        pairs = (chr(a) + chr(b) for a in range(65, 256) for b in range(192, 256))
        old |= {modern(pair, alphabet): pair for pair in pairs if len(modern(pair, alphabet)) == 1}
    return "".join(old.get(letter, letter) for letter in text)


@pytest.mark.parametrize("alphabet", ["TCVN3", "VNI"])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_letters_of_before_unicode_become_todays(alphabet, encoding):
    small = WORDS.lower()
    typed = in_letters(small, alphabet)
    assert typed != small and alphabet_of(typed.splitlines()) == alphabet
    sheet = read_apart(typed.encode(encoding), "cu.csv")
    assert sheet.letters == alphabet
    assert sheet.rows == [line.split(",") for line in small.splitlines()]


@pytest.mark.parametrize("alphabet", ["TCVN3", "VNI"])
def test_a_workbook_in_old_letters_too(alphabet):
    content = hostile.by_hand("".join(
        f'<row r="{n}">{hostile.CELL.format(at=f"A{n}", text=in_letters(text.lower(), alphabet))}</row>'
        for n, text in enumerate(WORDS.replace("\n", ",").split(",")[:-1], 1)
    ))  # fmt: skip
    sheet = read_apart(content, "cu.xlsx")
    assert sheet.letters == alphabet
    assert sheet.rows[4] == ["trà hoa vàng"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1258"])
def test_letters_of_today_stay(encoding):
    text = WORDS if encoding != "cp1258" else "a,b\nchè xanh,ê\n"
    sheet = read_apart(text.encode(encoding), "moi.csv")
    assert (sheet.letters, sheet.rows) == ("", [line.split(",") for line in text.splitlines()])
