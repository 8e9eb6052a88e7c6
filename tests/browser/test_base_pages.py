"""The pages of the base, walked in both languages on a phone and on a desk."""

import pytest

from tests.browser.cleanliness import assert_clean
from tests.browser.weight import assert_light, first_visit_bytes
from tests.web.reading import vietnamese_left_in

PAGES = ["./", "docs/", "docs/components/", "docs/reference/settings/", "khong-co-trang/"]


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_pages_are_clean(page_at, width, lang):
    page = page_at(width, lang)
    for path in PAGES:
        page.goto(path, wait_until="networkidle")
        assert page.locator("h1").count() == 1
        assert_clean(page)
        if lang == "en":
            assert vietnamese_left_in(page.content()) == []


def test_page_of_a_component_is_clean_on_a_phone(page_at):
    """One stands for all: the examples themselves are all on docs/components/."""
    page = page_at(360)
    page.goto("docs/components/empty/", wait_until="networkidle")
    assert_clean(page)


@pytest.mark.parametrize("path", PAGES)
def test_first_visit_is_light(page_at, path):
    assert_light(page_at(360), path)


def test_weight_counts_the_fonts(page_at):
    sizes = first_visit_bytes(page_at(1280), "./")
    fonts = [size for url, size in sizes.items() if url.endswith(".woff2")]
    assert len(fonts) == 4 and all(size > 4000 for size in fonts)


def test_main_job_is_one_click_from_the_front_page(page_at):
    page = page_at(360)
    page.goto("./")
    page.get_by_role("main").get_by_role("link", name="Tự chấm thử").click()
    page.wait_for_url("**/cham-thu/")


def test_keyboard_reaches_the_content_first(page_at):
    page = page_at(1280)
    page.goto("./")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_everything_to_press_is_large_enough_for_a_thumb(page_at):
    page = page_at(360)
    page.goto("./")
    small = page.evaluate("""[...document.querySelectorAll("header a, header button, main a, main button")]
        .map(one => ({words: one.innerText, size: one.getBoundingClientRect()}))
        .filter(one => one.size.height > 0 && one.size.height < 44).map(one => one.words)""")
    assert small == []


def test_the_font_is_ours_and_arrives(page_at):
    page = page_at(1280)
    page.goto("./", wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => `${f.family} ${f.weight}`)")
    ours = sorted(name.replace('"', "") for name in loaded if "Stand-in" not in name)
    assert ours == ["Be Vietnam Pro 400"] * 2 + ["Be Vietnam Pro 600"] * 2


def test_htmx_works_under_the_policy(page_at, site):
    """No page of the base needs htmx; those that do rely on this: it loads, swaps, and breaks no rule."""
    page = page_at(1280)
    page.goto("./")
    source = page.evaluate("""async () => (await (await fetch("/docs/components/")).text()).length""")
    assert source > 1000
    page.evaluate("""async () => {
        const meta = Object.assign(document.createElement("meta"), {name: "htmx-config",
            content: JSON.stringify({includeIndicatorStyles: false, allowEval: false, selfRequestsOnly: true})});
        document.head.append(meta);
        await new Promise(done => document.head.append(Object.assign(document.createElement("script"),
            {src: "/static/vendor/htmx-2.0.11.min.js", onload: done})));
        const link = document.createElement("a");
        link.id = "probe"; link.textContent = "probe";
        link.setAttribute("hx-get", "/docs/components/button/");
        link.setAttribute("hx-select", "h1");
        document.querySelector("main .inside").replaceChildren(link);
        htmx.process(link);
    }""")
    page.locator("#probe").click()
    page.locator("#probe h1").wait_for()
    assert_clean(page, themes=())
