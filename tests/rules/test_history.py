"""History as arithmetic: one spelling, one chain, and every change of either is named."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop.rules.history.canonical import canonical, digest
from ocop.rules.history.chain import ERASE, Kept, Seal, faults
from ocop.rules.history.events import START, Event, details_digest, written
from ocop.rules.refused import Refused

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def chained(acts, chain="08"):
    """A sound chain: one event for each (act, subject)."""
    kept, previous = [], START
    for position, (act, subject) in enumerate(acts, 1):
        salt, content = f"salt{position}", written(name="Bà Nụ", note="", before=None, after={"sao": position})
        event = Event(
            chain, position, f"2026-11-22T10:00:{position % 60:02}.000000Z", act, "product", subject, "a1",
            "cán bộ xã", "Xã Mỹ Bằng", details_digest(salt, content), previous,
        )  # fmt: skip
        previous = event.digest()
        kept.append(Kept(event, previous, salt, content))
    return kept


FIVE = chained([("registry.add_product", f"p{number}") for number in range(1, 6)])
END = Seal("08", 5, FIVE[-1].digest)


def codes(kept, *seals):
    return [(fault.position, fault.code) for fault in faults(kept, seals, chain="08")]


def test_a_value_is_spelled_in_one_way():
    assert canonical({"b": [1, None, True], "a": "Miến dong"}) == '{"a":"Miến dong","b":[1,null,true]}'


@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_the_order_of_keys_does_not_matter(value):
    assert canonical(value) == canonical(dict(reversed(value.items())))


@pytest.mark.parametrize(
    ("value", "where", "named"),
    [
        (0.5, "", "kiểu float"),
        ({"điểm": Decimal("1.5")}, "điểm", "kiểu Decimal"),
        ({"a": {"b": [1, date(2026, 1, 1)]}}, "a.b[1]", "kiểu date"),
        ({1: "a"}, "", "khóa 1"),
        ({"a": "b\0c"}, "a", "ký tự"),
        ({"a": {"b\0": 1}}, "a", "ký tự"),
        (["\ud800"], "[0]", "ký tự"),
        ("\udfff", "", "ký tự"),
        (("a",), "", "kiểu tuple"),
    ],
)
def test_a_value_without_an_exact_text_is_refused(value, where, named):
    with pytest.raises(Refused) as refusal:
        canonical(value)
    assert (refusal.value.code, refusal.value.where) == ("history_value", where)
    assert refusal.value.vi == f"Lịch sử không ghi được {named_in(refusal.value.vi)}. Đổi sang văn bản hoặc số nguyên."
    assert named in refusal.value.vi
    assert refusal.value.en.startswith("History cannot keep ")
    assert refusal.value.en.endswith(". Turn it into text or a whole number.")


def named_in(text):
    return text.removeprefix("Lịch sử không ghi được ").removesuffix(". Đổi sang văn bản hoặc số nguyên.")


def test_the_words_of_a_refusal_in_english():
    for value, words in ((0.5, "the kind float"), ({1: 2}, "the key 1"), ("\0", "a character that cannot be kept")):
        with pytest.raises(Refused) as refusal:
            canonical(value)
        assert words in refusal.value.en


def test_digests_are_those_that_anyone_can_compute():
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert details_digest("muối", "{}") == digest("muối\n{}")
    event = replace(FIVE[0].event, details_digest="d", at="t")
    assert event.digest() == digest(
        '{"act":"registry.add_product","actor":"a1","at":"t","chain":"08","details_digest":"d","position":1,'
        f'"previous":"{"0" * 64}","role":"cán bộ xã","subject":"p1","subject_kind":"product","unit":"Xã Mỹ Bằng"}}'
    )


def test_a_sound_chain_has_no_fault():
    assert codes(FIVE, END) == []
    assert codes(FIVE, Seal("08", 3, FIVE[2].digest), END) == []
    assert codes([]) == []


FIELDS = ["at", "act", "subject_kind", "subject", "actor", "role", "unit", "details_digest", "previous", "chain"]


@pytest.mark.parametrize("field", FIELDS)
def test_any_field_that_is_changed_is_told(field):
    forged = replace(FIVE[1], event=replace(FIVE[1].event, **{field: getattr(FIVE[1].event, field) + "x"}))
    assert (2, "content") in codes([FIVE[0], forged, *FIVE[2:]], END)


@given(st.integers(0, 4), st.integers(0, 200), st.integers(1, 255))
def test_one_changed_byte_of_the_details_is_told(which, place, flip):
    raw = bytearray(FIVE[which].content.encode())
    raw[place % len(raw)] ^= flip
    forged = replace(FIVE[which], content=raw.decode("latin-1"))
    kept = [*FIVE[:which], forged, *FIVE[which + 1 :]]
    assert codes(kept, END) == [(which + 1, "details")]


def test_an_event_rewritten_with_its_digest_breaks_the_link_after_it():
    event = replace(FIVE[1].event, act="registry.drop_product")
    assert codes([FIVE[0], Kept(event, event.digest(), FIVE[1].salt, FIVE[1].content), *FIVE[2:]], END) == [(3, "link")]


def test_a_chain_rewritten_to_its_end_differs_from_the_seal():
    other = chained([("registry.add_product", "p1"), *[("registry.drop_product", f"p{n}") for n in range(2, 6)]])
    assert codes(other) == []
    assert codes(other, END) == [(5, "seal")]


def test_seals_that_contradict_each_other_are_told():
    assert codes(FIVE, END, Seal("08", 5, "f" * 64)) == [(5, "seal")]


@pytest.mark.parametrize("lost", range(4))
def test_a_missing_event_is_told_where_the_next_one_stands(lost):
    assert codes([*FIVE[:lost], *FIVE[lost + 1 :]], END) == [(lost + 2, "place")]


def test_two_events_exchanged_are_told():
    assert codes([FIVE[1], FIVE[0], *FIVE[2:]], END) == [(2, "place"), (1, "place"), (3, "place")]


def test_a_chain_that_was_cut_is_told_by_its_seal():
    assert codes(FIVE[:3], END) == [(5, "cut")]
    assert codes([], END) == [(5, "cut")]
    assert codes(FIVE[:3], Seal("08", 3, FIVE[2].digest)) == []


def test_details_may_be_erased_by_an_act_only():
    chain = chained([("registry.add_product", "p1"), ("registry.add_product", "p2")])
    bare = [replace(chain[0], salt=None, content=None), chain[1]]
    assert codes(bare) == [(1, "erased")]
    with_act = chained([("registry.add_product", "p1"), ("registry.add_product", "p2"), (ERASE, chain[0].digest)])
    assert codes([bare[0], *with_act[1:]]) == []
    assert codes([*with_act[:1], replace(with_act[1], content=None), with_act[2]]) == [(2, "erased")]
    assert codes([replace(with_act[0], salt=None), *with_act[1:]]) == []


def test_an_erasure_written_before_the_loss_does_not_excuse_it():
    chain = chained([("registry.add_product", "p1"), ("registry.add_product", "p2")])
    later = chained([(ERASE, "0" * 64), ("registry.add_product", "p2")])
    assert codes([later[0], replace(later[1], salt=None, content=None)]) == [(2, "erased")]
    assert chain


def test_a_fault_is_told_in_both_languages():
    fault = next(faults([replace(FIVE[0], content="{}")], [], chain="08"))
    assert (fault.chain, fault.position, fault.code) == ("08", 1, "details")
    assert (fault.vi, fault.en) == ("08 #1: chi tiết đã bị sửa.", "08 #1: its details were changed.")
