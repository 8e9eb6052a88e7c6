"""People are added once, invited by who has power over them, and set their own password."""

from uuid import UUID

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.db import models

from ocop.domain.accounts import actions, personal, policies, queries
from ocop.domain.accounts import models as tables
from ocop.domain.accounts.models import Person
from ocop.domain.history.queries import timeline
from ocop.rules.refused import Refused
from tests.domain.accounts.people import (
    AT,
    COMMUNE,
    DAY,
    NATION,
    OTHER_COMMUNE,
    PROVINCE,
    SYSTEM,
    holder,
    person,
    seat,
)

pytestmark = pytest.mark.django_db


def add(contact="xa.moi@vidu.example", name="Nguyễn  Thị Ánh", **more):
    given = {"full_name": name, "contact": contact, "seat": seat(COMMUNE), "by": SYSTEM, "at": AT} | more
    return actions.add_person(**given)


def code_of(act, /, **what):
    with pytest.raises(Refused) as refusal:
        act(**what)
    return refusal.value.code


def test_a_person_is_found_however_the_contact_is_typed():
    by_phone = add("0912 345 678")
    by_mail = add("Xa.Moi@Vidu.example")
    assert (by_phone.phone, by_phone.email, by_mail.email) == ("+84912345678", None, "xa.moi@vidu.example")
    for typed in ("+84 912.345.678", "84912345678", "0912345678"):
        assert queries.person_by_contact(typed) == by_phone
    assert queries.person_by_contact("XA.MOI@VIDU.EXAMPLE") == by_mail
    assert queries.person_by_contact("nobody") is None and queries.person_by_contact("0912345679") is None
    assert by_mail.full_name == "Nguyễn Thị Ánh" and not by_mail.has_usable_password()
    assert by_mail in queries.people_named("thi anh")
    (told,) = timeline("person", str(by_mail.id))
    assert told.act == "accounts.add_person"


def test_nonsense_and_doubles_are_refused():
    add()
    assert code_of(add) == "known_contact"
    assert code_of(add, contact="xa.moi") == "bad_contact"
    assert code_of(add, contact="0241 234 567") == "bad_contact"
    assert code_of(add, contact="b@vidu.example", name="  ") == "no_name"
    assert code_of(add, contact="b@vidu.example", name="ă" * 121) == "no_name"
    leader, _ = holder("leader", COMMUNE)
    assert code_of(add, contact="b@vidu.example", by=leader) == "no_role"
    officer, _ = holder("commune_officer", OTHER_COMMUNE)
    assert code_of(add, contact="b@vidu.example", by=officer) == "elsewhere"


def test_a_link_is_sent_only_by_who_has_power_over_every_role_of_the_receiver():
    officer, _ = holder("commune_officer", COMMUNE)
    province, _ = holder("provincial_agency", PROVINCE)
    fresh = person("Chưa Vai Trò")
    assert policies.may_invite(officer, fresh)
    colleague, _ = holder("leader", COMMUNE, name="Lãnh đạo xã")
    assert policies.may_invite(officer, colleague.person)
    colleague.person.set_password("bốn từ rất dài ở đây")
    assert policies.may_invite(officer, colleague.person).code == "no_role"
    assert policies.may_invite(province, colleague.person)
    ministry, _ = holder("ministry")
    assert policies.may_invite(province, ministry.person).code == "elsewhere"
    assert policies.may_invite(officer, province.person).code == "elsewhere"
    stranger = person("Có Mật Khẩu", password="argon2$x")
    assert not policies.may_invite(province, stranger) and not policies.may_invite(officer, stranger)
    reader, _ = holder("auditor", PROVINCE)
    assert policies.may_invite(reader, fresh).code == "no_role"
    fresh.is_active = False
    assert policies.may_invite(officer, fresh).code == "closed_account"
    actions.invite(person=colleague.person, by=province, at=AT)
    assert [told.act for told in timeline("person", str(colleague.person.id))] == ["accounts.invite"]


def test_everybody_sets_their_own_password_and_argon2_keeps_it():
    mine, _ = holder("commune_officer", COMMUNE)
    other, _ = holder("provincial_agency", PROVINCE)
    given = {"person": mine.person, "password": "bốn từ rất dài ở đây", "at": AT}
    assert code_of(actions.set_password, by=other, **given) == "not_yours"
    actions.set_password(by=mine, **given)
    stored = Person.objects.get(id=mine.person.id)
    assert identify_hasher(stored.password).algorithm == "argon2" and stored.check_password("bốn từ rất dài ở đây")
    (told,) = timeline("person", str(mine.person.id))
    assert (told.act, told.before, told.after) == ("accounts.set_password", None, None)


