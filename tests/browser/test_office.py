"""A provincial officer on a phone: finds "mien dong", narrows the list, takes it away; the map; every page clean."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from ocop.kit.sheets.reading import read_sheet
from tests.browser.cleanliness import assert_clean
from tests.browser.test_sign_in import enter
from tests.browser.weight import assert_light
from tests.house.tree import ROOT
from tests.web.reading import vietnamese_left_in

__all__ = ["enter"]

STOCK = """
from datetime import UTC, date, datetime
from ocop.domain.accounts.queries import Acting
from ocop.domain.registry.actions.producers import register_producer
from ocop.domain.registry.actions.products import add_product, record_stars
by, at = Acting(date(2026, 11, 22)), datetime(2026, 11, 22, tzinfo=UTC)
told = {"source": "danh sách công bố", "by": by, "at": at}
maker = register_producer(name="Hợp tác xã Dịch vụ sản xuất nông nghiệp Tài Hoan", unit_code="02473", **told)
for name, stars in (("Miến dong Tài Hoan", 5), ("Miến dong sợi nhỏ", 4), ("Chè xanh", 3)):
    row = add_product(producer=maker, name=name, **told)
    record_stars(id=row.id, stars=stars, year=2025, expires_on=date(2028, 1, 1), **told)
"""
PAGES = ["co-quan/", "co-quan/don-vi/08/", "co-quan/don-vi/08/san-pham/?sao=5", "co-quan/don-vi/08/chu-the/",
         "co-quan/don-vi/08/ban-do/", "co-quan/don-vi/?q=bang+phuc", "co-quan/don-vi/01840/san-pham/"]  # fmt: skip


@pytest.fixture(scope="module")
def stock(site, site_data):
    """Three published-looking products of one cooperative in Yên Sơn, beside the running server."""
    env = os.environ | {"OCOP_DATA_DIR": str(site_data)}
    subprocess.run([sys.executable, "manage.py", "shell", "-c", STOCK], cwd=ROOT, env=env, check=True)


def test_mien_dong_is_found_narrowed_and_taken_away_on_a_phone(page_at, enter, stock):
    page = enter(page_at(360), "tinh")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Sản phẩm", exact=True).click()
    page.wait_for_url("**/co-quan/don-vi/08/san-pham/")
    page.get_by_role("searchbox").fill("mien dong")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=mien+dong**")
    expect(page.get_by_role("status")).to_contain_text("2 sản phẩm")
    page.get_by_text("Lọc và xếp").click()
    page.get_by_label("Hạng sao").select_option("5")
    page.get_by_role("button", name="Lọc").click()
    page.wait_for_url("**sao=5**")
    expect(page.get_by_role("status")).to_contain_text("1 sản phẩm")
    expect(page.get_by_role("rowheader")).to_have_text("Miến dong Tài Hoan")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Excel").click()
    rows = read_sheet(waiting.value.path().read_bytes(), "x").rows
    assert [row[0] for row in rows[1:]] == ["Miến dong Tài Hoan"]
    assert_clean(page)


@pytest.mark.parametrize(("width", "lang"), [(360, "en"), (768, "vi"), (1280, "vi")])
def test_office_pages_are_clean(page_at, enter, stock, width, lang):
    page = enter(page_at(width, lang), "tinh", lang)
    for path in PAGES:
        page.goto(path, wait_until="networkidle")
        assert page.locator("h1").count() == 1
        if "ban-do" in path:
            expect(page.locator(".map-unit.map-1")).to_have_count(1)
        assert_clean(page)
        if lang == "en":
            assert vietnamese_left_in(page.content()) == []


def test_first_visit_is_light_and_the_map_comes_after(page_at, enter, stock):
    state = enter(page_at(360), "tinh").context.storage_state()
    page = page_at(360)
    page.context.add_cookies(state["cookies"])
    assert_light(page, "co-quan/don-vi/08/san-pham/")


def test_without_scripts_the_table_is_the_map(page_at, enter, stock):
    page = enter(page_at(360, javascript=False), "tinh")
    page.goto("co-quan/don-vi/08/ban-do/")
    expect(page.locator("[data-map]")).to_be_hidden()
    expect(page.get_by_role("row").filter(has_text="Xã Yên Sơn")).to_contain_text("3")
