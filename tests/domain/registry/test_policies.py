"""Who may do what in the register: by the table of acts, in the unit where the record lies."""

import pytest

from ocop.domain.places.queries import unit_on
from ocop.domain.registry import policies
from ocop.rules.access.decide import Held
from tests.domain.registry.test_producers import add
from tests.rules.small_units import LAST, NEW

ON_PRODUCER = [
    policies.may_read,
    policies.may_see_personal,
    policies.may_change_producer,
    policies.may_add_product,
    policies.may_change_product,
]


def held(role, code="", producer=None):
    return [
        Held(
            role, unit=str(unit_on(code, NEW).unit_id) if code else "vn", producer=str(producer.id) if producer else ""
        )
    ]


@pytest.mark.parametrize("may", ON_PRODUCER)
def test_the_officer_of_the_commune_the_agency_of_the_province_and_the_producer(cooperative, may):
    assert may(held("commune_officer", "00001"), cooperative)
    assert may(held("provincial_agency", "01"), cooperative)
    assert may([Held("producer", producer=str(cooperative.id))], cooperative)
    assert may(held("commune_officer", "00004"), cooperative).code == "elsewhere"
    assert may(held("system_administrator"), cooperative).code == "no_role"


def test_a_member_of_the_council_reads_but_sees_nothing_personal(cooperative):
    member = held("council_member", "01")
    assert policies.may_read(member, cooperative)
    assert not policies.may_see_personal(member, cooperative)


def test_adding_importing_exporting(cooperative):
    province, commune = (unit_on(code, NEW).unit for code in ("01", "00001"))
    assert policies.may_add_producer(held("commune_officer", "00001"), commune, NEW)
    assert policies.may_import(held("provincial_agency", "01"), province, NEW)
    assert not policies.may_import(held("commune_officer", "00001"), province, NEW)
    assert policies.may_export(held("ministry"), province, NEW)


def test_placing_is_for_those_who_wait(small_country, cooperative):
    agency = held("provincial_agency", "01")
    assert policies.may_place_producer(agency, cooperative).code == "placed"
    assert policies.may_place_producer(agency, add(small_country, unit="00002", unit_on=LAST))
