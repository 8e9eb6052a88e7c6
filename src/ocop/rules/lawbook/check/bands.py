"""Proofs on star bands: five stars from 100 down to 0 without overlap, gaps only where the print leaves them.

Owns `bands.yaml`. What a council makes of a gap is a setting (`settings`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.check.opened import Law, Row, rows
from ocop.rules.lawbook.check.report import Fault, Proof

FILE = "bands.yaml"
CERTIFIED_FROM = 3  # 26/2026 article 4.1a: no decision and no certificate below 3 stars


def bands(law: Law) -> Iterator[Row]:
    """The bands of each instrument."""
    return rows(law, FILE, "bands")


def falling(row: Row) -> Iterator[Fault]:
    """Stars 5 to 1, with falling minima that end at 0, a certificate from 3 stars."""
    ranks = row.data["ranks"]
    if [rank["stars"] for rank in ranks] != [5, 4, 3, 2, 1]:
        yield Fault(FILE, row.place, "phải đủ 5, 4, 3, 2, 1 sao theo thứ tự", "ranks must be 5, 4, 3, 2, 1 in order")
    least = [rank["min"] for rank in ranks]
    if any(one <= other for one, other in pairwise(least)) or not ranks or least[-1] != 0 or least[0] > 100:
        yield Fault(FILE, row.place, "điểm đầu dải phải giảm dần về 0", "minima must fall to 0")
    if any(rank["certificate"] != (rank["stars"] >= CERTIFIED_FROM) for rank in ranks):
        yield Fault(FILE, row.place, "giấy chứng nhận từ 3 sao", "a certificate is given from 3 stars on")


def closed(row: Row) -> Iterator[Fault]:
    """Half-open bands have no maxima; closed ones meet at whole numbers and name the setting for what lies between."""
    ranks, shape = row.data["ranks"], row.data["shape"]
    most = [rank.get("max") for rank in ranks]
    wanted = [100, *(rank["min"] - 1 for rank in ranks[:-1])] if shape == "closed_integers" else [None] * len(ranks)
    if most != wanted:
        yield Fault(FILE, row.place, f"điểm cuối dải phải là {wanted}", f"maxima must be {wanted}")
    settings = {setting.data["id"] for setting in rows(row.law, "settings.yaml", "settings")}
    rule = row.data.get("gap_rule")
    if (rule in settings) != (shape == "closed_integers") or (rule and rule not in settings):
        yield Fault(
            FILE,
            row.place,
            "dải đóng phải nêu thiết lập cho khoảng hở, dải nửa mở thì không",
            "closed bands name the setting for their gaps, half-open ones do not",
        )


@dataclass(frozen=True, slots=True)
class Having:
    """A generation, and how often it has bands."""

    instrument: str
    times: int


def having(law: Law) -> Iterator[Having]:
    """Every generation with its count of bands."""
    found = [row.data["instrument"] for row in bands(law)]
    return (Having(instrument, found.count(instrument)) for instrument in GENERATIONS)


def once(found: Having) -> Iterator[Fault]:
    """Each generation has its bands, once."""
    if found.times != 1:
        yield Fault(FILE, found.instrument, f"có {found.times} lần, phải một", f"there {found.times} times, not once")


PROOFS = (
    Proof("banded", "đời bộ tiêu chí: có dải sao", "generations: have star bands", having, once),
    Proof(
        "bands",
        "dải sao: 5 đến 1 sao, giảm dần về 0, không chồng",
        "star bands: 5 to 1, falling to 0, no overlap",
        bands,
        falling,
    ),
    Proof(
        "band_gaps",
        "dải sao: khoảng hở chỉ ở dải nguyên đóng, có thiết lập xử lý",
        "star bands: gaps only between closed whole numbers, with a setting for them",
        bands,
        closed,
    ),
)
