"""Golden cases as a lawyer writes them: plain Vietnamese text, read into a dossier and the results expected of it."""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from ocop.rules.lawbook.book import criteria_set
from ocop.rules.lawbook.shapes import CriteriaSet, Gate
from ocop.rules.scoring.sheets import Dossier, Sheet

CASES = Path(__file__).parent / "cases"
LAW = re.compile(r"Văn bản: (?P<instrument>\S+)")
SET = re.compile(r"Bộ: (?P<number>\d+), (?P<name>.+)")
SHEET = re.compile(
    r"Phiếu (?P<member>\w+): (mọi tiêu chí ở mức (?P<level>cao|thấp) nhất|như (?P<like>\w+), và)(, trừ)?"
)
MARK = re.compile(
    r"  (?P<number>[\d.]+) (?P<name>.+): ((?P<points>\d+) điểm|không đạt)"
    r"(, “(?P<words>.+)”)?(, trường hợp (?P<case>[ab]))?"
)
DECLARED = re.compile(r"Khai: bị loại, “(?P<text>.+)”")
RESULT = re.compile(r"Kết quả(?: nếu (?P<setting>\w+) = (?P<value>\w+))?: (?P<rest>.+)")
SCORED = re.compile(
    r"tổng (?P<total>\S+); A (?P<A>\S+), B (?P<B>\S+), C (?P<C>\S+); dải (?P<band>\d) sao; "
    r"(?P<outcome>\D+)( (?P<stars>\d) sao)?, (?P<certificate>có|không) giấy"
)
MISSED = re.compile(r"  thiếu (?P<number>[\d.]+) cho (?P<star>\d) sao: cần (?P<need>\d+), có (?P<have>\d+)")
STOPPED = re.compile(r"  dòng chặn (ở (?P<number>[\d.]+) )?do (?P<member>\w+)")
IGNORED = re.compile(r"  không tính (?P<member>\w+): (?P<number>[\d.]+)")
APART = re.compile(r"  lệch (?P<points>\d+) điểm, quá mức: (?P<one>\w+) và (?P<other>\w+)")
OUTCOMES = {
    "xếp hạng": "rated",
    "dừng đánh giá": "stopped",
    "bị loại": "eliminated",
    "không đạt": "not_passed",
    "yêu cầu bổ sung": "supplement",
}


@dataclass
class Expected:
    """One result: under which setting, what, or the code of the refusal."""

    rules: dict[str, str]
    refused: str = ""
    scored: dict[str, str] = field(default_factory=dict)
    missed: list[tuple[str, int, int, Fraction]] = field(default_factory=list)
    stopped: list[tuple[str, str]] = field(default_factory=list)
    ignored: list[tuple[str, str]] = field(default_factory=list)
    apart: list[tuple[str, str, int]] = field(default_factory=list)


@dataclass
class Case:
    """One case: its title, its dossier, its results under each setting, and the reasons given."""

    title: str
    dossier: Dossier
    results: list[Expected]
    reasons: str

    def __str__(self) -> str:
        return self.title


def read_case(path: Path) -> Case:
    """The case in `path`; every line must be understood, so that no slip of the pen passes unseen."""
    facts, _, reasons = path.read_text("utf-8").partition("\nVì sao\n")
    title, *lines = (line for line in facts.splitlines() if line.strip())
    criteria = criteria_set(_one(LAW, lines[0])["instrument"], int(_one(SET, lines[1])["number"]))
    assert criteria.name.startswith(_one(SET, lines[1])["name"]), lines[1]
    choices: dict[str, dict[str, int | None]] = {}
    gates: list[Gate] = []
    results: list[Expected] = []
    for line in lines[2:]:
        if found := SHEET.fullmatch(line):
            choices[found["member"]] = _start(found, criteria, choices)
        elif found := DECLARED.fullmatch(line):
            gates.append(next(gate for gate in criteria.eliminated_if if gate.text == found["text"]))
        elif found := RESULT.fullmatch(line):
            results.append(_expected(found))
        elif results:
            _detail(line, results[-1], criteria)
        else:
            _mark(_one(MARK, line), criteria, choices[list(choices)[-1]])
    sheets = tuple(Sheet(member, marks) for member, marks in choices.items())
    return Case(title, Dossier(criteria, sheets, tuple(gates)), results, reasons.strip())


def _one(pattern: re.Pattern[str], line: str) -> re.Match[str]:
    found = pattern.fullmatch(line)
    assert found, f"not understood: {line}"
    return found


def _start(found: re.Match[str], criteria: CriteriaSet, sheets: dict[str, dict[str, int | None]]):
    if found["like"]:
        return dict(sheets[found["like"]])
    if found["level"] == "cao":
        return {leaf.code: max(leaf.options, key=lambda option: option.points).number for leaf in criteria.leaves}
    return {leaf.code: None if leaf.yes_no else 1 for leaf in criteria.leaves}


def _leaf(number: str, criteria: CriteriaSet):
    return next(leaf for leaf in criteria.leaves if leaf.official_number == number)


def _mark(found: re.Match[str], criteria: CriteriaSet, marks: dict[str, int | None]) -> None:
    leaf = _leaf(found["number"], criteria)
    assert leaf.name == found["name"], found[0]
    if found["points"] is None:
        assert leaf.yes_no, found[0]
        marks[leaf.code] = None
        return
    (option,) = (
        option
        for option in leaf.options
        if option.points == int(found["points"])
        and option.case == found["case"]
        and _said(option.label, found["words"])
    )
    marks[leaf.code] = option.number


def _said(label: str, words: str | None) -> bool:
    return words is None or label.startswith(words)


def _expected(found: re.Match[str]) -> Expected:
    rules = {found["setting"]: found["value"]} if found["setting"] else {}
    if found["rest"].startswith("từ chối "):
        return Expected(rules, refused=found["rest"].removeprefix("từ chối "))
    return Expected(rules, scored=_one(SCORED, found["rest"]).groupdict())


def _detail(line: str, expected: Expected, criteria: CriteriaSet) -> None:
    if found := MISSED.fullmatch(line):
        code = _leaf(found["number"], criteria).code
        expected.missed.append((code, int(found["star"]), int(found["need"]), Fraction(found["have"])))
    elif found := IGNORED.fullmatch(line):
        expected.ignored.append((found["member"], _leaf(found["number"], criteria).code))
    elif found := APART.fullmatch(line):
        expected.apart.append((found["one"], found["other"], int(found["points"])))
    else:
        found = _one(STOPPED, line)
        at = _leaf(found["number"], criteria).code if found["number"] else ""
        expected.stopped.append((at, "" if found["member"] == "khai" else found["member"]))
