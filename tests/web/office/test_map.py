"""The map of a unit: its table says what its colours say, no household's home is on it, every unit has its shape."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from ocop.domain.registry.models import Producer
from ocop.kit.sheets.reading import read_sheet
from ocop.rules.units import units_on
from ocop.web.office.units.mapping import _bounds
from tests.domain.accounts.people import DAY
from tests.web.reading import vietnamese_left_in

BOUNDARIES = Path(settings.PACKAGE_DIR) / "web" / "static" / "boundaries"


@pytest.mark.parametrize(
    ("counts", "bounds"),
    [([], []), ([0, 0], []), ([5], [5]), ([0, 1, 1, 1, 9], [1, 9]), ([1, 2, 3, 4, 0], [1, 2, 3, 4]), ([7, 7, 7], [7])],
)
def test_colours_are_quarters_of_the_units_that_have_anything(counts, bounds):
    assert _bounds(counts) == bounds


def test_every_unit_of_today_has_its_shape_and_both_archipelagos_are_there():
    drawn = {}
    for file in BOUNDARIES.glob("*.json"):
        topology = json.loads(file.read_text())
        drawn[file.stem] = {one["id"] for one in topology["objects"]["units"]["geometries"]}
    assert drawn["vn"] == {unit.code for unit in units_on(DAY, "province")}
    for province in drawn["vn"]:
        assert drawn[province] == {unit.code for unit in units_on(DAY, "commune") if unit.parent == province}
    assert "20333" in drawn["48"] and "22736" in drawn["56"]
    labels = json.loads((BOUNDARIES / "vn.json").read_text())["labels"]
    assert [words for words, *_at in labels] == ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]


@pytest.mark.django_db
def test_the_table_says_what_the_colours_say_and_is_taken_away(stock, somebody, enter):
    stock("02473", 3)
    client = enter(somebody("provincial_agency", "08")[0])
    page = client.get("/co-quan/don-vi/08/ban-do/").content.decode()
    assert 'data-code="02473" data-level="1"' in page and 'data-code="00715" data-level="0"' in page
    assert 'data-boundaries="/static/boundaries/08.json"' in page
    rows = read_sheet(b"".join(client.get("/co-quan/don-vi/08/ban-do/so-lieu.xlsx").streaming_content), "x").rows
    assert [row[2:6] for row in rows if row[0] == "02473"] == [[3, 1, 1, 1]]
    high = client.get("/co-quan/don-vi/08/ban-do/?do=sao-cao").content.decode()
    assert 'data-said="2 sản phẩm"' in high
    assert vietnamese_left_in(client.get("/en/co-quan/don-vi/08/ban-do/").content.decode()) == []


@pytest.mark.django_db
def test_the_home_of_a_household_is_no_point_for_everybody(stock, somebody, enter):
    stock("02473", 2)
    Producer.objects.update(latitude="21.8", longitude="105.2")
    officer, leader = (enter(somebody(role, "08")[0]) for role in ("provincial_agency", "leader"))
    for client, points in ((officer, 2), (leader, 1)):
        page = client.get("/co-quan/don-vi/08/ban-do/").content.decode()
        assert page.count('data-lat="21.8') == points
    assert 'data-lat="' not in enter(somebody("ministry")[0]).get("/co-quan/don-vi/vn/ban-do/").content.decode()
