"""The line of a refusal: found by path, by a key written twice, or by the value that is quoted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.cli.places import line_of
from tests.rules.bad_input import GOOD

TEXT = """{
 "set": 11,
 "on": "2018-01-01",
 "sheets": [
  {"member": "m1", "choices": {
    "A.1": 1,
    "A.1.1": 2
  }},
  {"member": "m2",
   "choices": {"A.1.1": 2,
     "A.1.2": 2, "A.1.2": 3}}
 ]
}
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("set", 2),
        ("sheets", 4),
        ("sheets[0]", 5),
        ("sheets[0].member", 5),
        ("sheets[0].choices", 5),
        ("sheets[0].choices.A.1", 6),
        ("sheets[0].choices.A.1.1", 7),
        ("sheets[0].choices.A.1.9", 6),  # the nearest that is there
        ("sheets[1].choices.A.1.1", 10),
        ("sheets[1].product", 9),
        ("sheets[7]", 4),
        ("A.1.2", 11),  # written twice
        ("2018-01-01", 3),
        ("council.members", 0),
        ("", 0),
    ],
)
def test_the_line_of_a_place(where, line):
    assert line_of(TEXT, where) == line


@pytest.mark.parametrize("text", ["", "{", "nonsense: [", "[" * 2000 + "]" * 2000, "\x00"])
def test_a_text_that_is_no_json_has_no_lines(text):
    assert line_of(text, "set") == 0


def test_tabs_and_windows_lines_are_counted():
    assert line_of('{\r\n\t"set":\t11,\r\n\t"product": "x"\r\n}', "product") == 3


def test_a_key_twice_deep_inside_a_list_is_found_where_it_is_written_again():
    assert line_of('{"a": [1, [{"b": 1}, {"b": 1,\n"c": 2,\n"b": 3}]]}', "b") == 3


@given(st.text(), st.text())
def test_no_text_and_no_place_crash_it(text, where):
    assert line_of(text, where) >= 0


@given(st.text(min_size=1))
def test_a_place_in_a_one_line_file_is_on_line_1_or_not_found(where):
    assert line_of(json.dumps(GOOD), where) in (0, 1)
