"""Background jobs: asked for in a transaction, done by a worker of their own, once, whatever is killed when."""

from contextlib import nullcontext
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from ocop.domain.history.models import Event
from ocop.kit.jobs import queue
from ocop.kit.jobs.asking import JOBS, later
from tests.kit import sample_jobs  # noqa: F401  declares them

AT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
JOB = "tests.kit.sample_jobs"
pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(settings, tmp_path):
    """Jobs wait in the table; no worker is there."""
    settings.DATA_DIR = tmp_path
    settings.TASKS = {"default": {"BACKEND": "ocop.kit.jobs.backends.Queue"}}


def told(word):
    return Event.objects.filter(subject=word).count()


def work_off(at=AT):
    """What a worker does; returns how many jobs."""
    done = 0
    while row := queue.take("here", at):
        queue.work(row, at, lambda seconds: nullcontext())
        done += 1
    return done


def test_tests_see_what_was_asked_for_at_once():
    later(f"{JOB}.tell", at=AT, word="now")
    assert told("now") == 1


def test_a_fault_of_a_job_done_at_once_is_not_swallowed():
    with pytest.raises(ValueError, match="loud"):
        later(f"{JOB}.fail", at=AT, word="loud")
    assert told("loud") == 0


def test_a_job_that_nobody_declared_is_refused():
    with pytest.raises(KeyError):
        later("registry.no_such_job", at=AT)


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize("kept", [True, False])
def test_a_job_is_asked_for_only_if_the_act_stays(kept):
    with transaction.atomic():
        later(f"{JOB}.tell", at=AT, word="kept")
        transaction.set_rollback(not kept)
    assert work_off() == told("kept") == int(kept)


@pytest.mark.usefixtures("waiting")
def test_only_what_json_can_carry_goes_into_the_queue():
    with pytest.raises(TypeError):
        later(f"{JOB}.tell", at=AT, word=AT)


@pytest.mark.usefixtures("waiting")
def test_a_job_that_fails_is_tried_again_later_and_then_given_up_with_its_reason():
    later(f"{JOB}.fail", at=AT, word="stubborn")
    moment, tries = AT, []
    for pause in (timedelta(), *queue.PAUSES):
        moment += pause
        tries.append(work_off(moment))
        assert work_off(moment + timedelta(seconds=5)) == 0
    assert tries == [1, 1, 1, 0]
    row = DBTaskResult.objects.get()
    assert row.status == "FAILED" and "ValueError: stubborn" in row.traceback
    assert told("stubborn") == 0


@pytest.mark.usefixtures("waiting")
def test_a_job_whose_code_is_gone_is_given_up():
    later(f"{JOB}.tell", at=AT, word="gone")
    DBTaskResult.objects.update(task_path=f"{JOB}.removed")
    assert (work_off(), work_off(AT + timedelta(days=1))) == (1, 0)
    assert DBTaskResult.objects.get().status == "FAILED"


@pytest.mark.usefixtures("waiting")
def test_a_daily_job_is_done_once_a_day_however_many_look():
    hours = [AT, AT + timedelta(minutes=1), AT + timedelta(hours=17), AT + timedelta(hours=18), AT + timedelta(days=1)]
    done = []
    for moment in hours:
        queue.tick(moment)
        queue.tick(moment)
        work_off(moment)
        done.append(told("night"))
    assert done == [1, 1, 1, 2, 2]  # 9:00, 9:01, 2:00 (too early), 3:00, 9:00 of the next day


@pytest.mark.usefixtures("waiting")
def test_a_worker_of_another_machine_is_given_its_limit_before_its_job_is_taken_up():
    later(f"{JOB}.tell", at=AT, word="far")
    queue.take("another-machine", AT)
    started = DBTaskResult.objects.get().started_at
    assert queue.reap(started + timedelta(seconds=90)) == 0
    assert queue.reap(started + timedelta(seconds=121)) == 1
    assert work_off(started + timedelta(seconds=121)) == told("far") == 1


@pytest.mark.usefixtures("waiting")
def test_finished_jobs_are_forgotten_after_a_month():
    later(f"{JOB}.tell", at=AT, word="old")
    work_off()
    finished = DBTaskResult.objects.get().finished_at
    queue.tend(finished + queue.KEPT - timedelta(minutes=1))
    assert DBTaskResult.objects.filter(task_path=f"{JOB}.tell").exists()
    queue.tend(finished + queue.KEPT + timedelta(minutes=1))
    assert not DBTaskResult.objects.filter(task_path=f"{JOB}.tell").exists()


def test_ended_sessions_are_removed_each_night():
    from ocop.domain.accounts.models import Session

    for key, ends in (("past", AT - timedelta(minutes=1)), ("still", AT + timedelta(minutes=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
    assert JOBS["accounts.clean_sessions"].daily_at
    later("accounts.clean_sessions", at=AT)
    assert [session.session_key for session in Session.objects.all()] == ["still"]
