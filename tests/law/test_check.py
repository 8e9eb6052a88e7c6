"""The law is sound; and broken in any one place, the check tells just that."""

import shutil

import pytest

from ocop.rules.lawbook.check import checks, examine, run
from ocop.rules.lawbook.check.opened import Law
from ocop.rules.lawbook.loader import LAW_DIR
from tests.law.breaking import WATER, broken, sound_law
from tests.law.breaks_in_sets import SETS
from tests.law.breaks_in_tables import TABLES
from tests.law.breaks_in_units import UNITS
from tests.law.told import SOUND, kept, said, said_of_lines

BREAKS = (*SETS, *TABLES, *UNITS)
TOLD = kept()


def told(report):
    return {(fault.proof, fault.file, fault.place) for fault in report.faults}


def told_but_idle(report):
    """A label that changes leaves its translation idle; that is told too, and has breaks of its own in en.yaml."""
    return {fault for fault in told(report) if fault[0] != "english_used"}


@pytest.fixture(scope="module")
def report():
    """What the check says of the whole law; it is run once for all who ask."""
    return run()


def test_the_law_is_sound(report):
    assert [fault.words("en") for fault in report.faults] == []
    assert report.sound


def test_every_proof_looks_at_something_and_says_how_much(report):
    lines = {line.proof: line for line in report.lines}
    assert list(lines) == [proof.id for proof in checks()]
    assert all(line.count > 0 for line in lines.values())
    assert lines["sums"].count == 77
    assert lines["filed"].count == 78
    assert lines["points"].count == 787 + 795 + 751
    assert lines["unit_names"].count == 63 + 696 + 10035 + 34 + 3321
    assert lines["unit_pairs"].count == 10602
    assert str(lines["instrument_dates"]).startswith("8 văn bản: ")
    assert lines["instrument_dates"].words("en") == "8 instruments: dates in order"


def test_every_proof_is_broken_by_something():
    assert {proof.id for proof in checks()} - {proof for each in BREAKS for proof, _, _ in each.faults} == {
        "english_used"
    }


@pytest.mark.parametrize("one", BREAKS, ids=str)
def test_one_thing_broken_is_just_that_fault(one):
    report = examine(broken(one))
    assert told_but_idle(report) == one.faults
    assert [line for fault in report.faults for line in said(fault)] == TOLD[one.name]


def test_every_line_is_worded_in_both_languages():
    assert said_of_lines(run()) == TOLD[SOUND]
    assert set(TOLD) == {SOUND, *(one.name for one in BREAKS)}


@pytest.mark.parametrize("file", sorted({one.file for one in SETS}))
def test_the_law_that_is_broken_was_sound(file):
    assert examine(sound_law(file)).sound
    assert examine(sound_law()).sound


def test_a_translation_that_no_label_uses_is_told():
    law = sound_law()
    report = examine(Law({**law.records, "en.yaml": {**law.records["en.yaml"], "Diều": "Kites"}}))
    assert told(report) == {("english_used", "en.yaml", "Diều")}


def test_a_fault_says_where_in_both_languages():
    one = next(each for each in BREAKS if each.name == "other weights of the parts")
    fault = next(fault for fault in examine(broken(one)).faults if fault.proof == "parts")
    assert str(fault).startswith(f"{WATER}, A, B, C: các phần")
    assert fault.words("en").startswith(f"{WATER}, A, B, C: parts are")


def test_a_proof_without_anything_to_prove_is_a_fault():
    law = sound_law()
    empty = {**law.records, "procedure.yaml": {**law.records["procedure.yaml"], "rounds": []}}
    faults = examine(Law(empty)).faults
    assert [(fault.proof, fault.file) for fault in faults] == [("rounds", "")]
    assert faults[0].words("en") == "nothing to check: rounds: proposed before done"


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(LAW_DIR, tmp_path / "law")
    return tmp_path / "law"


def test_a_copy_of_the_law_is_as_sound(copied):
    assert run(copied).sound


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("bands.yaml", "min: 90", "min: 90.5", "8"),
        ("bands.yaml", "stars: 5, min: 90", "min: 90, min: 90", "8"),
        ("bands.yaml", "bands:", "bands: [", "3"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(copied, file, old, new, place):
    path = copied / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    report = run(copied)
    assert [(fault.file, fault.place) for fault in report.faults] == [(file, place)]
    assert len(report.lines) == 1


def test_a_table_that_cannot_be_read_is_told_with_its_line(copied):
    path = copied / "units" / "124_2004.csv"
    path.write_text(path.read_text("utf-8").replace("02,Tỉnh,Hà Giang,,,,", "02,Tỉnh,Hà Giang,,,", 1), "utf-8")
    assert [(fault.file, fault.place) for fault in run(copied).faults] == [("units/124_2004.csv", "3")]


def test_a_file_that_is_missing_is_told(copied):
    (copied / "mapping.yaml").unlink()
    assert [fault.words("en") for fault in run(copied).faults] == ["mapping.yaml: the law file is missing"]


def test_a_set_that_is_missing_is_told(copied):
    (copied / WATER).unlink()
    assert ("numbered", "criteria/26_2026", "16") in told(run(copied))


@pytest.mark.parametrize(
    "name", ["criteria/26_2026/nuoc.yaml", "notes.txt", "criteria/26_2026/1_rau.yaml", "units/a.csv"]
)
def test_a_file_that_does_not_belong_is_told(copied, name):
    (copied / name).write_text("a: 1\n", "utf-8")
    words = [(fault.words(), fault.words("en")) for fault in run(copied).faults]
    assert words == [(f"{name}: tệp này không thuộc luật", f"{name}: this file is no part of the law")]
