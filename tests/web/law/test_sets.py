"""A set page holds the whole set: every criterion, option, point, floor, gate, note, correction and fault."""

import gzip
import re
from html import escape

import pytest
from django.test import Client

from ocop.rules.lawbook import book
from ocop.web.public.law.addresses import SLUGS
from tests.web.reading import vietnamese_left_in

SETS = [(instrument, number) for instrument in book.GENERATIONS for number in book.set_numbers(instrument)]
WHOLE = [place for place in SETS if not book.find_set(*place).missing_because]


def path(place):
    return f"{SLUGS[place[0]]}/{place[1]}/"


def named(place):
    return path(place).strip("/")


@pytest.mark.parametrize("place", WHOLE, ids=named)
def test_whole_set_in_vietnamese(read, place):
    page, one = read(path(place)), book.find_set(*place)
    for node in one.nodes.values():
        assert f'id="{node.code}"' in page and escape(node.name) in page
        texts = [*(item.label for item in node.options), *(note.text for note in node.notes)]
        assert all(escape(text) in page for text in [*texts, *(gate.text for gate in node.gates)])
    assert page.count('<span class="points">') == sum(len(leaf.options) for leaf in one.leaves)
    for said in (*one.corrections, *one.defects):
        assert escape(said.reason) in page
    assert all(escape(ground.text) in page for ground in one.eliminated_if)
    assert one.source in page and one.sha256 in page


@pytest.mark.parametrize("place", WHOLE, ids=named)
def test_whole_set_in_english(read, place):
    page, one = read(path(place), "en"), book.find_set(*place)
    assert vietnamese_left_in(page) == []
    assert page.count('<span class="points">') == sum(len(leaf.options) for leaf in one.leaves)


@pytest.mark.parametrize("place", WHOLE, ids=named)
def test_floors_are_marked_where_the_law_marks_them(read, place):
    page, one = read(path(place)), book.find_set(*place)
    printed = sum(option.floor is not None for leaf in one.leaves for option in leaf.options)
    at_names = sum(leaf.floor_unplaced is not None for leaf in one.leaves)
    legend = 1
    assert page.count('class="floor"') == printed + at_names + legend


def test_set_page_is_compact(read):
    assert all(len(gzip.compress(read(path(place)).encode())) < 14_000 for place in WHOLE)


def test_correction_stands_at_its_option(read):
    page = read("26-2026/11/")
    at = page.index('id="C.6.1.1"')
    assert "In: 11, dùng: 1. Vượt mức tối đa 2 của tiêu chí; lỗi chép." in page[at : at + 2500]
    assert "In: để trống, dùng: 0." in page


def test_cases_are_headed(read):
    assert read("26-2026/26/").count('class="case"') == 6


def test_set_links_its_kin_side_by_side(read):
    assert "/luat/so-sanh/?a=148:11&amp;b=26-2026:11" in read("26-2026/11/")
    assert "/luat/so-sanh/?a=1048:12&amp;b=148:11" in read("148/11/")


def test_older_set_says_it_is_not_for_today(read):
    assert "không dùng cho hồ sơ nộp hôm nay" in read("148/11/")
    assert "không dùng cho hồ sơ nộp hôm nay" not in read("26-2026/11/")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_missing_set_is_declared_missing(read, lang):
    page = read("1048/3/", lang)
    assert 'class="empty"' in page and 'class="points"' not in page
    assert "/luat/26-2026/3/" in page  # its successor


def test_generation_page_lists_every_set(read):
    for instrument, slug in SLUGS.items():
        page = read(f"{slug}/")
        assert all(f'href="/luat/{slug}/{number}/"' in page for number in book.set_numbers(instrument))


@pytest.mark.parametrize("place", [(instrument, 11) for instrument in book.GENERATIONS], ids=named)
def test_set_page_leads_to_trying_a_score_by_it(read, place):
    address = re.search(r'href="(/cham-thu/[^"]+)"', read(path(place)))[1]
    answer = Client().get(address, follow=True)
    assert answer.status_code == 200
    assert place[0] in answer.content.decode()
