"""A sheet of a small country, and the people who write it."""

import pytest

from tests.domain.at_work import AT, agency

LAN = agency("Lan")


@pytest.fixture
def honey(small_country):
    from ocop.domain.survey.actions.sheets import add_sheet

    return add_sheet(
        kind="product", group="I", name="Mật ong bạc hà", unit_code="00001", made_by="Tổ nuôi ong Nà Lặc",
        maker="cooperative_group", by=LAN, at=AT, book=small_country,
    )  # fmt: skip


@pytest.fixture
def surveyed(honey):
    from ocop.domain.survey.actions.sheets import change_sheet

    told = {"surveyed_by": "Cán bộ kinh tế xã", "source": "hỏi tại chỗ"}
    return change_sheet(id=honey.id, changes=told, seen_version=1, finish=True, by=LAN, at=AT)
