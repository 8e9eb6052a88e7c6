"""The law browser in a real browser: every kind of page on a phone, a tablet and a desk, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cleanliness import assert_clean
from tests.browser.weight import assert_light
from tests.web.reading import vietnamese_left_in

PAGES = [
    "luat/",
    "luat/van-ban/",
    "luat/ap-dung/?nop=2026-05-21&loai=first&cham=2026-07-01",
    "luat/ap-dung/?nop=2026-05-21&loai=first&cham=2026-07-30",
    "luat/hang-sao/",
    "luat/thoi-han/",
    "luat/minh-chung/",
    "luat/minh-chung/e07/",
    "luat/xa-bao-cao/",
    "luat/quy-che/",
    "luat/26-2026/",
    "luat/26-2026/11/",
    "luat/148/7/",
    "luat/1048/3/",
    "luat/tim/?q=ISO",
    "luat/tim/?q=xyzzy",
    "luat/so-sanh/",
    "luat/so-sanh/?a=148:11&b=26-2026:11",
]
HEAVIEST = [
    "luat/",
    "luat/26-2026/26/",
    "luat/26-2026/18/",
    "luat/so-sanh/?a=1048:8&b=26-2026:8",
    "luat/tim/?q=san+pham",
]
BOTH = ("light", "dark")


@pytest.mark.parametrize(
    ("width", "lang", "themes"),
    [(360, "vi", BOTH), (360, "en", ("light",)), (1280, "vi", ("light",)), (1280, "en", BOTH)],
)
def test_pages_are_clean(page_at, width, lang, themes):
    """Dark is looked at once per width and once per language; the colours are the same tokens everywhere."""
    page = page_at(width, lang)
    for path in PAGES:
        page.goto(path, wait_until="networkidle")
        assert page.locator("h1").count() == 1
        assert_clean(page, themes=themes)
        if lang == "en":
            assert vietnamese_left_in(page.content()) == []


def test_pages_fit_a_tablet(page_at):
    page = page_at(768)
    for path in PAGES:
        page.goto(path, wait_until="networkidle")
        assert_clean(page, themes=())


@pytest.mark.parametrize("path", HEAVIEST)
def test_first_visit_is_light(page_at, path):
    assert_light(page_at(360), path)


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_front_page_to_one_criterion_by_typing(page_at, javascript):
    page = page_at(360, javascript=javascript)
    page.goto("luat/")
    page.get_by_label("Tìm tiêu chí hay nhóm sản phẩm").fill("so huu tri tue")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="Sở hữu trí tuệ").first.click()
    page.wait_for_url(re.compile(r"/luat/26-2026/1/#"))
    expect(page.get_by_role("heading", name="Sở hữu trí tuệ")).to_be_in_viewport()


def test_contents_stay_in_sight_and_lead(page_at):
    page = page_at(360)
    page.goto("luat/26-2026/11/")
    contents = page.get_by_role("navigation", name="Mục lục của bộ")
    contents.get_by_role("link", name="11. Cơ hội thị trường toàn cầu").click()
    heading = page.get_by_role("heading", name="11. Cơ hội thị trường toàn cầu")
    expect(heading).to_be_in_viewport()
    expect(contents).to_be_in_viewport()
    bar, title = contents.bounding_box(), heading.bounding_box()
    assert bar["y"] + bar["height"] <= title["y"], "the bar hides the heading it led to"


def test_which_law_governs_without_javascript(page_at):
    page = page_at(1280, "en", javascript=False)
    page.goto("luat/")
    page.get_by_label("Day of filing").fill("2026-05-21")
    page.get_by_label("Day of assessment, if known").fill("2026-07-01")
    page.get_by_role("button", name="Look up").click()
    expect(page.get_by_role("heading", name="Assessed under Decision 148/QD-TTg")).to_be_visible()


def test_compare_two_sets_with_the_form(page_at):
    page = page_at(1280, javascript=False)
    page.goto("luat/so-sanh/")
    page.get_by_label("Bộ trước").select_option("148:11")
    page.get_by_label("Bộ sau").select_option("26-2026:11")
    page.get_by_role("button", name="So sánh").click()
    expect(page.get_by_text("Điểm tối đa 5 thành 3")).to_be_visible()


def test_sides_stack_on_a_phone_and_stand_abreast_on_a_desk(page_at):
    for width, stacked in ((360, True), (1280, False)):
        page = page_at(width)
        page.goto("luat/so-sanh/?a=148:11&b=26-2026:11")
        pair = page.locator(".law-pairs > .changed").first
        before, after = (pair.locator(f"> .{side}").bounding_box() for side in ("before", "after"))
        assert (after["y"] > before["y"]) == stacked


def test_set_prints_without_the_frame(page_at):
    page = page_at(1280)
    page.goto("luat/26-2026/11/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Bộ 11")).to_be_visible()
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator(".law-contents")).to_be_hidden()
