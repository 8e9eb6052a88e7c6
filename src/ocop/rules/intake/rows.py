"""Rows of a sheet read into the programme's words, with every remark in its place.

Owns what a row says: producer, product, place, recognitions; carrying merged cells; finding doubled rows.
A person's answer is a correction of a cell or the acceptance of a doubt, and the row is then read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from ocop.rules.intake.columns import FIELDS, Cell, Layout, Merge
from ocop.rules.intake.communes import Communes
from ocop.rules.intake.remarks import Remark
from ocop.rules.intake.stars import StarClaim, read_claims
from ocop.rules.intake.telling import Telling
from ocop.rules.lawbook.classification import NOW, groups
from ocop.rules.naming.plain import UNTOLD, kind_told, producer_name, product_name, words_of
from ocop.rules.naming.tax_code import tax_code
from ocop.rules.refused import Refused

NAME = 255
_TOTALS = ("tong", "tong cong", "cong", "tong so")


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it stands in the file: cells by field, and the fields whose value a merged cell above carried down."""

    number: int
    cells: Mapping[str, Cell]
    carried: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """What a row says. The place is the unit `unit_code` of the day `unit_on`; `set_number` is of 26/2026, or None."""

    number: int
    producer: str
    kind: str
    product: str
    group: str
    set_number: int | None
    unit_code: str
    unit_on: date
    address: str
    representative: str
    phone: str
    tax_code: str
    code: str
    stars: tuple[StarClaim, ...]
    note: str
    source: str
    remarks: tuple[Remark, ...] = field(default=())

    @property
    def faults(self) -> tuple[Remark, ...]:
        """What must be corrected."""
        return tuple(remark for remark in self.remarks if remark.severity == "fault")

    @property
    def doubts(self) -> tuple[Remark, ...]:
        """What a person must accept or correct."""
        return tuple(remark for remark in self.remarks if remark.severity == "doubt")

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two rows the same product: producer, product and place in plain words."""
        return producer_name(self.producer).key, product_name(self.product), self.unit_code


def raw_rows(rows: Sequence[Sequence[Cell]], layout: Layout, merges: Iterable[Merge] = ()) -> Iterator[RawRow]:
    """The rows of data, in order; headings of sections, totals and empty rows are left out.

    A merged cell's value is carried down for fields of the producer; for any other it is left empty below.
    """
    carried_from = {
        (row, column): first
        for first, last, left, right in merges
        for row in range(first + 1, min(last, len(rows)) + 1)
        for column in range(left, right + 1)
    }
    for number in range(layout.first_row, len(rows) + 1):
        row = rows[number - 1]
        cells = {name: row[column - 1] if column <= len(row) else None for name, column in layout.columns}
        carried = set()
        for name, column in layout.columns:
            above = carried_from.get((number, column))
            if cells[name] is None and above is not None and above >= layout.first_row and FIELDS[name].of_producer:
                cells[name] = rows[above - 1][column - 1]
                carried.add(name)
        if _is_data(cells):
            yield RawRow(number, cells, frozenset(carried))


def read_row(
    raw: RawRow,
    layout: Layout,
    communes: Communes,
    *,
    corrections: Mapping[str, Cell] | None = None,
    accepted: frozenset[str] = frozenset(),
) -> IntakeRow:
    """Read one row. `corrections` replace cells; doubts whose code is `accepted` are not told again."""
    cells = dict(raw.cells) | dict(corrections or {})
    tell = Telling(raw.number, layout, cells, accepted)
    carried = sorted(raw.carried - set(corrections or {}))
    if "producer" in carried:
        tell.doubt(
            "producer", "carried",
            f"ô gộp: chủ thể lấy từ dòng trên ({cells['producer']})",
            f"merged cell: the producer is taken from above ({cells['producer']})",
        )  # fmt: skip
    producer, product = tell.text("producer", NAME), tell.text("product", NAME)
    for name, text in (("producer", producer), ("product", product)):
        if not words_of(text) and not tell.has_fault(name):
            tell.fault(name, "missing", f"thiếu {FIELDS[name].vi.lower()}", f"{FIELDS[name].en} is missing")
    unit_code, unit_on = _place(tell, communes)
    claims = read_claims(tell, communes.today)
    group = tell.text("group", NAME)
    return IntakeRow(
        number=raw.number,
        producer=producer,
        kind=_kind(tell, producer),
        product=product,
        group=group,
        set_number=_set(tell, group),
        unit_code=unit_code,
        unit_on=unit_on,
        address=tell.text("address", 500),
        representative=tell.text("representative", NAME),
        phone=tell.text("phone", 60),
        tax_code=_tax_code(tell),
        code=tell.text("code", 60),
        stars=claims,
        note=tell.text("note", 5_000),
        source=tell.text("source", 5_000),
        remarks=tuple(tell.remarks),
    )


def with_doubles(
    rows: Iterable[IntakeRow], layout: Layout, accepted: Mapping[int, frozenset[str]]
) -> Iterator[IntakeRow]:
    """The rows again, each that repeats an earlier one with a doubt that says which; `accepted` by row number."""
    first: dict[tuple[str, str, str], int] = {}
    for row in rows:
        before = first.setdefault(row.key, row.number)
        if before == row.number or "doubled" in accepted.get(row.number, ()) or not row.product or not row.producer:
            yield row
            continue
        doubt = Remark(
            "doubt", "doubled", "product", row.number, layout.letter("product"),
            f"trùng dòng {before}: cùng sản phẩm, chủ thể và xã",
            f"repeats row {before}: same product, producer and commune",
        )  # fmt: skip
        yield replace(row, remarks=(*row.remarks, doubt))


def _is_data(cells: Mapping[str, Cell]) -> bool:
    """Is this a row of data? Not an empty one, a section's heading, a total, or the numbers under the headings."""
    filled = {name for name, cell in cells.items() if cell is not None}
    product, number = cells.get("product"), cells.get("number")
    if not filled - {"number"} or any(" ".join(words_of(str(cell))) in _TOTALS for cell in (product, number) if cell):
        return False
    if isinstance(product, int) and not isinstance(product, bool):
        return isinstance(cells.get("producer"), str)
    return product is not None or len(filled) > 2


