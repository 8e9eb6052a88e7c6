"""Identifiers of version 7: they sort by when they were made, and no two are alike."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from ocop.kit import ids


def test_they_rise_and_say_what_they_are():
    made = [ids.uuid7() for _ in range(10_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {(each.version, each.variant) for each in made} == {(7, uuid.RFC_4122)}


def test_the_first_48_bits_are_the_milliseconds_of_the_day():
    before = time.time_ns() // 1_000_000
    made = ids.uuid7().int >> 80
    assert before - 1 <= made <= time.time_ns() // 1_000_000 + 10


def test_a_clock_that_steps_back_does_not_turn_the_order(monkeypatch):
    first = ids.uuid7()
    monkeypatch.setattr(ids.time, "time_ns", lambda: 0)
    assert ids.uuid7() > first


def test_two_threads_never_make_the_same():
    with ThreadPoolExecutor(4) as pool:
        made = [one for some in pool.map(lambda _: [ids.uuid7() for _ in range(500)], range(8)) for one in some]
    assert len(set(made)) == 4000
