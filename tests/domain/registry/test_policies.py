"""Who may do what in the register: by the table of acts, in the unit where the record lies."""

from decimal import Decimal

import pytest

from ocop.domain.accounts.models import Person
from ocop.domain.accounts.queries import Acting, seat_by_code
from ocop.domain.history.models import Event
from ocop.domain.places.queries import unit_on
from ocop.domain.registry import policies
from ocop.domain.registry.actions.producers import change_producer, change_representative, register_producer
from ocop.domain.registry.actions.products import (
    add_product,
    change_product,
    classify_product,
    record_fact,
    record_stars,
)
from ocop.rules.access.decide import Held
from ocop.rules.access.roles import ROLES
from tests.domain.at_work import AT
from tests.domain.registry.test_producers import add, refused
from tests.rules.small_units import LAST, NEW

ON_PRODUCER = [
    policies.may_read,
    policies.may_see_personal,
    policies.may_change_producer,
    policies.may_add_product,
    policies.may_change_product,
]


def held(role, code="", producer=None):
    """Somebody in a role at the unit of this code, or for a producer."""
    unit = str(unit_on(code, NEW).unit_id) if code else "" if producer else "vn"
    row = Held(role, unit=unit, producer=str(producer.id) if producer else "")
    return Acting(AT.date(), Person(full_name="Mai"), (row,))


@pytest.mark.parametrize("may", ON_PRODUCER)
def test_the_officer_of_the_commune_the_agency_of_the_province_and_the_producer(cooperative, may):
    assert may(held("commune_officer", "00001"), cooperative)
    assert may(held("provincial_agency", "01"), cooperative)
    assert may(held("producer", producer=cooperative), cooperative)
    assert may(held("commune_officer", "00004"), cooperative).code == "elsewhere"
    assert may(held("system_administrator"), cooperative).code == "no_role"


def test_a_member_of_the_council_reads_but_sees_nothing_personal(cooperative):
    member = held("council_member", "01")
    assert policies.may_read(member, cooperative)
    assert not policies.may_see_personal(member, cooperative)


def test_adding_importing_exporting(cooperative):
    commune, province = unit_on("00001", NEW).unit, seat_by_code("01", NEW)
    assert policies.may_add_producer(held("commune_officer", "00001"), commune, NEW)
    assert policies.may_import(held("provincial_agency", "01"), province)
    assert not policies.may_import(held("commune_officer", "00001"), province)
    assert policies.may_export(held("ministry"), province)
    assert policies.may_read_list(held("leader", "01"), province)


def test_placing_is_for_those_who_wait(small_country, cooperative):
    agency = held("provincial_agency", "01")
    assert policies.may_place_producer(agency, cooperative).code == "placed"
    assert policies.may_place_producer(agency, add(small_country, unit="00002", unit_on=LAST))


def test_stars_and_sets_are_not_for_the_producer_to_write(cooperative):
    own = held("producer", producer=cooperative)
    assert policies.may_record_stars(own, cooperative).code == "no_role"
    assert policies.may_classify_product(own, cooperative).code == "no_role"
    assert policies.may_record_stars(held("provincial_agency", "01"), cooperative)
    assert policies.may_record_stars(held("commune_officer", "00001"), cooperative).code == "no_role"


def acts_on(cooperative, rice, book):
    """Every act of the register on one record, ready to be tried by somebody."""
    one = {"id": cooperative.id, "seen_version": 1, "at": AT}
    return {
        "register": lambda by: register_producer(name="HTX B", unit_code="00001", source="x", by=by, at=AT, book=book),
        "change": lambda by: change_producer(changes={"name": "HTX C"}, by=by, **one),
        "person": lambda by: change_representative(changes={"phone": "0900000000"}, by=by, **one | {"seen_version": 0}),
        "add": lambda by: add_product(producer=cooperative, name="Miến", source="x", by=by, at=AT),
        "rename": lambda by: change_product(id=rice.id, changes={"name": "Gạo"}, seen_version=1, by=by, at=AT),
        "classify": lambda by: classify_product(id=rice.id, instrument="26/2026/QĐ-TTg", set_number=3, by=by, at=AT),
        "stars": lambda by: record_stars(id=rice.id, stars=4, source="x", by=by, at=AT),
        "fact": lambda by: record_fact(
            producer=cooperative, year=2025, kind="revenue", value=Decimal(9), source="x", by=by, at=AT
        ),
    }


@pytest.mark.parametrize("act", ["register", "change", "person", "add", "rename", "classify", "stars", "fact"])
def test_each_act_asks_and_a_refusal_leaves_nothing(cooperative, rice, small_country, act):
    act = acts_on(cooperative, rice, small_country)[act]
    events = Event.objects.count()
    refused("no_role", act, held("auditor", "01"))
    assert Event.objects.count() == events
    act(held("provincial_agency", "01"))
    assert Event.objects.latest("position").role == ROLES["provincial_agency"].vi
