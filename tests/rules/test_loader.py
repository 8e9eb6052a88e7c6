"""The law's YAML is read strictly: what could be misread is refused at its line."""

import hashlib
from datetime import date

import pytest

from ocop.rules.lawbook import loader
from ocop.rules.refused import LawFault


def fault_of(content, name="bands.yaml"):
    with pytest.raises(LawFault) as caught:
        loader.parse(content.encode() if isinstance(content, str) else content, name=name)
    return caught.value


def test_plain_values_keep_their_kind():
    data = loader.parse(
        b"whole: 30\nnone: 0\nday: 2026-05-22\nopen: null\nyes: yes\nno: No\nsure: true\nnot: false\ntext: '1.5'\n",
        name="x.yaml",
    )
    assert data == {
        "whole": 30,
        "none": 0,
        "day": date(2026, 5, 22),
        "open": None,
        "yes": "yes",
        "no": "No",
        "sure": True,
        "not": False,
        "text": "1.5",
    }
    assert data["sure"] is True
    assert data["not"] is False


def test_values_inside_lists_and_maps_are_complete():
    data = loader.parse(b"a: [{b: 1, c: [2, 3]}]\n", name="x.yaml")
    assert data == {"a": [{"b": 1, "c": [2, 3]}]}


REFUSED = [
    ("a: 1\nb: 1.5\n", 2, "số lẻ 1.5 không được dùng", "float 1.5 is not allowed"),
    ("a: .inf\n", 1, "số lẻ .inf không được dùng", "float .inf is not allowed"),
    ("a: 1\n\na: 2\n", 3, "khóa “a” viết hai lần", "key 'a' is written twice"),
    ("a:\n  b: 1\n  b: 1\n", 3, "khóa “b” viết hai lần", "key 'b' is written twice"),
    ("a: 1\nb: 010\n", 2, "số 010 phải viết thập phân", "write number 010 in decimal"),
    ("a: 1:30\n", 1, "số 1:30 phải viết thập phân", "write number 1:30 in decimal"),
    ("a: 1\nb: 2026-02-30\n", 2, "không có ngày 2026-02-30", "there is no day 2026-02-30"),
    ("a: 1\n? [b]\n: 1\n", 2, "khóa phải là một từ", "a key must be one word"),
    ("a: 1\nb: [1\n", 3, "không đọc được YAML", "cannot be parsed as YAML"),
    ("a: !!python/name:os.system\n", 1, "không đọc được YAML", "cannot be parsed as YAML"),
    (b"a: \xff\n", 0, "không đọc được YAML", "cannot be parsed as YAML"),
    ("- a\n", 1, "phải là một bảng khóa và giá trị", "must be a mapping"),
    ("", 1, "phải là một bảng khóa và giá trị", "must be a mapping"),
]


@pytest.mark.parametrize(("content", "line", "vi", "en"), REFUSED)
def test_what_could_be_misread_is_refused_at_its_line(content, line, vi, en):
    fault = fault_of(content)
    assert (fault.code, fault.where, fault.vi, fault.en) == ("bad_yaml", f"bands.yaml:{line}", vi, en)


def test_a_missing_file_is_a_fault_of_the_law(tmp_path):
    for read in (loader.read, loader.read_bytes):
        with pytest.raises(LawFault) as caught:
            read("nowhere.yaml", root=tmp_path)
        fault = caught.value
        assert (fault.code, fault.where) == ("no_file", "nowhere.yaml")
        assert (fault.vi, fault.en) == ("thiếu tệp luật", "the law file is missing")


def test_a_file_is_read_from_its_root_and_named_in_its_faults(tmp_path):
    (tmp_path / "one.yaml").write_text("a: 1\n")
    (tmp_path / "two.yaml").write_text("a: 1.5\n")
    assert loader.read("one.yaml", root=tmp_path) == {"a": 1}
    assert loader.read_bytes("one.yaml", root=tmp_path) == b"a: 1\n"
    with pytest.raises(LawFault) as caught:
        loader.read("two.yaml", root=tmp_path)
    assert caught.value.where == "two.yaml:1"


