"""People at work and a cooperative in a real commune, with one product."""

from datetime import date

import pytest

from tests.web.accounts.conftest import enter, kept_password, somebody, units  # noqa: F401

COMMUNE = "02473"
NOW = "26/2026/QĐ-TTg"


def registered(name="HTX Tân Thành", code=COMMUNE, **more):
    """A producer in the register, as a set-up command writes it."""
    from ocop.domain.accounts.queries import Acting
    from ocop.domain.registry.actions.producers import register_producer
    from tests.domain.accounts.people import AT, DAY
    from tests.domain.few_units import few_units

    told = {"unit_on": DAY, "source": "danh sách tỉnh 2025", **more}
    return register_producer(name=name, unit_code=code, by=Acting(DAY), at=AT, book=few_units(), **told)


@pytest.fixture
def cooperative(db, units):  # noqa: F811
    return registered(person={"name": "Nông Văn Hào", "phone": "0912345678"}, address="Thôn 1")


@pytest.fixture
def noodles(cooperative):
    from ocop.domain.accounts.queries import Acting
    from ocop.domain.registry.actions.products import add_product
    from tests.domain.accounts.people import AT, DAY

    return add_product(producer=cooperative, name="Miến dong", source="danh sách tỉnh 2025", by=Acting(DAY), at=AT)


@pytest.fixture
def officer(somebody, enter):  # noqa: F811
    """The commune's officer, signed in."""
    return enter(somebody("commune_officer", COMMUNE, name="Lan")[0])


@pytest.fixture
def agency(somebody, enter):  # noqa: F811
    """Somebody of the provincial agency, signed in."""
    return enter(somebody("provincial_agency", "08", name="Tuấn")[0])


OLD_DAY = date(2025, 6, 30)
