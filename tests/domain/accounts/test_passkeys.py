"""Whose passkey it is, what it opens, and that removing it ends that."""

import pytest

from ocop.domain.accounts import queries
from ocop.domain.accounts.actions import passkeys as acts
from ocop.domain.accounts.actions import second_factor, sign_in
from ocop.domain.accounts.models import Passkey, Person, SpareCode, WrongTries
from ocop.domain.history.queries import timeline
from ocop.kit import passkeys
from ocop.rules.refused import Refused
from tests.domain.accounts.people import AT, COMMUNE, PROVINCE, holder
from tests.kit.soft_key import ORIGIN, SoftKey

pytestmark = pytest.mark.django_db
SITE = "OCOP"


def add(by, key, name="Máy cơ quan", with_password=False):
    asked, state = passkeys.begin_adding(
        ORIGIN, site=SITE, owner=by.person.id.bytes, account="x", name="x", known=[]
    )  # fmt: skip
    kept = passkeys.finish_adding(ORIGIN, site=SITE, state=state, answer=key.make(asked))
    return acts.add_passkey(person=by.person, key=kept, name=name, with_password=with_password, by=by, at=AT)


def check(key, owner=None, **more):
    asked, state = passkeys.begin_using(ORIGIN, site=SITE, known=[])
    given = {"state": state, "origin": ORIGIN, "site": SITE, "address": "10.0.0.1", "at": AT, "demonstration": True}
    return acts.check_passkey(answer=key.use(asked, owner), **given | more)


def code_of(act, *what, **more):
    with pytest.raises(Refused) as refusal:
        act(*what, **more)
    return refusal.value.code


@pytest.fixture
def officer():
    return holder("commune_officer", COMMUNE)[0]


def test_a_key_opens_its_owners_account_until_it_is_removed(officer):
    key = SoftKey()
    assert add(officer, key) == [] and not queries.asks_second_step(officer.person)
    assert check(key) == officer.person
    (row,) = queries.passkeys_of(officer.person)
    assert (row.sign_count, row.used_at) == (1, AT)
    acts.remove_passkey(person=officer.person, number=row.id, by=officer, at=AT)
    assert code_of(check, key) == "wrong_passkey"
    assert code_of(acts.remove_passkey, person=officer.person, number=row.id, by=officer, at=AT) == "no_such_key"
    told = timeline("person", str(officer.person.id))
    assert [(one.act, one.before, one.after) for one in told] == [
        ("accounts.add_passkey", None, {"name": "Máy cơ quan", "with_password": False}),
        ("accounts.remove_passkey", {"name": "Máy cơ quan"}, None),
    ]


def test_a_copied_key_is_noticed_by_its_counter(officer):
    key = SoftKey()
    add(officer, key)
    check(key)
    key.count = 0
    assert code_of(check, key) == "wrong_passkey"
    assert check(key) == officer.person


def test_keys_that_do_not_count_are_good_too(officer):
    key = SoftKey()
    add(officer, key)
    for _ in range(2):
        key.count = -1
        assert check(key) == officer.person


def test_nobody_elses_key_will_do(officer):
    key, other = SoftKey(), holder("leader", PROVINCE)[0]
    add(officer, key)
    assert code_of(check, key, owner=other.person.id.bytes) == "wrong_passkey"
    assert code_of(check, key, person=other.person) == "wrong_passkey"
    assert check(key, person=officer.person) == officer.person
    assert code_of(add, other, key) == "key_known"
    number = queries.passkeys_of(officer.person).get().id
    assert code_of(acts.remove_passkey, person=other.person, number=number, by=other, at=AT) == "no_such_key"
    assert code_of(acts.remove_passkey, person=officer.person, number=number, by=other, at=AT) == "not_yours"


def test_a_closed_or_demonstration_account_stays_shut(officer):
    key = SoftKey()
    add(officer, key)
    Person.objects.filter(id=officer.person.id).update(is_demonstration=True)
    assert code_of(check, key, demonstration=False) == "wrong_passkey" and check(key)
    Person.objects.filter(id=officer.person.id).update(is_active=False)
    assert code_of(check, key) == "wrong_passkey"


def test_wrong_keys_from_one_address_have_to_wait(officer):
    key = SoftKey()
    add(officer, key)
    stranger = SoftKey(credential=b"s" * 16)
    for _ in range(3):
        assert code_of(check, stranger) == "wrong_passkey"
    assert WrongTries.objects.get().tries == 3
    assert check(key) and WrongTries.objects.get().tries == 3  # the right one takes itself back
    WrongTries.objects.update(tries=40)
    assert code_of(check, key) == "wait" and check(key, address="10.0.0.2")


def test_a_key_beside_the_password_comes_with_spare_codes_that_end_with_it(officer):
    spare = add(officer, SoftKey(), with_password=True)
    assert len(spare) == 8 and queries.asks_second_step(officer.person)
    assert add(officer, SoftKey(credential=b"2" * 16), "Hai", with_password=True) == []
    sign_in.check_code(person=officer.person, code=spare[0], at=AT)
    assert code_of(sign_in.check_code, person=officer.person, code=spare[0], at=AT) == "wrong_code"
    second_factor.remove_authenticator(person=officer.person, by=officer, at=AT)
    for row, left in zip(queries.passkeys_of(officer.person), (7, 0), strict=True):
        acts.remove_passkey(person=officer.person, number=row.id, by=officer, at=AT)
        assert SpareCode.objects.count() == left


@pytest.mark.parametrize(
    ("name", "code"), [("  ", "no_key_name"), ("a" * 61, "no_key_name"), (" Máy  cơ quan ", "key_name_taken")]
)
def test_keys_are_told_apart_by_name(officer, name, code):
    add(officer, SoftKey())
    assert code_of(add, officer, SoftKey(credential=b"2" * 16), name) == code


def test_there_is_an_end_to_keys(officer):
    Passkey.objects.bulk_create(
        Passkey(person=officer.person, name=str(n), credential=str(n), public_key="", added_at=AT) for n in range(20)
    )
    assert code_of(add, officer, SoftKey()) == "too_many_keys"