def test_the_law_is_read_from_the_package():
    assert "bands" in loader.read("bands.yaml")
    assert loader.read_bytes("bands.yaml").startswith(b"#")


def test_sets_are_found_by_the_number_in_front_of_their_name(tmp_path):
    folder = tmp_path / "criteria" / "26_2026"
    folder.mkdir(parents=True)
    for name in ("11_tea.yaml", "02_meat.yaml", "notes.yaml", "3_x.yaml", "04_x.txt"):
        (folder / name).write_text("")
    assert loader.set_paths("26_2026", root=tmp_path) == {
        2: "criteria/26_2026/02_meat.yaml",
        11: "criteria/26_2026/11_tea.yaml",
    }
    assert list(loader.set_paths("26_2026")) == list(range(1, 27))


def test_files_are_listed_in_order_with_their_folders(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.yaml").write_text("")
    (tmp_path / "a.yaml").write_text("")
    assert loader.law_files(tmp_path) == ("a.yaml", "b/c.yaml")
    assert "criteria/26_2026/11_che_tuoi_che_che_bien.yaml" in loader.law_files()


def test_the_fingerprint_is_of_the_bytes():
    assert loader.sha256(b"abc") == hashlib.sha256(b"abc").hexdigest()


COLUMNS = ("code", "name", "from")


def table_of(tmp_path, content):
    (tmp_path / "t.csv").write_bytes(content)
    return loader.read_table("t.csv", COLUMNS, root=tmp_path)


def test_a_table_is_read_as_text_and_days(tmp_path):
    assert table_of(tmp_path, 'code,name,from\n01,"Bà Rịa, Vũng Tàu",2025-07-01\n002,,\n'.encode()) == [
        {"code": "01", "name": "Bà Rịa, Vũng Tàu", "from": date(2025, 7, 1)},
        {"code": "002", "name": "", "from": None},
    ]
    assert table_of(tmp_path, b"code,name,from\n") == []


@pytest.mark.parametrize(
    ("content", "line", "vi", "en"),
    [
        (b"", 1, "dòng đầu phải là code,name,from", "the head must be code,name,from"),
        (b"code,name\n", 1, "dòng đầu phải là code,name,from", "the head must be code,name,from"),
        (b"code,name,from\n1,2,\n1,2\n", 3, "có 2 ô, cần 3", "2 cells, 3 needed"),
        (b"code,name,from\n1,2,,\n", 2, "có 4 ô, cần 3", "4 cells, 3 needed"),
        (b"code,name,from\n\n", 2, "có 0 ô, cần 3", "0 cells, 3 needed"),
        (b"code,name,from\n1 ,2,\n", 2, "có ô thừa dấu cách", "a cell has spaces around it"),
        (b"code,name,from\n1,2,2025-02-30\n", 2, "không có ngày 2025-02-30", "there is no day 2025-02-30"),
        (b"code,name,from\n1,\xff,\n", 1, "không đọc được CSV", "cannot be parsed as CSV"),
        (b'code,name,from\n1,"a"b,\n', 1, "không đọc được CSV", "cannot be parsed as CSV"),
    ],
)
def test_a_table_that_could_be_misread_is_refused_at_its_line(tmp_path, content, line, vi, en):
    with pytest.raises(LawFault) as caught:
        table_of(tmp_path, content)
    fault = caught.value
    assert (fault.code, fault.where, fault.vi, fault.en) == ("bad_yaml", f"t.csv:{line}", vi, en)


def test_a_missing_table_is_a_fault_of_the_law(tmp_path):
    with pytest.raises(LawFault, match="thiếu tệp luật"):
        loader.read_table("nowhere.csv", COLUMNS, root=tmp_path)
