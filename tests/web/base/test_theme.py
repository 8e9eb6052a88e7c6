"""Light or dark: the server draws what the reader chose, and brings them back to the page they were on."""

import re

import pytest
from django.conf import settings as site

from ocop.web.base.theme import COOKIE

TOKENS = (site.PACKAGE_DIR / "web/static/css/tokens.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_choice_is_kept_and_drawn(client, theme):
    response = client.post("/giao-dien/", {"theme": theme, "next": "/docs/?page=2"})
    assert (response.status_code, response.headers["Location"]) == (302, "/docs/?page=2")
    assert client.cookies[COOKIE].value == theme
    assert f'data-theme="{theme}"' in client.get("/").content.decode()


def test_without_a_choice_the_device_decides(client):
    assert "data-theme=" not in client.get("/").content.decode().split("<body>")[0]


def test_nonsense_in_the_cookie_is_not_drawn(client):
    client.cookies[COOKIE] = 'x"><script>'
    html = client.get("/").content.decode()
    assert "<script>" not in html
    assert 'data-theme="x' not in html


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_nobody_is_led_away(client, back):
    response = client.post("/en/giao-dien/", {"theme": "dark", "next": back})
    assert response.headers["Location"] == "/en/"


def test_another_word_forgets_the_choice(client):
    client.cookies[COOKIE] = "dark"
    client.post("/giao-dien/", {"theme": "auto"})
    assert not client.cookies[COOKIE].value


def test_looking_at_the_address_changes_nothing(client):
    assert client.get("/giao-dien/").status_code == 405


def declarations(block):
    return dict(re.findall(r"(--[a-z0-9-]+|color-scheme):\s*([^;]+);", block))


def test_both_dark_lists_are_equal_and_complete():
    by_device = declarations(TOKENS.split('not([data-theme="light"]) {')[1].split("}")[0])
    by_choice = declarations(TOKENS.split('data-theme="dark"] {')[1].split("}")[0])
    light = declarations(TOKENS.split("  :root {")[1].split("--font:")[0])
    assert by_device == by_choice
    assert set(by_device) == set(light)


def test_paper_is_white_whatever_the_theme():
    """Every colour of the screen has its colour on paper, so that nothing pale of the dark theme is printed."""
    on_paper = declarations((site.PACKAGE_DIR / "web/static/css/print.css").read_text(encoding="utf-8"))
    light = declarations(TOKENS.split("  :root {")[1].split("--font:")[0])
    assert set(light) <= set(on_paper)
