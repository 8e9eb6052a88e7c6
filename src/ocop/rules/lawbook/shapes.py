"""Shapes of the law: options, criteria, sets, corrections, as frozen objects.

Owns what a criteria set *is* and what can be read off one criterion alone. Building it from YAML is `book`'s; what a
council setting makes of a floor is `council`'s; scores are `ocop.rules.scoring`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

GateKind = Literal["eliminated", "stop", "not_eligible", "out_of_scope"]
GateWhen = Literal["declared", "zero", "zero_in_section"]


@dataclass(frozen=True, slots=True)
class Option:
    """One printed level of a criterion: its official number (1-based), points, and the star it is the floor of."""

    number: int
    points: int
    label: str
    floor: int | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """A line of the law that ends the evaluation: declared by people, or met by 0 points (`when`)."""

    kind: GateKind
    text: str
    when: GateWhen = "declared"
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Guidance printed beside a criterion: kind is note, proof, basis (how to measure) or content."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class StoryCondition:
    """The criterion counts only when a product story exists: `criterion` is not at one of the `no_story` options."""

    criterion: str
    no_story: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A node of a criteria set, by its code ("A", "A.1", "A.1.1", "C.6.1.2"). A leaf carries options, others sum."""

    code: str
    name: str
    max: int
    options: tuple[Option, ...] = ()
    ref: str = ""
    evidence: tuple[str, ...] = ()
    finding: str = ""
    gates: tuple[Gate, ...] = ()
    notes: tuple[Note, ...] = ()
    cases: tuple[tuple[str, str], ...] = ()
    yes_no: bool = False
    story: StoryCondition | None = None
    floor_unplaced: int | None = None

    @property
    def is_leaf(self) -> bool:
        """True when a member marks this node."""
        return bool(self.options)

    @property
    def part(self) -> str:
        """The part letter: "A", "B" or "C"."""
        return self.code[0]

    @property
    def parent(self) -> str:
        """Code of the node this one is summed into; "" for a part."""
        return self.code.rpartition(".")[0]

    @property
    def section(self) -> str:
        """Code of the section, such as "A.1"; for a leaf that is itself a section, its own code."""
        return ".".join(self.code.split(".")[:2])

    @property
    def official_number(self) -> str:
        """The number as printed: "1.5" for "A.1.5"."""
        return self.code.partition(".")[2] or self.code

    @property
    def levels(self) -> tuple[int, ...]:
        """The distinct points one can get by an option, rising."""
        return tuple(sorted({option.points for option in self.options}))

    def option(self, number: int) -> Option | None:
        """The option with this official number, or None when there is no such option."""
        return self.options[number - 1] if 1 <= number <= len(self.options) else None


@dataclass(frozen=True, slots=True)
class Correction:
    """A printed value that is not used as printed: where, what stands in print, what is used, and why."""

    at: str
    field: str
    printed: str
    used: int
    reason: str
    option: int | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """A fault of the source that is kept as it stands, declared so that the check knows it."""

    kind: str
    reason: str
    at: str = ""
    declared: int | None = None
    sum: int | None = None


@dataclass(frozen=True)
class CriteriaSet:
    """One whole score sheet of one instrument. `nodes` keep the printed order; `sha256` is of the file's bytes."""

    instrument: str
    number: int
    key: str
    name: str
    total: int
    source: str
    confidence: str
    nodes: dict[str, Criterion] = field(repr=False, hash=False)
    eliminated_if: tuple[Gate, ...] = field(default=(), repr=False)
    corrections: tuple[Correction, ...] = field(default=(), repr=False)
    defects: tuple[Defect, ...] = field(default=(), repr=False)
    inferred: tuple[str, ...] = ()
    missing_because: str = ""
    sha256: str = ""

    @cached_property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria a member marks, in printed order."""
        return tuple(node for node in self.nodes.values() if node.is_leaf)

    @cached_property
    def parts(self) -> tuple[Criterion, ...]:
        """The parts A, B, C."""
        return tuple(node for node in self.nodes.values() if "." not in node.code)

    @cached_property
    def sections(self) -> tuple[Criterion, ...]:
        """The sections ("A.1", ... ), in printed order; a section may itself be a leaf."""
        return tuple(node for node in self.nodes.values() if node.code.count(".") == 1)

    def children(self, code: str) -> tuple[Criterion, ...]:
        """The nodes summed into `code`, in printed order."""
        return tuple(node for node in self.nodes.values() if node.parent == code)

    def leaves_in(self, code: str) -> tuple[Criterion, ...]:
        """The leaves at or under `code`."""
        return tuple(leaf for leaf in self.leaves if leaf.code == code or leaf.code.startswith(code + "."))

    @property
    def title(self) -> str:
        """How people name it: "Bộ 11, Chè tươi, chè chế biến (26/2026/QĐ-TTg)"."""
        return f"Bộ {self.number}, {self.name} ({self.instrument})"
