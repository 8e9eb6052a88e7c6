"""What a product tells of itself, facts that do not slip over each other, and sets chosen by two people."""

from decimal import Decimal

import pytest

from ocop.domain.history.queries import timeline
from ocop.domain.registry.actions.products import add_product, change_product, classify_product, record_fact
from ocop.domain.registry.queries import products
from ocop.domain.registry.queries.lists import PRODUCTS, product_lines
from ocop.rules.lawbook.classification import NOW
from tests.domain.registry.conftest import AT, LAN
from tests.domain.registry.test_producers import refused

BY = {"by": LAN, "at": AT}
TOLD = {
    "story": "Từ đời ông bà",
    "specification": "gói 500 g",
    "material_area": "Thôn Một",
    "chain_links": "HTX thu mua",
}


def test_a_product_tells_its_story_and_every_change_of_it(cooperative, small_country):
    made = add_product(producer=cooperative, name="Miến dong", source="x", **TOLD, **BY)
    assert {name: getattr(products.product(made.id), name) for name in TOLD} == TOLD
    change_product(id=made.id, changes={"story": "Từ năm 1990"}, seen_version=1, **BY)
    assert timeline("product", str(made.id))[-1].before == {"story": "Từ đời ông bà"}
    line = dict(zip(PRODUCTS, next(product_lines(products.Wanted(), book=small_country)), strict=True))
    assert (line["Product.story"], line["Product.specification"]) == ("Từ năm 1990", "gói 500 g")
    with pytest.raises(TypeError):
        add_product(producer=cooperative, name="Gạo", source="x", version=7, **BY)


def test_another_value_of_a_year_replaces_only_when_it_is_meant_to(cooperative):
    fact = {"producer": cooperative, "year": 2025, "kind": "revenue", "source": "báo cáo", **BY}
    record_fact(value=Decimal(100), **fact)
    record_fact(value=Decimal(100), replaces=False, **fact)
    said = refused("fact_there", record_fact, value=Decimal(120), replaces=False, **fact)
    assert "100 đồng (báo cáo)" in said.vi
    assert record_fact(value=Decimal(120), **fact).value == 120


def test_a_set_chosen_meanwhile_by_somebody_else_is_not_overwritten(rice):
    choose = {"id": rice.id, "instrument": NOW, **BY}
    classify_product(set_number=3, seen=0, **choose)
    assert "bộ 3" in refused("set_changed", classify_product, set_number=4, seen=0, **choose).vi
    assert classify_product(set_number=3, seen=0, **choose)[NOW] == 3  # the same again: both meant it
    assert classify_product(set_number=4, seen=3, **choose)[NOW] == 4
    assert products.groups_of(rice)[NOW].derived is False


def test_products_of_a_producer_come_with_their_stars_in_one_query(cooperative, rice, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [(one.name, one.stars_now) for one in products.of_producer(cooperative)] == [("Gạo nếp Tân Sơn", None)]
