"""The server as people start it: what it says, a taken port, compressed assets, and a clean stop."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from tests.browser.conftest import start_server, stop_server


def fetch(address, **headers):
    return urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10)


def test_assets_are_compressed_and_kept_for_ever(site):
    page = fetch(f"{site}/").read().decode()
    sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = fetch(f"{site}{sheet}", **{"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert fetch(f"{site}{sheet}", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    assert fetch(f"{site}/", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


def test_addresses_of_assets_cannot_leave_their_folder(site):
    for path in ("/static/../secret-key", "/static/%2e%2e/secret-key", "/secret-key"):
        with pytest.raises(urllib.error.HTTPError) as refusal:
            fetch(f"{site}{path}")
        assert refusal.value.code == 404


@pytest.fixture
def taken_port():
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_a_taken_port_is_said_and_the_next_one_used(tmp_path, taken_port):
    process, address, said = start_server(tmp_path, taken_port, OCOP_JOBS="apart")
    try:
        port = int(address.rsplit(":", 1)[1])
        assert port > taken_port
        assert not workers_of(tmp_path)  # jobs are done apart
        assert f"Cổng {taken_port}" in said and f"Port {taken_port} is taken; using {port}" in said
        assert fetch(f"{address}/").status == 200
    finally:
        assert stop_server(process) == 0


def test_ctrl_c_in_a_terminal_stops_everything(tmp_path):
    """A terminal signals the whole group at once; three times, because the fault it guards against was a race."""
    for turn in range(3):
        command = [sys.executable, "-m", "ocop.config.serve"]
        env = os.environ | {"OCOP_DATA_DIR": str(tmp_path), "PORT": "9380", "OCOP_JOBS": "here"}
        process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True)
        address = next(line.split()[1] for line in process.stdout if "Open http" in line)
        assert fetch(address).status == 200
        os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=4)
        assert process.returncode == 0, f"turn {turn}"
        assert not workers_of(tmp_path)
        assert "Đã dừng." in said
        with pytest.raises(urllib.error.URLError):
            fetch(address)


def workers_of(data_dir):
    """The processes that do background jobs for the site with these data."""
    mine = f"OCOP_DATA_DIR={data_dir}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (folder / "cmdline").read_bytes()
            if b"ocop.config.worker" in words and mine in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return found


def comes(found, patience=30):
    """Wait until something is so."""
    until = time.monotonic() + patience
    while not found() and time.monotonic() < until:
        time.sleep(0.1)
    return found()


def test_background_jobs_have_a_worker_that_comes_back_after_a_kill_and_stops_with_the_site(tmp_path):
    process, _address, _said = start_server(tmp_path, 9390)
    try:
        assert comes(lambda: list((tmp_path / "jobs").glob("*")))  # it looks after the jobs
        (first,) = workers_of(tmp_path)
        os.kill(first, signal.SIGKILL)
        assert comes(lambda: workers_of(tmp_path) not in ([], [first]))
    finally:
        assert stop_server(process) == 0
    assert not workers_of(tmp_path)


def test_a_setting_that_cannot_be_used_stops_the_start_and_is_named(tmp_path):
    for name, value in (("OCOP_DEBUG", "perhaps"), ("PORT", "eighty"), ("OCOP_WORKERS", "0"), ("OCOP_JOBS", "later")):
        env = os.environ | {"OCOP_DATA_DIR": str(tmp_path), name: value}
        outcome = subprocess.run(
            [sys.executable, "-m", "ocop.config.serve"],
            env=env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert outcome.returncode == 2
        assert name in outcome.stdout
        assert "Traceback" not in outcome.stderr
