"""The address decides the language; the choice is kept and only matters at the front door; English is all English."""

import pytest
from django.conf import settings as site
from django.urls import reverse
from django.utils import translation

from ocop.kit import catalogues
from ocop.web.base.docs.showcase import COMPONENTS
from tests.web.reading import vietnamese_left_in

BASE_PAGES = ["", "docs/", "docs/components/", *(f"docs/components/{name}/" for name in COMPONENTS), "khong-co-trang/"]
COOKIE = site.LANGUAGE_COOKIE_NAME
INSIDE = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize("path", BASE_PAGES)
def test_english_pages_are_all_english(client, path):
    response = client.get(f"/en/{path}")
    html = response.content.decode()
    assert '<html lang="en"' in html
    assert vietnamese_left_in(html) == []


@pytest.mark.parametrize("path", BASE_PAGES)
def test_vietnamese_pages_say_so_and_point_to_english(client, path):
    html = client.get(f"/{path}").content.decode()
    assert '<html lang="vi"' in html
    expected = "/en/" if path == "khong-co-trang/" else f"/en/{path}"
    assert f'<a href="{expected}" lang="en" hreflang="en">' in html


@pytest.mark.parametrize("po_file", catalogues.po_files(site.LOCALE_PATHS[0]), ids=lambda path: path.parents[1].name)
def test_every_message_is_translated(po_file):
    found = catalogues.messages_in(site.PACKAGE_DIR / "web")
    assert len(found) > 50
    assert catalogues.untranslated(po_file, found) == []


def test_the_switch_keeps_the_rest_of_the_address(client):
    assert 'href="/en/docs/components/pagination/?page=3"' in (
        client.get("/docs/components/pagination/?page=3").content.decode()
    )


def test_following_the_switch_keeps_the_language(client):
    assert client.get("/en/docs/", headers=INSIDE).cookies[COOKIE].value == "en"


def test_arriving_by_a_shared_link_changes_nothing(client):
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "none"}, {}):
        assert COOKIE not in client.get("/en/docs/", headers=headers).cookies


def test_older_browsers_are_understood_by_the_page_before(client):
    headers = {"Referer": "http://testserver/docs/", "Host": "testserver"}
    assert client.get("/en/docs/", headers=headers).cookies[COOKIE].value == "en"


def test_front_door_greets_in_the_language_kept(client):
    client.cookies[COOKIE] = "en"
    response = client.get("/", headers={"Sec-Fetch-Site": "none"})
    assert (response.status_code, response.headers["Location"]) == (302, "/en/")
    assert "Cookie" in response.headers["Vary"]
    assert "Sec-Fetch-Site" in response.headers["Vary"]


def test_front_door_from_inside_is_vietnamese_and_keeps_it(client):
    client.cookies[COOKIE] = "en"
    response = client.get("/", headers=INSIDE)
    assert response.status_code == 200
    assert response.cookies[COOKIE].value == "vi"


@pytest.mark.parametrize("value", ["", "vi", "xx", "//evil.example"])
def test_front_door_ignores_anything_else_kept(client, value):
    client.cookies[COOKIE] = value
    assert client.get("/").status_code == 200


def test_other_pages_never_redirect_for_the_language(client):
    client.cookies[COOKIE] = "en"
    assert client.get("/docs/").status_code == 200


def test_same_slugs_in_both_languages():
    with translation.override("vi"):
        assert reverse("public:score-start") == "/cham-thu/"
        assert reverse("law:index") == "/luat/"
    with translation.override("en"):
        assert reverse("public:score-start") == "/en/cham-thu/"
        assert reverse("law:index") == "/en/luat/"
