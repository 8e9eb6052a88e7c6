"""Searching the labels of the law: without accents, over all generations or one, and kindly when nothing is found."""

import pytest

from ocop.rules.lawbook import book
from ocop.web.public.law.search import marked, search
from tests.web.reading import vietnamese_left_in


@pytest.mark.parametrize("typed", ["so huu tri tue", "Sở hữu trí tuệ", "SO HUU  tri-tue", "sở hữu tri"])
def test_accents_and_case_do_not_matter(typed):
    assert [found for found in search(typed).criteria if "".join(p.text for p in found.name) == "Sở hữu trí tuệ"]


def test_d_with_stroke_is_d():
    assert search("dai dien phap luat").criteria == search("đại diện pháp luật").criteria != ()


def test_options_and_notes_are_searched(read):
    page = read("tim/", q="chi dan dia ly")
    assert "/luat/148/11/#A.3.6" in page
    assert "<mark>chỉ dẫn địa lý</mark>" in page


def test_same_criterion_in_many_sets_is_one_result():
    found = search("so huu tri tue").criteria
    newest = [one for one in found if one.instrument == book.GENERATIONS[0]]
    assert len(newest[0].places) == len(book.set_numbers(book.GENERATIONS[0]))


def test_name_comes_before_text():
    found = search("quang ba san pham").criteria
    assert "".join(piece.text for piece in found[0].name).startswith("Quảng bá sản phẩm")


def test_sets_are_found_by_name_and_by_everyday_word():
    instrument = book.GENERATIONS[0]
    assert (instrument, 11, "Chè tươi, chè chế biến") in search("che tuoi").sets
    assert any(number == 11 for _instrument, number, _name in search("che shan tuyet", instrument).sets)


def test_one_generation_only(read):
    oldest = book.GENERATIONS[-1]
    assert {found.instrument for found in search("moi truong", oldest).criteria} == {oldest}
    assert "Chỉ tìm trong 1048/QĐ-TTg" in read("tim/", q="moi truong", doi="1048")


@pytest.mark.parametrize("typed", ["", "   ", "!?", "xyzzy", "so huu xyzzy", "a" * 5000])
def test_nothing_found_explains(read, typed):
    assert 'class="empty"' in read("tim/", q=typed)


def test_what_was_typed_is_shown_as_text(read):
    assert "<script>alert" not in read("tim/", q="<script>alert(1)</script>")


def test_words_of_many_results_are_paged(read):
    first, second = read("tim/", q="san pham"), read("tim/", q="san pham", page=2)
    assert "page=2" in first and first != second
    start = first.index('aria-labelledby="criteria"')
    assert first[start : start + 500] in read("tim/", q="san pham", page="no")


def test_front_page_answers_a_search_sent_from_a_lost_page(read):
    assert "Sở hữu trí tuệ" in read("", q="so huu tri tue").replace("<mark>", "").replace("</mark>", "")


def test_english(read):
    page = read("tim/", "en", q="trade mark")
    assert "Intellectual property" in page
    assert vietnamese_left_in(page) == []
    assert "Intellectual property" in read("tim/", "en", q="so huu tri tue")


def test_marks_only_what_begins_a_word():
    pieces = marked("Nhãn hiệu, thanh nhãn", ("nhan",))
    assert [piece.text for piece in pieces if piece.hit] == ["Nhãn", "nhãn"]
    assert "".join(piece.text for piece in pieces) == "Nhãn hiệu, thanh nhãn"
