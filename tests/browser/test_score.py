"""Trying a score in a real browser, from the product's name to a star; with JavaScript and without."""

import json
import re

import pytest
from playwright.sync_api import expect

from ocop.rules.scoring.reading import load_json, read_dossier
from ocop.rules.scoring.result import score
from tests.browser.cleanliness import assert_clean
from tests.browser.weight import assert_light
from tests.web.reading import vietnamese_left_in

TEA = "cham-thu/2026-11-22/11/"
TOURISM = "cham-thu/2026-11-22/26/"
TWO_STARS = "21233311231123232223113122232312"
TYPED = {"vi": "che shan", "en": "green tea"}
NAME = {"vi": "Tên sản phẩm", "en": "Name of the product"}
FIND = {"vi": "Tìm", "en": "Search"}
FIVE = {"vi": "5 sao", "en": "5 stars"}
THREE = {"vi": "3 sao", "en": "3 stars"}
TO_PRESS = "main :is(button, label.choice, label.gate, summary, a.offer)"


def mark_the_best_of_each(page):
    """Choose the last printed option of every criterion of the step."""
    for group in page.locator("fieldset.choices").all():
        group.locator(".choice:not(.none *) input[type=radio]").last.check()


def status(page):
    return page.locator("#score-status")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_from_a_name_to_five_stars(page_at, width, lang, javascript):
    page = page_at(width, lang, javascript=javascript)
    page.goto("cham-thu/", wait_until="networkidle")
    page.get_by_label(NAME[lang], exact=True).fill(TYPED[lang])
    if javascript:
        expect(page.locator(".offers mark").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert_clean(page, themes=("light",))
    else:
        page.get_by_role("button", name=FIND[lang]).click()
    page.locator(".offers a[href$='/11/']").first.click()
    page.wait_for_url("**/A.1/")
    for _step in range(7):
        here = page.url.split("?")[0]
        mark_the_best_of_each(page)
        if javascript:
            unmarked = page.locator("fieldset.choices:not(:has(input[type=radio]:checked))")
            expect(unmarked).to_have_count(0)
            expect(page.locator(".score-steps [aria-current]")).to_have_class("complete")
        page.locator(".onward button").first.click()
        page.wait_for_url(lambda url, here=here: url.split("?")[0] != here)
    page.wait_for_url("**/ca-phieu/**")
    page.wait_for_load_state("networkidle")
    summary = page.locator(".summary")
    expect(summary.locator(".total strong")).to_have_text("100")
    expect(summary.locator(".stars")).to_contain_text(FIVE[lang])
    if javascript:
        assert_clean(page)
    if lang == "en":
        assert vietnamese_left_in(page.content()) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_following_the_advice_reaches_the_star(page_at, lang):
    page = page_at(1280, lang)
    page.goto(f"{TEA}A.1/?m={TWO_STARS}", wait_until="networkidle")
    for _turn in range(2):
        first = page.locator(".lift > li").first
        wanted = first.locator(".to").inner_text()
        first.locator("button.criterion").click()
        page.wait_for_load_state("networkidle")
        before = status(page).inner_text()
        page.locator("fieldset.choices:target").get_by_label(wanted).check()
        expect(status(page)).not_to_have_text(before)
    expect(page.locator("#panel .stars")).to_contain_text(THREE[lang])
    expect(page.locator("#score-bar")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_are_clean(page_at, width, lang):
    page = page_at(width, lang)
    places = ["cham-thu/", f"{TEA}A.1/?m={TWO_STARS}", f"{TOURISM}C.6/", f"{TEA}ca-phieu/?m={TWO_STARS}", f"{TEA}?m=1"]
    for place in places:
        page.goto(place, wait_until="networkidle")
        assert page.locator("h1").count() == 1
        assert_clean(page)
        if lang == "en":
            assert vietnamese_left_in(page.content()) == []


def test_on_a_phone_the_score_stays_in_sight_and_opens(page_at):
    page = page_at(360)
    page.goto(f"{TEA}A.1/?m={TWO_STARS}", wait_until="networkidle")
    bar = page.locator("#score-bar")
    expect(bar).to_be_in_viewport()
    expect(page.locator("#panel")).to_be_hidden()
    page.locator("fieldset.choices").last.scroll_into_view_if_needed()
    expect(bar).to_be_in_viewport()
    bar.get_by_role("button").click()
    expect(page.locator("#panel")).to_be_visible()
    assert_clean(page)
    page.get_by_role("radio", name="4 sao", exact=True).check()
    expect(page.locator("#upward-title")).to_have_text("Ít việc nhất để lên 4 sao")
    page.get_by_role("button", name="Đóng", exact=True).click()
    expect(page.locator("#panel")).to_be_hidden()


def test_without_script_on_a_phone_the_score_opens_and_recounts(page_at):
    page = page_at(360, javascript=False)
    page.goto(f"{TEA}A.1/")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(2).check()
    page.locator(".onward").get_by_role("button", name="Tính lại").click()
    page.wait_for_url(f"**/A.1/?m=3{'.' * 31}")
    page.locator("#score-bar").get_by_role("button").click()
    expect(page.locator("#panel .total strong")).to_have_text("3")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_reload_keeps_the_marks(page_at, javascript):
    page = page_at(1280, javascript=javascript)
    page.goto(f"{TEA}A.1/", wait_until="networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(1).check()
    if not javascript:
        page.locator(".onward").get_by_role("button", name="Tính lại").click()
    page.wait_for_url("**?m=2*")
    page.reload(wait_until="networkidle")
    expect(page.locator("fieldset.choices").first.get_by_role("radio").nth(1)).to_be_checked()


def test_going_back_takes_the_later_marks_along(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}A.1/", wait_until="networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(1).check()
    page.wait_for_url("**?m=2*")
    page.locator(".onward button").first.click()
    page.wait_for_url("**/A.2/**")
    page.wait_for_load_state("networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(2).check()
    page.wait_for_url(f"**/A.2/?m=2{'.' * 6}3*")
    page.go_back()
    page.wait_for_url(f"**/A.1/?m=2{'.' * 6}3*")
    page.wait_for_load_state("networkidle")
    expect(page.locator("fieldset.choices").first.get_by_role("radio").nth(1)).to_be_checked()


def test_keyboard_alone_is_enough(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}A.1/", wait_until="networkidle")
    first = page.locator("fieldset.choices").first.get_by_role("radio")
    first.first.focus()
    page.keyboard.press("Space")
    expect(status(page)).to_contain_text("1 điểm")
    page.keyboard.press("ArrowDown")
    expect(status(page)).to_contain_text("2 điểm")
    expect(first.nth(1)).to_be_focused()
    page.locator("#t-4").focus()
    page.keyboard.press("Space")
    expect(page.locator("#upward-title")).to_have_text("Ít việc nhất để lên 4 sao")
    expect(page.locator("#t-4")).to_be_focused()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_mark_can_be_taken_away(page_at, javascript):
    page = page_at(360, javascript=javascript)
    page.goto(f"{TEA}A.1/?m={TWO_STARS}", wait_until="networkidle")
    second = page.locator("fieldset.choices").nth(1)
    expect(second.get_by_role("radio").first).to_be_checked()
    second.get_by_role("button", name="Bỏ đánh dấu").click()
    page.wait_for_url(re.compile(r"m=2\.2"))
    expect(second.locator("input:checked")).to_have_count(0)
    expect(second).to_be_in_viewport()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_what_cannot_change_is_left_out_of_the_advice(page_at, javascript):
    page = page_at(1280, javascript=javascript)
    page.goto(f"{TEA}A.1/?m={TWO_STARS}&t=5", wait_until="networkidle")
    page.locator(".lift").get_by_role("checkbox").last.click()  # the list is renewed at once: nothing stays checked
    if not javascript:
        page.locator("#panel").get_by_role("button", name="Tính lại").click()
    page.wait_for_url(re.compile(r"&f=[ABC]\.[\d.]+&t=5"))
    expect(page.locator(".frozen").get_by_role("checkbox")).to_be_checked()
    expect(page.locator(".lift").get_by_role("checkbox", checked=True)).to_have_count(0)


def test_a_draft_is_offered_again_and_can_be_deleted(page_at):
    page = page_at(360)
    page.goto(f"{TEA}A.1/", wait_until="networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(2).check()
    page.wait_for_url("**?m=3*")
    page.goto("cham-thu/", wait_until="networkidle")
    drafts = page.locator("#drafts")
    expect(drafts.get_by_role("link")).to_contain_text("Chè tươi, chè chế biến")
    assert_clean(page)
    drafts.get_by_role("link").click()
    page.wait_for_url("**/A.1/?m=3*")
    page.goto("cham-thu/", wait_until="networkidle")
    drafts.get_by_role("button").click()
    expect(drafts).to_be_hidden()
    page.reload(wait_until="networkidle")
    expect(drafts).to_be_hidden()


def test_a_link_from_elsewhere_does_not_overwrite_a_draft(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}A.1/?m=3{'.' * 31}", wait_until="networkidle")
    other = page.context.new_page()
    other.goto(f"{TEA}A.1/?m={TWO_STARS}", wait_until="networkidle")
    page.goto("cham-thu/", wait_until="networkidle")
    expect(page.locator("#drafts").get_by_role("link")).to_have_count(2)


def drafts_kept(page):
    drafts = "JSON.parse(localStorage.getItem('ocop.score.drafts'))"
    return page.evaluate(f"({drafts} ?? []).map(one => one.href.split('m=')[1])")


def expect_drafts(page, holds):
    """Wait until the drafts on the device are as wanted: a draft is written a moment after the address changes."""
    for _ in range(50):
        if holds(kept := drafts_kept(page)):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"the drafts on this device stay {kept}")


def test_beginning_the_same_group_again_keeps_the_first_draft(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}A.1/", wait_until="networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(2).check()
    page.wait_for_url("**?m=3*")
    page.goto("cham-thu/?on=2026-11-22&q=che+xanh", wait_until="networkidle")
    page.locator("#groups .offers a[href$='/11/']").first.click()
    page.wait_for_url("**/A.1/")
    page.wait_for_load_state("networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(1).check()
    page.wait_for_url("**?m=2*")
    page.locator(".onward button").first.click()
    page.wait_for_url("**/A.2/**")
    page.wait_for_load_state("networkidle")
    expect_drafts(page, lambda kept: kept == [f"2{'.' * 31}", f"3{'.' * 31}"])
    page.goto("cham-thu/", wait_until="networkidle")
    said = page.locator("#drafts a > span").all_inner_texts()
    assert len(said) == len(set(said)) == 2
    assert all(re.search(r"điểm.*\d\d:\d\d", one) for one in said)


def test_a_link_opened_in_the_same_tab_keeps_the_draft(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}A.1/", wait_until="networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(2).check()
    page.wait_for_url("**?m=3*")
    page.goto(f"{TEA}A.1/?m={TWO_STARS}", wait_until="networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(2).check()
    page.wait_for_url(f"**?m=3{TWO_STARS[1:]}")
    expect(status(page)).not_to_be_empty()
    expect_drafts(page, lambda kept: kept == [f"3{TWO_STARS[1:]}", f"3{'.' * 31}"])
    page.go_back(wait_until="networkidle")
    assert page.url.endswith(f"m=3{'.' * 31}")
    expect_drafts(page, lambda kept: sorted(kept) == sorted([f"3{TWO_STARS[1:]}", f"3{'.' * 31}"]))
    page.goto("cham-thu/", wait_until="networkidle")
    complete, unfinished = page.locator("[data-drafts=complete]"), page.locator("[data-drafts=open]")
    expect(complete.get_by_role("heading")).to_have_text("Phiếu đã lưu trên máy này")
    expect(complete.get_by_role("link")).to_have_count(1)
    expect(unfinished.get_by_role("link")).to_have_count(1)


def test_two_tabs_with_one_draft_do_not_overwrite_each_other(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}A.1/?m=3{'.' * 31}", wait_until="networkidle")
    other = page.context.new_page()
    other.goto(f"{TEA}A.1/?m=3{'.' * 31}", wait_until="networkidle")
    for tab, choice in ((page, 0), (other, 1)):
        tab.locator("fieldset.choices").nth(1).get_by_role("radio").nth(choice).check()
        tab.wait_for_url(re.compile(f"m=3{choice + 1}"))
        tab.wait_for_load_state("networkidle")
    expect_drafts(page, lambda kept: {f"32{'.' * 30}", f"31{'.' * 30}"} <= set(kept))


def test_the_other_language_keeps_the_marks(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}A.1/", wait_until="networkidle")
    page.locator("fieldset.choices").first.get_by_role("radio").nth(2).check()
    page.wait_for_url("**?m=3*")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/cham-thu/2026-11-22/11/A.1/?m=3*")
    expect(page.locator("fieldset.choices").first.get_by_role("radio").nth(2)).to_be_checked()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_line_that_stops_the_dossier_takes_the_stars(page_at, javascript):
    page = page_at(1280, javascript=javascript)
    page.goto(f"{TEA}A.1/?m={TWO_STARS}", wait_until="networkidle")
    page.get_by_text("điều làm hồ sơ bị loại ngay").click()
    page.get_by_role("checkbox", name="Giả mạo hồ sơ").check()
    if not javascript:
        page.locator(".onward").get_by_role("button", name="Tính lại").click()
    page.wait_for_url("**&g=1")
    expect(page.locator("#panel .stars")).to_contain_text("Bị loại")
    expect(page.locator("#panel [role=alert]")).to_contain_text("Giả mạo hồ sơ")


def test_the_file_is_saved_and_scores_the_same(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}ca-phieu/?m={TWO_STARS}", wait_until="networkidle")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Tải tệp về máy").click()
    assert saved.value.suggested_filename == "ocop-26_2026-bo-11.json"
    text = saved.value.path().read_text(encoding="utf-8")
    assert json.loads(text)["set"] == 11
    result = score(read_dossier(load_json(text)))
    assert page.locator(".summary .total strong").inner_text() == str(result.total)


def test_the_sheet_prints_clean(page_at):
    page = page_at(1280)
    page.goto(f"{TEA}ca-phieu/?m={TWO_STARS}", wait_until="networkidle")
    page.emulate_media(media="print")
    expect(page.locator(".official")).to_be_visible()
    expect(page.locator("#defaults")).to_be_visible()
    expect(page.get_by_text("Quyết định 26/2026/QĐ-TTg, bộ 11")).to_be_visible()
    for hidden in (".site-header", ".site-footer", ".button"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.pdf(format="A4", print_background=False).count(b"/Type /Page\n") <= 4


@pytest.mark.parametrize("width", [360, 1280])
def test_a_step_prints_what_was_chosen(page_at, width):
    page = page_at(width)
    page.goto(f"{TEA}A.1/?m=2.{TWO_STARS[2:]}", wait_until="networkidle")
    chosen = page.locator("#sheet .choice:has(:checked)")
    assert chosen.count() == 6
    page.emulate_media(media="print")
    for one in chosen.all():
        expect(one).to_be_visible()
    expect(page.locator("#sheet .choice:visible")).to_have_count(chosen.count())
    expect(page.locator(".unmarked:visible")).to_have_count(1)
    expect(page.locator("#panel .total strong")).to_be_visible()
    for button in page.locator("#sheet button, .panel .close, .panel .tools, #score-bar").all():
        expect(button).to_be_hidden()


def test_on_a_phone_the_first_result_needs_no_scrolling(page_at):
    page = page_at(360)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("cham-thu/?q=che+xanh", wait_until="networkidle")
    first = page.locator("#groups a.offer").first.bounding_box()
    assert first["y"] + first["height"] <= 740
    page.goto("cham-thu/?on=2018-01-01&q=che", wait_until="networkidle")
    refusal = page.get_by_role("alert")
    expect(refusal).to_have_count(1)
    box = refusal.bounding_box()
    assert box["y"] + box["height"] <= 740


def test_the_day_of_filing_can_be_changed_from_its_summary(page_at):
    page = page_at(1280)
    page.goto("cham-thu/?on=2026-11-22", wait_until="networkidle")
    page.get_by_text("Đổi ngày nộp").click()
    page.get_by_label("Ngày nộp hồ sơ").fill("2024-01-05")
    page.get_by_label("Ngày nộp hồ sơ").press("Tab")
    expect(page.locator("#filing-said")).to_contain_text("05/01/2024")
    expect(page.locator(".law-of-day b")).to_have_text("148/QĐ-TTg")


@pytest.mark.parametrize("place", ["cham-thu/", f"{TEA}A.1/", f"{TOURISM}C.6/", f"{TEA}ca-phieu/?m={TWO_STARS}"])
def test_first_visit_is_light(page_at, place):
    assert_light(page_at(360), place)


@pytest.mark.parametrize(("width", "named"), [(360, 0), (768, 0), (1280, 7)])
def test_the_step_one_is_at_has_its_name_at_every_width(page_at, width, named):
    page = page_at(width)
    page.goto(f"{TEA}A.2/", wait_until="networkidle")
    here = page.locator(".score-steps .here")
    names = page.locator(".score-steps .name").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height).filter(height => height > 10)"
    )
    assert len(names) == named
    if named:
        expect(here).to_be_hidden()
    else:
        expect(here).to_have_text("Bước 2/7: Phát triển sản phẩm")
        expect(here).to_be_visible()
        assert here.bounding_box()["height"] < 40, "one line"
    page.locator("fieldset.choices").first.get_by_role("radio").first.check()
    expect(page.locator(".score-steps [aria-current] .count")).to_contain_text("1/4")
    expect(here).to_have_text("Bước 2/7: Phát triển sản phẩm")


@pytest.mark.parametrize("place", ["cham-thu/", f"{TEA}A.1/?m={TWO_STARS}", f"{TOURISM}C.12/"])
def test_everything_to_press_is_large_enough_for_a_thumb(page_at, place):
    page = page_at(360)
    page.goto(place, wait_until="networkidle")
    small = page.locator(TO_PRESS).evaluate_all("""all => all
        .map(one => ({words: one.innerText, size: one.getBoundingClientRect()}))
        .filter(one => one.size.height > 1 && one.size.height < 44).map(one => one.words)""")
    assert small == []
