"""How much a foreign file may ask of this machine.

Owns the shape; the values come from the site's settings.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` of all files together in bytes, `pages` of the whole, `pixels` of one picture; `memory` in bytes and
    `seconds` are what the child process may use.
    """

    size: int = 30_000_000
    pages: int = 100
    pixels: int = 64_000_000
    memory: int = 1_500_000_000
    seconds: int = 60
    files: int = 30
    smallest: int = 200  # pixels of the shorter side of a picture
    sharpest: int = 3_508  # pixels of the longer side of a page: A4 at 300 dots an inch


LIMITS = Limits()
