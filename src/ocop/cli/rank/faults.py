"""Faults of a table of sheets: the first one of each dossier, with its line, its column and its words.

Owns the collecting and the texts. Finding them is `intake`'s; what a fault does to the run is `run`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ocop.cli.rank.table import Places, Rows
from ocop.rules.lawbook.book import GATE_KINDS
from ocop.rules.lawbook.shapes import CriteriaSet
from ocop.rules.refused import Refused
from ocop.rules.scoring.sheets import check_choices

Words = tuple[str, str]

TWO_SETS = (
    "một hồ sơ có hai bộ tiêu chí; mọi phiếu của một hồ sơ phải cùng một bộ",
    "two sets in one dossier; all its sheets must be of one set",
)
MEMBER_TWICE = ("thành viên này đã có phiếu trong hồ sơ", "this member already has a sheet in the dossier")
EMPTY = ("để trống", "is empty")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, on which line; `refused.where` is the column."""

    line: int
    refused: Refused


class Faults:
    """The first fault of each dossier, by line."""

    def __init__(self, rows: Rows, starts: Places) -> None:
        self._lines = rows.lines
        self.dossier_of = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(rows))))
        self.first: dict[int, Fault] = {}

    def add(self, row: int, column: str, words: Words, code: str = "bad_row") -> None:
        """Note what is wrong in `row`."""
        dossier, line = int(self.dossier_of[row]), int(self._lines[row])
        if dossier not in self.first or line < self.first[dossier].line:
            self.first[dossier] = Fault(line, Refused(code, where=column, vi=words[0], en=words[1]))


def repeated(name: str) -> Words:
    """A dossier that came back after others."""
    return (
        f"hồ sơ “{name}” đã có ở trên; mọi dòng của một hồ sơ phải liền nhau",
        f"dossier {name!r} stood further up; all lines of a dossier must follow each other",
    )


def no_such_gate(kind: str) -> Words:
    """A gate the law does not know."""
    known = ", ".join(GATE_KINDS)
    return f"“{kind}” không có; dùng một trong: {known}", f"{kind!r} is unknown; use one of: {known}"


def bad_mark(criteria: CriteriaSet, code: str, text: str) -> Words:
    """A cell that marks what the set does not have; a wrong code in the words that `ocop score` has for it."""
    try:
        check_choices({code: None}, criteria)
    except Refused as refused:
        return refused.vi, refused.en
    leaf = criteria.nodes[code]
    most = len(leaf.options)
    return (
        f"“{text}” không phải phương án; “{leaf.name}” có 1 đến {most}, “-” là không phương án nào, trống là chưa chấm",
        f"{text!r} is not an option; this criterion has 1 to {most}, '-' for none of them, empty for not yet marked",
    )
