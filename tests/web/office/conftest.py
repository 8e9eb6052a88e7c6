"""A register in real units, and the people who read it; signing in is that of the tests of accounts."""

from datetime import UTC, datetime

import pytest

from tests.web.accounts.conftest import enter, kept_password, somebody, units

__all__ = ["enter", "kept_password", "somebody", "units"]

AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def vietnamese_again():
    """A page asked for in English leaves its language behind; the next test begins in Vietnamese."""
    yield
    from django.utils import translation

    translation.activate("vi")


@pytest.fixture
def stock(db, units):
    """stock(code, 500): a cooperative and a household in a commune with so many products between them."""
    from django.utils import timezone

    from ocop.domain.places.queries import unit_on
    from ocop.domain.registry.models import Producer, Product, StarRecord
    from ocop.kit.text import search_key, sort_key

    def keys(name):
        return {"search_key": search_key(name), "plain_key": search_key(name), "sort_key": sort_key(name)}

    def make(code="02473", count=1):
        today = timezone.localdate()
        unit = unit_on(code, today).unit
        province = code if len(code) == 2 else {"02473": "08", "00715": "08", "01840": "19"}[code]
        more = {"province_code": province, "source": "danh sách tỉnh"}
        makers = [
            Producer.objects.create(
                name=name,
                kind=kind,
                unit=unit,
                origin_unit=unit,
                placed_on=today,
                origin_on=today,
                **keys(name),
                **more,
            )
            for name, kind in ((f"HTX Tân Trào {code}", "cooperative"), (f"Hộ Đặng Văn Ân {code}", "household"))
        ]
        found = [
            Product(
                producer=makers[number % 2], name=name, demonstration=number % 3 == 0, **keys(name), **more,
                code=f"{code}-OCOP-{number}/2025",
            )
            for number in range(count)
            for name in [f"{('Miến dong', 'Chè xanh', 'Mật ong')[number % 3]} số {number}"]
        ]  # fmt: skip
        Product.objects.bulk_create(found)
        StarRecord.objects.bulk_create(
            StarRecord(product=one, province_code=province, sequence=1, stars=3 + at % 3, year=2025, source="x")
            for at, one in enumerate(found)
        )
        return found

    return make
