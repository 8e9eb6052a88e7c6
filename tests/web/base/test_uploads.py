"""Files arrive whole or are cut at the limit; nothing of them stays on the disk under a name."""

from io import BytesIO

import pytest
from django.test import RequestFactory

LIMIT = 100_000


@pytest.fixture(autouse=True)
def small_limit(settings, tmp_path):
    settings.UPLOAD_LIMITS = settings.UPLOAD_LIMITS | {"size": LIMIT}
    settings.PAPERS_DIR = tmp_path / "papers"


def sent(*sizes):
    files = [BytesIO(bytes([number]) * size) for number, size in enumerate(sizes)]
    for number, file in enumerate(files):
        file.name = f"trang {number}.jpg"
    return RequestFactory().post("/", {"pages": files})


def test_files_arrive_as_they_were_sent_and_leave_no_name_on_the_disk(settings):
    request = sent(70_000, 30_000)
    first, second = request.FILES.getlist("pages")
    assert (first.name, first.size, second.size) == ("trang 0.jpg", 70_000, 30_000)
    assert second.read() == b"\1" * 30_000
    assert list((settings.PAPERS_DIR / "incoming").iterdir()) == []
    request.close()
    assert first.file.closed


def test_what_is_too_large_is_not_kept_but_can_be_told(settings):
    files = sent(70_000, 500_000, 10).FILES.getlist("pages")
    assert [file.size for file in files] == [70_000, 30_001, 0]
    assert sum(len(file.read()) for file in files) == LIMIT + 1


def test_a_sender_who_goes_away_leaves_nothing(settings):
    from ocop.web.base.uploads import Bounded

    handler = Bounded()
    handler.new_file("pages", "a.jpg", "image/jpeg", None)
    handler.receive_data_chunk(b"half", 0)
    handler.upload_interrupted()
    assert list((settings.PAPERS_DIR / "incoming").iterdir()) == []
