"""Proofs on the generations: 26 sets each, every one classified once, every old one followed or dropped.

Owns set numbers, file names, classification and mapping taken together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ocop.rules.lawbook.book import FOLDERS, GENERATIONS
from ocop.rules.lawbook.check.opened import Law, SetItem, rows
from ocop.rules.lawbook.check.report import Fault, Proof
from ocop.rules.lawbook.folding import content_words
from ocop.rules.lawbook.loader import Record

NOW, BEFORE, FIRST = GENERATIONS
# Each generation prints 26 score sheets: 26/2026 annex II, 148 annex III, 1048 as amended by 781.
NUMBERS = range(1, 27)
GROUP_CODE = re.compile(r"(?P<industry>[IVX]+)(?P<group>\.\d+)?(?P<item>\.[a-zđ])?")


@dataclass(frozen=True, slots=True)
class Generation:
    """One instrument with criteria, in one law."""

    law: Law
    instrument: str

    @property
    def classification(self) -> str:
        """The file of its product groups."""
        return f"classification/{FOLDERS[self.instrument]}.yaml"

    @property
    def names(self) -> dict[int, str]:
        """Set number -> name of the set."""
        return {
            item.criteria.number: item.criteria.name
            for item in self.law.sets
            if item.criteria.instrument == self.instrument
        }

    @property
    def items(self) -> list[tuple[str, Record]]:
        """The leaves of the classification, each with the code of its group."""
        return [
            (group["code"], item)
            for industry in self.law.records[self.classification]["industries"]
            for group in industry["groups"]
            for item in group["items"]
        ]


def generations(law: Law) -> Iterator[Generation]:
    """The three generations."""
    return (Generation(law, instrument) for instrument in GENERATIONS)


def all_sets(law: Law) -> tuple[SetItem, ...]:
    """Every set, the declared-missing ones included."""
    return law.sets


def numbered(generation: Generation) -> Iterator[Fault]:
    """Every set from 1 to 26 is there once, or there as declared missing."""
    found = Counter(
        item.criteria.number for item in generation.law.sets if item.criteria.instrument == generation.instrument
    )
    for number in sorted({*NUMBERS, *found}):
        if found[number] != 1 or number not in NUMBERS:
            yield Fault(
                f"criteria/{FOLDERS[generation.instrument]}",
                str(number),
                f"bộ {number} có {found[number]} lần; mỗi bộ 1-26 đúng một lần",
                f"set {number} is there {found[number]} times; each of 1-26 once",
            )


def filed(item: SetItem) -> Iterator[Fault]:
    """Folder, number and key of the file's name are those inside it."""
    named = (item.in_path["folder"], int(item.in_path["number"]), item.in_path["key"])
    inside = (FOLDERS[item.criteria.instrument], item.criteria.number, item.criteria.key)
    if named != inside:
        yield Fault(item.file, "", f"trong tệp ghi {inside}", f"inside, the file says {inside}")


def classified(generation: Generation) -> Iterator[Fault]:
    """Each set is the leaf of exactly one group, under a name that shares its words."""
    if generation.law.records[generation.classification]["instrument"] != generation.instrument:
        yield Fault(generation.classification, "instrument", "sai văn bản", "another instrument")
    found = Counter(item["set"] for _, item in generation.items)
    for number in sorted({*generation.names, *found}):
        if found[number] != 1 or number not in generation.names:
            yield Fault(
                generation.classification,
                f"set {number}",
                f"bộ {number} thuộc {found[number]} nhóm; phải đúng một",
                f"set {number} belongs to {found[number]} groups; it must be one",
            )
    for _, item in generation.items:
        if item["set"] in generation.names and not _kin(item["name"], generation.names[item["set"]]):
            yield Fault(
                generation.classification,
                item["code"],
                f"tên nhóm “{item['name']}” và tên bộ “{generation.names[item['set']]}” không có chữ chung",
                f"its name shares no words with that of set {item['set']}",
            )


def _kin(one: str, other: str) -> bool:
    words, others = content_words(one), content_words(other)
    return 2 * len(words & others) >= min(len(words), len(others))


def coded(generation: Generation) -> Iterator[Fault]:
    """Codes of groups are well formed, unique, and each begins with that of what holds it."""
    seen: set[str] = set()
    for industry in generation.law.records[generation.classification]["industries"]:
        held = [("", industry["code"])]
        held += [(industry["code"], group["code"]) for group in industry["groups"]]
        for above, code in held:
            yield from _code(generation, above, code, seen)
    leaves: set[str] = set()
    for above, item in generation.items:
        yield from _code(generation, above, item["code"], leaves)


def _code(generation: Generation, above: str, code: str, seen: set[str]) -> Iterator[Fault]:
    within = code == above or code.startswith(above + ".") or not above
    if not GROUP_CODE.fullmatch(code) or not within or code in seen:
        yield Fault(generation.classification, code, "mã nhóm sai khuôn hoặc trùng", "malformed or doubled group code")
    seen.add(code)


def mapped(generation: Generation) -> Iterator[Fault]:
    """Every set of 26/2026 has one row of the mapping; every older set is followed or dropped, not both."""
    law, column = generation.law, {NOW: "now", BEFORE: "then_148", FIRST: "then_1048"}[generation.instrument]
    followed = Counter(number for row in rows(law, "mapping.yaml", "sets") for number in _numbers(row.data[column]))
    dropped = Counter(
        row.data["set"]
        for row in rows(law, "mapping.yaml", "dropped")
        if row.data["instrument"] == generation.instrument
    )
    for number in sorted({*generation.names, *followed, *dropped}):
        rows_of_now = followed[number] if generation.instrument == NOW else min(followed[number], 1)
        if rows_of_now + dropped[number] != 1 or number not in generation.names:
            yield Fault(
                "mapping.yaml",
                f"{generation.instrument} {number}",
                f"bộ {number} của {generation.instrument} phải được nối hoặc khai bỏ, đúng một lần",
                f"set {number} of {generation.instrument} must be followed or dropped, just once",
            )


def _numbers(value: int | list[int]) -> list[int]:
    return [value] if isinstance(value, int) else value


PROOFS = (
    Proof(
        "numbered",
        "đời bộ tiêu chí: đủ bộ 1-26, bộ thiếu có khai",
        "generations: sets 1-26 there, or declared missing",
        generations,
        numbered,
    ),
    Proof("filed", "bộ: tên tệp khớp nội dung", "sets: the file name agrees with what is inside", all_sets, filed),
    Proof(
        "classified",
        "đời bộ tiêu chí: mỗi bộ thuộc đúng một nhóm sản phẩm",
        "generations: each set belongs to exactly one product group",
        generations,
        classified,
    ),
    Proof(
        "coded",
        "đời bộ tiêu chí: mã nhóm đúng khuôn, không trùng",
        "generations: group codes well formed, unique",
        generations,
        coded,
    ),
    Proof(
        "mapped",
        "đời bộ tiêu chí: mỗi bộ được nối sang 26/2026 hoặc khai bỏ",
        "generations: each set is mapped to 26/2026 or declared dropped",
        generations,
        mapped,
    ),
)
