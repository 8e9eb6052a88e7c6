"""Checking a chain of events: every changed, missing, added or reordered event is named.

Owns the faults and the one pass that finds them. A fault does not hide the next: the check goes on from what is
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ocop.rules.history.events import START, Event, details_digest

ERASE = "history.erase_details"
"""The act that erases details; its subject is the digest of the event that lost them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An event as found in the store: with the digest written beside it, and its details unless they were erased."""

    event: Event
    digest: str
    salt: str | None
    content: str | None


@dataclass(frozen=True, slots=True)
class Seal:
    """A chain's end at some moment, kept elsewhere: `position` events, the last of which has `digest`."""

    chain: str
    position: int
    digest: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, at a position of a chain. Codes: content, link, place, details, erased, cut, seal."""

    chain: str
    position: int
    code: str
    vi: str
    en: str


WORDS = {
    "content": ("nội dung đã bị sửa", "its content was changed"),
    "link": ("không nối với sự kiện đứng trước", "it does not follow from the event before it"),
    "place": ("thiếu sự kiện, hoặc sai thứ tự", "events are missing, or out of order"),
    "details": ("chi tiết đã bị sửa", "its details were changed"),
    "erased": ("mất chi tiết mà không có lệnh xóa", "its details are gone and no act erased them"),
    "cut": ("chuỗi bị cắt: phần sau đã mất", "the chain was cut: what followed is gone"),
    "seal": ("khác với dấu niêm phong đã giữ", "it differs from the seal that was kept"),
}


@dataclass(slots=True)
class _Seen:
    """What one pass remembers."""

    position: int = 0
    digest: str = START
    erased: dict[str, int] = field(default_factory=dict)  # event digest -> position, still waiting for its act


def faults(kept: Iterable[Kept], seals: Iterable[Seal], *, chain: str) -> Iterator[Fault]:
    """Everything wrong with one chain, given in order of position; empty when it is sound.

    `seals` are ends of this chain kept anywhere: the store's own, and any that were published. Memory does not grow
    with the chain, only with the number of erasures.
    """
    wanted: dict[int, set[str]] = {}
    for seal in seals:
        wanted.setdefault(seal.position, set()).add(seal.digest)
    seen = _Seen()
    for one in kept:
        yield from (_fault(chain, one.event.position, code) for code in _codes(one, seen, wanted))
        seen.position, seen.digest = one.event.position, one.digest
    for position in sorted(set(seen.erased.values())):
        yield _fault(chain, position, "erased")
    for position in sorted(place for place in wanted if place > seen.position):
        yield _fault(chain, position, "cut")


def _codes(one: Kept, seen: _Seen, wanted: Mapping[int, set[str]]) -> Iterator[str]:
    event = one.event
    if event.digest() != one.digest:
        yield "content"
    if event.position != seen.position + 1:
        yield "place"
    elif event.previous != seen.digest:
        yield "link"
    if wanted.get(event.position, {one.digest}) != {one.digest}:
        yield "seal"
    if event.act == ERASE:
        seen.erased.pop(event.subject, None)
    if one.salt is None or one.content is None:
        seen.erased[one.digest] = event.position
    elif details_digest(one.salt, one.content) != event.details_digest:
        yield "details"


def _fault(chain: str, position: int, code: str) -> Fault:
    vi, en = WORDS[code]
    place = f"{chain} #{position}"
    return Fault(chain, position, code, f"{place}: {vi}.", f"{place}: {en}.")
