"""Signing in and giving roles as people do it: on a phone and on a desk, in both languages, scripts or none."""

import pytest

from tests.browser.cleanliness import assert_clean
from tests.browser.weight import assert_light
from tests.web.reading import vietnamese_left_in

WORDS = {
    "vi": {"sign in": "Đăng nhập", "name": "E-mail hoặc số điện thoại", "password": "Mật khẩu", "hand over": "Bàn giao",
           "out": "Đăng xuất máy này", "give": "Giao vai trò", "link": "Tạo đường dẫn"},
    "en": {"sign in": "Sign in", "name": "E-mail or telephone number", "password": "Password", "hand over": "Hand over",
           "out": "Sign out this device", "give": "Give a role", "link": "Make a link"},
}  # fmt: skip
OWN_PAGES = ["tai-khoan/", "tai-khoan/mat-khau/", "tai-khoan/ung-dung/", "tai-khoan/ung-dung/bo/", "tai-khoan/khoa/"]
OFFICE_PAGES = ["co-quan/nguoi/08/", "co-quan/nguoi/02473/", "co-quan/nguoi/02473/giao/", "co-quan/nguoi/00715/",
                "co-quan/nguoi/vn/"]  # fmt: skip


@pytest.fixture
def enter(site, site_data):
    """enter(page, "tinh", lang): sign in with a demonstration account, by keyboard alone."""
    password = (site_data / "demonstration-password").read_text()

    def sign_in(page, who, lang="vi"):
        page.goto("dang-nhap/")
        page.get_by_label(WORDS[lang]["name"]).fill(f"{who}@minhhoa.example")
        page.get_by_label(WORDS[lang]["password"], exact=True).fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url("**/co-quan/")
        return page

    return sign_in


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_are_clean(page_at, enter, width, lang):
    page = page_at(width, lang)
    page.goto("dang-nhap/", wait_until="networkidle")
    assert_clean(page)
    enter(page, "tinh", lang)
    for path in [*OWN_PAGES, *OFFICE_PAGES]:
        page.goto(path, wait_until="networkidle")
        assert page.locator("h1").count() == 1
        assert_clean(page)
        if lang == "en":
            assert vietnamese_left_in(page.content()) == []
    for act in ("ban-giao", "lam-thay", "thoi"):
        page.goto("co-quan/nguoi/08/")
        page.locator(f'a[href*="/{act}/"]').first.click()
        page.wait_for_url(f"**/{act}/")
        assert_clean(page)
    page.goto("co-quan/nguoi/08/")
    page.locator('a[href*="/tai-khoan/"][href*="don-vi"]').last.click()
    page.wait_for_url("**/nguoi/tai-khoan/**")
    assert_clean(page)


def test_first_visit_is_light(page_at, enter):
    assert_light(page_at(360), "dang-nhap/")


def test_a_wrong_password_is_said_at_once_and_the_name_stays(page_at):
    page = page_at(360)
    page.goto("dang-nhap/")
    page.get_by_label("E-mail hoặc số điện thoại").fill("khong.ai@vidu.example")
    page.get_by_label("Mật khẩu", exact=True).fill("sai")
    page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    assert "Còn 4 lần thử" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("E-mail hoặc số điện thoại").input_value() == "khong.ai@vidu.example"
    assert_clean(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_role_is_given_and_its_link_sets_a_password(page_at, enter, javascript):
    """A new officer from nothing to signed in: one form, one link, one password."""
    page = enter(page_at(360, javascript=javascript), "tinh")
    page.goto("co-quan/nguoi/02473/giao/")
    contact = f"xa.moi.{int(javascript)}@vidu.example"
    page.get_by_label("E-mail hoặc số điện thoại của người ấy").fill(contact)
    page.get_by_label("Họ và tên, nếu chưa có tài khoản").fill("Hoàng Thị Hương Giang")
    page.get_by_role("main").get_by_role("button", name="Giao vai trò").click()
    page.get_by_role("button", name="Tạo đường dẫn").click()
    link = page.locator(".invite-link").inner_text()
    new = page_at(360, javascript=javascript)
    new.goto(link)
    new.get_by_label("Mật khẩu mới", exact=True).fill("suoi-da-trang-rung")
    new.get_by_label("Nhập lại mật khẩu mới").fill("suoi-da-trang-rung")
    new.get_by_role("button", name="Đặt mật khẩu").click()
    new.get_by_role("main").get_by_role("link", name="Đăng nhập").click()
    new.get_by_label("E-mail hoặc số điện thoại").fill(contact)
    new.get_by_label("Mật khẩu", exact=True).fill("suoi-da-trang-rung")
    new.get_by_role("main").get_by_role("button", name="Đăng nhập").click()
    new.wait_for_url("**/co-quan/")
    new.goto("tai-khoan/")
    assert "Cán bộ OCOP cấp xã" in new.get_by_role("main").inner_text()
    new.get_by_role("button", name="Đăng xuất máy này").click()
    new.goto("tai-khoan/")
    new.wait_for_url("**/dang-nhap/**")
