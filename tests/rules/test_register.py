"""Yearly facts: whole đồng, whole people, a unit for amounts; and the shape of a conflict."""

from decimal import Decimal

import pytest

from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict, Difference
from ocop.rules.register.facts import FACTS, checked_fact


@pytest.mark.parametrize(
    ("kind", "value", "unit", "kept"),
    [
        ("revenue", "1500000000", "", "đồng"),
        ("revenue", "0", "đồng", "đồng"),
        ("profit", "-3000000", "", "đồng"),
        ("jobs_women", "12", "người", "người"),
        ("output", "12.125", " tấn ", "tấn"),
        ("jobs", "99999999999999999", "", "người"),
    ],
)
def test_sound_facts(kind, value, unit, kept):
    assert checked_fact(kind, Decimal(value), unit) == (Decimal(value), kept)


@pytest.mark.parametrize(
    ("kind", "value", "unit", "said"),
    [
        ("revenue", "1.5", "", "đồng"),
        ("jobs", "0.5", "", "người"),
        ("output", "1.0001", "kg", "3 chữ số"),
        ("output", "NaN", "kg", "số"),
        ("output", "Infinity", "kg", "số"),
        ("revenue", "100000000000000000", "", "số"),
        ("output", "-1", "kg", "âm"),
        ("price", "5", "USD", "USD"),
        ("output", "1", " ", "đơn vị"),
    ],
)
def test_facts_without_sense(kind, value, unit, said):
    with pytest.raises(Refused) as caught:
        checked_fact(kind, Decimal(value), unit)
    assert (caught.value.code, caught.value.where) == ("fact", kind)
    assert said in caught.value.vi
    assert FACTS[kind].en in caught.value.en


def test_a_conflict_names_what_differs():
    differences = (Difference("name", "a", "b", "c"), Difference("address", "", "x", ""))
    conflict = Conflict(where="id", version=4, differences=differences)
    assert (conflict.code, conflict.version, conflict.differences) == ("conflict", 4, differences)
    assert "name, address" in conflict.words("en")
