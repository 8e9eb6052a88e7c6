"""Every refusal of the file that `ocop score` reads: what was written, where it is wrong, and what is said.

Each row: a name, the change to a good record (or a whole record), the code, the place, and both messages.
"""

from typing import Any, NamedTuple

from ocop.rules.scoring.reading import FIELDS

NOW, BEFORE, FIRST = "26/2026/QĐ-TTg", "148/QĐ-TTg", "1048/QĐ-TTg"
SHEET = {"member": "m1", "choices": {"A.1.1": 2, "A.2.4": 1, "C.10": None}}
GOOD = {"instrument": NOW, "set": 11, "sheets": [SHEET]}

OBJECT = ("phải là một đối tượng {…}", "must be an object {…}")
TEXT = ("phải là chữ", "must be text")
WHOLE = ("phải là số nguyên dương, không có nháy", "must be a positive whole number, without quotes")
LIST = ("phải là một danh sách […]", "must be a list […]")
ONE_OF = ('cần đúng một trong hai: "instrument" hoặc "on"', 'exactly one of "instrument" and "on" is needed')
WITH_DAY = (
    'chỉ đi cùng "on"; bỏ đi, hoặc thay "instrument" bằng ngày nộp "on"',
    'goes with "on" only; leave it out, or give the filing day "on" instead of "instrument"',
)
ONE_SHEET = ("cần ít nhất một phiếu chấm", "at least one sheet is needed")
MEMBER = ("thiếu tên hoặc mã thành viên", "a member is needed")
CONTROL = ("có ký tự điều khiển; viết lại trên một dòng", "has control characters; use one line")
CHOICES = ("phải là {mã tiêu chí: phương án}", "must be {criterion: option}")
DAY = ("phải là ngày năm-tháng-ngày, ví dụ 2026-11-22", "must be a day as year-month-day, such as 2026-11-22")
KIND = ("dùng một trong: first, upgrade, reevaluation", "use one of: first, upgrade, reevaluation")
SAME_SET = (
    "phiếu theo bộ tiêu chí khác; mọi phiếu của một hồ sơ phải cùng một bộ",
    "this sheet is of another set; all sheets of a dossier must be of one set",
)
GATE = (
    'cần {"gate": …}, một trong: eliminated, stop, not_eligible, out_of_scope',
    'needs {"gate": …}, one of: eliminated, stop, not_eligible, out_of_scope',
)
REASON = ("nêu lý do hoặc tiêu chí", "give a text or a criterion")
COUNCIL = ('phải là {"members": …, "chair": …}', 'must be {"members": …, "chair": …}')
OPTION = (
    "không có phương án này; “Nguồn nguyên liệu” có 1 đến 3, hoặc null",
    "there is no such option; this criterion has 1 to 3, or null",
)
QUOTED = (
    "viết số không có nháy; “Nguồn nguyên liệu” có 1 đến 3, hoặc null",
    "write the number without quotes; this criterion has 1 to 3, or null",
)
NOT_OF_SET = (
    "Bộ 11, Chè tươi, chè chế biến (26/2026/QĐ-TTg) không có tiêu chí này",
    "set 11 of 26/2026/QĐ-TTg has no such criterion",
)


def known(*names: str) -> tuple[str, str]:
    return f"không có mục này; có: {', '.join(names)}", f"unknown field; known: {', '.join(names)}"


class Bad(NamedTuple):
    """One bad record and the refusal it must get."""

    name: str
    record: Any
    where: str
    words: tuple[str, str]
    code: str = "bad_sheet"


def given(**changes: Any) -> dict[str, Any]:
    """The good record with fields changed; `...` leaves one out."""
    return {name: value for name, value in (GOOD | changes).items() if value is not ...}


def marked(choices: Any) -> dict[str, Any]:
    return given(sheets=[{"member": "m1", "choices": choices}])


def sheet(**changes: Any) -> dict[str, Any]:
    return given(sheets=[{name: value for name, value in (SHEET | changes).items() if value is not ...}])


def filed(on: Any, **more: Any) -> dict[str, Any]:
    return given(instrument=..., on=on, **more)


