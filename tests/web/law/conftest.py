"""A reader of the law pages."""

from functools import cache

import pytest
from django.test import Client


@pytest.fixture
def read():
    """read(path, lang="vi"): the page below /luat/ as text; fails when the answer is not 200."""

    def page(path="", lang="vi", **query):
        return page_text(("" if lang == "vi" else f"/{lang}") + f"/luat/{path}", tuple(query.items()))

    return page


@cache
def page_text(address, query):
    """The law does not change between two tests, and drawing every set takes a while."""
    answer = Client().get(address, dict(query))
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return answer.content.decode()
