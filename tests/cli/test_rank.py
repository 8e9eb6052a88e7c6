"""`ocop rank`: real tables in, the results of the exact path out, and every fault named at its line and column."""

import csv
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from ocop.cli.main import cli
from ocop.cli.rank import sources
from ocop.cli.rank.repeats import Seen
from ocop.rules.lawbook.book import GENERATIONS, criteria_set, find_set, set_numbers
from ocop.rules.lawbook.council import rules_with
from ocop.rules.lawbook.shapes import Gate
from ocop.rules.scoring.numbers import decimal_text
from ocop.rules.scoring.result import score
from ocop.rules.scoring.sheets import Dossier, Sheet

TEA = criteria_set("26/2026/QĐ-TTg", 11)
ALL_SETS = [
    criteria_set(instrument, number)
    for instrument in GENERATIONS
    for number in set_numbers(instrument)
    if not find_set(instrument, number).missing_because
]


def run(*arguments, lang="vi"):
    return CliRunner().invoke(cli, ["--lang", lang, "rank", *map(str, arguments)])


def ranked(path):
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def drawn(count, seed=1):
    """Dossiers of every kind, named d0, d1, ...; some marks open, some "none applies", some gates declared."""
    source = random.Random(seed)
    dossiers = []
    for at in range(count):
        criteria = source.choice(ALL_SETS)
        lean = source.random()
        sheets = tuple(
            Sheet(f"m{member}", dict(filter(None, (_mark(leaf, lean, source) for leaf in criteria.leaves))))
            for member in range(source.choice([1, 2, 3, 5, 9]))
        )
        gates = (Gate("not_eligible", "lý do"),) if source.random() < 0.1 else ()
        dossiers.append(Dossier(criteria, sheets, gates, product=f"d{at}"))
    return dossiers


def _mark(leaf, lean, source):
    if source.random() < 0.03:
        return None
    if source.random() < lean:
        return leaf.code, max(leaf.options, key=lambda option: option.points).number
    return leaf.code, source.choice([None, *(option.number for option in leaf.options)])


def rows_of(dossiers):
    codes = sorted({leaf.code for dossier in dossiers for leaf in dossier.criteria.leaves})
    for dossier in dossiers:
        for sheet in dossier.sheets:
            yield {
                "dossier": dossier.product,
                "instrument": dossier.criteria.instrument,
                "set": str(dossier.criteria.number),
                "member": sheet.member,
                "gate": dossier.gates[0].kind if dossier.gates else "",
                **{code: _cell(sheet.choices, code) for code in codes},
            }


def _cell(choices, code):
    if code not in choices:
        return ""
    return "-" if choices[code] is None else str(choices[code])


def write_csv(path, rows, **how):
    rows = list(rows)
    with path.open("w", encoding=how.pop("encoding", "utf-8"), newline="") as opened:
        writer = csv.DictWriter(opened, rows[0], **how)
        writer.writeheader()
        writer.writerows(rows)
    return path


def expected(dossier, rules=None):
    result = score(dossier, rules)
    return {
        "dossier": dossier.product,
        "instrument": dossier.criteria.instrument,
        "set": str(dossier.criteria.number),
        "members": str(len(dossier.sheets)),
        "total": decimal_text(result.total),
        **{part: decimal_text(points) for part, points in result.parts.items()},
        "band": str(result.band),
        "stars": str(result.stars),
        "outcome": result.outcome,
        "floors_missed": ";".join(f"{floor.criterion.code}:{floor.star}" for floor in result.floors_missed),
        "spread": str(result.spread.points),
        "spread_pairs": str(len(result.spread.pairs)),
        "unmarked": str(sum(map(len, result.unmarked.values()))),
    }


