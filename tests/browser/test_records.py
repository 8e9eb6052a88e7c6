"""An officer with a phone changes a producer, meets somebody else's change, and settles it; nothing is lost."""

import re

from playwright.sync_api import expect

from tests.browser.cleanliness import assert_clean

OFFICER, AGENCY = "xa", "tinh"


def signed_in(page, who, site_data):
    page.goto("dang-nhap/")
    page.get_by_label("E-mail hoặc số điện thoại").fill(f"{who}@minhhoa.example")
    page.get_by_label("Mật khẩu", exact=True).fill((site_data / "demonstration-password").read_text())
    page.keyboard.press("Enter")
    page.wait_for_url("**/co-quan/")
    return page


def own_commune(page):
    """The code of the commune where the officer works, from their page of people."""
    page.goto("co-quan/nguoi/")
    return re.search(r"/nguoi/(\d{5})/", page.url)[1]


def saved(page, what):
    page.get_by_role("main").get_by_role("button").last.click()
    page.wait_for_url(f"**?xong={what}*")


def test_a_conflict_is_seen_and_settled_on_a_phone(page_at, site_data):
    phone, desk = signed_in(page_at(360), OFFICER, site_data), signed_in(page_at(1280), AGENCY, site_data)
    phone.goto(f"co-quan/don-vi/{own_commune(phone)}/chu-the/them/")
    assert_clean(phone)
    phone.get_by_label("Tên chủ thể").fill("Hợp tác xã Dịch vụ sản xuất nông nghiệp Bản Chợ")
    phone.get_by_label("Địa chỉ").fill("Thôn 1")
    phone.get_by_label("Nguồn").fill("giấy đăng ký")
    saved(phone, "them")
    assert_clean(phone)
    record = phone.url.partition("?")[0]

    phone.get_by_role("main").get_by_role("link", name="Sửa").click()
    phone.wait_for_url("**/sua/")
    desk.goto(f"{record}sua/")
    desk.get_by_label("Địa chỉ").fill("Thôn 2")
    desk.get_by_label("Làng nghề").fill("Làng chè")
    saved(desk, "sua")

    phone.get_by_label("Địa chỉ").fill("Thôn 3")
    phone.get_by_role("button", name="Lưu").click()
    expect(phone.get_by_role("heading", name="Người khác vừa sửa hồ sơ này")).to_be_visible()
    assert_clean(phone)
    address = phone.get_by_role("group", name="Địa chỉ")
    expect(address).to_contain_text("Thôn 1")
    expect(phone.get_by_role("group", name="Làng nghề").get_by_label("Nay trong hồ sơ")).to_be_checked()
    phone.get_by_role("button", name="Lưu theo lựa chọn").click()  # the browser asks for the choice that is missing
    expect(phone.get_by_role("heading", name="Người khác vừa sửa hồ sơ này")).to_be_visible()
    address.get_by_label("Của bạn").check()
    saved(phone, "sua")
    main = phone.get_by_role("main")
    expect(main).to_contain_text("Làng chè")
    expect(main.locator(".timeline > li").first).to_contain_text("Thôn 2")
    expect(main.locator(".timeline > li").first).to_contain_text("Thôn 3")
    assert_clean(phone)
