"""One changed byte in a stored paper is named, with the paper that uses it; what nobody needs is cleared away."""

import os
from datetime import timedelta

import pytest
from click.testing import CliRunner

from ocop.cli.main import cli
from ocop.domain.evidence.actions.sweeping import sweep
from ocop.domain.evidence.queries.files import store
from tests.domain.evidence.conftest import AT
from tests.domain.evidence.test_papers import add
from tests.kit.made_files import pdf

pytestmark = pytest.mark.django_db


def said(*arguments, code=0):
    outcome = CliRunner().invoke(cli, [*arguments])
    assert outcome.exit_code == code, outcome.output
    return outcome.output


@pytest.fixture
def paper(cooperative, of_producer):
    return add(cooperative, of_producer, pdf("Giay chung nhan"))


@pytest.fixture
def place(paper, settings):
    digest = paper.file.sha256
    return settings.PAPERS_DIR / digest[:2] / digest


@pytest.mark.parametrize("command", [("history", "verify"), ("papers", "verify")])
def test_a_sound_store_is_said_to_be_sound(paper, command):
    assert "2 tệp đã lưu: 0 lỗi.\n" in said(*command)
    assert "2 stored files: 0 faults.\n" in said("--lang", "en", *command)


@pytest.mark.parametrize("command", [("history", "verify"), ("papers", "verify")])
def test_one_changed_byte_is_named_with_the_paper(paper, place, command):
    content = bytearray(place.read_bytes())
    content[len(content) // 2] ^= 1
    place.chmod(0o640)
    place.write_bytes(content)
    told = said(*command, code=6)
    assert f"tệp {place.name[:12]}… đã bị thay đổi: giấy tờ {paper.id}.\n" in told
    assert f"was changed: paper {paper.id}.\n" in said("--lang", "en", *command, code=6)


def test_a_lost_file_is_named_and_the_rest_is_told_as_before(paper, place):
    place.unlink()
    assert f"đã mất: giấy tờ {paper.id}.\n" in said("papers", "verify", code=6)
    assert "0 lỗi" in said("history", "verify", "--no-files")


def test_handing_in_the_same_paper_again_mends_the_store(paper, place, cooperative, of_producer):
    place.unlink()
    assert add(cooperative, of_producer, pdf("Giay chung nhan")).file == paper.file
    said("papers", "verify")


def old(path):
    long_ago = (AT - timedelta(days=2)).timestamp()
    os.utime(path, (long_ago, long_ago))


def test_what_was_left_unfinished_is_swept_and_what_is_used_or_young_stays(paper, place, settings):
    import io

    unused, young = (store().put(io.BytesIO(content)).sha256 for content in (b"old", b"young"))
    folder = settings.PAPERS_DIR / "incoming" / "left"
    folder.mkdir()
    (folder / "in-0").write_bytes(b"half")
    (settings.PAPERS_DIR / "incoming" / "file").write_bytes(b"half")
    for each in (place, settings.PAPERS_DIR / unused[:2] / unused, folder, folder.parent / "file"):
        old(each)
    moment = (AT.timestamp(), AT.timestamp())
    os.utime(settings.PAPERS_DIR / young[:2] / young, moment)
    swept = sweep(at=AT)
    assert (swept.unfinished, swept.unused) == (2, 1)
    assert store().fault(unused) == "missing"
    assert store().fault(young) == store().fault(paper.file.sha256) == ""
    assert "Đã dọn 0 tệp dở dang, " in said("papers", "sweep")