@pytest.mark.parametrize("count", [1, 1000])
def test_results_are_those_of_the_exact_path(tmp_path, count):
    dossiers = drawn(count)
    outcome = run(write_csv(tmp_path / "nation.csv", rows_of(dossiers)))
    assert outcome.exit_code == 0, outcome.output
    assert ranked(tmp_path / "nation-ranked.csv") == [expected(dossier) for dossier in dossiers]
    assert f"{count} hồ sơ" in outcome.output
    assert {path.name for path in tmp_path.iterdir()} == {"nation.csv", "nation-ranked.csv"}


@pytest.mark.parametrize("block", [40, 300, 5000])
def test_dossiers_cut_by_a_block_stay_whole(tmp_path, monkeypatch, block):
    """Blocks shorter than a line, than a sheet, than a few dossiers; the last line without its end."""
    monkeypatch.setattr(sources, "CSV_BLOCK", block)
    dossiers = drawn(40, seed=2)
    path = write_csv(tmp_path / "a.csv", rows_of(dossiers))
    path.write_bytes(path.read_bytes().rstrip())
    assert run(path).exit_code == 0
    assert ranked(tmp_path / "a-ranked.csv") == [expected(dossier) for dossier in dossiers]


def test_parquet_gives_what_csv_gives(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "PARQUET_ROWS", 7)
    dossiers = drawn(30, seed=3)
    pq.write_table(pa.Table.from_pylist(list(rows_of(dossiers))), tmp_path / "a.parquet")
    outcome = run(tmp_path / "a.parquet", "--out", tmp_path / "b.csv")
    assert outcome.exit_code == 0, outcome.output
    assert ranked(tmp_path / "b.csv") == [expected(dossier) for dossier in dossiers]
    assert run(tmp_path / "a.parquet", "--out", tmp_path / "c.parquet").exit_code == 0
    as_text = [
        {name: str(value) for name, value in row.items()} for row in pq.read_table(tmp_path / "c.parquet").to_pylist()
    ]
    assert as_text == ranked(tmp_path / "b.csv")


def test_parquet_numbers_and_nulls_are_marks(tmp_path):
    rows = [{"dossier": "x", "instrument": TEA.instrument, "set": 11, "member": "m1", "A.1.1": 2, "A.1.2": None}]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    assert run(tmp_path / "a.parquet", "--out", tmp_path / "b.csv").exit_code == 0
    (row,) = ranked(tmp_path / "b.csv")
    assert (row["total"], row["unmarked"]) == ("2.00", str(len(TEA.leaves) - 1))


def sheet(dossier="x", member="m1", **cells):
    return {"dossier": dossier, "instrument": TEA.instrument, "set": "11", "member": member, "A.1.1": "2", **cells}


@pytest.mark.parametrize("how", [{"delimiter": ";"}, {"delimiter": "\t"}, {"encoding": "utf-8-sig"}])
def test_what_spreadsheets_write_is_read(tmp_path, how):
    path = write_csv(tmp_path / "a.csv", [sheet(), sheet(member=" m2 ")], **how)
    path.write_bytes(path.read_bytes() + b"\r\n\r\n")
    assert run(path).exit_code == 0
    assert [(row["members"], row["total"]) for row in ranked(tmp_path / "a-ranked.csv")] == [("2", "2.00")]


def test_the_day_of_filing_finds_the_law(tmp_path):
    rows = [{**sheet(dossier=day), "instrument": "", "on": day} for day in ("2026-11-02", "2024-01-05")]
    assert run(write_csv(tmp_path / "a.csv", rows)).exit_code == 0
    assert [row["instrument"] for row in ranked(tmp_path / "a-ranked.csv")] == ["26/2026/QĐ-TTg", "148/QĐ-TTg"]


def test_a_table_without_any_criterion_is_unmarked(tmp_path):
    row = sheet()
    del row["A.1.1"]
    assert run(write_csv(tmp_path / "a.csv", [row])).exit_code == 0
    assert ranked(tmp_path / "a-ranked.csv")[0]["unmarked"] == str(len(TEA.leaves))