def _place(tell: Telling, communes: Communes) -> tuple[str, date]:
    text, district = tell.text("commune", NAME), tell.text("district", NAME)
    province = communes.province
    if tell.has_fault("commune"):
        return province.code, communes.today
    if not words_of(text):
        tell.doubt(
            "commune", "no_commune",
            f"không ghi xã; sẽ để ở {province.title}, chọn xã sau",
            f"no commune is told; it will stand in {province.title} until one is chosen",
        )  # fmt: skip
        return province.code, communes.today
    found = communes.find(text, district)
    if found.how == "certain":
        return found.code, found.on
    vi, en = _PLACES[found.how]
    tell.doubt("commune", found.how, f"{text}: {vi}", f"{text}: {en}", found.choices)
    return found.code, found.on


_PLACES = {
    "divided": ("xã cũ này đã chia cho nhiều xã", "this former commune was divided among several"),
    "several": ("có nhiều xã cùng tên", "several communes have this name"),
    "old_or_new": (
        "tên vừa là xã mới vừa là xã cũ ở nơi khác",
        "the name of a new commune and of a former one elsewhere",
    ),
    "unknown": ("tỉnh không có xã này, nay cũng như trước", "the province has no such commune, now or before"),
    "province": ("đây không phải cấp xã", "this is no commune"),
}


def _kind(tell: Telling, producer: str) -> str:
    text = tell.text("kind", NAME)
    told, named = kind_told(text), producer_name(producer).kind
    if words_of(text) and told == UNTOLD:
        tell.doubt("kind", "kind_unknown", f"không rõ loại hình: {text}", f"no kind of producer: {text}")
    elif UNTOLD not in (told, named) and told != named:
        tell.doubt(
            "kind",
            "kind_differs",
            f"loại hình ({text}) khác với tên chủ thể",
            f"the kind ({text}) differs from the name",
        )
    return told if told != UNTOLD else named


def _set(tell: Telling, group: str) -> int | None:
    """The criteria set of 26/2026, where a column gives its number or the group is printed in the law's words."""
    given = tell.text("set", 10)
    numbers = {found.set for found in groups(NOW)}
    if given:
        if given.isascii() and given.isdigit() and int(given) in numbers:
            return int(given)
        tell.fault("set", "no_set", f"không có bộ tiêu chí {given}", f"there is no criteria set {given}")
        return None
    named = _sets_by_name().get(words_of(group), frozenset())
    return min(named) if len(named) == 1 else None


@cache
def _sets_by_name() -> dict[tuple[str, ...], frozenset[int]]:
    """The words of a leaf's name in 26/2026 -> its sets; one, unless two leaves have one name."""
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for group in groups(NOW):
        words = words_of(group.name)
        found[words] = found.get(words, frozenset()) | {group.set}
    return found


def _tax_code(tell: Telling) -> str:
    text = tell.text("tax_code", 40)
    if not text:
        return ""
    text = text.zfill(10) if text.isdigit() and len(text) == 9 else text  # a spreadsheet ate the zero in front
    try:
        return tax_code(text).digits
    except Refused as refused:
        tell.fault("tax_code", "tax_code", refused.vi, refused.en)
        return ""
