"""A producer's people, closing an account, and what one's own account holds."""

import io
from uuid import uuid4

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from ocop.domain.accounts.models import LinkedAccount, Passkey, Person, RoleHeld, Session
from ocop.domain.history.models import Event
from ocop.domain.history.queries import timeline
from ocop.domain.registry.actions.producers import register_producer
from tests.domain.accounts.people import AT, SYSTEM
from tests.domain.few_units import few_units
from tests.web.accounts.conftest import PASSWORD
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db
NAME = "Hợp tác xã Dịch vụ sản xuất nông nghiệp Sử Anh"


def words(answer):
    return answer.content.decode()


@pytest.fixture
def cooperative():
    return register_producer(
        name=NAME, unit_code="02473", source="danh sách", by=SYSTEM, at=AT, book=few_units()
    )  # fmt: skip


def typed(**more):
    return {"key": uuid4(), "contact": "ke.toan@vidu.example", "full_name": "Lò Thị Bưởi"} | more


def test_the_commune_officer_gives_a_producer_its_first_person_who_then_sees_the_others(somebody, enter, cooperative):
    here = enter(somebody("commune_officer", "02473")[0])
    page = f"/chu-the/{cooperative.id}/nguoi/"
    unit = words(here.get("/co-quan/nguoi/02473/"))
    assert NAME in unit and page in unit and "chưa có ai" in unit
    assert "Chưa ai thay mặt" in words(here.get(page))
    sent = typed()
    first = here.post(page + "giao/", sent)
    new = Person.objects.get(email="ke.toan@vidu.example")
    assert first.url.startswith(f"/co-quan/nguoi/duong-dan/{new.id}/") and f"chu-the={cooperative.id}" in first.url
    assert here.post(page + "giao/", sent).url == first.url
    assert page in words(here.get(first.url))
    row = RoleHeld.objects.get(person=new)
    assert (row.role, row.seat, row.producer, row.unit.code) == (
        "producer",
        str(cooperative.id),
        cooperative.id,
        "02473",
    )
    assert [one.act for one in timeline("role", str(row.id))] == ["accounts.give_role"]

    Person.objects.filter(id=new.id).update(password=Person.objects.get(email__startswith="commune").password)
    theirs = enter(Person.objects.get(id=new.id))
    assert page in words(theirs.get("/tai-khoan/"))
    shown = words(theirs.get(page))
    assert (
        "Lò Thị Bưởi" in shown
        and "được giao và thôi vai trò người của chủ thể" in shown
        and "đóng tài khoản" not in shown
    )
    assert theirs.post(page + "giao/", typed()).status_code == 403

    end = reverse("people:end", args=[row.id])
    assert page in words(here.get(end))
    assert here.post(end, {"key": uuid4(), "on": "2998-01-01"}).url == page + "?xong=thoi"


def test_a_form_with_a_fault_keeps_what_was_typed(somebody, enter, cooperative):
    here = enter(somebody("commune_officer", "02473")[0])
    answer = here.post(f"/chu-the/{cooperative.id}/nguoi/giao/", typed(contact="không phải"))
    assert answer.status_code == 422 and "Ghi e-mail" in words(answer) and 'value="Lò Thị Bưởi"' in words(answer)
    assert here.get(f"/chu-the/{uuid4()}/nguoi/").status_code == 404
    for path in (f"/en/chu-the/{cooperative.id}/nguoi/", f"/en/chu-the/{cooperative.id}/nguoi/giao/"):
        assert vietnamese_left_in(words(here.get(path))) == []


def test_lists_of_people_ask_the_database_no_more_for_many(somebody, enter, cooperative, django_assert_max_num_queries):
    here = enter(somebody("commune_officer", "02473")[0])
    for number in range(60):
        somebody("producer", "02473", name=f"Người {number}", producer=cooperative.id)
    for number in range(40):
        register_producer(
            name=f"Tổ hợp tác {number}", unit_code="02473", source="danh sách", by=SYSTEM, at=AT, book=few_units()
        )  # fmt: skip
    with django_assert_max_num_queries(25):
        page = words(here.get(f"/chu-the/{cooperative.id}/nguoi/"))
    assert page.count('<li class="card">') == 50 and "?page=2" in page
    with django_assert_max_num_queries(25):
        assert "60 người" in words(here.get("/co-quan/nguoi/02473/"))


