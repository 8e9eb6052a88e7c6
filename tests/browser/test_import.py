"""A provincial officer's messy workbook goes into the register on pages, broken off and gone on with.

Owns the journey as people make it. What each doubt means is tested in the rules, what a kill leaves in the domain.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import messy
from tests.browser.cleanliness import assert_clean
from tests.browser.conftest import FIRST_PORT, start_server, stop_server
from tests.browser.weight import assert_light
from tests.web.reading import vietnamese_left_in

HERE = "co-quan/don-vi/08/nhap/"
MENDED = {"M": "28/02/2024", "L": "3", "B": "Trà xanh búp nõn", "J": "4"}
"""What the officer types over the wrong cells, by column."""


@pytest.fixture(scope="module")
def site_data(tmp_path_factory):
    """A site of its own: nobody else imports into the province meanwhile."""
    return tmp_path_factory.mktemp("imports")


@pytest.fixture(scope="module")
def site(site_data, worker_id):
    """Without a worker beside it: whoever watches moves the import, so that there is time to break it off."""
    number = int(worker_id.removeprefix("gw") or 0) if worker_id != "master" else 0
    process, address, _said = start_server(site_data, FIRST_PORT + 50 * number + 25, OCOP_JOBS="apart")
    yield address
    assert stop_server(process) == 0


@pytest.fixture
def officer(site, site_data):
    """officer(page): sign in as the officer of province 08."""
    password = (site_data / "demonstration-password").read_text()

    def sign_in(page, lang="vi"):
        page.goto("dang-nhap/")
        label = {"vi": ("E-mail hoặc số điện thoại", "Mật khẩu"), "en": ("E-mail or telephone number", "Password")}[
            lang
        ]
        page.get_by_label(label[0]).fill("tinh@minhhoa.example")
        page.get_by_label(label[1], exact=True).fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "dang-nhap" not in address)
        return page

    return sign_in


def sent(page, name, content):
    """Send a workbook and take the columns as they were recognised."""
    page.goto(HERE)
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_label("Tệp bảng tính").set_input_files(file)
    page.get_by_role("button", name="Gửi và xem thử").click()
    page.wait_for_url("**/tep/**")
    page.get_by_role("button", name="Đọc và xem thử").click()
    page.wait_for_url(lambda address: "/tep/" not in address)
    return page.url.split("?")[0]


def answered(page):
    """Every question, by its first answer; returns how many there were."""
    count = 0
    while page.locator(".question").count():
        card = page.locator(".question").first
        name = card.get_attribute("id")
        if card.locator("select").count():
            card.locator("select").select_option(index=3)
            card.get_by_role("button", name="Chọn xã này").click()
        else:
            card.locator(".answers button").first.click()
        expect(page.locator(f'[id="{name}"]')).to_have_count(0)
        expect(page.locator("#ask")).to_be_visible()
        count += 1
    return count


def mended(page, address):
    """Every wrong cell, in its place; returns how many there were."""
    page.goto(f"{address}?xem=sai")
    count = 0
    while page.locator(".line").count():
        line = page.locator(".line").first
        name, place = line.get_attribute("id"), line.locator("code").first.inner_text()
        line.locator(".mend .input").first.fill(MENDED[place[0]])
        line.get_by_role("button", name="Lưu dòng này").click()
        expect(page.locator(f'[id="{name}"]')).to_have_count(0)
        expect(page.locator("#rows")).to_be_attached()
        count += 1
    return count


def test_a_messy_workbook_is_settled_broken_off_and_gone_on_with(page_at, officer):
    page = officer(page_at(1280))
    address = sent(page, "Danh sách OCOP 2024.xlsx", messy.workbook())
    assert_clean(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem thử trước khi vào sổ")
    assert 8 <= answered(page) <= 40
    assert mended(page, address) == 5
    page.goto(address)
    for _ in range(3):  # a cell that is mended may raise a question of its own
        answered(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sẵn sàng vào sổ")
    page.get_by_role("button", name=re.compile(r"Đưa \d+ dòng vào sổ")).click()
    page.wait_for_url("**/tien-do/")
    page.get_by_role("button", name="Dừng sau lượt này").click()
    expect(page.get_by_role("button", name="Làm tiếp")).to_be_visible()
    assert_clean(page)
    phone = officer(page_at(360))  # leave, and come back on a telephone
    phone.goto(HERE)
    phone.locator(".imports a").first.click()
    phone.goto(f"{address}tien-do/")
    phone.get_by_role("button", name="Làm tiếp").click()
    phone.wait_for_url("**/ket-qua/", timeout=60_000)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Đã vào sổ")
    assert_clean(phone)
    again = sent(page, "Danh sách OCOP 2024.xlsx", messy.workbook())
    page.goto(f"{again}?xem=nguyen")
    expect(page.locator(".kind--new b")).to_have_text("0")


def test_without_scripts_it_goes_in_as_well(page_at, officer):
    page = officer(page_at(360, javascript=False))
    rows = "Tên sản phẩm,Chủ thể,Xã,Hạng sao,Năm\nMiến dong khô,HTX Không Kịch Bản,Đồng Văn,3,2023\n"
    rows += "Gạo tẻ,HTX Không Kịch Bản,Đồng Văn,9,2023\n"
    address = sent(page, "nho.csv", rows.encode())
    page.get_by_role("link", name="Sai").click()
    page.locator(".mend .input").fill("4")
    page.get_by_role("button", name="Lưu dòng này").click()
    page.get_by_role("button", name="Đưa 2 dòng vào sổ").click()
    page.wait_for_url("**/tien-do/")
    page.get_by_role("button", name="Làm tiếp và cập nhật").click()
    page.wait_for_url("**/ket-qua/")
    assert "sản phẩm mới" in page.get_by_role("main").inner_text()
    page.goto(f"{address}xoa/")
    page.get_by_role("button", name="Xóa hẳn").click()
    page.wait_for_url("**/nhap/?xong=xoa")


def test_pages_are_clean_in_english_and_light(page_at, officer):
    page = officer(page_at(768, "en"), "en")
    page.goto(HERE, wait_until="networkidle")
    assert_clean(page)
    assert vietnamese_left_in(page.content()) == []
    page.get_by_label("Workbook", exact=True).set_input_files(
        {"name": "hong.xlsx", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 ..."}
    )
    page.get_by_role("button", name="Send and look").click()
    expect(page.get_by_role("alert")).to_contain_text("this is a PDF")
    assert_clean(page)
    assert_light(page_at(360), HERE)


def test_mien_dong_is_found_on_a_telephone(page_at, officer):
    page = officer(page_at(360))
    rows = "Tên sản phẩm,Chủ thể,Xã\nMiến dong sợi vàng,HTX Tìm Thấy,Đồng Văn\n"
    address = sent(page, "mien.csv", rows.encode())
    page.get_by_role("button", name="Đưa 1 dòng vào sổ").click()
    page.wait_for_url("**/tien-do/")
    page.wait_for_url("**/ket-qua/", timeout=60_000)
    assert address in page.url
    page.goto("co-quan/don-vi/08/san-pham/?q=mien+dong")
    assert "Miến dong sợi vàng" in page.get_by_role("main").inner_text()
    assert_clean(page)
