"""`python -m ocop.config.worker`: does the background jobs, one after the other, until it is told to stop.

Owns the process, its clock and its signals; `kit.jobs.queue` owns the queue. `serve.py` starts one beside the site
unless OCOP_JOBS says otherwise; more may run, here and on other machines of the same database.
"""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from time import monotonic, sleep
from types import FrameType

import django
from django.db import Error, close_old_connections, connection
from django.utils.timezone import localtime

from ocop.config.env import BadSetting

PAUSE = 0.5  # seconds between two looks into an empty queue
TENDED = 30  # seconds between two looks after what was left behind
log = logging.getLogger(__name__)


class TookTooLong(Exception):
    """A job passed its limit."""


class Worker:
    """The loop. Interrupted, it puts back the job it is at: whole ones as if never begun, the others where they are."""

    def __init__(self, name: str, parent: int | None) -> None:
        self.name, self.parent = name, parent
        self.stopping = self.busy = False
        self.tended = -float(TENDED)

    def told_to_stop(self, number: int, frame: FrameType | None) -> None:
        """What is being done now is broken off, unless it is the putting away of an earlier stop."""
        self.stopping = True
        if self.busy:
            from ocop.kit.jobs.queue import Interrupted

            self.busy = False
            raise Interrupted

    def too_late(self, number: int, frame: FrameType | None) -> None:
        """The limit of the job at hand is reached."""
        if self.busy:
            raise TookTooLong("the job passed its limit")

    @contextmanager
    def within(self, seconds: int) -> Iterator[None]:
        """Inside, a signal to stop or the limit breaks off what is being done."""
        signal.setitimer(signal.ITIMER_REAL, seconds)
        self.busy = True
        try:
            yield
        finally:
            self.busy = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def run(self) -> None:
        """Work until told to stop, or until whoever started this is gone."""
        from ocop.kit.jobs.queue import Interrupted

        while not self.stopping and self.parent in (None, os.getppid()):
            worked = False
            try:
                worked = self._turn()
            except Interrupted:
                break
            except Error:  # the database is away, or was busy for too long
                log.exception("jobs: the database does not answer")
                connection.close()
            if not worked and not self.stopping:
                sleep(PAUSE)

    def _turn(self) -> bool:
        from ocop.kit.jobs import queue

        close_old_connections()
        if monotonic() - self.tended > TENDED:
            self.tended = monotonic()
            queue.tend(_now())
        row = queue.take(self.name, _now())
        if row is not None and not self.stopping:
            queue.work(row, _now(), self.within)
        return row is not None


def _now() -> datetime:
    return localtime()


def main() -> int:
    """Work; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
    beside = int(sys.argv[2]) if sys.argv[1:2] == ["--beside"] else None
    if beside:
        os.nice(10)  # people's pages go first
    try:
        django.setup()
    except BadSetting as fault:
        print(f"• {fault} See docs/reference/settings.md.", file=sys.stderr)
        return 2
    from ocop.kit.jobs.alive import alive
    from ocop.kit.jobs.queue import release

    name = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"
    worker = Worker(name, beside)
    signal.signal(signal.SIGALRM, worker.too_late)
    signal.signal(signal.SIGINT, worker.told_to_stop)
    signal.signal(signal.SIGTERM, worker.told_to_stop)
    with alive(worker.name):
        worker.run()
        release(worker.name, _now())
    return 0


if __name__ == "__main__":
    sys.exit(main())
