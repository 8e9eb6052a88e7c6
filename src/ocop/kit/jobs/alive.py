"""Which workers of this machine are alive: each holds a lock on a file as long as it lives; the system lets go of it
when the process ends, however it ends.

Owns these files, in `jobs/` of the data folder. Of workers on other machines nothing is known here.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """Where the files lie."""
    return Path(settings.DATA_DIR) / "jobs"


@contextmanager
def alive(worker: str) -> Iterator[None]:
    """Hold this worker's lock."""
    folder().mkdir(parents=True, exist_ok=True)
    file = folder() / worker
    with file.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    file.unlink(missing_ok=True)


def is_dead(worker: str) -> bool | None:
    """True when it ended, False when it lives, None when it never was of this machine."""
    try:
        with (folder() / worker).open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return None
    except BlockingIOError:
        return False
    return True


def dead_workers() -> list[Path]:
    """The files of workers that ended without taking leave."""
    return [file for file in folder().glob("*") if is_dead(file.name)]


def forget(files: list[Path]) -> None:
    """Remove them, now that their jobs were put back."""
    for file in files:
        file.unlink(missing_ok=True)
