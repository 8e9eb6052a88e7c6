"""The shape of a picture that `<c-picture>` draws: a format and its widths, and what stands in where none is chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A format with all its widths, as `srcset` takes them."""

    format: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What `<c-picture>` draws."""

    sources: tuple[Source, ...]
    src: str
    width: int
    height: int
    alt: str
