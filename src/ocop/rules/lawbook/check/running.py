"""Running the proofs: all of them, in order, over one law.

Owns the registry of families (`checks`) and the run. What each proof says is its family's.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ocop.rules.lawbook.check import (
    bands,
    conditions,
    defects,
    english,
    evidence,
    examples,
    fields,
    floors,
    generations,
    instruments,
    options,
    periods,
    settings,
    sources,
    sums,
    tree,
    units,
    values,
)
from ocop.rules.lawbook.check.opened import Law, open_law
from ocop.rules.lawbook.check.report import Fault, Line, Proof, Report
from ocop.rules.lawbook.loader import LAW_DIR
from ocop.rules.refused import LawFault

# Proofs that the others rest on: when one of these fails, only their faults are told.
GROUND = (*values.PROOFS, *fields.PROOFS)
FAMILIES = (
    *generations.PROOFS,
    *tree.PROOFS,
    *sums.PROOFS,
    *options.PROOFS,
    *floors.PROOFS,
    *conditions.PROOFS,
    *defects.PROOFS,
    *evidence.PROOFS,
    *examples.PROOFS,
    *instruments.PROOFS,
    *periods.PROOFS,
    *bands.PROOFS,
    *settings.PROOFS,
    *units.PROOFS,
    *sources.PROOFS,
    *english.PROOFS,
)


def checks() -> tuple[Proof, ...]:
    """Every proof, in the order they run."""
    return (*GROUND, *FAMILIES)


def run(root: Path = LAW_DIR) -> Report:
    """Check the law under `root` (the project's own by default)."""
    return examine(open_law(root))


def examine(law: Law) -> Report:
    """Check a law that is already opened. Files that cannot be read, or rows without their shape, end it early."""
    unread = tuple(_of_refusal(refusal) for refusal in law.unreadable)
    if unread:
        return Report((Line("files", len(law.records), "tệp đọc được", "files read"),), unread)
    ground = _prove(GROUND, law)
    if ground.faults:
        return ground
    rest = _prove(FAMILIES, law)
    return Report(ground.lines + rest.lines, rest.faults)


def _of_refusal(refusal: LawFault) -> Fault:
    file, _, line = refusal.where.partition(":")
    return Fault(file, line, refusal.vi, refusal.en, refusal.code)


def _prove(proofs: tuple[Proof, ...], law: Law) -> Report:
    lines, faults = [], []
    for proof in proofs:
        items = list(proof.items(law))
        lines.append(Line(proof.id, len(items), proof.vi, proof.en))
        faults += [replace(fault, proof=proof.id) for item in items for fault in proof.faults(item)]
        if not items:
            faults.append(Fault("", "", f"không có gì để kiểm: {proof.vi}", f"nothing to check: {proof.en}", proof.id))
    return Report(tuple(lines), tuple(faults))
