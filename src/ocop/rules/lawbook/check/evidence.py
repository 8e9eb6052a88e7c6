"""Proofs on evidence and findings: 15 kinds and four findings, each known, each serving a criterion of 26/2026.

Owns the links from criteria to `evidence.yaml`. Which paper proves what in a dossier is for people to judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.check.opened import Law, LeafItem, leaves, rows
from ocop.rules.lawbook.check.report import Fault, Proof

FILE = "evidence.yaml"
NOW = GENERATIONS[0]
# 26/2026 annex III: form 02 part III lists 15 kinds of evidence, form 03 four matters the commune reports on.
PRINTED = {"kinds": 15, "findings": 4}


@dataclass(frozen=True, slots=True)
class Link:
    """The names of one table that a criterion gives, beside those that exist."""

    item: LeafItem
    table: str
    names: tuple[str, ...]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One table of evidence.yaml: its ids, and those that criteria of 26/2026 name."""

    table: str
    ids: tuple[str, ...]
    used: frozenset[str]


def links(law: Law) -> Iterator[Link]:
    """What every criterion names, table by table."""
    for table in PRINTED:
        known = frozenset(_ids(law, table))
        for item in leaves(law):
            if names := _names(item, table):
                yield Link(item, table, names, known)


def catalogues(law: Law) -> Iterator[Catalogue]:
    """Both tables."""
    for table in PRINTED:
        now = (item for item in leaves(law) if item.criteria.instrument == NOW)
        yield Catalogue(table, _ids(law, table), frozenset(name for item in now for name in _names(item, table)))


def known(link: Link) -> Iterator[Fault]:
    """What a criterion names exists, and is named once."""
    for name in link.names:
        if name not in link.known:
            yield Fault(link.item.file, link.item.leaf.code, f"{FILE} không có “{name}”", f"{FILE} has no {name!r}")
    if len(set(link.names)) < len(link.names):
        yield Fault(link.item.file, link.item.leaf.code, "ghi hai lần", "named twice")


def serving(catalogue: Catalogue) -> Iterator[Fault]:
    """As many as the form prints, each once, each serving at least one criterion of 26/2026."""
    printed = PRINTED[catalogue.table]
    if len(catalogue.ids) != printed or len(set(catalogue.ids)) != printed:
        yield Fault(FILE, catalogue.table, f"phải có {printed} mã khác nhau", f"there must be {printed} different ids")
    for name in sorted(set(catalogue.ids) - catalogue.used):
        yield Fault(
            FILE,
            f"{catalogue.table}/{name}",
            "không phục vụ tiêu chí nào của 26/2026",
            "serves no criterion of 26/2026",
        )


def _names(item: LeafItem, table: str) -> tuple[str, ...]:
    finding = (item.leaf.finding,) if item.leaf.finding else ()
    return item.leaf.evidence if table == "kinds" else finding


def _ids(law: Law, table: str) -> tuple[str, ...]:
    return tuple(row.data["id"] for row in rows(law, FILE, table))


PROOFS = (
    Proof(
        "evidence_known",
        "chỗ dẫn minh chứng, nhận xét của xã: mã có thật",
        "links to evidence and findings: known ids",
        links,
        known,
    ),
    Proof(
        "evidence_serves",
        "danh mục (15 minh chứng, 4 nhận xét của xã): mỗi mã phục vụ ít nhất một tiêu chí 26/2026",
        "catalogues (15 kinds of evidence, 4 findings): each serves a criterion of 26/2026",
        catalogues,
        serving,
    ),
)
