"""The machine stops at any moment, a hundred times: nothing is half done, and going on ends as if it never had."""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.house.tree import ROOT

KILLS = 100


@pytest.fixture
def own_database(tmp_path):
    """The environment of a database of its own, of the kind that the tests run on."""
    env = os.environ | {"OCOP_DATA_DIR": str(tmp_path), "OCOP_LOG_LEVEL": "ERROR"}
    if not (address := os.environ.get("OCOP_DATABASE_URL")):
        yield env
        return
    import psycopg

    name, parts = f"killed_{os.getpid()}", urlsplit(address)
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield env | {"OCOP_DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}"))}
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_killed_a_hundred_times_while_applying_and_while_reading(own_database):
    command = [sys.executable, "-m", "tests.domain.intake.killing", str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, env=own_database, capture_output=True, text=True, timeout=1800)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["applying"] >= KILLS and told["uploading"] >= KILLS
    assert told["rounds"] >= 1
