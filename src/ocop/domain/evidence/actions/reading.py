"""Reading the words of papers in the background: what waits is taken up, one paper at a time.

Owns the states of a paper's words and which of them a worker takes up. Reading itself is `ocop.kit.documents`'. No
history is written: nobody acts, and a paper's words follow from its file.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from ocop.domain.evidence.models import Paper, PaperText
from ocop.domain.evidence.queries.files import limits, opened, store
from ocop.kit.documents.reader import languages
from ocop.kit.documents.workshop import Outcome, Upload, worked
from ocop.kit.text import search_key
from ocop.rules.refused import Refused

TRIES = 3
LOST = timedelta(hours=1)  # after so long a worker that took a paper up is taken for dead
SECONDS_A_PAGE = 30


def read_text(*, paper: Paper, at: datetime) -> PaperText:
    """Read the words of one paper now, unless they are read or somebody is at it. Call it outside any transaction."""
    taken = _taken_up(paper, at)
    if taken is None:
        return PaperText.objects.get(file=paper.file_id)
    try:
        outcome = _read(paper)
    except Refused as refused:
        return _kept(taken, at, state="waiting" if taken.tries < TRIES else "failed", reason=refused.code)
    more = outcome.more
    words, reader = more["words"], "tesseract" if more["seen"] else "text" if more["carried"] else ""
    if more["unread"]:
        return _kept(taken, at, state="waiting", reason="no_reader", words=words, reader=reader, tries=0)
    return _kept(taken, at, state="read" if search_key(words) else "none", words=words, reader=reader)


def read_waiting(*, at: datetime, most: int = 10) -> int:
    """Read what waits, oldest first; returns how many papers were taken up. What the worker of the site calls."""
    there = Q(state="waiting") | Q(state="reading", changed_at__lt=at - LOST)
    if not languages():
        there &= ~Q(reason="no_reader")
    files = PaperText.objects.filter(there).order_by("changed_at").values_list("file", flat=True)[:most]
    papers = [Paper.objects.filter(file=file).select_related("file").first() for file in list(files)]
    found = [paper for paper in papers if paper is not None]
    for paper in found:
        read_text(paper=paper, at=at)
    return len(found)


@transaction.atomic
def _taken_up(paper: Paper, at: datetime) -> PaperText | None:
    """The words' row, marked as being read; None when it is read, given up, or in somebody's hands."""
    PaperText.objects.get_or_create(file_id=paper.file_id, defaults={"changed_at": at})
    free = Q(state="waiting") | Q(state="reading", changed_at__lt=at - LOST)
    rows = PaperText.objects.filter(free, file=paper.file_id)
    if not rows.update(state="reading", changed_at=at, tries=F("tries") + 1):
        return None
    return PaperText.objects.get(file=paper.file_id)


def _read(paper: Paper) -> Outcome:
    bounds = limits()
    with store().workplace() as folder, opened(paper.file) as content:
        upload = Upload(paper.title, content)
        return worked(
            "words", [upload], folder, bounds, seconds=max(bounds.seconds, SECONDS_A_PAGE * paper.file.pages),
            languages=list(languages()),
        )  # fmt: skip


def _kept(row: PaperText, at: datetime, *, state: str, words: str = "", reason: str = "", **more: object) -> PaperText:
    row.state, row.reason, row.words, row.search_key, row.changed_at = state, reason, words, search_key(words), at
    for name, value in more.items():
        setattr(row, name, value)
    row.save()
    return row
