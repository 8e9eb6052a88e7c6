"""Lists that leave the system: complete, one query however long, and without a person unless asked for."""

import io
from datetime import date

from ocop.domain.registry.actions.products import classify_product, record_stars
from ocop.domain.registry.queries import producers, products
from ocop.domain.registry.queries.lists import (
    PRODUCERS,
    PRODUCTS,
    headings,
    producer_columns,
    producer_lines,
    product_lines,
)
from ocop.kit.sheets.reading import read_sheet
from ocop.kit.sheets.writing import csv_lines, write_xlsx
from ocop.rules.lawbook.classification import NOW
from tests.domain.registry.conftest import AT, LAN
from tests.domain.registry.test_producers import add

ANY = producers.Wanted()


def test_a_list_of_producers_shows_no_person(cooperative, small_country, django_assert_num_queries):
    for number in range(3):
        add(
            small_country,
            name=f"Hộ kinh doanh Bếp {number}",
            address="Ngõ nhà",
            person={"name": "Người thử", "phone": "09"},
        )
    with django_assert_num_queries(1):
        lines = list(producer_lines(ANY, book=small_country))
    assert [line[0] for line in lines] == [None, None, None, "HTX Tân Thành"]
    assert not [cell for line in lines for cell in line if cell in ("Người thử", "09", "Ngõ nhà")]
    told = dict(zip(headings(PRODUCERS), lines[-1], strict=True))
    assert (told["Loại hình"], told["Đơn vị hành chính"], told["Minh họa"]) == ("Hợp tác xã", "Xã Một", "")
    assert lines[0][1] == "Hộ có đăng ký kinh doanh"


def test_a_list_with_persons_is_asked_for(cooperative, small_country):
    add(small_country, name="Hộ kinh doanh Bếp", person={"name": "Người thử"}, demonstration=True)
    columns = producer_columns(people=True)
    lines = [
        dict(zip(columns, line, strict=True))
        for line in producer_lines(ANY, lang="en", personal=True, people=True, book=small_country)
    ]
    assert [line["Representative.name"] for line in lines] == ["Người thử", None]
    assert (lines[0]["Producer.name"], lines[0]["Producer.demonstration"]) == ("Hộ kinh doanh Bếp", "yes")
    assert lines[0]["Producer.kind"] == "Household with a business registration"
    assert producer_columns() == PRODUCERS


def test_a_list_of_products_in_both_formats(cooperative, rice, small_country, django_assert_num_queries):
    record_stars(id=rice.id, stars=4, year=2024, expires_on=date(2027, 5, 6), source="x", by=LAN, at=AT)
    classify_product(id=rice.id, instrument=NOW, set_number=3, by=LAN, at=AT)
    with django_assert_num_queries(1):
        lines = list(product_lines(products.Wanted(), book=small_country))
    told = dict(zip(PRODUCTS, lines[0], strict=True))
    assert (told["Product.name"], told["ProductGroup.set_number"], told["StarRecord.stars"]) == (
        "Gạo nếp Tân Sơn",
        3,
        4,
    )
    file = io.BytesIO()
    write_xlsx(file, "Sản phẩm", headings(PRODUCTS, "en"), lines)
    assert read_sheet(file.getvalue(), "x").rows[1][8] == date(2027, 5, 6)
    assert "Gạo nếp Tân Sơn" in b"".join(csv_lines(headings(PRODUCTS), lines)).decode("utf-8-sig")


def test_the_household_that_makes_a_product_is_not_named(small_country):
    from ocop.domain.registry.actions.products import add_product

    house = add(small_country, name="Hộ kinh doanh Bếp")
    add_product(producer=house, name="Giò", source="x", by=LAN, at=AT)
    assert next(product_lines(products.Wanted(), book=small_country))[4] is None
    assert next(product_lines(products.Wanted(), personal=True, book=small_country))[4] == "Hộ kinh doanh Bếp"
