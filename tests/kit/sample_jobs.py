"""Jobs for the tests of the queue; what they did is read in the history they leave."""

from datetime import time
from time import sleep

from django.db import transaction

from ocop.domain.history.actions import SYSTEM, Act, record
from ocop.domain.history.models import Event
from ocop.kit.jobs.asking import job


@job(whole=True, tries=2)
def tell(*, at, word, seconds=0):
    tell_now(word, at)
    sleep(seconds)


@job(whole=False)
def tell_in_steps(*, at, word, upto):
    for _ in range(upto - Event.objects.filter(subject=word).count()):
        tell_now(word, at)
        sleep(0.3)


@job(whole=True, limit=1, tries=1)
def tell_for_ever(*, at, word):
    tell_now(word, at)
    sleep(60)


@job(whole=True, tries=3)
def fail(*, at, word):
    tell_now(word, at)
    raise ValueError(word)


@job(whole=True, daily_at=time(2, 30))
def every_night(*, at):
    tell_now("night", at)


@transaction.atomic
def tell_now(word, at):
    record(Act("test.told", "word", word), by=SYSTEM, at=at, chain="test")
