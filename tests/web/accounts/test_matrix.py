"""Every address of the site x every role x own and other units: made from the addresses and the table of roles."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from ocop.domain.accounts.models import StandIn
from ocop.domain.history.models import Event
from ocop.rules.access.acts import ACTS
from ocop.rules.access.roles import ROLES
from tests.domain.accounts.people import DAY, person

pytestmark = pytest.mark.django_db

OPEN_SPACES = {"public", "law", "docs", "base"}
OPEN = {"sign-in:start", "sign-in:code", "sign-in:first-password", "sign-in:sign-out"}
OWN = {"sign-in:account", "sign-in:password", "sign-in:sessions", "sign-in:authenticator",
       "sign-in:authenticator-remove", "people:mine"}  # fmt: skip
# What stands behind each other address when the role it is about is somebody else's.
NEEDS = {
    "people:unit": ["accounts.see_people"],
    "people:give": ["accounts.give_role"],
    "people:end": ["accounts.end_role"],
    "people:hand-over": ["accounts.end_role", "accounts.give_role"],
    "people:stand-in": ["accounts.give_role"],
    "people:end-stand-in": ["accounts.give_role"],
    "people:invite": ["accounts.give_role"],
}
HOME = {"commune": "02473", "province": "08", "nation": "vn"}
TYPED = {"contact": "a@vidu.example", "full_name": "A", "role": "leader", "last": "2998-01-01"}
LINES = {
    "vn": ("vn",), "08": ("vn", "08"), "02473": ("vn", "08", "02473"), "00715": ("vn", "08", "00715"),
    "19": ("vn", "19"), "01840": ("vn", "19", "01840"),
}  # fmt: skip


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
    assert signed_in == OWN | NEEDS.keys()
    assert {name for name in ALL.keys() - signed_in if name.split(":")[0] not in OPEN_SPACES} == OPEN
    assert len(ALL) > 30


def reaches(role, home, target, act):
    """What the table says, worked out here once more: the role may do it, and the target lies at home or below."""
    return role in ACTS[act].within and home in LINES[target]


@pytest.fixture
def targets(somebody):
    """In each unit a leader with a stand-in; returns the addresses about them by unit."""
    found = {}
    for code in LINES:
        who, row = somebody("leader", "" if code == "vn" else code, name=f"Lãnh đạo {code}")
        StandIn.objects.create(role_held=row, person=person(f"Thay {code}"), valid_from=DAY, valid_until="2999-01-01")
        arguments = {"people:unit": [code], "people:give": [code], "people:invite": [who.id]}
        found[code] = {name: reverse(name, args=arguments.get(name, [row.id])) for name in NEEDS}
    return found


@pytest.mark.parametrize("role", ROLES)
def test_each_role_in_each_unit(role, targets, somebody, enter):
    level = ROLES[role].levels[0]
    home = HOME.get(level, "none")
    more = {"producer": uuid4()} if level == "producer" else {}
    code = "02473" if level == "producer" else "" if home == "vn" else home
    client = enter(somebody(role, code, name="Người Hỏi", **more)[0])
    events = Event.objects.count()
    wrong, yes = [], 0
    for target, about in targets.items():
        for name, path in about.items():
            allowed = all(reaches(role, home, target, act) for act in NEEDS[name])
            yes += allowed
            asked = client.get(path)
            if asked.status_code != (200 if allowed else 403):
                wrong.append(("GET", name, target, asked.status_code))
            if not allowed and name != "people:unit":
                sent = client.post(path, TYPED | {"key": uuid4()})
                if sent.status_code != 403:
                    wrong.append(("POST", name, target, sent.status_code))
    assert not wrong
    assert Event.objects.count() == events
    assert bool(yes) == any(role in ACTS[act].within for acts in NEEDS.values() for act in acts)
    assert all(client.get(reverse(name)).status_code in {200, 302, 403, 405} for name in OWN)


def test_a_stranger_is_sent_to_sign_in_everywhere(targets):
    for path in [*targets["02473"].values(), *(reverse(name) for name in OWN - {"sign-in:sessions"})]:
        answer = Client().get(path)
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
