"""SIGKILL while a paper is handed in, a hundred times: nothing is half done, and sending the form again succeeds."""

import json
import os
import subprocess
import sys

from tests.house.tree import ROOT

KILLS = 100


def test_an_upload_killed_at_any_moment_leaves_nothing_half_done(tmp_path):
    env = os.environ | {"OCOP_DATA_DIR": str(tmp_path), "OCOP_JOBS": "apart"}
    command = [sys.executable, "-m", "tests.domain.evidence.killer", str(KILLS)]
    outcome = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=1800)
    assert outcome.returncode == 0, outcome.stderr
    found = json.loads(outcome.stdout.splitlines()[-1])
    assert found["wrong"] == []
    assert found["doubled"] == 0 and found["missing"] == []
    assert found["retried"] >= 10
    assert 0 < found["survived"] < KILLS  # some were in time, most were not: the dice fell where they should
    assert found["unfinished"] > 0 and found["left"] == 0
