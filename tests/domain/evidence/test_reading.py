"""The words of papers: carried by a PDF or seen by a reader, found without accents; without a reader nothing breaks."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from ocop.domain.evidence import jobs
from ocop.domain.evidence.actions import reading
from ocop.domain.evidence.actions.reading import read_text, read_waiting
from ocop.domain.evidence.models import PaperText
from ocop.domain.evidence.queries import papers as queries
from ocop.domain.evidence.queries.files import store
from ocop.kit.documents.reader import languages
from tests.domain.evidence.conftest import AT
from tests.domain.evidence.test_papers import add
from tests.kit.made_files import encoded, pdf, picture

pytestmark = pytest.mark.django_db
PRINTED = "Rượu nếp Đông Phước\nSố 05 do Sở Y tế"


@pytest.fixture
def photographed(cooperative, of_producer):
    return add(cooperative, of_producer, encoded(picture(1400, 900, text=PRINTED)))


@pytest.fixture
def no_reader(monkeypatch):
    monkeypatch.setattr(reading, "languages", lambda: ())


def test_a_pdf_is_found_by_the_words_it_carries(cooperative, of_producer):
    paper = add(cooperative, of_producer, pdf("Hop dong mua ban mat ong voi cong ty An Khang"))
    assert queries.paper(paper.id).file.text.state == "waiting"
    text = read_text(paper=paper, at=AT)
    assert (text.state, text.reader) == ("read", "text")
    assert list(queries.papers_of(cooperative, queries.Wanted(words="Mật ong An Khang"))) == [paper]
    assert not queries.papers_of(cooperative, queries.Wanted(words="ca phe")).exists()


@pytest.mark.skipif(not languages(), reason="the reader is not installed: scripts/setup.sh reader")
def test_a_photographed_paper_is_read_in_vietnamese(photographed):
    text = read_text(paper=photographed, at=AT)
    assert (text.state, text.reader) == ("read", "tesseract")
    assert "Rượu nếp Đông Phước" in text.words
    assert list(queries.papers_of(photographed.producer, queries.Wanted(words="ruou nep"))) == [photographed]


def test_without_a_reader_a_photographed_paper_waits_and_nothing_breaks(photographed, no_reader):
    assert read_waiting(at=AT) == 1
    text = PaperText.objects.get()
    assert (text.state, text.reason, text.tries) == ("waiting", "no_reader", 0)
    assert read_waiting(at=AT) == 0


@pytest.mark.skipif(not languages(), reason="the reader is not installed: scripts/setup.sh reader")
def test_once_a_reader_is_installed_what_waited_is_read(photographed, monkeypatch):
    with monkeypatch.context() as without:
        without.setattr(reading, "languages", lambda: ())
        read_waiting(at=AT)
    assert read_waiting(at=AT) == 1
    assert PaperText.objects.get().state == "read"


@pytest.mark.skipif(not languages(), reason="the reader is not installed: scripts/setup.sh reader")
def test_a_page_without_words_has_none(cooperative, of_producer):
    paper = add(cooperative, of_producer, encoded(picture(600, 600)))
    assert read_text(paper=paper, at=AT).state == "none"


def test_what_one_worker_has_in_hand_the_other_leaves_until_it_is_lost(cooperative, of_producer):
    paper = add(cooperative, of_producer, pdf("Hop dong mua ban mat ong"))
    PaperText.objects.update(state="reading", changed_at=AT)
    assert read_waiting(at=AT) == 0
    assert read_text(paper=paper, at=AT).state == "reading"
    assert read_waiting(at=AT + timedelta(hours=2)) == 1
    assert PaperText.objects.get().state == "read"


def test_what_cannot_be_read_is_tried_thrice_and_given_up(cooperative, of_producer):
    paper = add(cooperative, of_producer, pdf("Hop dong mua ban mat ong"))
    lost = store()._place(paper.file.sha256)
    lost.unlink()
    states = [read_text(paper=paper, at=AT).state for _ in range(4)]
    assert states == ["waiting", "waiting", "failed", "failed"]
    assert PaperText.objects.get().reason == "file_missing"


@pytest.mark.parametrize("queue", ["Queue", "AtOnce"])
def test_a_paper_asks_to_be_read_when_it_is_added(cooperative, of_producer, settings, queue):
    settings.TASKS = {"default": {"BACKEND": f"ocop.kit.jobs.backends.{queue}"}}
    paper = add(cooperative, of_producer, pdf("Hop dong mua ban mat ong"))
    if queue == "AtOnce":
        assert PaperText.objects.get().state == "read"
    else:
        (asked,) = DBTaskResult.objects.filter(task_path="ocop.domain.evidence.jobs.read_words")
        assert asked.args_kwargs["kwargs"]["paper"] == str(paper.id)
        assert PaperText.objects.get().state == "waiting"


def test_each_night_takes_up_what_waits_and_clears_the_store(cooperative, of_producer):
    add(cooperative, of_producer, pdf("Hop dong mua ban mat ong"))
    for each in (jobs.read_what_waits, jobs.sweep_store):
        assert each.daily_at is not None
        each.func(at=AT)
    assert PaperText.objects.get().state == "read"
