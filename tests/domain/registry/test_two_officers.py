"""Two officers, two processes, one record: one saves, the other is told what differs, and nothing is overwritten."""

import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.house.tree import ROOT

pytestmark = pytest.mark.db  # on PostgreSQL too, in a database of its own

LOOK = """
import sys, django; django.setup()
from ocop.domain.history.queries import faults, timeline
from ocop.domain.registry.queries.producers import producer
row = producer(sys.argv[1])
assert not list(faults())
print(row.version, row.address, sum(one.act == "registry.change_producer" for one in timeline("producer", sys.argv[1])))
"""


@pytest.fixture
def own_database(tmp_path):
    """The environment of programs that share an empty database: a file, or one more in the server there is."""
    env = os.environ | {"OCOP_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "ocop.config.settings"}
    address = env.get("OCOP_DATABASE_URL", "")
    if address:
        import psycopg

        name = f"officers_{os.getpid()}"
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {name}")
            server.execute(f"CREATE DATABASE {name}")
        env["OCOP_DATABASE_URL"] = urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
    return env


@pytest.fixture
def officer(own_database):
    """officer(ARGUMENTS...): a program at work on the shared database."""

    def start(*arguments):
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=own_database, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip

    assert start("manage.py", "migrate", "-v", "0").wait(timeout=180) == 0
    return start


def said(program):
    out, _ = program.communicate(timeout=120)
    assert program.returncode == 0
    return out.strip()


def test_one_saves_and_the_other_is_told_what_differs(officer):
    id = said(officer("-m", "tests.domain.registry.changer", "make"))
    both = [officer("-m", "tests.domain.registry.changer", "change", id, address) for address in ("Thôn 2", "Thôn 3")]
    assert [one.stdout.readline() for one in both] == ["read\n", "read\n"]
    for one in both:
        one.stdin.write("go\n")
        one.stdin.flush()
    told = dict(zip(("Thôn 2", "Thôn 3"), (said(one) for one in both), strict=True))
    (won,) = [address for address, word in told.items() if word == "saved"]
    (lost,) = set(told) - {won}
    assert told[lost] == f"late address:Thôn 1>{won}<{lost}"
    assert said(officer("-c", LOOK, id)) == f"2 {won} 1"
