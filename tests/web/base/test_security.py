"""Every answer carries the headers that keep other sites out, and no page needs an exception from them."""

import re

import pytest
from django.conf import settings as site

PAGES = ["/", "/en/", "/docs/", "/docs/components/", "/cham-thu/", "/luat/", "/khong-co/"]


def policy_of(response):
    parts = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("path", PAGES)
def test_headers(client, path):
    response = client.get(path)
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in response.headers["Permissions-Policy"]
    assert policy_of(response) == {
        "default-src": ["'self'"], "script-src": ["'self'"], "style-src": ["'self'"], "object-src": ["'none'"],
        "base-uri": ["'none'"], "form-action": ["'self'"], "frame-ancestors": ["'none'"],
    }  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_pages_need_no_inline_script_or_style(client, path):
    html = client.get(path).content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", html)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))
    assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", html)


@pytest.mark.parametrize("path", PAGES)
def test_reading_sets_no_cookie(client, path):
    assert not client.get(path).cookies


def test_a_host_that_is_not_ours_is_refused(client):
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "Không đọc được yêu cầu" in response.content.decode()


def test_debug_is_off_unless_asked():
    assert site.DEBUG is False


def test_templates_hold_no_inline_style_or_handler():
    offenders = [
        path.name
        for path in (site.PACKAGE_DIR / "web").rglob("*.html")
        if re.search(r"<style|\sstyle=|\son[a-z]+=\"|hx-on", path.read_text(encoding="utf-8"))
    ]
    assert not offenders
