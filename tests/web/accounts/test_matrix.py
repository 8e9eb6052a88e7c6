"""Every address of the site x every role x own and other units: made from the addresses and the table of roles."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from ocop.domain.accounts.models import LinkedAccount, Passkey
from ocop.domain.history.models import Event
from ocop.rules.access.acts import ACTS
from ocop.rules.access.roles import ROLES
from tests.domain.accounts.people import AT
from tests.web.accounts.conftest import PASSWORD
from tests.web.addresses import HOME, LINES, NEEDS, OPEN, OPEN_SPACES, OWN, OWN_ONE, TYPED, made_in

pytestmark = pytest.mark.django_db


def addresses(resolver=None, space=""):
    """Every named address: (namespace:name, view)."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one, one.namespace or space)
        elif isinstance(one, URLPattern):
            yield f"{space}:{one.name}", one.callback


ALL = dict(addresses())


def test_every_address_is_classed():
    signed_in = {name for name, view in ALL.items() if getattr(view, "audience", "") == "signed in"}
    assert signed_in == OWN | OWN_ONE | NEEDS.keys()
    assert {name for name in ALL.keys() - signed_in if name.split(":")[0] not in OPEN_SPACES} == OPEN
    assert len(ALL) > 30


def page_of_own(name):
    """The address of a page that anybody signed in may open."""
    return reverse(name, args=["02473"] if name == "unit:overview" else [])


def reaches(role, home, target, act, own=False):
    """What the table says, worked out here once more: within one's unit and below it, or for one's own producer."""
    return (role in ACTS[act].within and home in LINES[target]) or (role in ACTS[act].own and own)


@pytest.fixture
def things(somebody):
    """What there is in each unit, by what addresses are about."""
    return {code: made_in(code, somebody) for code in LINES}


def about(things):
    """(address's name, unit, path) for every address about something there is in that unit."""
    for code, there in things.items():
        for name, need in NEEDS.items():
            if need.about in there:
                yield name, code, reverse(name, args=there[need.about])


@pytest.fixture
def somebody_elses(somebody):
    """The addresses of what one keeps of one's own, about another person's."""
    who, _ = somebody("inspector", "08", name="Chủ Của Khóa")
    key = Passkey.objects.create(person=who, name="Máy", credential="x", public_key="x", added_at=AT)
    link = LinkedAccount.objects.create(person=who, issuer="https://x.example", subject="1", linked_at=AT)
    about = {"sign-in:passkey-remove": key, "sign-in:unlink": link}
    assert about.keys() == OWN_ONE
    return [reverse(name, args=[row.id]) for name, row in about.items()]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_in_each_unit(role, things, somebody_elses, somebody, enter):
    level = ROLES[role].levels[0]
    home = HOME.get(level, "none")
    mine = things["02473"]["producer"][0] if level == "producer" else None
    code = "02473" if level == "producer" else "" if home == "vn" else home
    client = enter(somebody(role, code, name="Người Hỏi", **({"producer": mine} if mine else {}))[0])
    acts = Event.objects.exclude(act__endswith=".export")  # a list that left is an event of its own
    events = acts.count()
    wrong, yes = [], 0
    for name, target, path in about(things):
        if target == "00715" and level != "commune":
            continue  # for every other role a second commune of the province is like the first
        need = NEEDS[name]
        own = mine is not None and target == "02473" and need.about.startswith("producer")
        allowed = all(reaches(role, home, target, act, own) for act in need.acts)
        yes += allowed
        if not need.sends:
            asked = client.get(path)
            if asked.status_code not in (need.answers if allowed else (403,)):
                wrong.append(("GET", name, target, asked.status_code))
        if not allowed and not need.reads:
            sent = client.post(path, TYPED | {"key": uuid4()})
            if sent.status_code != 403:
                wrong.append(("POST", name, target, sent.status_code))
    assert not wrong
    assert acts.count() == events
    somewhere = (act for need in NEEDS.values() if len(need.acts) == 1 for act in need.acts)
    assert yes or not any(role in ACTS[act].within for act in somewhere)
    assert all(client.get(page_of_own(name)).status_code in {200, 302, 403, 405} for name in OWN)
    for path in somebody_elses:
        assert client.get(path).status_code == 404
        client.post(path, {"old": PASSWORD})
    assert acts.count() == events and Passkey.objects.exists() and LinkedAccount.objects.exists()


def test_a_stranger_is_sent_to_sign_in_everywhere(things):
    paths = [path for _name, code, path in about(things) if code in ("02473", "08")]
    for path in [*paths, *(page_of_own(name) for name in OWN - {"sign-in:sessions"})]:
        answer = Client().get(path)
        if answer.status_code == 405:  # nothing to read there
            answer = Client().post(path)
        assert (answer.status_code, answer.url.split("?")[0]) == (302, "/dang-nhap/"), path
    assert Client().post("/tai-khoan/phien/").url.startswith("/dang-nhap/")


def test_a_role_that_ended_yesterday_opens_nothing(somebody, enter):
    from datetime import timedelta

    from django.utils import timezone

    who, _ = somebody("provincial_agency", "08", until=timezone.localdate())
    client = enter(who)
    assert client.get("/co-quan/nguoi/08/").status_code == 403
    assert client.get("/co-quan/nguoi/").status_code == 403
    later, _ = somebody("ministry", until=timezone.localdate() + timedelta(days=1))
    assert enter(later).get("/co-quan/nguoi/08/").status_code == 200