def declared(gate: Any) -> dict[str, Any]:
    return given(gates=[gate])


RECORDS = [
    # the file as a whole
    *[Bad(f"the file is {value!r}", value, "", ("phải là một đối tượng JSON {…}", "must be a JSON object {…}"))
      for value in (None, [], [GOOD], "x", 7, True)],
    Bad("a field nobody knows", given(instruments=NOW), "instruments", known(*FIELDS)),
    Bad("a field without a name", given(**{"": 1}), "", known(*FIELDS)),
    # which law
    Bad("neither instrument nor day", given(instrument=...), "instrument", ONE_OF),
    Bad("an instrument of null", given(instrument=None), "instrument", ONE_OF),
    Bad("both instrument and day", given(on="2026-11-22"), "instrument", ONE_OF),
    *[Bad(f"an instrument that is {value!r}", given(instrument=value), "instrument",
          ("phải là tên văn bản", "must be the name of an instrument")) for value in (26, ["x"], {}, True)],
    Bad("a filing kind beside an instrument", given(kind="first"), "kind", WITH_DAY),
    Bad("a day of evaluation beside an instrument", given(evaluated_on="2026-11-22"), "evaluated_on", WITH_DAY),
    Bad("an instrument without sets", given(instrument="781/QĐ-TTg"), "instrument",
        (f"không có bộ tiêu chí của văn bản “781/QĐ-TTg”; dùng một trong: {NOW}, {BEFORE}, {FIRST}",
         f"there are no criteria sets of instrument '781/QĐ-TTg'; use one of: {NOW}, {BEFORE}, {FIRST}"),
        "no_instrument"),
    *[Bad(f"a day that is {value!r}", filed(value), "on", DAY, "bad_day")
      for value in ("22/11/2026", "2026-13-01", "", 20261122, ["2026-11-22"], {}, True)],
    Bad("an evaluation day that is no day", filed("2026-11-22", evaluated_on="mai"), "evaluated_on", DAY, "bad_day"),
    *[Bad(f"a filing kind that is {value!r}", filed("2026-11-22", kind=value), "kind", KIND)
      for value in ("renewal", "", 1, None, ["first"], {})],
    Bad("a day before any criteria", filed("2019-08-20"), "2019-08-20",
        ("không có bộ tiêu chí OCOP nào cho hồ sơ nộp ngày này; bộ đầu tiên có từ 21/08/2019 (1048/QĐ-TTg)",
         "no OCOP criteria governed filings on this day; the first hold from 2019-08-21 (1048/QĐ-TTg)"), "no_regime"),
    Bad("evaluated before it was filed", filed("2026-11-22", evaluated_on="2026-11-21"), "2026-11-21",
        ("ngày chấm 21/11/2026 trước ngày nộp 22/11/2026; xem lại hai ngày",
         "evaluated on 2026-11-21, before it was filed on 2026-11-22; check both dates"), "evaluated_before_filed"),
    # which set
    *[Bad(f"a set that is {value!r}", given(set=value), "set", WHOLE)
      for value in (..., None, 0, -1, True, "11", [11], {"set": 11})],
    *[Bad(f"set {number}, which does not exist", given(set=number), "set",
          (f"{NOW} không có bộ tiêu chí số {number}; có từ 1 đến 26", f"{NOW} has no set {number}; there are 1 to 26"),
          "no_set") for number in (27, 10**18)],
    # the sheets
    *[Bad(f"sheets that are {value!r}", given(sheets=value), "sheets", ONE_SHEET)
      for value in (..., None, [], {}, {"member": "m1"}, "m1", 1)],
    *[Bad(f"a sheet that is {value!r}", given(sheets=[SHEET, value]), "sheets[1]", OBJECT)
      for value in (None, [], "m2", 2)],
    Bad("an unknown field of a sheet", sheet(name="An"), "sheets[0].name",
        known("member", "choices", "set", "instrument")),
    Bad("a sheet of another set", given(sheets=[SHEET, SHEET | {"member": "m2", "set": 12}]), "sheets[1]", SAME_SET),
    Bad("a sheet of another instrument", sheet(instrument=BEFORE), "sheets[0]", SAME_SET),
    *[Bad(f"a member that is {value!r}", sheet(member=value), "sheets[0].member", TEXT) for value in (7, None, ["m1"])],
    *[Bad(f"a member that is {value!r}", sheet(member=value), "sheets[0].member", MEMBER) for value in (..., "", "  ")],
    *[Bad(f"a member with {value!r}", sheet(member=value), "sheets[0].member", CONTROL)
      for value in ("m\x1b[2J", "m\n1", "\ud800", "a\x00b")],
    Bad("a member twice", given(sheets=[SHEET, SHEET | {"member": "m2"}, SHEET | {"member": " m1 "}]),
        "sheets[2].member",
        ("thành viên “m1” đã có phiếu ở sheets[0]", "member 'm1' already has a sheet at sheets[0]"), "member_twice"),
    # the marks
    *[Bad(f"choices that are {value!r}", sheet(choices=value), "sheets[0].choices", CHOICES)
      for value in (..., None, [], "A.1.1", 1)],
    *[Bad(f"an option that is {value!r}", marked({"A.1.1": value}), "sheets[0].choices.A.1.1", OPTION, "no_option")
      for value in (0, 4, -1, 10**18, True, False, {}, {"option": 2})],
    *[Bad(f"an option that is {value!r}", marked({"A.1.1": value}), "sheets[0].choices.A.1.1", QUOTED, "no_option")
      for value in ("2", "")],
    *[Bad(f"{value!r} for a criterion without cases", marked({"A.1.1": value}), "sheets[0].choices.A.1.1",
          ("chỉ chọn một phương án", "choose one option only"), "two_options") for value in ([1, 2], [1], [])],
    Bad("a bad option after one that does not apply", marked({"C.10": None, "A.1.1": 9}), "sheets[0].choices.A.1.1",
        OPTION, "no_option"),
    Bad("both cases", given(set=26, sheets=[{"member": "m1", "choices": {"C.8": [1, 3]}}]), "sheets[0].choices.C.8",
        ("chỉ chấm một trong hai trường hợp; giữ lại một phương án", "mark one of the two cases only; keep one option"),
        "both_cases"),
    Bad("an option past the yes of a yes/no criterion", marked({"A.2.4": 2}), "sheets[0].choices.A.2.4",
        ("không có phương án này; “Ghi nhãn hàng hóa có sử dụng song ngữ” có 1 đến 1, hoặc null",
         "there is no such option; this criterion has 1 to 1, or null"), "no_option"),
    *[Bad(f"the criterion {code!r}", marked({code: 1}), f"sheets[0].choices.{code}", NOT_OF_SET, "no_criterion")
      for code in ("A.9.9", "D.1", "", "a.1.1", "A.1.1 ")],
    Bad("a heading", marked({"A.2": 1}), "sheets[0].choices.A.2",
        ("là mục cộng, không chấm trực tiếp; chấm ở A.2.1, A.2.2, A.2.3, A.2.4",
         "is a heading that sums up; mark A.2.1, A.2.2, A.2.3, A.2.4 instead"), "not_a_leaf"),
    # the gates
    *[Bad(f"gates that are {value!r}", given(gates=value), "gates", LIST) for value in (None, {}, "stop", 1)],
    *[Bad(f"a gate that is {value!r}", declared(value), "gates[0]", GATE)
      for value in (None, [], "stop", {}, {"gate": "out"}, {"gate": None}, {"gate": ["stop"]})],
    Bad("an unknown field of a gate", declared({"gate": "stop", "text": "x", "why": "y"}), "gates[0].why",
        known("gate", "criterion", "text")),
    *[Bad(f"a gate without reason {row!r}", declared({"gate": "stop", **row}), "gates[0].text", REASON)
      for row in ({}, {"text": ""}, {"text": "  "}, {"criterion": ""})],
    Bad("a reason that is no text", declared({"gate": "stop", "text": 1}), "gates[0].text", TEXT),
    Bad("a reason with control characters", declared({"gate": "stop", "text": "a\x07"}), "gates[0].text", CONTROL),
    *[Bad(f"a gate at {value!r}", declared({"gate": "stop", "criterion": value}), "gates[0].criterion", TEXT)
      for value in (["A.1.1"], {}, 0, None, False)],
    Bad("a gate at an unknown criterion", declared({"gate": "stop", "criterion": "A.9"}), "gates[0].criterion",
        ("không có tiêu chí này", "there is no such criterion")),
    Bad("a gate the criterion does not print", declared({"gate": "stop", "criterion": "A.1.1"}), "gates[0]",
        ("tiêu chí A.1.1 không in dòng này; nêu lý do ở text", "criterion A.1.1 prints no such line; give a text")),
    # the council
    *[Bad(f"a council that is {value!r}", given(council=value), "council", COUNCIL) for value in ([], "x", 9, True)],
    Bad("an unknown field of the council", given(council={"members": 9, "head": "m1"}), "council.head",
        known("members", "chair")),
    *[Bad(f"a council of {value!r}", given(council={"members": value}), "council.members", WHOLE)
      for value in (0, None, "9", True)],
    Bad("a council without members", given(council={}), "council.members", WHOLE),
    Bad("a council smaller than its sheets", given(council={"members": 1}, sheets=[SHEET, SHEET | {"member": "m2"}]),
        "council.members", ("ít hơn số phiếu (2)", "fewer than the sheets (2)")),
    Bad("a chair that is no text", given(council={"members": 9, "chair": 1}), "council.chair", TEXT),
    Bad("a product that is no text", given(product=["Chè"]), "product", TEXT),
    Bad("a product with control characters", given(product="Chè\x1b"), "product", CONTROL),
]  # fmt: skip

