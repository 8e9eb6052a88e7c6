"""Is there a reader of pictures on this machine? Tesseract with Vietnamese is an optional part of the system.

Owns asking, once a process; installing is `scripts/setup.sh`'s (`scripts/setup.sh reader`).
"""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

LANGUAGES = ("vie", "eng")


@cache
def languages() -> tuple[str, ...]:
    """The languages Tesseract can read here, of those wanted; none without Vietnamese."""
    if shutil.which("tesseract") is None:
        return ()
    try:
        outcome = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    there = set(outcome.stdout.split())
    return tuple(language for language in LANGUAGES if language in there) if "vie" in there else ()
