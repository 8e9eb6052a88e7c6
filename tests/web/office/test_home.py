"""The office's home: what is due and nothing else, most urgent first, each leading to the list that shows it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ocop.domain.intake.models import DONE, STOPPED, Import
from ocop.domain.registry.models import Producer, StarRecord
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db


def home(client, path="/co-quan/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def things(page):
    return re.findall(r'<span class="what">([^<]*)<', page)


def test_what_is_due_stands_there_in_its_order(stock, somebody, enter):
    today = timezone.localdate()
    made = stock("02473", 3)
    for product, days in zip(made, (-1, 0, 181), strict=True):
        StarRecord.objects.filter(product=product).update(expires_on=today + timedelta(days=days))
    Producer.objects.filter(id=made[0].producer_id).update(needs_placing=True)
    for state, name in ((STOPPED, "danh-sach.xlsx"), (DONE, "xong.xlsx")):
        Import.objects.create(province_code="08", file_name=name, sha256="x", columns={}, first_row=2, read_on=today,
                              source="x", state=state)  # fmt: skip
    somebody("leader", "02473", name="Sắp Hết", until=today + timedelta(days=5))
    page = home(enter(somebody("provincial_agency", "08")[0]))
    assert things(page) == [
        "1 sản phẩm đã hết hạn sao", "Lần nhập danh-sach.xlsx chưa xong", "1 sản phẩm sắp hết hạn sao",
        "1 chủ thể cần chọn xã", "1 vai trò sắp hết", "1 người phụ trách chỉ có mật khẩu",
    ]  # fmt: skip
    assert "5 việc cần làm" in page
    for link in ("san-pham/?han=het", "san-pham/?han=sap&amp;xep=han", "chu-the/?xa=can-chon"):
        assert f'href="/co-quan/don-vi/08/{link}"' in page


def test_the_list_behind_each_thing_shows_as_many(stock, somebody, enter):
    for product in stock("02473", 3)[:2]:
        StarRecord.objects.filter(product=product).update(expires_on=timezone.localdate() - timedelta(days=1))
    client = enter(somebody("commune_officer", "02473")[0])
    assert things(home(client))[0] == "2 sản phẩm đã hết hạn sao"
    assert home(client, "/co-quan/don-vi/02473/san-pham/?han=het").count("<tr>") == 1 + 2


def test_who_watches_is_not_asked_to_do_what_they_may_not(stock, somebody, enter):
    made = stock("02473", 1)
    Producer.objects.filter(id=made[0].producer_id).update(needs_placing=True)
    page = home(enter(somebody("council_member", "08")[0]))
    assert things(page) == [] and "Không có gì chờ bạn" in page


def test_a_province_begins_with_four_steps(somebody, enter):
    page = home(enter(somebody("provincial_agency", "19")[0]))
    assert "Ngày đầu của tỉnh" in page and page.count('class="done"') == 1
    assert home(enter(somebody("commune_officer", "01840")[0])).count("Ngày đầu của tỉnh") == 0


def test_the_nation_sees_its_provinces_side_by_side(stock, somebody, enter):
    stock("02473", 3)
    stock("01840", 2)
    page = home(enter(somebody("ministry")[0]))
    assert "Tỉnh Tuyên Quang" in page and "Tỉnh Thái Nguyên" in page
    assert re.findall(r'san-pham/">(\d+)</a>', page) == ["2", "3"]


def test_who_works_in_two_units_chooses(stock, somebody, enter):
    from tests.domain.accounts.people import RoleHeld, seat

    who, row = somebody("commune_officer", "02473")
    there = seat("00715")
    RoleHeld.objects.create(person=who, role="leader", seat=there.key, unit=there.unit, valid_from=row.valid_from)
    client = enter(who)
    assert "?noi=00715" in home(client)
    assert there.name in home(client, "/co-quan/?noi=00715").split("</header>")[1]


def test_a_producer_and_who_holds_nothing_go_to_their_own_page(somebody, enter):
    from uuid import uuid4

    own = enter(somebody("producer", "02473", producer=uuid4())[0]).get("/co-quan/")
    assert own.status_code == 302 and own.url != "/co-quan/"
    today = timezone.localdate()
    former = enter(somebody("leader", "08", until=today)[0]).get("/co-quan/")
    assert former.url == "/tai-khoan/"


def test_as_many_queries_for_one_product_as_for_many(stock, somebody, enter, django_assert_num_queries):
    client = enter(somebody("provincial_agency", "08")[0])
    for product in stock("02473", 1):
        StarRecord.objects.filter(product=product).update(expires_on=timezone.localdate())
    home(client)
    with CaptureQueriesContext(connection) as few:
        home(client)
    stock("00715", 300)
    with django_assert_num_queries(len(few)):
        home(client)


def test_in_english_it_is_english(stock, somebody, enter):
    stock("02473", 2)
    for role, code in (("provincial_agency", "08"), ("provincial_agency", "19"), ("ministry", "")):
        client = enter(somebody(role, code, name=f"Ai {role} {code}")[0])
        assert vietnamese_left_in(home(client, "/en/co-quan/")) == []
