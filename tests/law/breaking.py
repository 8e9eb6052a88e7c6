"""A sound law, and broken copies of it: one file edited, everything else shared."""

import copy
import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ocop.rules.lawbook.check.english import labels
from ocop.rules.lawbook.check.opened import Law, open_law
from tests.law.small_units import small_units

Record = dict[str, Any]

WATER = "criteria/26_2026/16_nuoc_khoang_nuoc_uong_dong_chai.yaml"
TOURISM = "criteria/26_2026/26_du_lich.yaml"
FRUIT = "criteria/26_2026/07_che_bien_rau_cu_qua_hat.yaml"
FRUIT_148 = "criteria/148/07_che_bien_rau_cu_qua_hat.yaml"
TEA_148 = "criteria/148/11_che_tuoi_che_che_bien.yaml"
TREES_148 = "criteria/148/24_cay_canh.yaml"
MEAT_1048 = "criteria/1048/02_thit_trung_sua_tuoi.yaml"
FLOWERS = "criteria/26_2026/23_hoa.yaml"
RICE_148 = "criteria/148/03_gao_ngu_coc_hat_so_che.yaml"
RICE_1048 = "criteria/1048/03_gao_ngu_coc.yaml"
# Two sets in which every proof finds something to look at.
WHOLE = (WATER, FRUIT)
MISSING = "Chưa tìm thấy văn bản của bộ này; không suy ra từ bộ khác"


@dataclass(frozen=True)
class Break:
    """One thing broken in one file, and the faults that must be told: (proof, file, place) each."""

    name: str
    file: str
    edit: Callable[[Record], object]
    faults: frozenset[tuple[str, str, str]]

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def breaks(name: str, file: str, edit: Callable[[Record], object], *faults: tuple[str, ...]) -> Break:
    """A fault given as (proof, place) is in the broken file; as (proof, file, place) elsewhere."""
    told = frozenset((fault[0], file, fault[1]) if len(fault) == 2 else fault for fault in faults)
    return Break(name, file, edit, told)


@functools.cache
def the_law() -> Law:
    return open_law()


@functools.cache
def sound_law(*more: str) -> Law:
    """The law with most sets missing, few units and its translations cut to match, so that 200 breaks take seconds."""
    records = {file: whole_or_missing(file, record, more) for file, record in small_units(the_law().records).items()}
    used = {label.vi for label in labels(Law(records))}
    english = {vi: en for vi, en in records["en.yaml"].items() if vi in used}
    return Law({**records, "en.yaml": english})


def whole_or_missing(file: str, record: Record, more: tuple[str, ...]) -> Record:
    if "criteria/" not in file or file in WHOLE or file in more:
        return record
    kept = {name: record[name] for name in ("instrument", "set", "key", "name", "source")}
    return {**kept, "status": "missing", "reason": MISSING, "confidence": "unknown"}


def law_for(one: Break) -> Law:
    """The law that is sound before the break."""
    return sound_law(one.file) if "criteria/" in one.file else sound_law()


def broken(one: Break) -> Law:
    """The law with that one thing broken."""
    law = law_for(one)
    record = copy.deepcopy(law.records[one.file])
    one.edit(record)
    return Law({**law.records, one.file: record})


def option(record: Record, code: str, number: int) -> Record:
    return record["criteria"][code]["options"][number - 1]


def row(record: Record, table: str, name: object) -> Record:
    return next(each for each in record[table] if name in each.values())


def put(record: Record, **values: Any) -> None:
    record.update(values)


def without(record: Record, key: Any) -> None:
    del record[key]


def renamed(record: Record, old: str, new: str) -> None:
    """Rename a key without moving it."""
    items = [(new if key == old else key, value) for key, value in record.items()]
    record.clear()
    record.update(items)
