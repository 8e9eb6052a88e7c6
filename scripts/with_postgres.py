"""with_postgres.py COMMAND...: start a throw-away PostgreSQL, run the command with OCOP_DATABASE_URL set, stop it.

A real server from Debian's package (`scripts/setup.sh postgres` installs it), on a socket in a temporary folder
only, without durability and gone afterwards. As root it runs as the user `postgres`, because PostgreSQL refuses root.
The exit code is the command's.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

SERVERS = Path("/usr/lib/postgresql")
USER, PORT, NAME = "postgres", "5432", "ocop"
# What a crash would lose is thrown away anyway.
HASTE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses="
ABSENT = (
    "✗ Chưa có PostgreSQL. Cài: scripts/setup.sh postgres\n"
    "  PostgreSQL is not installed. To install it: scripts/setup.sh postgres"
)


class NoServer(RuntimeError):
    """PostgreSQL is absent, or would not start; the message is for people."""


def binaries() -> Path:
    """The folder of the newest server that is installed."""
    found = sorted(SERVERS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).parent
    raise NoServer(ABSENT)


def run(*command: str) -> None:
    """Run one of PostgreSQL's own programs, as its own user when we are root."""
    prefix = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    outcome = subprocess.run([*prefix, *command], cwd="/", capture_output=True, text=True, check=False)
    if outcome.returncode:
        raise NoServer(f"✗ {' '.join(command)}\n{outcome.stdout}{outcome.stderr}")


@contextmanager
def server() -> Iterator[str]:
    """A running server; yields the address of its empty database."""
    programs = binaries()
    folder = Path(tempfile.mkdtemp(prefix="ocop-postgres-", dir="/tmp"))  # a socket's path must be short
    data = str(folder / "data")
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        run(str(programs / "initdb"), "-D", data, "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N")
        options = f"{HASTE} -p {PORT} -k {folder}"
        log = str(folder / "log")
        run(str(programs / "pg_ctl"), "-D", data, "-l", log, "-w", "-t", "60", "-o", options, "start")
        try:
            run(str(programs / "createdb"), "-h", str(folder), "-p", PORT, "-U", USER, NAME)
            yield f"postgresql://{USER}@/{NAME}?host={quote(str(folder), safe='')}&port={PORT}"
        finally:
            run(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # told to stop, we still stop the server
    try:
        with server() as address:
            return subprocess.run(command, env=os.environ | {"OCOP_DATABASE_URL": address}, check=False).returncode
    except NoServer as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
