"""A producer photographs a certificate with the phone, says what is on it, and finds it again from the product."""

import io
import re

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.cleanliness import assert_clean
from tests.kit.made_files import encoded, picture
from tests.web.reading import vietnamese_left_in

MAKER = "MAYANH-MAU"


def photographed(text):
    """A photo as a phone makes it: lying on its side with a word of which way is up, its maker, and where it was."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = MAKER
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 15.0, 30.0), 3: "E", 4: (107.0, 11.0, 2.0)})
    made = picture(width=1600, height=1200, colour=(236, 231, 220), text=text)
    content = encoded(made, quality=88, exif=exif)
    assert MAKER.encode() in content and Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)
    return {"name": f"IMG_{len(text)}.jpg", "mimeType": "image/jpeg", "buffer": content}


@pytest.fixture
def enter(site, site_data):
    password = (site_data / "demonstration-password").read_text()

    def sign_in(page, who="chuthe"):
        page.goto("dang-nhap/")
        page.locator("input[name=name]").fill(f"{who}@minhhoa.example")
        page.locator("input[name=password]").fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"^(?!.*dang-nhap)"))
        return page

    return sign_in


@pytest.mark.parametrize("javascript", [True, False])
def test_a_certificate_is_photographed_and_found_again_from_the_product(page_at, enter, javascript):
    page = enter(page_at(360, javascript=javascript))
    page.goto("giay-to/")
    page.get_by_role("link", name="Thêm giấy tờ").click()
    page.wait_for_url("**/them/")
    first, second = photographed("GIAY CHUNG NHAN"), photographed("Trang hai: het han 12/01/2027")
    if javascript:
        page.locator("input[capture]").set_input_files(second)
        page.locator("input[multiple]").set_input_files(first)
        expect(page.locator(".thumb")).to_have_count(2)
        page.locator(".thumb").nth(1).get_by_role("button", name="Lên").click()
        expect(page.locator(".thumb .name").first).to_contain_text(first["name"])
        assert_clean(page)
    else:
        page.locator("input[multiple]").set_input_files([first, second])
    page.get_by_label("Loại giấy tờ").select_option(label="Giấy chứng nhận cơ sở đủ điều kiện sản xuất")
    page.get_by_label("Gọi tên cho dễ tìm").fill(f"Chứng nhận {javascript}")
    page.get_by_role("button", name="Gửi giấy tờ").click()
    page.wait_for_url("**/sua/**")
    expect(page.get_by_role("main")).to_contain_text("Đã cất giữ 2 trang")
    if javascript:
        assert_clean(page)
    page.get_by_label("Số giấy").fill("128/2026/NNPTNT-QN")
    page.get_by_label("Ngày hết hạn").fill("2027-01-12")
    product = page.locator(".tick:has([name=products])").first
    name = product.inner_text().strip()
    product.locator("input").check()
    page.get_by_role("button", name="Lưu").click()
    page.wait_for_url("**/?xong=ghi")
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url("**/san-pham/**")
    page.get_by_role("link", name=f"Chứng nhận {javascript}").click()
    page.wait_for_url("**/giay-to/**")
    main = page.get_by_role("main")
    expect(main).to_contain_text("12/01/2027")
    expect(main).to_contain_text("128/2026/NNPTNT-QN")
    expect(page.locator(".sheets img")).to_have_count(2)
    if javascript:
        page.locator(".sheets img").last.scroll_into_view_if_needed()
        expect(page.locator(".sheets img").last).to_have_js_property("complete", True)
        assert page.locator(".sheets img").last.evaluate("one => one.naturalHeight > one.naturalWidth")
        assert_clean(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp PDF").click()
    content = download.value.path().read_bytes()
    assert download.value.suggested_filename.startswith("chung-nhan-") and content.startswith(b"%PDF-")
    document = pikepdf.Pdf.open(io.BytesIO(content))
    assert len(document.pages) == 2 and MAKER.encode() not in content and b"Exif" not in content
    images = [image.read_raw_bytes() for one in document.pages for image in one.get_images().values()]
    assert len(images) == 2 and all(not Image.open(io.BytesIO(each)).getexif() for each in images)


def test_a_broken_connection_loses_nothing_and_stores_once(page_at, enter):
    page = enter(page_at(360))
    page.goto("giay-to/")
    page.get_by_role("link", name="Thêm giấy tờ").click()
    page.wait_for_url("**/them/")
    page.locator("input[capture]").set_input_files(photographed("PHIEU"))
    page.get_by_label("Loại giấy tờ").select_option("e12")
    page.get_by_label("Gọi tên cho dễ tìm").fill("Phiếu gửi lại")
    page.route("**/them/", lambda route: route.abort("connectionreset"), times=1)
    page.get_by_role("button", name="Gửi giấy tờ").click()
    expect(page.get_by_role("alert")).to_contain_text("Các trang vẫn còn ở đây")
    expect(page.locator(".thumb")).to_have_count(1)
    page.get_by_role("button", name="Gửi giấy tờ").click()
    page.wait_for_url("**/sua/**")
    page.goto("giay-to/?q=phieu+gui+lai")
    expect(page.get_by_role("link", name="Phiếu gửi lại")).to_have_count(1)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_photo_of_a_product_and_every_page_are_clean(page_at, enter, width):
    page = enter(page_at(width, "en"))
    page.goto("giay-to/")
    page.wait_for_url("**/giay-to/")
    assert_clean(page)
    assert vietnamese_left_in(page.content()) == []
    producer = page.url.split("/chu-the/")[1].split("/")[0]
    page.goto(f"chu-the/{producer}/")
    address = page.locator("a[href*='/san-pham/']:not([href*='them'])").first.get_attribute("href")
    product = re.search(r"/san-pham/([0-9a-f-]{36})/", address)[1]
    page.goto(f"san-pham/{product}/anh/them/")
    page.locator("input[multiple]").set_input_files(photographed("MIEN DONG"))
    page.get_by_label("What does it show?").fill("Gói miến dong 500 g")
    assert_clean(page)
    page.get_by_role("button", name="Send the photo").click()
    page.wait_for_url("**/anh/?xong=anh")
    expect(page.locator(".photo img").first).to_have_js_property("complete", True)
    for path in (f"san-pham/{product}/anh/", f"san-pham/{product}/giay-to/", f"chu-the/{producer}/giay-to/them/"):
        page.goto(path, wait_until="networkidle")
        assert_clean(page)
        assert vietnamese_left_in(page.content()) == []
