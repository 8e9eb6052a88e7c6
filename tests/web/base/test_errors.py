"""When something goes wrong the page says what happened and what to do next, in the reader's language."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST

from ocop.config import urls as site_urls
from tests.web.reading import vietnamese_left_in


def failing(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    *site_urls.urlpatterns,
    *(
        path(f"{prefix}hong/{name}/", failing(error))
        for prefix in ("", "en/")
        for name, error in (
            ("400", SuspiciousOperation("bad")),
            ("403", PermissionDenied("no")),
            ("500", RuntimeError("broken")),
        )
    ),
    path("hong/form/", require_POST(lambda request: None)),
]
handler400, handler403 = site_urls.handler400, site_urls.handler403
handler404, handler500 = site_urls.handler404, site_urls.handler500

WORDS = {
    400: ("Không đọc được yêu cầu", "The request could not be read"),
    403: ("Trang này không mở cho bạn", "This page is not open to you"),
    404: ("Không có trang này", "There is no such page"),
    500: ("Máy chủ gặp lỗi", "The server met an error"),
}


@pytest.fixture
def visitor(settings):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", WORDS)
@pytest.mark.parametrize(("language", "prefix"), [(0, "/"), (1, "/en/")], ids=["vi", "en"])
def test_error_page(visitor, status, language, prefix):
    response = visitor.get(f"{prefix}hong/{status}/")
    html = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{WORDS[status][language]}</h1>" in html
    assert f'href="{prefix}"' in html
    assert not (language and vietnamese_left_in(html))


def test_a_form_without_its_token_is_explained(settings):
    settings.ROOT_URLCONF = __name__
    response = Client(enforce_csrf_checks=True).post("/hong/form/")
    assert response.status_code == 403
    assert "Biểu mẫu chưa được nhận" in response.content.decode()


@pytest.mark.parametrize("prefix", ["/", "/en/"])
def test_lost_readers_are_offered_search(client, prefix):
    html = client.get(f"{prefix}khong-co/").content.decode()
    assert f'action="{prefix}luat/"' in html
    assert 'name="q"' in html


def test_an_answer_comes_even_when_the_error_page_breaks(visitor, monkeypatch):
    monkeypatch.setattr("ocop.web.base.navigation.ENTRANCES", ("not an entrance",))
    response = visitor.get("/hong/500/")
    assert response.status_code == 500
    assert "Máy chủ gặp lỗi" in response.content.decode()
