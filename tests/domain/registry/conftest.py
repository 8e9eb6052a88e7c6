"""A small register in a small country: one cooperative, one product, and a day on which things are done."""

import pytest

from tests.domain.at_work import AT, agency

LAN = agency("Lan")


@pytest.fixture
def cooperative(small_country):
    from ocop.domain.registry.actions.producers import register_producer

    return register_producer(
        name="HTX Tân Thành", unit_code="00001", source="danh sách tỉnh", tax="0100233488", by=LAN, at=AT,
        book=small_country,
    )  # fmt: skip


@pytest.fixture
def rice(cooperative):
    from ocop.domain.registry.actions.products import add_product

    return add_product(producer=cooperative, name="Gạo nếp Tân Sơn", source="danh sách tỉnh", by=LAN, at=AT)
