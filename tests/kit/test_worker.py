"""The worker as a process: it does what was asked for, and neither a kill nor a stop doubles or loses any."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.house.tree import ROOT

pytestmark = pytest.mark.db
JOB = "tests.kit.sample_jobs"
PATIENCE = 90  # seconds: a busy machine is slow, not wrong


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A site's data, with its own database of the kind the suite runs on; the environment that leads there."""
    env = os.environ | {"OCOP_DATA_DIR": str(tmp_path_factory.mktemp("worker")), "OCOP_JOBS": "apart"}
    if address := os.environ.get("OCOP_DATABASE_URL"):
        name = f"worker_{os.getpid()}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"create database {name}")
        env["OCOP_DATABASE_URL"] = urlsplit(address)._replace(path=f"/{name}").geturl()
    run(env, "from django.core.management import call_command; call_command('migrate', verbosity=0)")
    return env


def run(env, code):
    """What the code prints, run in a process that is set up as the site is."""
    whole = f"import django; django.setup()\nfrom tests.kit import sample_jobs\n{code}"
    command = [sys.executable, "-c", whole]
    return subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def ask(env, name, **arguments):
    run(env, f"from ocop.kit.jobs.asking import later\nfrom django.utils.timezone import now\n"
             f"later('{JOB}.{name}', at=now(), **{arguments!r})")  # fmt: skip


def read(env, query):
    """Rows of the site's database, read beside it."""
    if address := env.get("OCOP_DATABASE_URL"):
        with psycopg.connect(address) as connection:
            return connection.execute(query).fetchall()
    with closing(sqlite3.connect(Path(env["OCOP_DATA_DIR"]) / "ocop.sqlite3")) as connection:
        return connection.execute(query).fetchall()


def told(env, word):
    return read(env, f"select count(*) from history_event where subject = '{word}'")[0][0]


def job_of(env, word):
    """State of the job about a word, and how many workers took it."""
    for asked, state, workers in read(
        env, "select args_kwargs, status, worker_ids from django_tasks_database_dbtaskresult"
    ):
        if as_python(asked)["kwargs"].get("word") == word:
            return f"{state} {len(as_python(workers))}"
    raise LookupError(word)


def as_python(column):
    return json.loads(column) if isinstance(column, str) else column


def comes(env, word, wanted):
    """Wait until the job about a word is in a state."""
    until = time.monotonic() + PATIENCE
    while (found := job_of(env, word)) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    assert found == wanted


@contextmanager
def worker(env):
    command = [sys.executable, "-m", "ocop.config.worker"]
    process = subprocess.Popen(command, env=env, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_worker_does_what_was_asked_for_and_stops_when_told(place):
    ask(place, "tell", word="asked")
    with worker(place) as process:
        comes(place, "asked", "SUCCESSFUL 1")
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 0
    assert told(place, "asked") == 1


@pytest.mark.parametrize(("name", "arguments"), [("tell", {"seconds": 3}), ("tell_in_steps", {"upto": 12})])
def test_a_worker_killed_in_the_middle_leaves_its_job_to_the_next_and_it_happens_once(place, name, arguments):
    word = f"killed-{name}"
    ask(place, name, word=word, **arguments)
    with worker(place) as first:
        comes(place, word, "RUNNING 1")
        first.kill()
        first.wait()
    half = told(place, word)
    assert half < 12 if name == "tell_in_steps" else half == 0
    with worker(place):
        comes(place, word, "SUCCESSFUL 2")
    assert told(place, word) == arguments.get("upto", 1)


def test_a_worker_told_to_stop_in_the_middle_stops_at_once_and_puts_the_job_back(place):
    ask(place, "tell", word="stopped", seconds=20)
    with worker(place) as first:
        comes(place, "stopped", "RUNNING 1")
        first.send_signal(signal.SIGTERM)
        assert first.wait(PATIENCE) == 0
    assert job_of(place, "stopped") == "READY 0"
    with worker(place):
        comes(place, "stopped", "SUCCESSFUL 1")
    assert told(place, "stopped") == 1


def test_a_job_past_its_limit_is_broken_off_and_nothing_of_it_stays(place):
    ask(place, "tell_for_ever", word="endless")
    ask(place, "tell", word="next")
    with worker(place):
        comes(place, "endless", "FAILED 1")
        comes(place, "next", "SUCCESSFUL 1")
    assert told(place, "endless") == 0


def test_a_worker_beside_a_site_that_was_killed_ends_by_itself(place):
    command = f"{sys.executable} -m ocop.config.worker --beside $$ & echo $!; wait"
    site = subprocess.Popen(["sh", "-c", command], env=place, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    beside = Path("/proc") / site.stdout.readline().strip()
    site.kill()
    site.wait()
    until = time.monotonic() + PATIENCE
    while beside.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not beside.exists()
