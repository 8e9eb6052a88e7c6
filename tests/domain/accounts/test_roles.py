"""Roles are held in a unit for a time: given, ended, handed over and stood in for, each with one event of history."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from ocop.domain.accounts import actions, policies, queries
from ocop.domain.accounts.models import Person, RoleHeld, StandIn
from ocop.domain.history.models import Event
from ocop.domain.history.queries import faults, timeline
from ocop.rules.access.decide import may
from ocop.rules.refused import Refused
from tests.domain.accounts.people import (
    AT,
    COMMUNE,
    DAY,
    NATION,
    OTHER_COMMUNE,
    OTHER_PROVINCE,
    PROVINCE,
    SYSTEM,
    again,
    holder,
    person,
    seat,
)

pytestmark = pytest.mark.django_db


def refused(code, act, /, **what):
    before = Event.objects.count()
    with pytest.raises(Refused) as refusal, transaction.atomic():
        act(**what)
    assert refusal.value.code == code
    assert refusal.value.vi and refusal.value.en and refusal.value.vi != refusal.value.en
    assert Event.objects.count() == before


def test_a_province_gives_a_role_in_its_commune_and_history_tells_it():
    by, _ = holder("provincial_agency", PROVINCE)
    who = person("Đặng Thị Mai")
    row = actions.give_role(person=who, role="commune_officer", seat=seat(COMMUNE), start=DAY, by=by, at=AT)
    (told,) = timeline("role", str(row.id))
    assert (told.act, told.unit, told.name) == ("accounts.give_role", "Tỉnh Tuyên Quang", by.person.full_name)
    assert told.after["role"] == "commune_officer" and told.after["valid_from"] == "2026-06-15"
    assert Event.objects.get(subject=str(row.id)).chain == PROVINCE
    assert not list(faults())
    held = queries.held_on(who, DAY)
    assert [(one.role, one.unit_name) for one in held] == [("commune_officer", seat(COMMUNE).name)]
    assert queries.held_on(who, DAY - timedelta(days=1)) == []
    assert may("registry.add_producer", held, seat(COMMUNE).place)
    assert may("registry.add_producer", held, seat(OTHER_COMMUNE).place).code == "elsewhere"


def test_nobody_gives_roles_elsewhere_without_the_right_or_to_themselves():
    by, _ = holder("provincial_agency", PROVINCE)
    officer, _ = holder("commune_officer", COMMUNE)
    who = person("Đặng Thị Mai")
    given = {"start": DAY, "at": AT}
    refused("elsewhere", actions.give_role, person=who, role="leader", seat=seat(OTHER_PROVINCE), by=by, **given)
    refused("elsewhere", actions.give_role, person=who, role="ministry", seat=NATION, by=by, **given)
    refused("no_role", actions.give_role, person=who, role="leader", seat=seat(COMMUNE), by=officer, **given)
    refused("own_role", actions.give_role, person=by.person, role="leader", seat=seat(PROVINCE), by=by, **given)
    Person.objects.filter(id=who.id).update(is_active=False)
    closed = Person.objects.get(id=who.id)
    refused("closed_account", actions.give_role, person=closed, role="leader", seat=seat(PROVINCE), by=by, **given)


@pytest.mark.parametrize(
    ("role", "code"), [("commune_officer", PROVINCE), ("provincial_agency", COMMUNE), ("ministry", PROVINCE), ("x", "")]
)
def test_a_role_fits_the_level_of_its_unit(role, code):
    wanted = "no_such_role" if role == "x" else "wrong_level"
    where = seat(code) if code else NATION
    refused(
        wanted, actions.give_role, person=person("Lý Văn Sán"), role=role, seat=where, start=DAY, by=SYSTEM, at=AT
    )  # fmt: skip


def test_the_same_role_is_not_held_twice_at_once_but_again_later():
    by, _ = holder("ministry")
    given = {"person": person("Lý Văn Sán"), "role": "leader", "seat": NATION, "by": by, "at": AT}
    actions.give_role(start=DAY, until=DAY + timedelta(days=9), **given)
    refused("role_held", actions.give_role, start=DAY + timedelta(days=8), **given)
    refused("bad_period", actions.give_role, start=DAY + timedelta(days=9), until=DAY, **given)
    actions.give_role(start=DAY + timedelta(days=9), **given)
    assert RoleHeld.objects.filter(person=given["person"]).count() == 2


def test_one_person_holds_several_roles():
    by, _ = holder("provincial_agency", PROVINCE)
    who = person("Hoàng Văn Páo")
    for role, code in (("leader", PROVINCE), ("council_chair", PROVINCE), ("inspector", COMMUNE)):
        actions.give_role(person=who, role=role, seat=seat(code), start=DAY, by=by, at=AT)
    assert {one.role for one in queries.held_on(who, DAY)} == {"leader", "council_chair", "inspector"}


def test_a_producers_people_act_for_it_and_are_given_by_their_commune():
    by, _ = holder("commune_officer", COMMUNE)
    producer = uuid4()
    who = person("Mã Thị Sử")
    where = queries.Seat(seat(COMMUNE).line, producer)
    row = actions.give_role(person=who, role="producer", seat=where, start=DAY, by=by, at=AT)
    held = queries.held_on(who, DAY)
    assert [(one.role, one.producer, one.unit) for one in held] == [("producer", str(producer), "")]
    assert may("registry.change_product", held, where.place)
    assert not may("registry.change_product", held, seat(COMMUNE).place)
    refused(
        "wrong_level", actions.give_role, person=who, role="producer", seat=seat(COMMUNE), start=DAY, by=by, at=AT
    )  # fmt: skip
    other, _ = holder("commune_officer", OTHER_COMMUNE)
    refused("elsewhere", actions.end_role, row=row, on=DAY + timedelta(days=1), by=other, at=AT)
    actions.end_role(row=row, on=DAY + timedelta(days=1), by=by, at=AT)
    assert queries.held_on(who, DAY + timedelta(days=1)) == []


def test_an_ended_role_gives_nothing_from_its_last_day():
    by, _ = holder("provincial_agency", PROVINCE)
    who, row = holder("commune_officer", COMMUNE)
    refused("bad_period", actions.end_role, row=row, on=date(2026, 1, 1), by=by, at=AT)
    actions.end_role(row=row, on=DAY, by=by, at=AT, reason="Nghỉ hưu")
    assert queries.held_on(who.person, DAY) == []
    assert queries.held_on(who.person, DAY - timedelta(days=1))
    (told,) = timeline("role", str(row.id))
    assert (told.before, told.after, told.note) == ({"valid_until": None}, {"valid_until": "2026-06-15"}, "Nghỉ hưu")
    refused("role_over", actions.end_role, row=row, on=DAY, by=by, at=AT)


def test_handing_over_is_one_act_without_a_day_between():
    mine, row = holder("commune_officer", COMMUNE, until=date(2027, 1, 1))
    to = person("Nông Văn Hào")
    theirs = actions.hand_over(row=row, to=to, on=DAY, by=mine, at=AT, reason="Chuyển công tác")
    row.refresh_from_db()
    assert (row.valid_until, theirs.valid_from, theirs.valid_until) == (DAY, DAY, date(2027, 1, 1))
    assert queries.held_on(mine.person, DAY) == [] and len(queries.held_on(to, DAY)) == 1
    (told,) = timeline("role", str(row.id))
    assert (told.act, told.after["person"]) == ("accounts.hand_over", str(to.id))
    refused("role_over", actions.hand_over, row=row, to=to, on=DAY, by=again(mine), at=AT)


def test_handing_over_belongs_to_the_holder_or_who_is_in_charge():
    mine, row = holder("commune_officer", COMMUNE)
    colleague, _ = holder("commune_officer", COMMUNE, name="Đồng nghiệp")
    province, _ = holder("provincial_agency", PROVINCE)
    to, day = person("Nông Văn Hào"), {"on": DAY, "at": AT}
    refused("no_role", actions.hand_over, row=row, to=to, by=colleague, **day)
    refused("same_person", actions.hand_over, row=row, to=mine.person, by=mine, **day)
    refused("own_role", actions.hand_over, row=row, to=province.person, by=province, **day)
    _, far = holder("commune_officer", "01840", name="Nơi khác")
    refused("elsewhere", actions.hand_over, row=far, to=to, by=province, **day)
    refused("role_held", actions.hand_over, row=row, to=colleague.person, by=mine, **day)
    assert actions.hand_over(row=row, to=to, by=province, **day).person == to


def test_a_stand_in_acts_in_the_name_of_the_holder_for_a_time():
    chair, row = holder("leader", COMMUNE, name="Trần Thị Lãnh")
    who = person("Vàng A Thay")
    until = DAY + timedelta(days=7)
    one = actions.name_stand_in(row=row, person=who, start=DAY, until=until, by=chair, at=AT, reason="Đi học")
    (held,) = queries.held_on(who, DAY)
    assert (held.role, held.standing_in) == ("leader", "Trần Thị Lãnh")
    assert "thay Trần Thị Lãnh" in may("accounts.see_people", [held], seat(COMMUNE).place).vi
    assert queries.held_on(who, until) == [] and queries.held_on(chair.person, DAY)
    more = {"row": row, "person": person("Người Khác"), "by": chair, "at": AT}
    refused("stand_in_there", actions.name_stand_in, start=DAY, until=until, **more)
    refused("bad_period", actions.name_stand_in, start=date(2025, 1, 1), until=until, **more)
    refused("bad_period", actions.name_stand_in, start=until, until=until, **more)
    refused(
        "same_person",
        actions.name_stand_in,
        start=until,
        until=DAY + timedelta(days=9),
        **more | {"person": chair.person},
    )
    standing = queries.acting(who, DAY)
    refused("no_role", actions.name_stand_in, start=until, until=DAY + timedelta(days=9), **more | {"by": standing})
    actions.end_stand_in(one=one, by=standing, at=AT)
    assert queries.held_on(who, DAY) == []
    assert [told.act for told in timeline("stand_in", str(one.id))] == [
        "accounts.name_stand_in",
        "accounts.end_stand_in",
    ]
    refused("stand_in_over", actions.end_stand_in, one=one, by=chair, at=AT)


def test_standing_in_is_ended_early_and_never_outlives_the_role():
    mine, row = holder("commune_officer", COMMUNE)
    start = DAY - timedelta(days=3)
    given = {"row": row, "by": mine, "at": AT}
    one = actions.name_stand_in(person=person("Vàng A Thay"), start=start, until=DAY + timedelta(days=9), **given)
    stranger, _ = holder("commune_officer", OTHER_COMMUNE)
    refused("no_role", actions.end_stand_in, one=one, by=stranger, at=AT)
    later = DAY + timedelta(days=20)
    actions.name_stand_in(person=person("Về Sau"), start=later, until=later + timedelta(days=1), **given)
    actions.hand_over(row=row, to=person("Nông Văn Hào"), on=DAY, by=mine, at=AT)
    assert [left.valid_until for left in StandIn.objects.all()] == [DAY]
    one.refresh_from_db()
    refused("stand_in_over", actions.end_stand_in, one=one, by=mine, at=AT)


def test_a_stand_in_of_days_gone_by_keeps_those_days():
    mine, row = holder("commune_officer", COMMUNE)
    start = DAY - timedelta(days=3)
    one = actions.name_stand_in(
        row=row, person=person("Vàng A Thay"), start=start, until=DAY + timedelta(days=9), by=mine, at=AT
    )  # fmt: skip
    actions.end_stand_in(one=one, by=mine, at=AT)
    one.refresh_from_db()
    assert (one.valid_from, one.valid_until) == (start, DAY)


def test_the_database_itself_refuses_what_no_act_does():
    _, row = holder("leader", COMMUNE)
    twin = {"person": row.person, "role": "leader", "seat": row.seat, "unit": row.unit, "valid_from": DAY}
    for wrong in (
        twin,
        twin | {"role": "king"},
        twin | {"role": "producer"},
        twin | {"seat": "vn"},
        twin | {"unit": None},
        twin | {"role": "inspector", "valid_until": DAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            RoleHeld.objects.create(**wrong)
    for wrong in ({}, {"email": ""}, {"phone": ""}, {"email": row.person.email}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.create(full_name="A", search_key="a", sort_key="a", joined_at=AT, **wrong)


def test_pages_read_people_of_a_unit_and_how_a_province_is_staffed():
    province, _ = holder("provincial_agency", PROVINCE)
    mine, row = holder("commune_officer", COMMUNE, name="Ông B")
    holder("leader", COMMUNE, name="Bà Á")
    holder("inspector", COMMUNE, name="Hết Rồi", until=date(2026, 2, 1))
    actions.name_stand_in(
        row=row, person=person("Vàng A Thay"), start=DAY, until=DAY + timedelta(days=9), by=mine, at=AT
    )  # fmt: skip
    posts = queries.posts_at(seat(COMMUNE), DAY)
    assert [(post.person.full_name, bool(post.stand_in)) for post in posts] == [("Bà Á", False), ("Ông B", True)]
    assert [post.role for post in queries.posts_of(mine.person, DAY)] == ["commune_officer"]
    counts = {state.unit.code: people for state, people in queries.staffing(seat(PROVINCE), DAY)}
    assert counts == {COMMUNE: 2, OTHER_COMMUNE: 0}
    provinces = queries.staffing(NATION, DAY)
    assert {state.unit.code: many for state, many in provinces} == {PROVINCE: 1, OTHER_PROVINCE: 0}
    assert queries.seat_by_code("vn", DAY) == NATION
    with pytest.raises(Refused):
        queries.seat_by_code("99999", DAY)
    assert policies.may_see_people(mine, seat(COMMUNE)) and not policies.may_see_people(mine, seat(PROVINCE))
    assert policies.may_see_people(province, seat(COMMUNE))
