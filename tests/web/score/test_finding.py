"""People find their product group by the word they use, with or without accents, in either language."""

import pytest

from ocop.rules.lawbook.book import GENERATIONS
from ocop.rules.lawbook.classification import examples, groups
from ocop.web.public.score.finding import find, is_meant

NOW, BEFORE, FIRST = GENERATIONS


def sets_for(query, instrument=NOW):
    return [group.set for group in find(query, instrument)[0]]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("che shan", 11),
        ("Chè Shan tuyết", 11),
        ("  CHE   SHAN ", 11),
        ("green tea", 11),
        ("nuoc mam", 9),
        ("fish sauce", 9),
        ("mien dong", 6),
        ("Miến dong", 6),
        ("homestay", 26),
        ("đông trùng", 18),
        ("dong trung", 18),
    ],
)
def test_the_first_answer_is_the_right_one(query, number):
    assert sets_for(query)[0] == number


def test_accents_that_were_typed_count():
    assert sets_for("chè") == [11, 12]
    assert set(sets_for("che")) > {11, 12}


def test_weaker_answers_stay_out_when_there_are_better_ones():
    assert sets_for("rượu gạo") == [14]


def test_combining_letters_find_the_same():
    assert sets_for("mie\u0302\u0301n dong") == sets_for("miến dong") == [6]


@pytest.mark.parametrize("query", ["", "   ", "xyzzy", "!!!", "%", "\x00"])
def test_nothing_typed_or_known_finds_nothing(query):
    assert find(query, NOW) == ((), False)


def test_some_of_the_words_find_the_nearest_and_say_so():
    found, nearly = find("mật ong rừng Tây Nguyên", NOW)
    assert nearly
    assert 4 in [group.set for group in found]


@pytest.mark.parametrize("instrument", GENERATIONS)
def test_every_everyday_word_finds_its_set_in_every_generation(instrument):
    for group in groups(instrument):
        for example in examples(instrument, group.set):
            assert group.set in sets_for(example.vi, instrument), example
            assert group.set in sets_for(example.en, instrument), example


def test_the_word_that_was_meant_is_marked():
    shan, green = examples(NOW, 11)[:2]
    assert is_meant(shan, "che shan") and not is_meant(green, "che shan")
    assert is_meant(green, "green") and not is_meant(green, "")
