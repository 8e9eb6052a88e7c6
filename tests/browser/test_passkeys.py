"""Passkeys as a browser keeps them: Chromium's own virtual authenticator makes, uses and loses them."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cleanliness import assert_clean

DEVICE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
          "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip


@pytest.fixture
def device():
    """device(page): a device with a finger always on it; returns how to speak to it."""

    def plug_in(page):
        speak = page.context.new_cdp_session(page)
        speak.send("WebAuthn.enable")
        number = speak.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]
        return lambda verb, **more: speak.send(f"WebAuthn.{verb}", {"authenticatorId": number} | more)

    return plug_in


def sign_in_by_password(page, who, password):
    page.goto("dang-nhap/")
    page.get_by_label("E-mail hoặc số điện thoại").fill(f"{who}@minhhoa.example")
    page.get_by_label("Mật khẩu", exact=True).fill(password)
    page.get_by_role("main").get_by_role("button", name="Đăng nhập", exact=True).click()


def sign_out(page):
    page.goto("tai-khoan/")
    page.get_by_role("button", name="Đăng xuất máy này").click()
    page.wait_for_url(re.compile(r"/$"))


def add_key(page, name, password, *, with_password=False):
    page.goto("tai-khoan/khoa/")
    page.get_by_label("Tên khóa").fill(name)
    page.get_by_label("Mật khẩu hiện tại").fill(password)
    if with_password:
        page.get_by_label("Đăng nhập bằng mật khẩu cũng phải kèm khóa này").check()
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/khoa/tao/")
    assert_clean(page)
    page.get_by_role("button", name="Tạo khóa").click()


def test_a_key_is_added_opens_the_account_without_a_name_and_once_removed_opens_nothing(page_at, device, site_data):
    password = (site_data / "demonstration-password").read_text()
    page = page_at(360)
    speak = device(page)
    sign_in_by_password(page, "totuvan", password)
    page.wait_for_url("**/co-quan/")
    add_key(page, "Máy tính ở Ủy ban nhân dân xã", password)
    page.wait_for_url("**xong=khoa")
    expect(page.locator(".kept b")).to_have_text("Máy tính ở Ủy ban nhân dân xã")
    assert_clean(page)
    sign_out(page)

    page.goto("dang-nhap/")
    page.get_by_role("link", name="Đăng nhập bằng khóa").click()
    page.wait_for_url("**/dang-nhap/khoa/**")
    assert_clean(page)
    page.get_by_role("button", name="Dùng khóa").click()
    page.wait_for_url("**/co-quan/")
    page.goto("tai-khoan/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tổ tư vấn (minh họa)")
    (key,) = speak("getCredentials")["credentials"]
    assert key["isResidentCredential"] and key["signCount"] > 0

    page.get_by_role("link", name=re.compile("^Bỏ khóa")).click()
    page.get_by_label("Mật khẩu hiện tại").fill(password)
    page.get_by_role("button", name="Bỏ khóa").click()
    page.wait_for_url("**xong=bo-khoa")
    sign_out(page)
    page.goto("dang-nhap/khoa/")
    page.get_by_role("button", name="Dùng khóa").click()
    expect(page.get_by_role("alert").filter(has_text="không mở được tài khoản nào")).to_be_visible()
    page.goto("tai-khoan/")
    page.wait_for_url("**/dang-nhap/**")


def test_a_key_beside_the_password_and_a_device_without_the_finger(page_at, device, site_data):
    password = (site_data / "demonstration-password").read_text()
    page = page_at(1280)
    speak = device(page)
    sign_in_by_password(page, "kiemtra", password)
    page.wait_for_url("**/co-quan/")
    add_key(page, "USB", password, with_password=True)
    expect(page.locator(".spare li")).to_have_count(8)
    spare = page.locator(".spare code").first.inner_text()
    sign_out(page)

    sign_in_by_password(page, "kiemtra", password)
    page.wait_for_url("**/dang-nhap/ma/")
    assert_clean(page)
    speak("setUserVerified", isUserVerified=False)
    page.get_by_role("button", name="Dùng khóa").click()
    expect(page.get_by_role("alert").filter(has_text="chưa đưa khóa")).to_be_visible()
    speak("setUserVerified", isUserVerified=True)
    page.get_by_role("button", name="Dùng khóa").click()
    page.wait_for_url("**/co-quan/")
    sign_out(page)

    sign_in_by_password(page, "kiemtra", password)
    page.get_by_label("Mã dự phòng").fill(spare)
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**/co-quan/")
