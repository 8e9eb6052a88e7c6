"""Signing in without telling who has an account, with waits said honestly, in sessions that can be ended."""

from datetime import timedelta

import pytest
from django.conf import settings as site
from django.test import Client
from django.utils import timezone

from ocop.domain.accounts.actions import second_factor
from ocop.domain.accounts.models import Person, Session, WrongTries
from ocop.kit.one_time import STEP, code_of, new_secret
from ocop.web.base.sign_in import passwords
from tests.web.accounts.conftest import PASSWORD
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db


def words(answer):
    return answer.content.decode()


def test_by_email_or_number_in_any_spelling(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    Person.objects.filter(id=person.id).update(phone="+84912345678")
    for typed in (person.email.upper(), "0912 345.678", "+84912345678"):
        client = Client()
        answer = client.post("/dang-nhap/", {"name": typed, "password": PASSWORD})
        assert (answer.status_code, answer.url) == (302, "/co-quan/")
        assert "Cán bộ OCOP cấp xã" in words(client.get("/tai-khoan/"))


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    wrong = enter(person, "khong-phai-mat-khau").answer
    unknown = Client().post("/dang-nhap/", {"name": "khong.ai@vidu.example", "password": "khong-phai-mat-khau"})
    closed = Person.objects.create(
        full_name="Đã Đóng", search_key="", sort_key="", email="dong@vidu.example", password=person.password,
        is_active=False, joined_at=timezone.now(),
    )  # fmt: skip
    shut = enter(closed).answer
    texts = {words(one).split('role="alert"')[1].split("</div>")[0] for one in (wrong, unknown, shut)}
    assert len(texts) == 1 and "Còn 4 lần thử" in texts.pop()
    assert {one.status_code for one in (wrong, unknown, shut)} == {422}
    assert site.SESSION_COOKIE_NAME not in wrong.cookies


def test_after_five_wrong_tries_one_waits_and_is_told_how_long(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    answers = [enter(person, "sai").answer for _ in range(5)]
    assert "(chờ 1 phút)" in words(answers[-1])
    locked = enter(person).answer
    assert locked.status_code == 429 and "(chờ 1 phút)" in words(locked)
    WrongTries.objects.filter(tries=5).update(last_at=timezone.now() - timedelta(seconds=61))
    assert enter(person).answer.status_code == 302
    assert set(WrongTries.objects.values_list("tries", flat=True)) == {0, 5}  # the address remembers, the account not
    english = Client().post("/en/dang-nhap/", {"name": person.email, "password": "sai"})
    assert "4 more before you have to wait" in words(english)


def test_nobody_is_told_by_waiting_either(enter):
    for _ in range(5):
        Client().post("/dang-nhap/", {"name": "khong.ai@vidu.example", "password": "sai"})
    assert Client().post("/dang-nhap/", {"name": "khong.ai@vidu.example", "password": "sai"}).status_code == 429


def test_an_address_that_tries_many_accounts_waits_too(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    for number in range(2):
        Client().post("/dang-nhap/", {"name": f"ten{number}@vidu.example", "password": "x"}, REMOTE_ADDR="10.1.1.1")
    assert WrongTries.objects.filter(tries=2).update(tries=40) == 1
    there = {"name": person.email, "password": PASSWORD}
    assert Client().post("/dang-nhap/", there, REMOTE_ADDR="10.1.1.1").status_code == 429
    assert Client().post("/dang-nhap/", there, REMOTE_ADDR="10.1.1.2").status_code == 302


def test_the_address_behind_a_proxy_is_the_one_it_saw(rf, settings):
    from ocop.web.base.signed_in import address_of

    request = rf.get("/", REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "6.6.6.6, 10.9.8.7"})
    assert address_of(request) == "127.0.0.1"
    settings.HTTPS = True
    assert address_of(request) == "10.9.8.7"
    assert address_of(rf.get("/", REMOTE_ADDR="127.0.0.1")) == "127.0.0.1"
    assert address_of(rf.get("/", REMOTE_ADDR="x", headers={"X-Forwarded-For": "'; drop"})) == ""


def test_the_session_number_changes_and_the_cookie_is_closed(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    client = Client()
    client.get("/tai-khoan/")
    client.session["planted"] = "x"
    planted = Session.objects.create(session_key="k" * 32, session_data="", expire_date=timezone.now() + timedelta(1))
    client.cookies[site.SESSION_COOKIE_NAME] = planted.session_key
    enter(person, client=client)
    cookie = client.cookies[site.SESSION_COOKIE_NAME]
    assert cookie.value != planted.session_key
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["max-age"] == 12 * 3600
    row = Session.objects.get(session_key=cookie.value)
    assert row.person == person and row.address == "127.0.0.1" and row.opened_at
    kept = enter(person, remember="on").cookies[site.SESSION_COOKIE_NAME]
    assert 0 <= 14 * 24 * 3600 - kept["max-age"] < 60


def test_after_signing_in_one_lands_where_one_wanted_but_only_here(somebody):
    person, _ = somebody("commune_officer", "02473")
    asked = Client().get("/co-quan/nguoi/02473/")
    assert (asked.status_code, asked.url) == (302, "/dang-nhap/?tiep=%2Fco-quan%2Fnguoi%2F02473%2F")
    for after, lands in (("/co-quan/nguoi/02473/", "/co-quan/nguoi/02473/"), ("https://evil.example/", "/co-quan/"),
                         ("//evil.example", "/co-quan/"), ("javascript:alert(1)", "/co-quan/")):  # fmt: skip
        answer = Client().post("/dang-nhap/", {"name": person.email, "password": PASSWORD, "after": after})
        assert answer.url == lands


def test_demonstration_accounts_are_nobodys_on_a_public_site(somebody, enter, settings):
    person, _ = somebody("commune_officer", "02473")
    Person.objects.filter(id=person.id).update(is_demonstration=True)
    assert enter(person).answer.status_code == 302
    settings.DEMONSTRATION = False
    assert enter(person).answer.status_code == 422


def test_sessions_are_listed_and_ended_from_elsewhere(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    here, phone, office = enter(person), enter(person), enter(person)
    page = words(here.get("/tai-khoan/"))
    assert page.count('<button class="button button--plain" name="device"') == 2 and "máy này" in page
    assert here.session.session_key not in page and phone.session.session_key not in page
    name = page.split('name="device" value="')[1].split('"')[0]
    assert here.post("/tai-khoan/phien/", {"device": name}).url.endswith("xong=phien")
    assert sorted(one.get("/tai-khoan/").status_code for one in (phone, office)) == [200, 302]
    here.post("/tai-khoan/phien/")
    assert [one.get("/tai-khoan/").status_code for one in (here, phone, office)] == [200, 302, 302]
    assert Session.objects.filter(person=person).count() == 1


def test_nobody_ends_sessions_of_others(somebody, enter):
    one, other = enter(somebody("commune_officer", "02473")[0]), enter(somebody("leader", "08")[0])
    one.post("/tai-khoan/phien/")
    one.post("/tai-khoan/phien/", {"device": "0" * 16})
    assert other.get("/tai-khoan/").status_code == 200


def test_signing_out_needs_a_form_and_ends_the_session(somebody, enter):
    client = enter(somebody("commune_officer", "02473")[0])
    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/").url == "/"
    assert client.get("/tai-khoan/").status_code == 302 and not Session.objects.exists()


def test_forms_need_their_token(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    client = enter(person, client=Client(enforce_csrf_checks=True))
    assert client.answer.status_code == 403


def test_a_password_is_changed_by_who_knows_it_and_ends_other_sessions(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    here, elsewhere = enter(person), enter(person)
    new = "song-nui-rung-bien"
    wrong = here.post("/tai-khoan/mat-khau/", {"old": "sai", "password": new, "again": new})
    assert wrong.status_code == 422 and "Mật khẩu hiện tại chưa đúng" in words(wrong)
    for bad, why in (
        ("ngan", "ít nhất 12"),
        ("123456789012345", "toàn chữ số"),
        ("commune_officer", "quá giống"),
        ("x" * 201, "200"),
    ):
        answer = here.post("/tai-khoan/mat-khau/", {"old": PASSWORD, "password": bad, "again": bad})
        assert answer.status_code == 422 and why in words(answer), bad
    unlike = here.post("/tai-khoan/mat-khau/", {"old": PASSWORD, "password": new, "again": new + "x"})
    assert "không giống nhau" in words(unlike)
    assert here.post("/tai-khoan/mat-khau/", {"old": PASSWORD, "password": new, "again": new}).status_code == 302
    assert here.get("/tai-khoan/").status_code == 200 and elsewhere.get("/tai-khoan/").status_code == 302
    assert Session.objects.get().person == person
    assert enter(person).answer.status_code == 422 and enter(person, new).answer.status_code == 302


def test_a_link_sets_one_password_once(somebody):
    person, _ = somebody("commune_officer", "02473")
    Person.objects.filter(id=person.id).update(password="!")
    person.refresh_from_db()
    link, new = passwords.link_for(person), "song-nui-rung-bien"
    page = Client().get(link)
    assert page.status_code == 200 and person.full_name in words(page)
    assert Client().post(link, {"password": "ngan", "again": "ngan"}).status_code == 422
    assert "Đã đặt mật khẩu" in words(Client().post(link, {"password": new, "again": new}))
    assert Client().get(link).status_code == 410
    assert Client().post(link, {"password": PASSWORD, "again": PASSWORD}).status_code == 410
    person.refresh_from_db()
    assert person.check_password(new)
    assert Client().get("/dang-nhap/mat-khau/01a204a8-5eba-7000-b8eb-a87677ef3cab/x-y/").status_code == 410


def step_now(shift=0):
    return int(timezone.now().timestamp()) // STEP + shift


def test_an_authenticator_app_is_added_asked_for_and_taken_away(somebody, enter):
    person, _ = somebody("provincial_agency", "08")
    client = enter(person)
    page = words(client.get("/tai-khoan/ung-dung/"))
    secret = bytes.fromhex(client.session["authenticator_secret"])
    assert "<svg" in page and "style=" not in page
    bad = client.post("/tai-khoan/ung-dung/", {"code": "000000", "old": PASSWORD})
    assert bad.status_code == 422 and "Mã chưa đúng" in words(bad)
    blind = client.post("/tai-khoan/ung-dung/", {"code": code_of(secret, step_now()), "old": "sai"})
    assert blind.status_code == 422 and "hiện tại chưa đúng" in words(blind)
    first = code_of(secret, step_now(-1))
    done = client.post("/tai-khoan/ung-dung/", {"code": first, "old": PASSWORD})
    spare = words(done).split('<ul class="spare">')[1].split("<code>")[1].split("<")[0]
    assert person.authenticator.secret != secret.hex() and "authenticator_secret" not in client.session

    other = enter(person)
    assert other.answer.url == "/dang-nhap/ma/" and other.get("/tai-khoan/").status_code == 302
    used = other.post("/dang-nhap/ma/", {"code": first})
    assert used.status_code == 422 and "Còn 4 lần thử" in words(used)
    pending = other.session.session_key
    assert other.post("/dang-nhap/ma/", {"code": code_of(secret, step_now(1))}).url == "/co-quan/"
    assert other.session.session_key != pending and other.get("/tai-khoan/").status_code == 200

    third = enter(person)
    assert third.post("/dang-nhap/ma/", {"code": spare}).status_code == 302
    again = enter(person)
    assert again.post("/dang-nhap/ma/", {"code": spare}).status_code == 422
    for _ in range(4):
        again.post("/dang-nhap/ma/", {"code": "000000"})
    assert again.post("/dang-nhap/ma/", {"code": "000000"}).status_code == 429

    assert third.post("/tai-khoan/ung-dung/bo/", {"old": "sai"}).status_code == 422
    assert third.post("/tai-khoan/ung-dung/bo/", {"old": PASSWORD}).status_code == 302
    assert enter(person).answer.url == "/co-quan/"


def test_the_code_step_ends_after_five_minutes(somebody, enter):
    person, _ = somebody("provincial_agency", "08")
    assert Client().get("/dang-nhap/ma/").url == "/dang-nhap/"
    from ocop.domain.accounts.queries import acting

    secret = new_secret()
    second_factor.add_authenticator(
        person=person, secret=secret, code=code_of(secret, step_now(-1)), by=acting(person, timezone.localdate()),
        at=timezone.now(),
    )  # fmt: skip
    client = enter(person)
    session = client.session
    session["signing_in"][1] -= 301
    session["signing_in"] = session["signing_in"]
    session.save()
    assert client.post("/dang-nhap/ma/", {"code": code_of(secret, step_now())}).url == "/dang-nhap/"


def test_a_session_in_use_is_noted_now_and_then(somebody, enter):
    person, _ = somebody("commune_officer", "02473")
    client = enter(person)
    client.get("/tai-khoan/")
    long_ago = timezone.now() - timedelta(hours=1)
    Session.objects.update(seen_at=long_ago)
    client.get("/tai-khoan/")
    assert Session.objects.get().seen_at == long_ago
    session = client.session
    session["seen"] -= 400
    session.save()
    client.get("/tai-khoan/")
    assert Session.objects.get().seen_at > long_ago


@pytest.mark.parametrize("path", [
    "dang-nhap/", "dang-nhap/khoa/", "tai-khoan/khoa/", "tai-khoan/", "tai-khoan/mat-khau/", "tai-khoan/ung-dung/",
    "tai-khoan/ung-dung/bo/", "co-quan/nguoi/02473/",
])  # fmt: skip
def test_english_pages_are_english_and_private(somebody, enter, path):
    client = Client() if path.startswith("dang-nhap/") else enter(somebody("commune_officer", "02473")[0])
    answer = client.get(f"/en/{path}")
    assert answer.status_code == 200 and vietnamese_left_in(words(answer)) == []
    assert "no-store" in answer.headers["Cache-Control"]


def test_where_no_browser_gives_keys_the_page_says_so(somebody, enter):
    assert "Khóa không dùng được ở địa chỉ này" in words(Client().get("/dang-nhap/khoa/"))
    here = enter(somebody("commune_officer", "02473")[0])
    assert "Khóa không dùng được ở địa chỉ này" in words(here.get("/tai-khoan/khoa/"))
    assert here.get("/tai-khoan/khoa/tao/").url == "/tai-khoan/khoa/"
    for bad in ({}, {"answer": "x"}, {"answer": "{}"}):
        answer = Client().post("/dang-nhap/khoa/", bad)
        assert answer.status_code == 422 and "không mở được tài khoản nào" in words(answer)
