"""Every page of the law browser in both languages, and what stands at an address that leads nowhere."""

import re

import pytest
from django.test import Client

from ocop.rules.lawbook import book, classification, council, lookup, procedure
from ocop.web.public.law.addresses import SLUGS
from tests.web.reading import vietnamese_left_in

NAMED = [
    "", "ap-dung/", "van-ban/", "hang-sao/", "thoi-han/", "minh-chung/", "xa-bao-cao/", "quy-che/", "so-sanh/", "tim/",
]  # fmt: skip
KINDS = [f"minh-chung/{kind}/" for kind in classification.evidence_kinds()]
# Where set 11 of the newest decision asks about intellectual property.
IP = next(leaf.code for leaf in book.find_set(book.GENERATIONS[0], 11).leaves if "e07" in leaf.evidence)
GENERATIONS = [f"{slug}/" for slug in SLUGS.values()]


@pytest.mark.parametrize("path", [*NAMED, *KINDS, *GENERATIONS])
def test_page_in_both_languages(read, path):
    assert read(path).count("<h1") == 1
    english = read(path, "en")
    assert english.count("<h1") == 1
    assert vietnamese_left_in(english) == []


@pytest.mark.parametrize("path", ["26-2026/99/", "26-2026/0/", "99/1/", "minh-chung/e99/", "khong-co/"])
def test_lost_address_offers_search(path):
    answer = Client().get(f"/luat/{path}")
    assert answer.status_code == 404
    assert 'role="search"' in answer.content.decode()


def test_pages_only_answer_reading():
    assert Client().post("/luat/").status_code == 405


def test_front_page_leads_to_every_other_page(read):
    page = read()
    for path in [*NAMED[1:], *GENERATIONS]:
        assert f'"/luat/{path}"' in page


@pytest.mark.parametrize(
    ("lang", "counted", "missing"),
    [
        ("vi", ["26 bộ", "26 bộ", "25 bộ"], "Thiếu bộ 3 “Gạo, ngũ cốc”: bản in tìm được không có bộ này"),
        ("en", ["26 sets", "26 sets", "25 sets"], "Set 3, “Rice and cereals”, is missing: the printed copy"),
    ],
)
def test_a_set_whose_text_was_never_found_is_not_counted_but_named(read, lang, counted, missing):
    page = read("", lang)
    assert re.findall(r"\d+ (?:bộ|sets)(?=</span>)", page) == counted
    assert page.count(missing) == 1 == read("1048/", lang).count(missing)
    assert missing not in read("26-2026/", lang)


def test_register_names_every_instrument_with_source_and_relations(read):
    page = read("van-ban/")
    for name, one in book.instruments().items():
        assert name in page and one.source.replace("&", "&amp;") in page
    assert page.count("Đang có hiệu lực") == sum(one.until is None for one in book.instruments().values())
    assert page.count("Bị thay bởi") == 4 and page.count("Được sửa bởi") == 2


def test_deadlines_carry_their_articles(read):
    page = read("thoi-han/")
    for quantity in procedure.quantities().values():
        assert quantity.about in page
        assert all(value.article in page for value in quantity.series if value.period.until is None)
    assert page.count("Điều 5 khoản") == len(procedure.rounds())
    assert "30/04" in page and "30 April" in read("thoi-han/", "en")


def test_council_page_names_every_setting_with_its_basis(read):
    page = read("quy-che/")
    for one in council.settings().values():
        assert f'id="{one.id}"' in page
        assert page.count("Mặc định") == len(council.settings())


def test_every_value_of_a_setting_has_words(read):
    page = read("quy-che/", "en")
    for one in council.settings().values():
        assert not any(f">{value}<" in page and "_" in value for value in one.values)


def test_bands_of_every_generation_and_the_gap(read):
    page = read("hang-sao/")
    assert page.count("5 sao</span>") == len(book.GENERATIONS)
    assert "70–89" in page and "từ 70" in page and "#gap_rule_1048" in page


def test_evidence_page_says_which_criteria_each_kind_serves(read):
    page = read("minh-chung/e07/")
    assert f"/luat/26-2026/11/#{IP}" in page and "/luat/148/1/#A.3.6" in page
    assert page.count("Không gắn với tiêu chí") == 1  # the first generation has no such criterion


def test_findings_page_links_the_criteria(read):
    page = read("xa-bao-cao/")
    for finding in classification.findings().values():
        assert f'id="{finding.id}"' in page and finding.name in page
    assert "/luat/26-2026/1/#A.1.1" in page


def test_regimes_table_shows_every_regime(read):
    page = read("ap-dung/")
    for regime in lookup.regimes():
        assert f"{regime.filed.start:%d/%m/%Y}" in page
