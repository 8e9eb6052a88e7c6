"""Language and theme: chosen once, kept; with JavaScript and without."""

import pytest

COLOUR = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(250, 247, 240)", "rgb(19, 25, 21)"


def test_the_device_decides_until_the_reader_does(page_at):
    for theme, colour in (("light", LIGHT), ("dark", DARK)):
        page = page_at(1280, theme=theme)
        page.goto("./")
        assert page.evaluate(COLOUR) == colour


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("device", ["light", "dark"])
def test_theme_is_switched_and_kept(page_at, device, javascript):
    page = page_at(360, theme=device, javascript=javascript)
    page.goto("docs/")
    word, back = ("Tối", "Sáng") if device == "light" else ("Sáng", "Tối")
    expected = DARK if device == "light" else LIGHT
    page.get_by_role("button", name=word).click()
    page.get_by_role("button", name=back).wait_for()
    assert page.url.endswith("/docs/")
    page.goto("./")
    chosen = page.locator("html").get_attribute("data-theme")
    assert chosen == ("dark" if device == "light" else "light")
    if javascript:
        assert page.evaluate(COLOUR) == expected


def test_switching_needs_no_reload(page_at):
    page = page_at(1280)
    page.goto("./", wait_until="networkidle")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("button", name="Tối").click()
    assert page.evaluate(COLOUR) == DARK
    assert page.evaluate("window.sameDocument") is True
    assert page.evaluate("document.activeElement.innerText.trim()") == "Sáng"


def test_language_is_kept_for_the_next_visit(page_at, site):
    page = page_at(1280)
    page.goto("docs/")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/docs/")
    again = page.context.new_page()
    again.goto(f"{site}/")
    assert again.url == f"{site}/en/"
    again.get_by_role("link", name="Tiếng Việt").click()
    again.wait_for_url(f"{site}/")
    once_more = page.context.new_page()
    once_more.goto(f"{site}/")
    assert once_more.url == f"{site}/"
