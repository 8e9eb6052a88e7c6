"""`python -m ocop.config.serve`: prepare whatever is missing, say where the site is, and serve it until Ctrl-C.

Owns the port, the server process and the worker of jobs beside it; `preparation.py` owns what must be ready before.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from subprocess import DEVNULL, Popen, TimeoutExpired
from threading import Event, Lock, Thread
from time import sleep

import django
from django.core.handlers.wsgi import WSGIHandler
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from ocop.config.env import BadSetting, Environment

TRIES = 50
THREADS = 8
RESTART = 5  # seconds until a worker of jobs that ended is started again


class NoFreePort(RuntimeError):
    """Neither the port asked for nor the next ones can be had."""


def _is_free(bind: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in bind else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind, port))
        except OSError as refusal:
            if refusal.errno in {errno.EADDRINUSE, errno.EACCES}:
                return False
            raise
    return True


def free_port(bind: str, wanted: int) -> int:
    """The port wanted, or the first free one after it."""
    for port in range(wanted, min(wanted + TRIES, 65536)):
        if _is_free(bind, port):
            return port
    raise NoFreePort(f"{bind}: {wanted}-{wanted + TRIES - 1}")


def say(vietnamese: str, english: str) -> None:
    """One line in each language."""
    print(f"• {vietnamese}\n  {english}", flush=True)


def serve(bind: str, port: int, workers: int, jobs: bool) -> None:
    """Answer requests until told to stop.

    More threads than one would only queue for the same interpreter, were it not for a telephone that sends photos
    slowly, and for papers being opened in processes of their own: nobody else waits for those.
    """
    beside = JobsBeside()
    server = Granian(
        "ocop.config.wsgi:application",
        address=bind,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=64,
        log_level=LogLevels.error,
        websockets=False,
        workers_kill_timeout=5,
    )
    Thread(target=_announce, args=(bind, port, beside.keep if jobs else None), daemon=True).start()
    server.serve(target_loader=_application_of_worker, wrap_loader=False)
    beside.stop()
    say("Đã dừng.", "Stopped.")


def _application_of_worker() -> WSGIHandler:
    """Runs in each worker: a group of its own, so that Ctrl-C reaches the server alone, which then stops the workers.

    A worker that gets the terminal's signal and the server's at once can hang for ever.
    """
    os.setpgrp()
    from ocop.config.wsgi import application

    return application


class JobsBeside:
    """The worker of background jobs, as long as the site runs: started again when it ends, stopped with the site."""

    def __init__(self) -> None:
        self._lock, self._over = Lock(), Event()
        self._process: Popen[bytes] | None = None

    def keep(self) -> None:
        """Have one running until `stop`; no signal of the terminal reaches it; it ends when the site is gone."""
        command = [sys.executable, "-m", "ocop.config.worker", "--beside", str(os.getpid())]
        while not self._over.is_set():
            with self._lock:
                if not self._over.is_set():
                    self._process = Popen(command, stdin=DEVNULL, start_new_session=True)
            if self._process:
                self._process.wait()
            self._over.wait(RESTART)

    def stop(self) -> None:
        """End it; the job it is at goes back into the queue."""
        with self._lock:
            self._over.set()
        if self._process:
            self._process.terminate()
            with suppress(TimeoutExpired):
                self._process.wait(2)
            self._process.kill()


def _announce(bind: str, port: int, then: Callable[[], None] | None) -> None:
    """Say where the site is, once it answers there; granian opens the door only when a worker is ready."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind, bind)
    while True:
        sleep(0.2)
        with suppress(OSError), socket.create_connection((here, port), timeout=1):
            break
    welcome(f"http://{'localhost' if here in {'127.0.0.1', '::1'} else here}:{port}")
    if then:  # only now: the first page does not wait for the worker's start
        then()


def welcome(site: str) -> None:
    """Say where the pages are, the one people come for first; `site` is the address without a path."""
    say(f"Chấm thử một sản phẩm: {site}/cham-thu/", f"Score a product: {site}/en/cham-thu/")
    say(
        f"Mở {site}/ để xem cả trang; xem luật và chấm thử không cần đăng nhập.",
        f"Open {site}/en/ for the whole site; reading the law and scoring need no log-in.",
    )
    say("Dừng: Ctrl-C.", "To stop: Ctrl-C.")


def main() -> int:
    """Prepare and serve; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
    try:
        env = Environment()
        bind, wanted, workers = env.text("OCOP_BIND"), env.whole("PORT"), env.whole("OCOP_WORKERS")
        jobs = env.text("OCOP_JOBS").lower() == "here"
        django.setup()
        from ocop.config.preparation import prepare  # needs the settings that were just set up

        for vietnamese, english in prepare():
            say(vietnamese, english)
        port = free_port(bind, wanted)
    except BadSetting as fault:
        say(f"Không mở được trang: {fault}", f"The site cannot start: {fault} See docs/reference/settings.md.")
        return 2
    except NoFreePort as fault:
        say(f"Không còn cổng trống ({fault}); đặt PORT khác.", f"No free port ({fault}); set another PORT.")
        return 1
    if port != wanted:
        say(f"Cổng {wanted} đã có chương trình khác dùng; lấy cổng {port}.", f"Port {wanted} is taken; using {port}.")
    serve(bind, port, workers, jobs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
