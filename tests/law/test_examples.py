"""Everyday words lead to every set of every generation that has a successor, in both languages."""

import pytest

from ocop.rules.lawbook import book
from ocop.rules.lawbook.classification import examples, groups, related_sets
from ocop.rules.lawbook.folding import fold

NOW = book.GENERATIONS[0]


@pytest.mark.parametrize("number", book.set_numbers(NOW))
def test_every_set_of_today_has_a_few_everyday_words(number):
    words = examples(NOW, number)
    assert 4 <= len(words) <= 8
    assert all(word.vi.strip() and word.en.isascii() for word in words)


def test_a_word_leads_to_one_set_only():
    found = [fold(word.vi) for number in book.set_numbers(NOW) for word in examples(NOW, number)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("instrument", book.GENERATIONS[1:])
def test_older_generations_borrow_the_words_of_the_sets_that_came_after(instrument):
    for group in groups(instrument):
        borrowed = {word for now in related_sets(instrument, group.set, NOW) for word in examples(NOW, now)}
        assert set(examples(instrument, group.set)) == borrowed


def test_a_set_without_successor_has_none():
    assert examples("1048/QĐ-TTg", 21) == ()
