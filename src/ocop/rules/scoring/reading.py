"""Reading a dossier from the plain record people write, refused at the exact place that is wrong.

Owns the file format of `ocop score` (JSON without doubled keys or fractions) and its messages. What a mark is worth
is `points`' work.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from unicodedata import category

from ocop.rules.lawbook.book import GATE_KINDS, criteria_set
from ocop.rules.lawbook.council import CouncilRules, default_rules
from ocop.rules.lawbook.lookup import Regime, filing_kinds, regime_for
from ocop.rules.lawbook.shapes import CriteriaSet, Gate
from ocop.rules.refused import Refused
from ocop.rules.scoring.sheets import Council, Dossier, Sheet, check_choices

LONGEST_NUMBER = 20
FIELDS = ("instrument", "on", "kind", "evaluated_on", "set", "sheets", "gates", "council", "rules", "product", "note")


def load_json(text: str | bytes) -> Any:
    """Parse JSON, refusing a key written twice (one criterion cannot be marked twice) and any number not whole."""
    try:
        return json.loads(
            text,
            object_pairs_hook=_once,
            parse_int=_whole_number,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except json.JSONDecodeError as error:
        raise Refused(
            "bad_json",
            vi=f"dòng {error.lineno}, cột {error.colno}: không đọc được JSON; xem lại dấu phẩy, ngoặc, nháy kép",
            en=f"line {error.lineno}, column {error.colno}: this is not JSON; check commas, brackets and quotes",
        ) from None
    except UnicodeDecodeError:
        raise Refused("bad_json", vi="không phải văn bản JSON mã UTF-8", en="not a JSON text in UTF-8") from None
    except RecursionError:
        raise Refused("bad_json", vi="ngoặc lồng nhau quá sâu", en="brackets are nested too deeply") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(
            "marked_twice",
            where=twice,
            vi="viết hai lần; mỗi khóa chỉ một giá trị",
            en="is written twice; keep one value",
        )
    return record


def _whole_number(text: str) -> int:
    """No number of this format is longer than a few digits; thousands of digits would stop Python itself."""
    if len(text) > LONGEST_NUMBER:
        raise Refused("not_whole", where=text[:LONGEST_NUMBER] + "…", vi="số quá dài", en="the number is too long")
    return int(text)


def _no_float(text: str) -> Any:
    raise Refused("not_whole", where=text, vi="chỉ dùng số nguyên", en="use whole numbers only")


def read_dossier(record: Any, rules: CouncilRules | None = None) -> Dossier:
    """A Dossier from the plain record that `ocop score` reads. Raises Refused naming the place of the first fault."""
    _want(isinstance(record, dict), "", "phải là một đối tượng JSON {…}", "must be a JSON object {…}")
    _know(record, FIELDS)
    regime = _regime(record, rules or default_rules())
    criteria = criteria_set(regime.criteria if regime else _instrument(record), _whole(record.get("set"), "set"))
    rows = record.get("sheets")
    _want(isinstance(rows, list) and bool(rows), "sheets", "cần ít nhất một phiếu chấm", "at least one sheet is needed")
    sheets = tuple(_sheet(row, f"sheets[{at}]", record, criteria) for at, row in enumerate(rows))
    _members_once(sheets)
    gates = tuple(_gate(row, f"gates[{at}]", criteria) for at, row in enumerate(_list(record, "gates")))
    council = _council(record.get("council"), sheets)
    return Dossier(criteria, sheets, gates, council, _text(record, "product"), regime)


def _instrument(record: dict[str, Any]) -> str:
    named = record.get("instrument")
    _want(isinstance(named, str), "instrument", "phải là tên văn bản", "must be the name of an instrument")
    return str(named)


def _regime(record: dict[str, Any], rules: CouncilRules) -> Regime | None:
    """The regime of the filing day "on"; None when the file names the instrument instead."""
    named, on = record.get("instrument"), record.get("on")
    _want(
        (named is None) != (on is None),
        "instrument",
        'cần đúng một trong hai: "instrument" hoặc "on"',
        'exactly one of "instrument" and "on" is needed',
    )
    if on is None:
        for field in ("kind", "evaluated_on"):  # they choose between regimes; a named instrument leaves no choice
            _want(
                record.get(field) is None,
                field,
                'chỉ đi cùng "on"; bỏ đi, hoặc thay "instrument" bằng ngày nộp "on"',
                'goes with "on" only; leave it out, or give the filing day "on" instead of "instrument"',
            )
        return None
    kind, evaluated = record.get("kind", "first"), record.get("evaluated_on")
    known = ", ".join(filing_kinds())
    _want(isinstance(kind, str) and kind in filing_kinds(), "kind", f"dùng một trong: {known}", f"use one of: {known}")
    evaluated_on = None if evaluated is None else _day(evaluated, "evaluated_on")
    return regime_for(_day(on, "on"), kind=kind, evaluated_on=evaluated_on, old_transition=rules.old_transition)


def _day(text: Any, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise Refused(
            "bad_day",
            where=where,
            vi="phải là ngày năm-tháng-ngày, ví dụ 2026-11-22",
            en="must be a day as year-month-day, such as 2026-11-22",
        ) from None


def _sheet(row: Any, where: str, record: dict[str, Any], criteria: CriteriaSet) -> Sheet:
    _want(isinstance(row, dict), where, "phải là một đối tượng {…}", "must be an object {…}")
    _know(row, ("member", "choices", "set", "instrument"), where + ".")
    same = (
        row.get("set", criteria.number) == criteria.number
        and row.get("instrument", criteria.instrument) == criteria.instrument
    )
    _want(
        same,
        where,
        "phiếu theo bộ tiêu chí khác; mọi phiếu của một hồ sơ phải cùng một bộ",
        "this sheet is of another set; all sheets of a dossier must be of one set",
    )
    member, choices = _text(row, "member", where + "."), row.get("choices")
    _want(bool(member), f"{where}.member", "thiếu tên hoặc mã thành viên", "a member is needed")
    _want(
        isinstance(choices, dict), f"{where}.choices", "phải là {mã tiêu chí: phương án}", "must be {criterion: option}"
    )
    check_choices(choices, criteria, f"{where}.choices")
    return Sheet(member, choices)


def _members_once(sheets: tuple[Sheet, ...]) -> None:
    seen: dict[str, int] = {}
    for at, sheet in enumerate(sheets):
        if sheet.member in seen:
            raise Refused(
                "member_twice",
                where=f"sheets[{at}].member",
                vi=f"thành viên “{sheet.member}” đã có phiếu ở sheets[{seen[sheet.member]}]",
                en=f"member {sheet.member!r} already has a sheet at sheets[{seen[sheet.member]}]",
            )
        seen[sheet.member] = at


def _gate(row: Any, where: str, criteria: CriteriaSet) -> Gate:
    _want(
        isinstance(row, dict) and row.get("gate") in GATE_KINDS,
        where,
        f'cần {{"gate": …}}, một trong: {", ".join(GATE_KINDS)}',
        f'needs {{"gate": …}}, one of: {", ".join(GATE_KINDS)}',
    )
    _know(row, ("gate", "criterion", "text"), where + ".")
    code = _text(row, "criterion", where + ".")
    if not code:
        return _dossier_gate(row, where)
    _want(code in criteria.nodes, f"{where}.criterion", "không có tiêu chí này", "there is no such criterion")
    found = [gate for gate in criteria.nodes[code].gates if gate.kind == row["gate"]]
    _want(
        bool(found),
        where,
        f"tiêu chí {code} không in dòng này; nêu lý do ở text",
        f"criterion {code} prints no such line; give a text",
    )
    return found[0]


def _dossier_gate(row: dict[str, Any], where: str) -> Gate:
    text = _text(row, "text", where + ".")
    _want(bool(text), f"{where}.text", "nêu lý do hoặc tiêu chí", "give a text or a criterion")
    return Gate(row["gate"], text)


def _council(row: Any, sheets: tuple[Sheet, ...]) -> Council | None:
    if row is None:
        return None
    _want(isinstance(row, dict), "council", 'phải là {"members": …, "chair": …}', 'must be {"members": …, "chair": …}')
    _know(row, ("members", "chair"), "council.")
    members = _whole(row.get("members"), "council.members")
    _want(
        members >= len(sheets),
        "council.members",
        f"ít hơn số phiếu ({len(sheets)})",
        f"fewer than the sheets ({len(sheets)})",
    )
    return Council(members, _text(row, "chair", "council."))


def _list(record: dict[str, Any], name: str) -> list[Any]:
    rows = record.get(name, [])
    _want(isinstance(rows, list), name, "phải là một danh sách […]", "must be a list […]")
    return list(rows)


def _know(record: dict[str, Any], names: tuple[str, ...], prefix: str = "") -> None:
    known = ", ".join(names)
    for name in record:
        _want(name in names, f"{prefix}{name}", f"không có mục này; có: {known}", f"unknown field; known: {known}")


def _text(record: dict[str, Any], name: str, prefix: str = "") -> str:
    """One line of text without spaces around it; "" when left out. Control letters and half letters are refused."""
    text = record.get(name, "")
    _want(isinstance(text, str), prefix + name, "phải là chữ", "must be text")
    plain = all(category(letter) not in ("Cc", "Cs") for letter in text.strip())
    _want(plain, prefix + name, "có ký tự điều khiển; viết lại trên một dòng", "has control characters; use one line")
    return str(text).strip()


def _whole(value: Any, where: str) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool) and value > 0
    _want(whole, where, "phải là số nguyên dương, không có nháy", "must be a positive whole number, without quotes")
    return int(value)


def _want(holds: bool, where: str, vi: str, en: str) -> None:
    if not holds:
        raise Refused("bad_sheet", where=where, vi=vi, en=en)
