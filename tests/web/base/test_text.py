"""Accents fold away for search; slugs keep đ as d; names sort by the alphabet; borrowed letters are told apart."""

import random
import re
import unicodedata

import pytest

from ocop.kit.text import folded, has_vietnamese_letters, search_key, slug, sort_key


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_search_words_meet_whatever_the_accents(form):
    assert folded(unicodedata.normalize(form, "Miến dong ĐẶC SẢN Hoà Bình")) == "mien dong dac san hoa binh"


def test_slugs():
    assert slug("Đường thốt nốt, 2 kg") == "duong-thot-not-2-kg"
    assert slug("—") == ""


@pytest.mark.parametrize(("text", "is_so"), [("Mỗi xã", True), ("ĐIỂM", True), ("café", False), ("OCOP 2026", False)])
def test_vietnamese_letters(text, is_so):
    assert has_vietnamese_letters(text) is is_so
    assert has_vietnamese_letters(unicodedata.normalize("NFD", text)) is is_so


@pytest.mark.parametrize("typed", ["Ea H'Leo", "ea h’leo", "EA  HʼLEO", "éa h`leo"])
def test_search_keys_do_not_mind_apostrophes(typed):
    assert search_key(typed) == "ea hleo"


def test_search_keys_do_not_mind_signs_or_where_the_tone_stands():
    assert search_key("Bà Rịa - Vũng Tàu") == "ba ria vung tau"
    assert search_key("Thanh Hoá") == search_key("Thanh Hóa")
    assert search_key(" ?! ") == ""


# Each list is in the order of a Vietnamese dictionary or gazetteer.
IN_ORDER = [
    ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ặ", "â", "ầ", "b"],
    ["d", "đ", "e", "ê", "g", "o", "ô", "ơ", "p", "u", "ư", "v", "x", "y"],
    ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai",
     "Đồng Tháp", "Gia Lai", "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Huế", "Hưng Yên", "Khánh Hòa", "Lai Châu"],
    ["Ba", "Bà", "Bá", "Ba Chẽ", "Bà Đen", "Bai", "Ban"],
    ["Phường 1", "Phường 2", "Phường 9", "Phường 10", "Phường 100", "Phường An"],
    ["Hòa", "Hòa An", "Hoàn"],
]  # fmt: skip


@pytest.mark.parametrize("names", IN_ORDER, ids=lambda names: names[0])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_sort_as_the_alphabet_does(names, form):
    shuffled = [unicodedata.normalize(form, name) for name in names]
    random.Random(1).shuffle(shuffled)
    assert [unicodedata.normalize("NFC", name) for name in sorted(shuffled, key=sort_key)] == names


def test_sort_keys_are_letters_and_digits_that_every_collation_orders_alike():
    for name in ("Thuỷ Nguyên", "Ea H'Leo", "Bà Rịa - Vũng Tàu", "Phường 012", "Œuvre 日本", "", "\u0301a"):
        assert re.fullmatch("[0-9a-z]+", sort_key(name))
    assert sort_key("Thủy") == sort_key("Thuỷ") == sort_key("THỦY")
    assert sort_key("Phường 012") == sort_key("Phường 12")
