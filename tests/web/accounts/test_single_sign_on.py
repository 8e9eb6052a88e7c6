"""Single sign-on against a real provider in a process of its own: in by it, and by nothing that only looks like it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from ocop.domain.accounts.models import LinkedAccount, Person, Session
from ocop.domain.history.queries import timeline
from tests.provider.process import Running, through
from tests.web.accounts.conftest import PASSWORD
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db
START, BACK = "/dang-nhap/cong/tinh/", "http://testserver/dang-nhap/cong/tinh/ve/"


@pytest.fixture(scope="session")
def provider(tmp_path_factory):
    """The provider itself; the port is any that is free."""
    running = Running(tmp_path_factory.mktemp("provider"), 0, BACK)
    yield running
    running.stop()


@pytest.fixture
def sign_on(provider, settings):
    """The site as its settings name the provider; sign_on(who, client) goes there and comes back."""
    settings.SIGN_ON_PROVIDERS = [provider.settings()]
    provider.lie()

    def go(who="hao", client=None, start=START):
        client = client or Client()
        client.back = through(client.get(start).url, who)
        client.answer = client.get(client.back)
        return client

    return go


@pytest.fixture
def officer(somebody):
    who, _ = somebody("commune_officer", "02473")
    return who


def words(answer):
    return answer.content.decode()


def linked(person, provider, subject="1"):
    return LinkedAccount.objects.create(
        person=person, issuer=provider.issuer, subject=subject, linked_at=timezone.now()
    )  # fmt: skip


def test_what_is_asked_of_the_provider(sign_on, provider):
    asked = urlsplit(Client().get(START).url)
    told = {name: value[0] for name, value in parse_qs(asked.query).items()}
    assert f"{asked.scheme}://{asked.netloc}{asked.path}" == f"{provider.issuer}/authorize/"
    assert (told["response_type"], told["client_id"], told["redirect_uri"]) == ("code", "ocop", BACK)
    assert told["code_challenge_method"] == "S256" and len(told["code_challenge"]) == 43
    assert len(told["state"]) >= 20 and len(told["nonce"]) >= 20 and "openid" in told["scope"].split()


def test_linked_by_saying_so_then_in_by_one_button_and_out_of_both(sign_on, enter, officer):
    here = enter(officer)
    assert "Gắn Cổng đăng nhập tỉnh" in words(here.get("/tai-khoan/"))
    assert sign_on(client=here).answer.url == "/tai-khoan/lien-ket/"
    assert "hao@vidu.example" in words(here.get("/tai-khoan/lien-ket/")) and not LinkedAccount.objects.exists()
    assert here.post("/tai-khoan/lien-ket/", {"old": "sai"}).status_code == 422
    assert here.post("/tai-khoan/lien-ket/", {"old": PASSWORD}).url.endswith("xong=gan")
    assert here.post("/tai-khoan/lien-ket/", {"old": PASSWORD}).url == "/tai-khoan/"

    new = sign_on(start=START + "?tiep=/co-quan/nguoi/02473/")
    assert new.answer.url == "/co-quan/nguoi/02473/" and new.get("/tai-khoan/").status_code == 200
    row = LinkedAccount.objects.get(person=officer)
    assert (
        row.used_at and row.label == "hao@vidu.example" and row.subject in words(new.get("/tai-khoan/")) + row.subject
    )
    assert Session.objects.filter(person=officer, opened_at__isnull=False).count() == 2
    out = new.post("/dang-xuat/")
    assert "/o/logout/?id_token_hint=" in words(out) and "Cổng đăng nhập tỉnh" in words(out)
    assert new.get("/tai-khoan/").status_code == 302

    page = f"/tai-khoan/lien-ket/{row.id}/go/"
    assert here.get(page).status_code == 200 and here.post(page, {"old": "sai"}).status_code == 422
    assert here.post(page, {"old": PASSWORD}).url.endswith("xong=go")
    assert "Chưa gắn với tài khoản nào ở đây" in words(sign_on().answer)
    told = [(one.act, one.name) for one in timeline("person", str(officer.id))]
    assert told == [("accounts.link_account", officer.full_name), ("accounts.unlink_account", officer.full_name)]


def test_a_stranger_gets_no_account_and_links_after_signing_in_another_way(sign_on, officer, enter):
    Person.objects.filter(id=officer.id).update(email="hao@vidu.example")
    officer.refresh_from_db()
    stranger = sign_on()
    assert "không tự tạo" in words(stranger.answer) and Person.objects.count() == 1
    assert stranger.get("/tai-khoan/").status_code == 302
    enter(officer, client=stranger, after="/tai-khoan/lien-ket/")
    assert stranger.answer.url == "/tai-khoan/lien-ket/"
    assert stranger.post("/tai-khoan/lien-ket/", {"old": PASSWORD}).status_code == 302
    assert sign_on().answer.url == "/co-quan/"


@pytest.mark.parametrize(("who", "contact", "trusted", "opens"), [
    ("hao", {"email": "hao@vidu.example"}, True, True),
    ("hao", {"email": "hao@vidu.example"}, False, False),
    ("hao", {"email": "khac@vidu.example"}, True, False),
    ("mai", {"email": "mai@vidu.example"}, True, False),  # the provider has not verified it
    ("binh", {"phone": "+84912345678"}, True, True),
])  # fmt: skip
def test_a_verified_contact_links_only_where_the_settings_trust_it(
    sign_on, provider, settings, officer, who, contact, trusted, opens
):
    settings.SIGN_ON_PROVIDERS = [provider.settings(trust_contacts=trusted)]
    Person.objects.filter(id=officer.id).update(**contact)
    client = sign_on(who)
    assert (client.get("/tai-khoan/").status_code == 200) is opens
    assert LinkedAccount.objects.filter(person=officer).exists() is opens
    assert [one.act for one in timeline("person", str(officer.id))] == ["accounts.link_account"] * opens


LIES = {
    "aud": "aud", "azp": "aud", "expired": "expired", "nonce": "nonce", "issuer": "iss", "subject": "sub",
    "key": "signature", "unsigned": "alg", "symmetric": "alg",
}  # fmt: skip


@pytest.mark.parametrize(("lie", "reason"), LIES.items())
def test_a_token_that_is_wrong_in_one_thing_opens_nothing(sign_on, provider, officer, lie, reason, caplog):
    linked(officer, provider)
    provider.lie(lie)
    client = sign_on()
    assert client.answer.status_code == 422 and "không hợp lệ, nên không ai được vào" in words(client.answer)
    assert reason in caplog.text.split("bad_token:")[1]
    assert client.get("/tai-khoan/").status_code == 302
    provider.lie()
    assert sign_on().answer.url == "/co-quan/"


def test_an_answer_is_good_once_and_for_the_browser_that_asked(sign_on, provider, officer):
    linked(officer, provider)
    client = Client()
    back = through(client.get(START).url, "hao")
    for wrong in (Client(), client):
        answer = wrong.get(back.replace("state=", "state=x") if wrong is client else back)
        assert answer.status_code == 422 and "đã dùng rồi hoặc quá lâu" in words(answer)
    client.get(START)
    assert sign_on(client=client).answer.status_code == 302
    client.post("/dang-xuat/")
    again = client.get(client.back)
    assert again.status_code == 422 and "Bắt đầu lại" in words(again) and client.get("/tai-khoan/").status_code == 302


def test_a_step_left_too_long_starts_again(sign_on, provider, officer):
    linked(officer, provider)
    client = Client()
    back = through(client.get(START).url, "hao")
    session = client.session
    session["sign_on_step"] = ["tinh", session["sign_on_step"][1] - 901, "/tai-khoan/", "vi"]
    session.save()
    assert "quá lâu" in words(client.get(back)) and client.get("/tai-khoan/").status_code == 302


def test_who_stops_at_the_provider_is_told_so_in_their_language(sign_on):
    client = Client()
    client.get("/en" + START)
    page = words(client.get(BACK + "?error=access_denied&state=x"))
    assert "You did not sign in at Province sign-on" in page and vietnamese_left_in(page) == []


@pytest.mark.parametrize("where", ["http://127.0.0.1:9/o", "{site}/broken", "{site}/other", "{site}/slow"])
def test_a_provider_that_is_down_slow_or_confused_is_said_in_clear_words(
    sign_on, provider, settings, where, monkeypatch
):
    monkeypatch.setattr("ocop.web.base.sign_in.open_id.PATIENCE", 1)
    settings.SIGN_ON_PROVIDERS = [provider.settings(issuer=where.format(site=provider.site))]
    answer = Client().get(START)
    assert answer.status_code == 502 and "Cổng đăng nhập tỉnh chưa trả lời" in words(answer)
    assert "Đăng nhập" in words(Client().get("/dang-nhap/"))


def test_a_wrong_secret_of_ours_lets_nobody_in(sign_on, provider, settings, officer):
    linked(officer, provider)
    settings.SIGN_ON_PROVIDERS = [provider.settings(client_secret="khac")]
    assert sign_on().answer.status_code == 422


def test_the_second_step_and_closed_accounts_hold_here_too(sign_on, provider, officer, settings):
    from ocop.domain.accounts.models import Authenticator

    linked(officer, provider)
    app = Authenticator.objects.create(person=officer, secret="x", added_at=timezone.now())
    assert sign_on().answer.url == "/dang-nhap/ma/"
    app.delete()
    Person.objects.filter(id=officer.id).update(is_active=False)
    shut = sign_on()
    assert "đã đóng" in words(shut.answer) and shut.get("/tai-khoan/").status_code == 302
    Person.objects.filter(id=officer.id).update(is_active=True, is_demonstration=True)
    settings.DEMONSTRATION = False
    assert sign_on().get("/tai-khoan/").status_code == 302


def test_an_address_that_fails_again_and_again_waits(sign_on):
    from ocop.domain.accounts.models import WrongTries

    client = Client()
    client.get(BACK + "?code=x&state=y")
    assert WrongTries.objects.update(tries=40) == 1
    assert client.get(BACK + "?code=x&state=y").status_code == 429


def test_one_account_there_opens_one_here(sign_on, provider, officer, somebody, enter):
    linked(somebody("leader", "08")[0], provider)
    here = sign_on(client=enter(officer))
    answer = here.post("/tai-khoan/lien-ket/", {"old": PASSWORD})
    assert answer.status_code == 422 and "đang mở một tài khoản OCOP khác" in words(answer)
    linked(officer, provider, "99")
    sign_on("mai", client=here)
    assert "Gỡ tài khoản cũ trước" in words(here.post("/tai-khoan/lien-ket/", {"old": PASSWORD}))


def test_the_last_way_in_is_not_taken_away(sign_on, provider, officer):
    row = linked(officer, provider)
    Person.objects.filter(id=officer.id).update(password="!")
    here = sign_on()
    page = f"/tai-khoan/lien-ket/{row.id}/go/"
    assert 'name="old"' not in words(here.get(page))
    answer = here.post(page)
    assert answer.status_code == 422 and "cách đăng nhập duy nhất" in words(answer)
    session = here.session
    session["entered"] -= 601
    session.save()
    assert "đăng xuất, đăng nhập lại" in words(here.post(page))


def test_without_settings_there_is_no_such_door(settings):
    settings.SIGN_ON_PROVIDERS = []
    assert Client().get(START).status_code == 404 and Client().get(BACK).status_code == 404
    assert "/dang-nhap/cong/" not in words(Client().get("/dang-nhap/"))
