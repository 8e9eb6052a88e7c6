"""A refusal says where, what happened and what to do, in the reader's language."""

from ocop.rules.refused import LawFault, Refused


def test_the_place_stands_before_the_words():
    refused = Refused("no_set", where="set", vi="không có bộ 40", en="there is no set 40")
    assert refused.words() == refused.words("vi") == str(refused) == "set: không có bộ 40"
    assert refused.words("en") == "set: there is no set 40"
    assert (refused.code, refused.where) == ("no_set", "set")


def test_without_a_place_the_words_stand_alone():
    refused = Refused("too_large", vi="quá lớn", en="too large")
    assert (refused.words(), refused.words("en"), str(refused), refused.where) == (
        "quá lớn",
        "too large",
        "quá lớn",
        "",
    )


def test_a_fault_of_the_law_is_a_refusal_of_its_own_kind():
    fault = LawFault("no_file", where="bands.yaml", vi="thiếu tệp luật", en="the law file is missing")
    assert isinstance(fault, Refused)
    assert fault.words("en") == "bands.yaml: the law file is missing"
