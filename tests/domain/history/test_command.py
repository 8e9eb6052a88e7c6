"""`ocop history` as an auditor uses it: check, keep a seal, check again after somebody was at the database."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from ocop.cli.main import cli
from ocop.domain.history.actions import Act, Actor, erase_details, record
from ocop.domain.history.models import Event
from tests.house.tree import ROOT

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
OFFICER = Actor("a1", "Người dùng minh họa", "cán bộ xã", "Xã Mỹ Bằng")


def said(*arguments, code=0):
    outcome = CliRunner().invoke(cli, [*arguments])
    assert outcome.exit_code == code, outcome.output
    return outcome.output


def three():
    for number in (1, 2, 3):
        record(Act("x.add", "product", "p1", after={"sao": number}, note="minh họa"), by=OFFICER, at=AT, chain="08")


def test_a_sound_history_is_said_to_be_sound():
    assert said("history", "verify") == ("0 tệp đã lưu: 0 lỗi.\n0 sự kiện, 0 chuỗi, 0 dấu niêm phong: 0 lỗi.\n")
    three()
    assert said("--lang", "en", "history", "verify", "--no-files") == "3 events, 1 chain, 0 seals: 0 faults.\n"


def test_a_seal_kept_elsewhere_tells_a_cut_chain(forger, tmp_path):
    three()
    kept = tmp_path / "seals.txt"
    kept.write_text(said("history", "seal") + "\n", "utf-8")
    assert said("history", "verify", "--seals", str(kept)).endswith("1 dấu niêm phong: 0 lỗi.\n")
    forger.execute("DELETE FROM history_event WHERE position = 3")
    before = Event.objects.get(position=2)
    forger.execute("UPDATE history_head SET position = 2, digest = %s", [before.digest])
    assert said("history", "verify").endswith(": 0 lỗi.\n")
    told = said("history", "verify", "--seals", str(kept), code=6)
    assert told.startswith("08 #3: chuỗi bị cắt: phần sau đã mất.\n")
    assert "1 fault." in said("--lang", "en", "history", "verify", "--seals", str(kept), code=6)


@pytest.mark.parametrize("line", ["x", "[]", "3", '{"chain": "08"}', '{"chain": "08", "position": "a", "digest": ""}'])
def test_what_is_no_seal_is_told_with_its_line(tmp_path, line):
    kept = tmp_path / "seals.txt"
    kept.write_text(json.dumps({"chain": "08", "position": 0, "digest": "0"}) + "\n" + line, "utf-8")
    assert "seals.txt: 2: không phải một dấu niêm phong" in said("history", "verify", "--seals", str(kept), code=3)


def test_the_timeline_of_an_object_is_read_in_a_terminal():
    three()
    lines = said("history", "show", "product", "p1").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("2026-11-22 03:00:00Z  x.add  Người dùng minh họa, cán bộ xã, Xã Mỹ Bằng")
    assert '{"sao": 1}  minh họa' in lines[0]
    erase_details(Event.objects.get(position=2).digest, by=OFFICER, at=AT, note="theo yêu cầu")
    assert "cán bộ xã, Xã Mỹ Bằng  (đã xóa chi tiết)" in said("history", "show", "product", "p1").splitlines()[1]
    assert said("--lang", "en", "history", "show", "product", "p9") == "History has nothing on this object.\n"


def test_without_tables_the_next_step_is_said(tmp_path):
    env = os.environ | {"OCOP_DATA_DIR": str(tmp_path)}
    env.pop("OCOP_DATABASE_URL", None)
    command = [sys.executable, "-c", "from ocop.cli.main import cli; cli()", "history", "verify"]
    outcome = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert outcome.returncode == 3
    assert "make run" in outcome.stderr
    assert "Traceback" not in outcome.stderr
