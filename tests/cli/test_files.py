"""Files given to the command: whatever is wrong is named by file and line, and never crashes it."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop.cli import files
from tests.cli.calling import MANUAL, best, ocop, vietnamese_in, written
from tests.rules.bad_input import RECORDS, TEXTS

LINES = """{
 "instrument": "26/2026/QĐ-TTg",
 "set": 11,
 "sheets": [
  {"member": "m1",
   "choices": {
    "A.1.1": 2,
    "A.2.4": 1
   }},
  {"member": "m2", "choices": {"A.1.1": 3}}
 ]
}
"""


def changed(old, new):
    assert LINES.count(old) == 1
    return LINES.replace(old, new)


WRONG = [
    (changed('"A.1.1": 2', '"A.1.1": 9'), 7, "sheets[0].choices.A.1.1: không có phương án này"),
    (changed('"A.1.1": 3', '"A.9": 3'), 10, "sheets[1].choices.A.9: Bộ 11"),
    (changed('"A.2.4": 1', '"A.1.1": 1'), 8, "A.1.1: viết hai lần"),
    (changed('"m2"', '"m1"'), 10, "sheets[1].member: thành viên “m1” đã có phiếu"),
    (changed('"set": 11', '"set": 99'), 3, "set: 26/2026/QĐ-TTg không có bộ tiêu chí số 99"),
    (changed('"set": 11', '"set": 11.5'), 3, "11.5: chỉ dùng số nguyên"),
    (
        changed('"instrument"', '"on": "2018-01-01", "_"').replace('"_": "26/2026/QĐ-TTg",', ""),
        2,
        "2018-01-01: không có",
    ),
    (changed('"set": 11,', '"set": 11, "colour": 1,'), 3, "colour: không có mục này"),
    (changed('"set": 11,', '"set": 11, "gates": [{"gate": "stop"}],'), 3, "gates[0].text: nêu lý do"),
    (changed('"set": 11,', '"set": 11,\n"council": {"members": 0},'), 4, "council.members: phải là số nguyên dương"),
    (changed('"set": 11,', '"set": 11, "rules": {"mean": "x"},'), 3, "rules.mean: giá trị này không dùng được"),
    (changed('"set": 11,', '"set": 11, "rules": 7,'), 3, "rules: phải là {tên: giá trị}"),
    (changed('"set": 11,\n', ""), 0, "set: phải là số nguyên dương"),
]


@pytest.mark.parametrize(
    ("text", "line", "said"), WRONG, ids=lambda value: value[:24] if isinstance(value, str) else ""
)
@pytest.mark.parametrize("command", [("score",), ("advise",), ("compare", "--with", "148/QĐ-TTg")])
def test_an_error_names_the_file_and_the_line(tmp_path, command, text, line, said):
    file = written(tmp_path, text)
    outcome = ocop(command[0], file, *command[1:])
    assert (outcome.exit_code, outcome.stdout) == (3, "")
    place = f"{file}:{line}" if line else f"{file}"
    assert outcome.stderr.startswith(f"Lỗi: {place}: {said}")


def test_a_syntax_error_names_line_and_column_in_the_readers_language(tmp_path):
    file = written(tmp_path, changed('"m2",', '"m2"'))
    vi, en = ocop("score", file), ocop("--lang", "en", "score", file)
    assert vi.stderr == f"Lỗi: {file}: dòng 10, cột 19: không đọc được JSON; xem lại dấu phẩy, ngoặc, nháy kép\n"
    assert en.stderr == f"Error: {file}: line 10, column 19: this is not JSON; check commas, brackets and quotes\n"


def test_standard_input_is_a_file_too():
    outcome = ocop("score", "-", "--json", stdin=json.dumps(MANUAL))
    assert json.loads(outcome.output)["total"] == "3.00"
    outcome = ocop("score", "-", stdin=changed('"A.1.1": 2', '"A.1.1": 9'))
    assert outcome.exit_code == 3
    assert outcome.stderr.startswith("Lỗi: stdin:7: sheets[0].choices.A.1.1: ")


def test_a_byte_order_mark_does_not_matter(tmp_path):
    file = tmp_path / "bom.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(MANUAL).encode())
    assert ocop("score", file).exit_code == 0


def test_bytes_that_are_not_utf8_are_refused_at_their_line(tmp_path):
    file = tmp_path / "latin.json"
    file.write_bytes(b'{"set": 11,\n"product": "Ch\xe8"}')
    assert ocop("score", file).stderr == f"Lỗi: {file}: dòng 2: không phải mã UTF-8; lưu lại tệp theo UTF-8\n"
    outcome = ocop("--lang", "en", "score", file)
    assert (outcome.exit_code, outcome.stderr) == (3, f"Error: {file}: line 2: not UTF-8; save the file as UTF-8\n")


def test_a_file_too_large_for_a_score_sheet_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 500)
    small, large = written(tmp_path, MANUAL, "small.json"), written(tmp_path, best(), "large.json")
    assert small.stat().st_size < 500 < large.stat().st_size
    assert ocop("score", small).exit_code == 0
    outcome = ocop("score", large)
    assert (outcome.exit_code, outcome.stderr) == (3, f"Lỗi: {large}: tệp quá 16 MB, không phải phiếu chấm\n")
    outcome = ocop("--lang", "en", "score", "-", stdin=large.read_text(encoding="utf-8"))
    assert outcome.stderr == "Error: stdin: the file exceeds 16 MB, not a score sheet\n"


def test_exactly_16_mb_are_taken(tmp_path, monkeypatch):
    file = written(tmp_path, MANUAL)
    monkeypatch.setattr(files, "MOST_BYTES", file.stat().st_size)
    assert ocop("score", file).exit_code == 0
    assert files.MOST_BYTES < 16 * 1024 * 1024


@pytest.mark.parametrize("name", ["nowhere.json", "."])
def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path, name):
    outcome = ocop("score", tmp_path / name)
    assert outcome.exit_code == 2
    assert "FILE" in outcome.stderr


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("floor_basis", "--rule: “floor_basis” cần dạng tên=giá_trị"),
        ("floor_basis=", "--rule floor_basis: giá trị này không dùng được; cho phép: mean, every, majority"),
        ("floor=every", "--rule floor: không có thiết lập này; có: mean, "),
        ("spread_limit=101", "--rule spread_limit: giá trị này không dùng được; cho phép: 0-100"),
        ("spread_limit=²", "--rule spread_limit: giá trị này không dùng được"),
        (f"spread_limit={'9' * 5000}", "--rule spread_limit: giá trị này không dùng được"),
        ("quorum=²/³", "--rule quorum: giá trị này không dùng được; cho phép: 1/2, 2/3, 3/4…"),
        (f"quorum=1/{'9' * 5000}", "--rule quorum: giá trị này không dùng được"),
    ],
)
def test_a_rule_that_is_not_one_is_refused(tmp_path, rule, said):
    file = written(tmp_path, MANUAL)
    outcome = ocop("score", file, "--rule", rule)
    assert outcome.exit_code == 3
    assert outcome.stderr.startswith(f"Lỗi: {said}")
    assert vietnamese_in(ocop("--lang", "en", "score", file, "--rule", rule).stderr) == []


def test_the_last_of_two_rules_counts(tmp_path):
    outcome = ocop(
        "score", written(tmp_path, MANUAL), "--rule", "spread_limit=5", "--rule", "spread_limit=100", "--json"
    )
    assert json.loads(outcome.output)["rules"]["spread_limit"] == 100


@pytest.mark.parametrize("bad", [*RECORDS, *TEXTS], ids=lambda bad: bad.name)
def test_every_refusal_exits_3_in_words_of_the_readers_language(tmp_path, bad):
    text = bad.record if bad in TEXTS else json.dumps(bad.record, ensure_ascii=True)
    file = tmp_path / "bad.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    if bad.name.endswith("byte order mark left in"):
        return  # the command takes the mark off before it reads
    for lang, word in [("vi", "Lỗi"), ("en", "Error")]:
        outcome = ocop("--lang", lang, "score", file)
        assert (outcome.exit_code, outcome.stdout) == (3, "")
        assert outcome.stderr.startswith(f"{word}: {file}")
        assert bad.where.encode("utf-8", "replace").decode() in outcome.stderr or bad.where == ""


def test_a_refusal_in_english_has_no_vietnamese_letters(tmp_path):
    for bad in RECORDS:
        outcome = ocop("--lang", "en", "score", written(tmp_path, json.dumps(bad.record)))
        assert vietnamese_in(outcome.stderr.replace("QĐ", "")) == [], bad.name


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary() | st.text().map(str.encode) | st.text('{}[]":,1A.\n').map(str.encode))
def test_any_bytes_are_refused_and_never_crash(tmp_path, content):
    file = tmp_path / "any.json"
    file.write_bytes(content)
    outcome = ocop("score", file)
    assert outcome.exit_code == 3
    assert outcome.stderr.startswith("Lỗi: ")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n"])
def test_a_file_with_nothing_in_it(tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    for name in (tmp_path / "a.json", "/dev/null"):
        outcome = ocop("score", name)
        assert (outcome.exit_code, outcome.stdout) == (3, "")
        assert outcome.stderr.startswith(f"Lỗi: {name}: tệp rỗng; cần một đối tượng JSON")
        assert "the file is empty; a JSON object is needed" in ocop("score", name, "--lang", "en").stderr


@pytest.mark.parametrize(
    ("call", "vi", "en"),
    [
        (
            ("score", {"sheets": [{"member": "m", "choices": {"Z.1": 1}}]}),
            "ocop law show VĂN_BẢN SỐ",
            "INSTRUMENT NUMBER",
        ),
        (("advise", {}, "--freeze", "Z.1"), "ocop law show VĂN_BẢN SỐ", "INSTRUMENT NUMBER"),
        (("score", {"set": 40}), "ocop law list VĂN_BẢN", "ocop law list INSTRUMENT"),
        (
            ("compare", {"set": 21, "sheets": [{"member": "m", "choices": {}}]}, "--with", "1048/QĐ-TTg"),
            "--set SỐ",
            "--set N",
        ),
    ],
)
def test_a_refusal_says_what_to_call_next(tmp_path, call, vi, en):
    command, changes, *options = call
    file = written(tmp_path, MANUAL | changes)
    outcome, asked = ocop(command, file, *options), ocop(command, file, *options, "--lang", "en")
    assert outcome.exit_code == asked.exit_code == 3
    assert len(outcome.stderr.splitlines()) == 2 and vi in outcome.stderr.splitlines()[1]
    assert en in asked.stderr.splitlines()[1]
    assert vietnamese_in(asked.stderr) == []


def test_a_wrong_rule_is_told_without_the_file_it_is_not_in(tmp_path):
    file = written(tmp_path, MANUAL | {"rules": {"floor_basis": "some"}})
    assert ocop("score", file).stderr.startswith(f"Lỗi: {file}:")
    assert ocop("score", file, "--rule", "spread_limit=x").stderr.startswith("Lỗi: --rule spread_limit: ")
    assert ocop("score", file, "--rule", "floor_basis=every").exit_code == 0