def test_council_rules_are_used(tmp_path):
    dossiers = [dossier for dossier in drawn(60, seed=5) if not dossier.gates]
    path = write_csv(tmp_path / "a.csv", rows_of(dossiers))
    outcome = run(path, "--rule", "floor_basis=every", "--rule", "spread_limit=3", "--rule", "missed_floor=supplement")
    assert outcome.exit_code == 0
    rules = rules_with({"floor_basis": "every", "spread_limit": 3, "missed_floor": "supplement"})
    assert ranked(tmp_path / "a-ranked.csv") == [expected(dossier, rules) for dossier in dossiers]
    assert "Không xếp hạng" in outcome.output


BAD = {
    "unknown code": ([sheet(), sheet(member="m2", **{"Z.9": "1"})], 3, "Z.9", "không có tiêu chí"),
    "heading": ([sheet(**{"A.1": "1"})], 2, "A.1", "không chấm trực tiếp"),
    "option too high": ([sheet(), sheet(member="m2", **{"A.1.1": "4"})], 3, "A.1.1", "1 đến 3"),
    "option zero": ([sheet(**{"A.1.1": "0"})], 2, "A.1.1", "“0” không phải phương án"),
    "option huge": ([sheet(**{"A.1.1": "255"})], 2, "A.1.1", "“255” không phải phương án"),
    "option in words": ([sheet(**{"A.1.1": "hai"})], 2, "A.1.1", "“hai” không phải phương án"),
    "member twice": ([sheet(), sheet(member="m2"), sheet()], 4, "member", "đã có phiếu"),
    "member missing": ([sheet(member="")], 2, "member", "để trống"),
    "dossier missing": ([sheet(dossier="")], 2, "dossier", "để trống"),
    "two sets": ([sheet(), sheet(member="m2", set="12")], 3, "set", "hai bộ tiêu chí"),
    "two instruments": ([sheet(), sheet(member="m2", instrument="148/QĐ-TTg")], 3, "set", "hai bộ tiêu chí"),
    "unknown instrument": ([sheet(instrument="77/QĐ-TTg")], 2, "instrument", "không có bộ tiêu chí của văn bản"),
    "no instrument": ([sheet(instrument="")], 2, "instrument", "cần đúng một trong hai"),
    "both": ([sheet(on="2026-11-02")], 2, "instrument", "cần đúng một trong hai"),
    "bad day": ([sheet(instrument="", on="02/11/2026")], 2, "on", "không phải ngày"),
    "day before any law": ([sheet(instrument="", on="2015-01-01")], 2, "on", "không có bộ tiêu chí OCOP nào"),
    "missing set": ([sheet(instrument="1048/QĐ-TTg", set="3")], 2, "set", "chưa có"),
    "no such set": ([sheet(set="40")], 2, "set", "không có bộ tiêu chí số 40"),
    "set in words": ([sheet(set="chè")], 2, "set", "không phải số"),
    "gate": ([sheet(gate="closed")], 2, "gate", "“closed” không có"),
    "comes back": ([sheet("x"), sheet("y"), sheet("x", member="m2")], 4, "dossier", "đã có ở trên"),
}


@pytest.mark.parametrize("case", BAD)
def test_faults_are_named_at_their_line_and_column(tmp_path, case):
    rows, line, column, words = BAD[case]
    names = list(dict.fromkeys(name for row in rows for name in row))
    path = write_csv(tmp_path / "bad.csv", [{name: row.get(name, "") for name in names} for row in rows])
    outcome = run(path)
    assert outcome.exit_code == 3
    assert f"{path}:{line}: cột {column}: " in outcome.stderr and words in outcome.stderr
    english = run(path, lang="en")
    assert english.exit_code == 3 and f"{path}:{line}: column {column}: " in english.stderr
    assert outcome.stderr != english.stderr
    assert [item.name for item in tmp_path.iterdir()] == ["bad.csv"]


def test_a_fault_leaves_the_old_result_as_it_was(tmp_path):
    old = tmp_path / "a-ranked.csv"
    old.write_text("older", encoding="utf-8")
    assert run(write_csv(tmp_path / "a.csv", [sheet(set="40")])).exit_code == 3
    assert old.read_text(encoding="utf-8") == "older"


