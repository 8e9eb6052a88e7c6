"""Several processes write one chain, and some are killed: what was acknowledged is there, nothing is half done."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.house.tree import ROOT

CHECK = """
import django; django.setup()
from collections import Counter
from ocop.domain.history.models import Details, Event
from ocop.domain.history.queries import faults
assert not [fault.en for fault in faults()], [fault.en for fault in faults()]
assert Event.objects.count() == Details.objects.count()
for who, count in Counter(Event.objects.values_list("subject", flat=True)).items(): print(who, count)
"""


@pytest.fixture
def run(tmp_path):
    """Start a Python program on a database of its own, in a file."""
    env = os.environ | {"OCOP_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "ocop.config.settings"}

    def start(*arguments):
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    migrated = start("manage.py", "migrate", "-v", "0")
    assert migrated.wait() == 0, migrated.stdout.read()
    return start


def kept(run):
    """How many events of each writer are in the chain, which must be sound."""
    checking = run("-c", CHECK)
    said, _ = checking.communicate(timeout=120)
    assert checking.returncode == 0, said
    return {who: int(count) for who, count in (line.split() for line in said.splitlines())}


def test_two_writers_share_one_chain(run):
    writers = {who: run("-m", "tests.domain.history.writer", who, "60") for who in ("a", "b")}
    for writer in writers.values():
        said, _ = writer.communicate(timeout=120)
        assert writer.returncode == 0, said
    assert kept(run) == {"a": 60, "b": 60}


def test_a_killed_writer_loses_nothing_it_acknowledged(run):
    dice = random.Random(26)
    acknowledged = {}
    for turn in range(6):
        who = f"w{turn}"
        writer = run("-m", "tests.domain.history.writer", who, "100000")
        assert writer.stdout.readline() == "0\n"
        time.sleep(dice.random() / 4)
        writer.send_signal(signal.SIGKILL)
        said = writer.stdout.read()  # not communicate(): it would lose what readline() had read ahead
        writer.wait(timeout=60)
        acknowledged[who] = len([line for line in said.split("\n")[:-1] if line]) + 1
    found = kept(run)
    assert set(found) == set(acknowledged)
    # The last one may have been kept without its word getting out.
    assert all(found[who] - count in (0, 1) for who, count in acknowledged.items()), (found, acknowledged)
