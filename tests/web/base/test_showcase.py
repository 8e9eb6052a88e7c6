"""Every component is shown, with an example that really uses it; no page invents its own."""

import re

import pytest
from django.conf import settings as site

from ocop.web.base.docs.showcase import COMPONENTS

COTTON = site.PACKAGE_DIR / "web/base/templates/cotton"
SPRITE = (site.PACKAGE_DIR / "web/static/icons.svg").read_text(encoding="utf-8")


def test_no_component_is_missing_from_the_showcase():
    assert {path.stem for path in COTTON.glob("*.html")} == set(COMPONENTS)


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda one: one.name)
def test_component_has_its_page(client, component):
    assert f"<c-{component.name}" in component.example_source
    html = client.get(component.href).content.decode()
    assert f"&lt;c-{component.name}&gt;" in html
    assert "<c-" not in html  # nothing was left undrawn
    assert not re.search("{[{#%]", html.split("<pre")[0])


@pytest.mark.parametrize("debug", [True, False])
def test_the_showcase_is_linked_in_development_only(client, settings, debug):
    settings.DEBUG = debug
    for path, links in (("/", 1), ("/luat/", 1), ("/docs/", 2)):
        linked = client.get(path).content.decode().count('href="/docs/components/"')
        assert linked == (links if debug else 0), path
    assert client.get("/docs/components/").status_code == 200


def test_unknown_component_is_not_found(client):
    assert client.get("/docs/components/khong-co/").status_code == 404


@pytest.mark.parametrize("path", sorted((site.PACKAGE_DIR / "web").rglob("*.html")), ids=lambda path: path.name)
def test_icons_used_exist(path):
    used = re.findall(r'<c-icon name="([a-z-]+)"|\sicon="([a-z-]+)"', path.read_text(encoding="utf-8"))
    unknown = {a or b for a, b in used if f'id="{a or b}"' not in SPRITE}
    assert not unknown


def test_stars_count_from_text_and_from_number(client):
    html = client.get("/docs/components/stars/").content.decode().split("<pre")[0]
    assert [row.count('class="off"') for row in html.split('class="row"')[1:]] == [1, 2, 0, 5]


def test_refusals_are_read_out_at_once(client):
    assert 'role="alert"' in client.get("/docs/components/notice/").content.decode()


def test_errors_are_tied_to_their_box(client):
    html = client.get("/docs/components/field/").content.decode()
    assert 'aria-invalid="true"' in html
    assert 'id="error-filed"' in html
    assert re.search(r'aria-describedby="[^"]*error-filed"', html)


def test_pagination_keeps_the_rest_of_the_address(client):
    html = client.get("/docs/components/pagination/?q=che&page=3").content.decode()
    assert re.search(r'href="\?q=che&amp;page=4" rel="next"', html)
    assert '<span aria-current="page">3</span>' in html
