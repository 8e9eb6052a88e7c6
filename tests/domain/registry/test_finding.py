"""Finding in the register: words without accents in any name or code, each filter, each order, and what is counted."""

from datetime import date

import pytest

from ocop.domain.registry.actions.products import add_product, record_stars
from ocop.domain.registry.queries import producers, products, tallies
from ocop.domain.search import queries as search
from ocop.domain.search.queries import typed_words
from tests.domain.registry.conftest import AT, LAN
from tests.domain.registry.test_producers import add

DAY = date(2026, 6, 15)


@pytest.fixture
def shop(small_country):
    """Three producers with four products: one star still holds, one ends soon, one is over, one is told by nobody."""
    tan = add(small_country, name="HTX Tân Thành", tax="0100233488")
    house = add(small_country, name="Hộ kinh doanh Đặng Văn Ân")
    farm = add(small_country, name="Trang trại Ba Bể")
    for producer, name, code, stars, year, ends in (
        (tan, "Miến dong Côn Minh", "08-OCOP-12/2024", 4, 2025, date(2028, 1, 1)),
        (tan, "Đường thốt nốt", "", 3, 2024, DAY),
        (house, "Ăn sáng miền đồng", "", 5, 2023, date(2026, 6, 14)),
        (farm, "Cá bống kho", "", None, None, None),
    ):
        row = add_product(producer=producer, name=name, code=code, source="x", by=LAN, at=AT)
        if stars:
            record_stars(id=row.id, stars=stars, year=year, expires_on=ends, source="x", by=LAN, at=AT)
    return small_country


def named(**wanted):
    return [row.name for row in products.products(products.Wanted(on=DAY, **wanted))]


@pytest.fixture(params=["index", "long way"])
def way(request, monkeypatch):
    """Few hits go through the index, very many through the list itself; both must say the same."""
    if request.param == "long way":
        monkeypatch.setattr(search, "matching", lambda kind, words, **more: None)
        for module in (products, producers):
            monkeypatch.setattr(module, "matching", lambda kind, words, **more: None)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mien dong", ["Ăn sáng miền đồng", "Miến dong Côn Minh"]),
        ("MIẾN con minh", ["Miến dong Côn Minh"]),
        ("duong", ["Đường thốt nốt"]),
        ("ien", ["Ăn sáng miền đồng", "Miến dong Côn Minh"]),
        ("tan thanh", ["Đường thốt nốt", "Miến dong Côn Minh"]),
        ("miến thành", ["Miến dong Côn Minh"]),
        ("ca", ["Cá bống kho"]),
        ("on", []),
        ("08", ["Miến dong Côn Minh"]),
        ("12 2024", ["Miến dong Côn Minh"]),
        ("9", []),
        ("ocop-12", ["Miến dong Côn Minh"]),
        ("0100233488", ["Đường thốt nốt", "Miến dong Côn Minh"]),
        ("không có", []),
        ("%", ["Ăn sáng miền đồng", "Cá bống kho", "Đường thốt nốt", "Miến dong Côn Minh"]),
    ],
)
def test_words_are_found_however_they_are_typed(shop, way, typed, found):
    assert named(words=typed) == found


def test_who_may_not_know_a_household_does_not_find_it_by_its_name(shop):
    assert named(words="dang van an") == ["Ăn sáng miền đồng"]
    assert named(words="dang van an", households=False) == []
    assert named(words="an sang", households=False) == ["Ăn sáng miền đồng"]
    found = producers.producers(producers.Wanted(words="dang van", households=False))
    assert not found and producers.producers(producers.Wanted(words="dang van"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"lasting": "valid"}, ["Đường thốt nốt", "Miến dong Côn Minh"]),
        ({"lasting": "ending"}, ["Đường thốt nốt"]),
        ({"lasting": "expired"}, ["Ăn sáng miền đồng"]),
        ({"lasting": "untold"}, ["Cá bống kho"]),
        ({"stars": 4}, ["Miến dong Côn Minh"]),
        ({"stars": 0}, ["Cá bống kho"]),
        ({"year": 2024}, ["Đường thốt nốt"]),
        ({"kind": "household"}, ["Ăn sáng miền đồng"]),
        ({"needs_placing": True}, []),
        ({"order": "stars"}, ["Ăn sáng miền đồng", "Miến dong Côn Minh", "Đường thốt nốt", "Cá bống kho"]),
        ({"order": "ending"}, ["Ăn sáng miền đồng", "Đường thốt nốt", "Miến dong Côn Minh", "Cá bống kho"]),
        ({"order": "place"}, ["Ăn sáng miền đồng", "Cá bống kho", "Đường thốt nốt", "Miến dong Côn Minh"]),
    ],
)
def test_each_filter_and_each_order(shop, asked, found):
    assert named(**asked) == found


def test_producers_by_number_of_products(shop):
    rows = producers.producers(producers.Wanted(order="products", on=DAY))
    assert next((row.name, row.products_count) for row in rows) == ("HTX Tân Thành", 2)
    assert rows.count() == 3


@pytest.mark.parametrize("by", [tallies.BY_UNIT, tallies.BY_PROVINCE])
def test_a_tally_counts_everything_once(shop, django_assert_num_queries, by):
    with django_assert_num_queries(2):
        found = tallies.tallies(products.Wanted(on=DAY), by)
    total = tallies.whole(found.values())
    assert (total.products, total.producers, total.valid) == (4, 3, 2)
    assert (total.stars[5], total.stars[4], total.stars[3], total.stars[None]) == (1, 1, 1, 1)
    assert total.lasting == {"valid": 1, "ending": 1, "expired": 1, "untold": 1}
    assert tallies.next_end(products.Wanted(on=DAY)) == DAY


def test_only_so_many_words_are_looked_for():
    assert typed_words("Một hai ba bốn năm sáu bảy tám chín mười, một") == [
        "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam"]  # fmt: skip


def test_the_index_follows_every_change(shop):
    from ocop.domain.registry.models import Producer, Product
    from ocop.domain.search.models import Entry
    from ocop.kit.text import search_key

    assert Entry.objects.count() == 7
    Producer.objects.filter(name="HTX Tân Thành").update(search_key=search_key("HTX Sử Anh"))
    assert named(words="su anh") == ["Đường thốt nốt", "Miến dong Côn Minh"] and named(words="tan thanh") == []
    Product.objects.filter(name="Đường thốt nốt").update(search_key="mat rung", code="X.9")
    assert named(words="mat rung") == named(words="9") == ["Đường thốt nốt"]
    Product.objects.filter(name="Cá bống kho").delete()
    assert Entry.objects.count() == 6 and named(words="bong") == []


def test_records_that_came_past_the_triggers_are_caught_up_with(shop):
    from django.db import connection

    from ocop.domain.search import keeping
    from ocop.domain.search.models import Entry

    before = sorted(Entry.objects.values_list("kind", "text"))
    Entry.objects.filter(kind="product").delete()
    keeping.catch_up(connection)
    assert sorted(Entry.objects.values_list("kind", "text")) == before
    assert named(words="con minh") == ["Miến dong Côn Minh"]
