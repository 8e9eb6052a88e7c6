"""Products: one of a name, codes as given, a set in every generation that follows, stars and facts as they are told."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from ocop.domain.history.queries import timeline
from ocop.domain.registry.actions.products import (
    add_product,
    change_product,
    classify_product,
    derived_sets,
    record_fact,
    record_stars,
)
from ocop.domain.registry.models import Product, ProductGroup, StarRecord, Submission, YearlyFact
from ocop.domain.registry.queries.producers import facts_of, products_of
from ocop.domain.registry.queries.products import (
    Wanted,
    expiring,
    known_products,
    product,
    products,
    star_history,
)
from ocop.rules.lawbook.book import GENERATIONS
from tests.domain.registry.conftest import AT, LAN
from tests.domain.registry.test_producers import refused

BY = {"by": LAN, "at": AT}
NOW, BEFORE, FIRST = GENERATIONS


def acts(row):
    return [entry.act for entry in timeline("product", str(row.id))]


def stars(row, number, **more):
    return record_stars(id=row.id, stars=number, source="danh sách", **BY, **more)


def fact(producer, kind, value, year=2025, **more):
    return record_fact(producer=producer, year=year, kind=kind, value=Decimal(value), source="phiếu", **BY, **more)


def test_a_product_and_its_event(rice):
    assert (rice.plain_key, rice.province_code, rice.version) == ("gao nep tan son", "01", 1)
    assert timeline("product", str(rice.id))[0].after["name"] == "Gạo nếp Tân Sơn"


def test_a_producer_has_one_product_of_a_name(cooperative, rice):
    refused("product_there", add_product, producer=cooperative, name="GẠO NẾP TÂN SƠN", source="x", **BY)
    refused("bad_value", add_product, producer=cooperative, name=" ", source="x", **BY)
    refused("bad_value", add_product, producer=cooperative, name="Gạo", source=" ", **BY)
    assert (Product.objects.count(), acts(rice)) == (1, ["registry.add_product"])


def test_a_code_is_kept_as_given_and_belongs_to_one(cooperative, rice):
    written = "01-00001-003-2026"
    change_product(id=rice.id, changes={"code": written}, seen_version=1, **BY)
    refused("product_there", add_product, producer=cooperative, name="Gạo", code=written, source="x", **BY)
    change_product(id=rice.id, changes={"name": "Gạo nếp cái Tân Sơn"}, seen_version=2, **BY)
    assert (product(rice.id).code, product(rice.id).plain_key) == (written, "gao nep cai tan son")
    other = add_product(producer=cooperative, name="Gạo", source="x", **BY)
    refused("product_there", change_product, id=other.id, changes={"code": written}, seen_version=1, **BY)
    refused("conflict", change_product, id=rice.id, changes={"code": ""}, seen_version=1, **BY)
    with pytest.raises(TypeError):
        change_product(id=rice.id, changes={"producer": other}, seen_version=3, **BY)


def test_sent_twice_they_act_once(cooperative, rice):
    first, again = (add_product(producer=cooperative, name="Miến", source="x", key="k1", **BY) for _ in range(2))
    assert first.id == again.id
    one, other = (stars(rice, 3, key="k2") for _ in range(2))
    assert one.id == other.id
    assert (StarRecord.objects.count(), Submission.objects.count()) == (1, 2)
    refused("key_of_another_act", add_product, producer=cooperative, name="Bún", source="x", key="k2", **BY)
    assert str(Submission.objects.get(key="k1")) == "k1"


def test_a_set_is_carried_to_the_other_generations_where_one_follows(rice):
    assert classify_product(id=rice.id, instrument=NOW, set_number=1, **BY) == {NOW: 1, BEFORE: 1, FIRST: 1}
    assert set(ProductGroup.objects.values_list("instrument", "derived")) == {
        (NOW, False),
        (BEFORE, True),
        (FIRST, True),
    }
    assert classify_product(id=rice.id, instrument=NOW, set_number=1, **BY)
    assert acts(rice) == ["registry.add_product", "registry.classify_product"]
    assert derived_sets(NOW, 8) == {BEFORE: 8}
    refused("no_set", classify_product, id=rice.id, instrument=NOW, set_number=40, **BY)


def test_what_a_person_said_of_a_generation_stays(rice):
    classify_product(id=rice.id, instrument=FIRST, set_number=3, **BY)
    classify_product(id=rice.id, instrument=NOW, set_number=1, **BY)
    assert dict(ProductGroup.objects.values_list("instrument", "set_number")) == {NOW: 1, BEFORE: 1, FIRST: 3}


def test_the_latest_stars_are_those_of_year_then_day_then_place(cooperative, rice):
    assert product(rice.id).stars_now is None
    stars(rice, 4, year=2024, recognised_on=date(2024, 3, 1), expires_on=date(2027, 3, 1))
    stars(rice, 3, year=2021)
    stars(rice, None, year=2025)
    stars(rice, 3)
    found = product(rice.id)
    assert (found.stars_now, found.expires_now, found.year_now) == (4, date(2027, 3, 1), 2024)
    stars(rice, 5, year=2024, recognised_on=date(2024, 8, 1))
    assert product(rice.id).stars_now == 5
    assert [record.sequence for record in star_history(rice)] == [3, 5, 1, 2, 4]
    assert acts(rice)[1:] == ["registry.record_stars"] * 5


@pytest.mark.parametrize(
    ("number", "more"),
    [(2, {}), (6, {}), (3, {"recognised_on": date(2024, 1, 1), "expires_on": date(2024, 1, 1)})],
)
def test_stars_that_cannot_be(rice, number, more):
    refused("bad_value", stars, rice, number, **more)


def test_what_ends_soon(cooperative, rice):
    stars(rice, 4, year=2023, expires_on=date(2026, 5, 1))
    assert list(expiring(date(2026, 3, 2))) == [rice]
    assert not list(expiring(date(2026, 3, 2), within=59))
    assert not list(expiring(date(2026, 5, 2)))
    stars(rice, 4, year=2026, expires_on=date(2029, 5, 1))
    assert not list(expiring(date(2026, 3, 2)))


def test_lists_of_products(cooperative, rice, django_assert_num_queries):
    for name in ("Miến dong", "Mật ong", "Đậu xanh"):
        row = add_product(producer=cooperative, name=name, source="x", **BY)
        stars(row, 3, year=2024)
        classify_product(id=row.id, instrument=NOW, set_number=4 if "ong" in name else 7, **BY)
    with django_assert_num_queries(1):
        seen = [(row.name, row.producer.name, row.producer.unit.code, row.stars_now) for row in products()]
    assert [name for name, *_ in seen] == ["Đậu xanh", "Gạo nếp Tân Sơn", "Mật ong", "Miến dong"]
    assert [row.name for row in products(Wanted(stars=3, words="mien"))] == ["Miến dong"]
    assert [row.name for row in products(Wanted(instrument=NOW, set_number=7))] == ["Đậu xanh"]
    assert products(Wanted(province="01", units=(cooperative.unit_id,), demonstration=False)).count() == 4
    assert products(Wanted(words="tân thành")).count() == 4
    assert len(list(known_products("01"))) == 4
    with django_assert_num_queries(3):
        assert [len(row.groups.all()) + len(row.stars.all()) for row in products_of(cooperative)]
    refused("no_product", product, cooperative.id)


def test_a_fact_of_a_year_and_a_better_value_of_it(cooperative, rice):
    row = fact(cooperative, "revenue", "1500000000")
    assert (row.value, row.unit) == (Decimal(1500000000), "đồng")
    fact(cooperative, "revenue", "1500000000")
    fact(cooperative, "revenue", "1600000000")
    fact(cooperative, "output", "12.5", unit="tấn", product=rice)
    fact(cooperative, "output", "12.5", unit="tấn", product=rice)
    fact(cooperative, "profit", "-5", year=2024)
    assert [(row.year, row.kind, row.value) for row in facts_of(cooperative)] == [
        (2025, "revenue", Decimal(1600000000)), (2025, "output", Decimal("12.5")), (2024, "profit", Decimal(-5)),
    ]  # fmt: skip
    told = [entry for entry in timeline("producer", str(cooperative.id)) if entry.act == "registry.record_fact"]
    assert len(told) == 4
    assert (told[1].before["value"], told[1].after["value"]) == ("1500000000", "1600000000")


def test_a_fact_that_makes_no_sense(cooperative, rice, small_country):
    from tests.domain.registry.test_producers import add

    refused("fact", fact, cooperative, "jobs", "2.5")
    refused("fact", fact, cooperative, "jobs", "-1")
    refused("bad_value", fact, cooperative, "jobs", "1", year=1999)
    refused("not_its_product", fact, add(small_country), "price", "1", product=rice)
    assert not YearlyFact.objects.exists()


def test_the_database_holds_what_code_might_forget(cooperative, rice):
    record = stars(rice, 3, year=2024, recognised_on=date(2024, 1, 1))
    value = fact(cooperative, "jobs", "5")
    for row, wrong in (
        (record, {"stars": 2}),
        (record, {"expires_on": date(2023, 1, 1)}),
        (value, {"kind": "luck"}),
        (value, {"year": 1999}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(id=row.id).update(**wrong)
    for twice in (record, value):
        with pytest.raises(IntegrityError), transaction.atomic():
            twice.pk = None
            twice.save(force_insert=True)
    assert [str(row) for row in (rice, record, value)] == ["Gạo nếp Tân Sơn", "3 (2024-01-01)", "jobs 2025: 5"]
    assert str(ProductGroup(instrument=NOW, set_number=3)) == f"{NOW} 3"