TEXTS = [
    Bad("nothing", "", "", ("dòng 1, cột 1", "line 1, column 1"), "bad_json"),
    Bad("a comma too many", '{"set": 11,\n "sheets": [],}', "", ("dòng 2, cột 15", "line 2, column 15"), "bad_json"),
    Bad("single quotes", "{'set': 11}", "", ("dòng 1, cột 2", "line 1, column 2"), "bad_json"),
    Bad("a text with a byte order mark left in", "\ufeff{}", "", ("dòng 1, cột 1", "line 1, column 1"), "bad_json"),
    Bad("two objects", "{}\n{}", "", ("dòng 2, cột 1", "line 2, column 1"), "bad_json"),
    Bad("a key twice", '{"choices": {"A.1.1": 1, "A.1.2": 1, "A.1.1": 2}}', "A.1.1",
        ("viết hai lần; mỗi khóa chỉ một giá trị", "is written twice; keep one value"), "marked_twice"),
    Bad("a key twice at the top", '{"set": 1, "set": 2}', "set",
        ("viết hai lần; mỗi khóa chỉ một giá trị", "is written twice; keep one value"), "marked_twice"),
    Bad("a key twice after another", '{"set": 1, "on": 1, "on": 2}', "on",
        ("viết hai lần; mỗi khóa chỉ một giá trị", "is written twice; keep one value"), "marked_twice"),
    *[Bad(f"the number {number}", f'{{"set": {number}}}', number, ("chỉ dùng số nguyên", "use whole numbers only"),
          "not_whole") for number in ("1.5", "1.0", "1e3", "NaN", "Infinity", "-Infinity")],
    Bad("a number of 21 digits", f'{{"set": {"9" * 21}}}', "9" * 20 + "…", ("số quá dài", "the number is too long"),
        "not_whole"),
    Bad("a number of 5000 digits", f'{{"set": {"9" * 5000}}}', "9" * 20 + "…", ("số quá dài", "the number is too long"),
        "not_whole"),
    Bad("brackets without end", "[" * 100_000, "", ("ngoặc lồng nhau quá sâu", "brackets are nested too deeply"),
        "bad_json"),
    Bad("bytes that are no UTF-8", b'{"set": "\xff"}', "",
        ("không phải văn bản JSON mã UTF-8", "not a JSON text in UTF-8"), "bad_json"),
]  # fmt: skip
