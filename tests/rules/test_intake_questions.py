"""Doubts that are one question, and those that only look alike."""

from ocop.rules.intake.questions import Asking, key_of, questions
from ocop.rules.intake.remarks import Choice, Remark


def doubt(code, row, text="Hai", field="commune", choices=("00001", "00002")):
    offered = tuple(Choice(value, value) for value in choices)
    return Asking(Remark("doubt", code, field, row, "F", "vi", "en", offered), text)


def test_the_same_words_with_the_same_choices_are_one_question():
    [one] = questions([doubt("old_or_new", 5), doubt("old_or_new", 9)])
    assert (one.rows, one.code, one.answered_in, [choice.value for choice in one.choices]) == (
        [5, 9], "old_or_new", "commune", ["00001", "00002"],
    )  # fmt: skip


def test_other_words_or_other_choices_are_another_question():
    told = [doubt("old_or_new", 5), doubt("old_or_new", 6, "Ba"), doubt("old_or_new", 7, choices=("00001",))]
    assert [question.rows for question in questions(told)] == [[5], [6], [7]]


def test_how_cells_were_read_is_one_question_whatever_they_say_and_comes_first_with_most_rows():
    told = [doubt("several", 2), doubt("carried", 8, "HTX A", "producer", ()), doubt("carried", 7, "B", "producer", ())]
    assert [(question.code, question.rows) for question in questions(told)] == [("carried", [8, 7]), ("several", [2])]


def test_a_doubled_row_is_a_question_of_its_own():
    assert key_of(doubt("doubled", 3, choices=())) != key_of(doubt("doubled", 4, choices=()))


def test_which_record_is_meant_is_answered_apart_from_the_cell():
    [one] = questions([doubt("maybe_same", 3, "HTX A", "producer")])
    assert one.answered_in == "producer_is"