def test_an_account_is_closed_at_once_and_opened_again(somebody, enter):
    leaving, _ = somebody("commune_officer", "02473")
    there, here = enter(leaving), enter(somebody("provincial_agency", "08")[0])
    bare = f"/co-quan/nguoi/tai-khoan/{leaving.id}/"
    page = bare + "?don-vi=02473"
    assert page in words(here.get("/co-quan/nguoi/02473/"))
    shown = words(here.get(page))
    assert "Đang giữ vai trò" in shown and "Cán bộ OCOP cấp xã" in shown
    sent = {"key": uuid4(), "act": "dong", "reason": "Nghỉ việc", "home": "02473"}
    assert here.post(page, sent).url.endswith("?xong=dong&don-vi=02473")
    assert here.post(page, sent).status_code == 302
    assert there.get("/tai-khoan/").status_code == 302 and enter(leaving).answer.status_code == 422
    assert not Session.objects.filter(person=leaving).exists()
    assert "tài khoản đã đóng" in words(here.get("/co-quan/nguoi/02473/"))
    here.post(page, {"key": uuid4(), "act": "dong"})  # closed already: nothing to tell
    assert here.post(bare, {"key": uuid4(), "act": "mo", "home": "../x"}).url.endswith("?xong=mo&don-vi=")
    assert enter(leaving).answer.status_code == 302
    told = [(one.act, one.note, one.after) for one in timeline("person", str(leaving.id))]
    assert told == [
        ("accounts.close_account", "Nghỉ việc", {"is_active": False}),
        ("accounts.reopen_account", "", {"is_active": True}),
    ]
    assert vietnamese_left_in(words(here.get("/en" + page))) == []


def test_nobody_closes_their_own_account_or_one_with_roles_elsewhere(somebody, enter):
    mine, _ = somebody("provincial_agency", "08")
    here = enter(mine)
    for who in (mine, somebody("leader", "19")[0], somebody("ministry")[0]):
        path = f"/co-quan/nguoi/tai-khoan/{who.id}/"
        assert here.get(path).status_code == here.post(path, {"key": uuid4(), "act": "dong"}).status_code == 403
    assert not Event.objects.filter(act="accounts.close_account").exists()
    assert here.get(f"/co-quan/nguoi/tai-khoan/{uuid4()}/").status_code == 404


@pytest.mark.parametrize("lang", ["", "/en"])
def test_what_is_held_about_oneself_without_any_secret(somebody, enter, lang):
    me, _ = somebody("commune_officer", "02473")
    other, _ = somebody("leader", "08", name="Người Khác")
    for who in (me, other):
        key = {"credential": f"BI-MAT-{who.id}", "public_key": "BI-MAT", "added_at": AT}
        Passkey.objects.create(person=who, name=f"Máy của {who.full_name}", **key)
        LinkedAccount.objects.create(person=who, issuer="https://sso.example", subject=f"so-{who.id}", linked_at=AT)
    here = enter(me)
    new = "song-nui-rung-bien"
    here.post("/tai-khoan/mat-khau/", {"old": PASSWORD, "password": new, "again": new})
    answer = here.get(f"{lang}/tai-khoan/du-lieu/")
    assert "attachment" in answer.headers["Content-Disposition"] and "no-store" in answer.headers["Cache-Control"]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    text = "\n".join(" | ".join(map(str, row)) for row in rows)
    for mine in (me.email, f"Máy của {me.full_name}", f"so-{me.id}", "accounts.set_password", "127.0.0.1"):
        assert mine in text, mine
    for hidden in ("BI-MAT", "argon2", here.session.session_key, "Người Khác", other.email, str(other.id)):
        assert hidden not in text, hidden
    assert ("What is kept" if lang else "Điều được ghi") in text