def test_the_line_is_right_in_a_later_block_and_after_empty_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "CSV_BLOCK", 200)
    path = write_csv(tmp_path / "a.csv", [sheet(f"d{at}") for at in range(50)], lineterminator="\n")
    path.write_text(path.read_text(encoding="utf-8") + "\nd7,26/2026/QĐ-TTg,11,m9,2\n", encoding="utf-8")
    outcome = run(path)
    assert outcome.exit_code == 3 and f"{path}:53: cột dossier: hồ sơ “d7”" in outcome.stderr


def test_blocks_of_nothing_but_empty_lines_are_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "CSV_BLOCK", 60)
    path = write_csv(tmp_path / "a.csv", [sheet(), sheet(member="m2")], lineterminator="\n")
    head, first, second = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(head + "\n" * 200 + first + "\n" * 200 + second, encoding="utf-8")
    assert run(path).exit_code == 0
    assert [row["members"] for row in ranked(tmp_path / "a-ranked.csv")] == ["2"]


def test_rows_of_parquet_are_named(tmp_path):
    pq.write_table(pa.Table.from_pylist([sheet(), sheet("y", set="40")]), tmp_path / "a.parquet")
    outcome = run(tmp_path / "a.parquet")
    assert outcome.exit_code == 3 and "hàng 2: cột set" in outcome.stderr


def test_bad_dossiers_can_be_skipped_and_listed(tmp_path):
    rows = [sheet("a"), sheet("b", **{"A.1.1": "9"}), sheet("b", member=""), sheet("c"), sheet("d", set="40")]
    rows.insert(3, sheet("b", member="m3", **{"A.1.1": "8"}))
    outcome = run(write_csv(tmp_path / "t.csv", rows), "--skip-bad", tmp_path / "bad.csv", lang="en")
    assert outcome.exit_code == 0
    assert [row["dossier"] for row in ranked(tmp_path / "t-ranked.csv")] == ["a", "c"]
    assert [(row["dossier"], row["line"], row["column"]) for row in ranked(tmp_path / "bad.csv")] == [
        ("b", "3", "A.1.1"),
        ("d", "7", "set"),
    ]
    assert "Skipped 2 dossiers" in outcome.output


def test_when_every_dossier_is_bad_the_result_is_empty(tmp_path):
    path = write_csv(tmp_path / "t.csv", [sheet(set="40"), sheet("y", **{"A.1.1": "7"})])
    assert run(path, "--skip-bad", tmp_path / "bad.csv").exit_code == 0
    assert ranked(tmp_path / "t-ranked.csv") == []
    assert len(ranked(tmp_path / "bad.csv")) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "a.txt"], "cần tệp .csv hoặc .parquet"),
        (["--out", "a.csv"], "trùng tên tệp"),
        (["--out", "nowhere/b.csv"], "không có thư mục này"),
        (["--skip-bad", "a-ranked.csv"], "trùng tên tệp"),
        (["--rule", "floor_basis"], "cần dạng tên=giá_trị"),
        (["--rule", "floor_basis=some"], "không dùng được"),
        (["--rule", "colour=red"], "không có thiết lập này"),
    ],
)
def test_arguments_that_cannot_be_used_are_refused(tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    content = write_csv(Path("a.csv"), [sheet()]).read_bytes()
    outcome = run("a.csv", *arguments)
    assert outcome.exit_code == 3 and said in outcome.stderr
    assert Path("a.csv").read_bytes() == content
    assert [item.name for item in tmp_path.iterdir()] == ["a.csv"]


def test_a_file_that_is_not_there(tmp_path):
    assert run(tmp_path / "none.csv").exit_code == 2


@given(st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=6), max_size=8))
def test_names_that_come_back_are_seen(calls):
    seen, known = Seen(), set()
    for names in calls:
        expected_again = []
        for name in names:
            expected_again.append(name in known)
            known.add(name)
        assert seen.again(names).tolist() == expected_again
