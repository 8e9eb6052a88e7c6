"""A cooperative with a product, people who work for it and near it, and a store of its own for every test."""

import pytest

from ocop.rules.access.decide import Held
from tests.domain.accounts.people import person
from tests.domain.at_work import AT, agency

LAN = agency("Lan")
DAY = AT.date()


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    """A store for each test; what is asked for later waits in the queue, as on a site whose worker is busy."""
    settings.PAPERS_DIR = tmp_path / "papers"
    settings.TASKS = {"default": {"BACKEND": "ocop.kit.jobs.backends.Queue"}}


@pytest.fixture
def cooperative(small_country):
    from ocop.domain.registry.actions.producers import register_producer

    return register_producer(
        name="HTX Tân Thành", unit_code="00001", source="danh sách tỉnh", by=LAN, at=AT, book=small_country
    )


@pytest.fixture
def rice(cooperative):
    from ocop.domain.registry.actions.products import add_product

    return add_product(producer=cooperative, name="Gạo nếp Tân Sơn", source="danh sách tỉnh", by=LAN, at=AT)


@pytest.fixture
def beans(cooperative):
    from ocop.domain.registry.actions.products import add_product

    return add_product(producer=cooperative, name="Đỗ đen", source="danh sách tỉnh", by=LAN, at=AT)


@pytest.fixture
def neighbour(small_country):
    """Another producer, in the commune next door."""
    from ocop.domain.registry.actions.producers import register_producer

    return register_producer(
        name="HTX Láng Giềng", unit_code="00004", source="danh sách tỉnh", by=LAN, at=AT, book=small_country
    )


def working(name, *held):
    from ocop.domain.accounts.queries import Acting

    return Acting(DAY, person(name), held)


@pytest.fixture
def of_producer(cooperative):
    """Somebody of the cooperative itself."""
    return working("Trần Thị Mẫu", Held("producer", producer=str(cooperative.id)))


@pytest.fixture
def officer(cooperative):
    """The officer of its commune."""
    return working("Lê Văn Mẫu", Held("commune_officer", unit=str(cooperative.unit_id), unit_name="Xã Một"))
