"""People and roles of a unit: buttons that say why not, forms that act once, links for who has no password yet."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from ocop.domain.accounts.models import Person, RoleHeld, StandIn
from ocop.domain.history.models import Event
from ocop.domain.history.queries import faults, timeline
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db


def words(answer):
    return answer.content.decode()


def typed(**more):
    return {"key": uuid4(), "contact": "nguoi.moi@vidu.example", "full_name": "Nông Văn Hào"} | more


def test_handing_over_to_somebody_new_takes_one_form(somebody, enter, client):
    mine, row = somebody("commune_officer", "02473")
    here = enter(mine)
    page = words(here.get("/co-quan/nguoi/02473/"))
    link = reverse("people:hand-over", args=[row.id])
    assert f'href="{link}"' in page
    sent = typed(reason="Chuyển công tác")
    answer = here.post(link, sent)
    to = Person.objects.get(email="nguoi.moi@vidu.example")
    assert answer.url == f"/co-quan/nguoi/duong-dan/{to.id}/?xong=ban-giao&don-vi=02473"
    theirs = RoleHeld.objects.get(person=to)
    row.refresh_from_db()
    assert (theirs.role, theirs.valid_from, row.valid_until) == ("commune_officer",) + (timezone.localdate(),) * 2
    assert [told.act for told in timeline("role", str(row.id))] == ["accounts.hand_over"]
    events = Event.objects.count()
    here.post(link, sent)
    assert RoleHeld.objects.filter(person=to).count() == 1
    assert Event.objects.count() == events and not list(faults())
    assert here.get("/co-quan/nguoi/02473/").status_code == 403


def test_a_form_sent_twice_acts_once_and_answers_alike(somebody, enter):
    here = enter(somebody("provincial_agency", "08")[0])
    sent = typed(role="inspector", start="2026-03-01")
    first, second = (here.post("/co-quan/nguoi/08/giao/", sent) for _ in range(2))
    assert first.status_code == second.status_code == 302 and first.url == second.url
    assert RoleHeld.objects.filter(person__email="nguoi.moi@vidu.example").count() == 1
    assert Event.objects.filter(act="accounts.give_role").count() == 1
    again = here.post("/co-quan/nguoi/08/giao/", sent | {"key": uuid4()})
    assert again.status_code == 422 and "đã giữ vai trò này" in words(again)
    assert Event.objects.exclude(act="places.load_units").count() == 2
    other = enter(somebody("ministry")[0])
    assert other.post("/co-quan/nguoi/08/giao/", sent).url == "/"  # nobody learns where another's form led


def test_what_was_typed_stays_when_something_is_to_mend(somebody, enter):
    here = enter(somebody("provincial_agency", "08")[0])
    for wrong, said in (
        ({"contact": "khong phai"}, "Ghi e-mail"),
        ({"full_name": ""}, "Ghi thêm họ và tên"),
        ({"start": "hôm nay"}, "Chọn lại ngày"),
        ({"until": "2026-01-01", "start": "2026-02-01"}, "Ngày kết thúc phải sau"),
        ({"key": "x"}, "Biểu mẫu không đầy đủ"),
        ({"role": "commune_officer"}, "không giao ở cấp tỉnh được"),
    ):
        answer = here.post("/co-quan/nguoi/08/giao/", typed(role="inspector") | wrong)
        assert answer.status_code == 422 and said in words(answer), wrong
    assert 'value="Nông Văn Hào"' in words(answer)
    assert not Person.objects.filter(email="nguoi.moi@vidu.example").exists()
    english = here.post("/en/co-quan/nguoi/08/giao/", typed(role="inspector", contact="x", full_name="A"))
    assert "Write an e-mail" in words(english) and vietnamese_left_in(words(english)) == []


def test_a_button_one_may_not_press_says_why(somebody, enter):
    somebody("commune_officer", "02473")
    page = words(enter(somebody("auditor", "08")[0]).get("/co-quan/nguoi/02473/"))
    assert page.count('aria-disabled="true"') == 4 and "hoặc Quản trị hệ thống được giao vai trò" in page
    assert "/ban-giao/" not in page
    english = words(enter(somebody("leader", "02473")[0]).get("/en/co-quan/nguoi/02473/"))
    assert "may give a role" in english and vietnamese_left_in(english) == []


def test_standing_in_from_a_day_to_a_day_and_ended(somebody, enter):
    mine, row = somebody("commune_officer", "02473")
    here, today = enter(mine), timezone.localdate()
    link = reverse("people:stand-in", args=[row.id])
    assert here.post(link, typed()).status_code == 422
    done = here.post(link, typed(last=str(today + timedelta(days=2)), reason="Đi học"))
    assert done.status_code == 302
    one = StandIn.objects.get()
    assert (one.valid_from, one.valid_until, one.reason) == (today, today + timedelta(days=3), "Đi học")
    page = words(here.get("/co-quan/nguoi/02473/"))
    assert "Làm thay:" in page and f"đến hết {today + timedelta(days=2):%d/%m/%Y}" in page
    end = reverse("people:end-stand-in", args=[row.id])
    assert here.get(end).status_code == 200
    assert here.post(end, {"key": uuid4()}).url.endswith("xong=het-lam-thay")
    assert here.get(end).status_code == 409 and not StandIn.objects.exists()


def test_a_role_is_ended_with_its_reason(somebody, enter):
    _, row = somebody("commune_officer", "02473")
    here = enter(somebody("provincial_agency", "08")[0])
    link = reverse("people:end", args=[row.id])
    assert here.get(link).status_code == 200
    assert here.post(link, {"key": uuid4(), "on": str(timezone.localdate()), "reason": "Nghỉ"}).status_code == 302
    assert timeline("role", str(row.id))[0].note == "Nghỉ"
    assert "đã hết từ ngày" in words(here.get(link))
    assert here.get(reverse("people:end", args=[uuid4()])).status_code == 404


def test_a_link_is_made_on_the_button_and_recorded_once(somebody, enter):
    here = enter(somebody("provincial_agency", "08")[0])
    here.post("/co-quan/nguoi/08/giao/", typed(role="inspector"))
    new = Person.objects.get(email="nguoi.moi@vidu.example")
    path = reverse("people:invite", args=[new.id])
    assert "dang-nhap/mat-khau" not in words(here.get(path))
    key = {"key": uuid4(), "home": "08"}
    for _ in range(2):
        made = words(here.post(path, key))
        assert f"http://testserver/dang-nhap/mat-khau/{new.id}/" in made
    assert Event.objects.filter(act="accounts.invite").count() == 1
    assert "chưa đặt mật khẩu" in words(here.get("/co-quan/nguoi/08/"))
    assert here.get(reverse("people:invite", args=[uuid4()])).status_code == 404


def test_a_long_list_is_paged_searched_and_asks_the_database_no_more(somebody, enter, django_assert_max_num_queries):
    here = enter(somebody("provincial_agency", "08")[0])
    for number in range(60):
        somebody("inspector", "02473", name=f"Nguyễn Thị Miền {number}")
    with django_assert_max_num_queries(25):
        page = words(here.get("/co-quan/nguoi/02473/"))
    assert page.count('<li class="card">') == 50 and "?page=2" in page
    found = words(here.get("/co-quan/nguoi/02473/?q=mien+59"))
    assert found.count('<li class="card">') == 1
    assert "Không ai có tên như vậy" in words(here.get("/co-quan/nguoi/02473/?q=zzz"))
    assert "Ở đây chưa ai giữ vai trò" in words(here.get("/co-quan/nguoi/00715/"))
    assert words(here.get("/co-quan/nguoi/08/")).count("chưa có ai") == 1
    assert here.get("/co-quan/nguoi/").url == "/co-quan/nguoi/08/"
    assert here.get("/co-quan/nguoi/99999/").status_code == 404
