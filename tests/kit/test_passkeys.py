"""What a browser answers for a passkey is believed only when everything about it is right."""

import json

import pytest

from ocop.kit import passkeys
from ocop.kit.passkeys import BadPasskey
from tests.kit.soft_key import ORIGIN, SoftKey

SITE, OWNER = "OCOP", b"o" * 16


def ask_to_make(origin=ORIGIN, known=()):
    return passkeys.begin_adding(
        origin, site=SITE, owner=OWNER, account="xa@vidu.example", name="Xã", known=list(known)
    )  # fmt: skip


def made(key):
    asked, state = ask_to_make()
    return passkeys.finish_adding(ORIGIN, site=SITE, state=state, answer=key.make(asked))


def used(key, kept, **more):
    asked, state = passkeys.begin_using(ORIGIN, site=SITE, known=[])
    given = {"site": SITE, "state": state, "public_key": kept.public_key, "answer": key.use(asked)} | more
    return passkeys.finish_using(ORIGIN, **given)


def test_a_key_is_made_and_used():
    key = SoftKey()
    kept = made(key)
    use = used(key, kept)
    assert (use.credential, use.owner, use.sign_count) == (kept.credential, OWNER.hex(), 1)
    asked, _ = ask_to_make(known=[kept.public_key])
    assert [one["id"] for one in json.loads(asked)["excludeCredentials"]] == [kept.credential]
    asked, _ = passkeys.begin_using(ORIGIN, site=SITE, known=[kept.public_key])
    assert [one["id"] for one in json.loads(asked)["allowCredentials"]] == [kept.credential]


def test_the_owner_is_checked_and_the_key_can_be_found_without_a_name():
    asked = json.loads(ask_to_make()[0])
    assert asked["rp"] == {"id": "ocop.vidu.example", "name": "OCOP"}
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert json.loads(passkeys.begin_using(ORIGIN, site=SITE, known=[])[0])["userVerification"] == "required"


@pytest.mark.parametrize("lie", [
    {"origin": "https://ocop.vidu.example.evil.example"}, {"origin": "http://ocop.vidu.example"},
    {"origin": "https://sub.ocop.vidu.example"}, {"verified": False},
])  # fmt: skip
def test_another_place_or_an_unchecked_owner_makes_and_opens_nothing(lie):
    with pytest.raises(BadPasskey):
        made(SoftKey(**lie))
    key = SoftKey()
    kept = made(key)
    vars(key).update(lie)
    with pytest.raises(BadPasskey):
        used(key, kept)


def test_an_old_question_another_key_and_a_changed_answer_open_nothing():
    key, other = SoftKey(), SoftKey()
    kept = made(key)
    _, old = passkeys.begin_using(ORIGIN, site=SITE, known=[])
    asked, state = passkeys.begin_using(ORIGIN, site=SITE, known=[])
    right = key.use(asked)
    for wrong in ({"state": old}, {"state": {}}, {"state": state, "answer": other.use(asked)}):
        with pytest.raises(BadPasskey):
            used(key, kept, **({"answer": right} | wrong))
    changed = json.loads(right)
    changed["response"]["signature"] = changed["response"]["signature"][:-4] + "AAAA"
    with pytest.raises(BadPasskey):
        used(key, kept, state=state, answer=json.dumps(changed))
    assert used(key, kept, state=state, answer=right)


@pytest.mark.parametrize("answer", ["", "1", "[]", "{}", "x" * 30_000, "[" * 15_000, '{"id": 1, "rawId": "AA"}',
    '{"rawId": "A", "response": {}}', '{"rawId": "AA", "response": {"clientDataJSON": "AA"}}'])  # fmt: skip
def test_nonsense_is_a_bad_passkey_and_nothing_worse(answer):
    _, state = ask_to_make()
    for act in (
        lambda: passkeys.credential_of(answer),
        lambda: passkeys.finish_adding(ORIGIN, site=SITE, state=state, answer=answer),
        lambda: used(SoftKey(), made(SoftKey()), answer=answer),
    ):
        with pytest.raises(BadPasskey):
            act()


@pytest.mark.parametrize(("origin", "usable"), [
    ("https://ocop.vidu.example", True), ("http://localhost:8000", True), ("http://ocop.vidu.example", False),
    ("http://127.0.0.1:8000", False), ("https://10.0.0.1", False), ("https://[::1]", False),
])  # fmt: skip
def test_browsers_give_keys_to_names_only(origin, usable):
    assert passkeys.usable_at(origin) is usable