def test_a_closed_account_acts_in_nothing():
    mine, _ = holder("commune_officer", COMMUNE)
    by, _ = holder("provincial_agency", PROVINCE)
    given = {"at": AT, "reason": "Nghỉ việc"}
    assert code_of(actions.close_account, person=by.person, by=by, **given) == "own_account"
    assert code_of(actions.close_account, person=by.person, by=mine, **given) == "no_role"
    actions.close_account(person=mine.person, by=by, **given)
    assert queries.held_on(Person.objects.get(id=mine.person.id), DAY) == []
    assert code_of(actions.set_password, person=mine.person, password="x", by=mine, at=AT) == "closed_account"


def test_a_unit_that_is_no_more_leaves_its_roles_without_reach(django_assert_max_num_queries):
    from datetime import date

    from ocop.domain.accounts.models import RoleHeld
    from ocop.domain.places.queries import unit_on

    old = unit_on("02473", date(2025, 1, 1))
    who = person("Từ Trước")
    RoleHeld.objects.create(
        person=who, role="commune_officer", seat=str(old.unit_id), unit=old.unit, valid_from=date(2025, 1, 1)
    )  # fmt: skip
    if old.unit_id == seat(COMMUNE).unit.id:
        pytest.skip("the code kept its unit")
    (held,) = queries.held_on(who, DAY)
    assert held.unit_name == ""
    assert queries.seats_of(who, DAY) == [NATION]


@pytest.mark.parametrize("model", [one for one in vars(tables).values() if isinstance(one, type)
    and issubclass(one, models.Model) and one.__module__ == tables.__name__], ids=lambda one: one.__name__)  # fmt: skip
def test_every_field_is_classed(model):
    named = {f"{model.__name__}.{field.name}" for field in model._meta.concrete_fields}
    assert named == {key for key in personal.FIELDS if key.startswith(f"{model.__name__}.")}
    assert {personal.FIELDS[key] for key in named} <= {*personal.CLASSES}


def test_everything_kept_about_somebody_has_words_and_no_secret():
    told = {part for name, kind in personal.FIELDS.items() if kind != "secret" for part in name.split(".")}
    assert told - {"WrongTries", "tries", "last_at", "used_step"} == personal.TOLD.keys()
    me, _ = holder("commune_officer", COMMUNE)
    kept = [*personal.kept_about(me.person)]
    assert ("Person", 1, "email", me.person.email) in kept and ("RoleHeld", 1, "role", "commune_officer") in kept
    assert not {f"{table}.{field}" for table, _, field, _ in kept} & {
        k for k, v in personal.FIELDS.items() if v == "secret"
    }


def test_an_account_is_reopened_by_who_may_close_it():
    mine, _ = holder("commune_officer", COMMUNE)
    by, _ = holder("provincial_agency", PROVINCE)
    accountant, _ = holder("producer", COMMUNE, producer=UUID(int=7))
    actions.close_account(person=mine.person, by=by, at=AT, reason="Nghỉ")
    assert code_of(actions.reopen_account, person=mine.person, by=accountant, at=AT, reason="") == "no_role"
    actions.reopen_account(person=mine.person, by=by, at=AT, reason="Về lại")
    actions.reopen_account(person=mine.person, by=by, at=AT, reason="Lần nữa")
    assert queries.held_on(Person.objects.get(id=mine.person.id), DAY)
    acts = [(told.act, told.note) for told in timeline("person", str(mine.person.id))]
    assert acts == [("accounts.close_account", "Nghỉ"), ("accounts.reopen_account", "Về lại")]


def test_a_producers_people_are_closed_by_the_commune_unless_they_are_more():
    officer, _ = holder("commune_officer", COMMUNE)
    accountant, _ = holder("producer", COMMUNE, producer=UUID(int=7))
    assert policies.may_close_account(officer, accountant.person)
    elsewhere, _ = holder("commune_officer", OTHER_COMMUNE)
    assert policies.may_close_account(elsewhere, accountant.person).code == "elsewhere"
    both, _ = holder("inspector", PROVINCE, name="Kiêm nhiệm")
    there = queries.Seat(seat(COMMUNE).line, UUID(int=7))
    actions.give_role(person=both.person, role="producer", seat=there, start=DAY, by=SYSTEM, at=AT)
    assert policies.may_close_account(officer, both.person).code == "no_role"
