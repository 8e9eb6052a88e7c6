"""An import goes on by itself: each batch asks for the next, as the person who began, until it is done or stopped."""

from functools import partial

import pytest

from ocop.domain.intake import jobs
from ocop.domain.intake.actions.apply import apply_some, begin, start, stop
from ocop.domain.intake.models import APPLYING, DONE, STOPPED, Import, ImportRow
from ocop.domain.registry.models import Product
from ocop.rules.refused import Refused
from tests.domain.intake.conftest import AT, HOA

BY = {"by": HOA, "at": AT}


@pytest.fixture
def queue(settings):
    """Jobs wait; returns how many there are."""
    from django_tasks_db.models import DBTaskResult

    settings.TASKS = {"default": {"BACKEND": "ocop.kit.jobs.backends.Queue"}}
    return DBTaskResult.objects.filter(task_path__contains="intake").count


def test_begun_once_it_waits_for_a_worker_and_is_not_asked_for_twice(dry_run, queue):
    assert begin(id=dry_run.id, **BY).state == APPLYING
    assert queue() == 1
    stop(id=dry_run.id, **BY)
    jobs.apply_next.func(whole=str(dry_run.id), person="", at=AT)
    assert queue() == 1
    assert Import.objects.get().state == STOPPED and not Product.objects.exists()


def test_a_batch_asks_for_the_next_and_the_last_for_none(small_country, dry_run, queue, monkeypatch):
    monkeypatch.setattr(jobs, "A_BATCH", 120)
    monkeypatch.setattr(jobs, "apply_some", partial(apply_some, book=small_country))  # the country of these tests
    start(id=dry_run.id, **BY)
    ready = ImportRow.objects.filter(state__in=["new", "matched"]).count()
    for asked, done in ((1, 120), (2, ready)):
        jobs.apply_next.func(whole=str(dry_run.id), person="", at=AT)
        assert ImportRow.objects.filter(applied=True).count() == done
        assert queue() == min(asked, 1)
    assert Import.objects.get().state == DONE
    assert Product.objects.count() == ready


def test_somebody_without_the_right_any_more_moves_nothing(dry_run, queue):
    from ocop.domain.accounts.models import Person

    start(id=dry_run.id, **BY)
    gone = Person.objects.create(full_name="Hoa", email="hoa@vidu.example", joined_at=AT)
    with pytest.raises(Refused):
        jobs.apply_next.func(whole=str(dry_run.id), person=str(gone.id), at=AT)
    assert not Product.objects.exists()
