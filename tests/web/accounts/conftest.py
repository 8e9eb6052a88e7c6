"""People at work in real units, signed in through the pages themselves."""

import pytest
from django.test import Client

PASSWORD = "mot-hai-ba-bon-nam"


@pytest.fixture(autouse=True)
def units(request):
    """A few real units, in the transaction of each test that uses the database."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        from tests.domain.few_units import load

        load()


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    """Papers of a test lie in a folder of its own."""
    settings.PAPERS_DIR = tmp_path / "papers"


@pytest.fixture(autouse=True)
def in_vietnamese():
    """A page read in English before must not turn the addresses of the next test English."""
    from django.utils import translation

    with translation.override("vi"):
        yield


@pytest.fixture(scope="session")
def kept_password():
    """The password as Argon2 keeps it; made once, because it takes its time."""
    from django.contrib.auth.hashers import make_password

    return make_password(PASSWORD)


@pytest.fixture
def somebody(db, kept_password):
    """somebody("commune_officer", "02473"): a person with a password and a role."""
    from ocop.domain.accounts.models import Person
    from tests.domain.accounts.people import holder

    def make(role, code="", **more):
        by, row = holder(role, code, **more)
        Person.objects.filter(id=by.person.id).update(password=kept_password)
        return Person.objects.get(id=by.person.id), row

    return make


@pytest.fixture
def enter():
    """enter(person): a browser in which the person signed in by name and password."""

    def sign_in(person, password=PASSWORD, client=None, **more):
        client = client or Client()
        answer = client.post("/dang-nhap/", {"name": person.email, "password": password} | more)
        client.answer = answer
        return client

    return sign_in
