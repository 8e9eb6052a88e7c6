"""Somebody of a cooperative of Ba Chẽ, signed in, with a product and a store of its own."""

import pytest

from tests.web.accounts.conftest import enter, kept_password, own_store, somebody, units  # noqa: F401
from tests.web.producer.shelf import producer_in, product_of


@pytest.fixture
def cooperative(db):
    return producer_in()


@pytest.fixture
def noodles(cooperative):
    return product_of(cooperative)


@pytest.fixture
def here(cooperative, somebody, enter):  # noqa: F811
    """The browser of somebody of the cooperative."""
    return enter(somebody("producer", "02473", producer=cooperative.id)[0])


@pytest.fixture
def office(somebody, enter):  # noqa: F811
    """The browser of the commune's officer."""
    return enter(somebody("commune_officer", "02473", name="Hoàng Văn Xã")[0])
