"""The record of a product: codes as given, a set in each generation, stars as lists tell them, and the forms on it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ocop.domain.registry.models import Product, ProductGroup, StarRecord
from tests.web.reading import vietnamese_left_in
from tests.web.records.conftest import NOW

KEY = "26_2026"

pytestmark = pytest.mark.django_db


def words(answer):
    return answer.content.decode()


def typed(**more):
    return {"key": uuid4(), "name": "Miến dong", "source": "nhãn", "version": 1} | more


def test_a_product_is_added_once_and_tells_of_itself(cooperative, officer):
    path = f"/chu-the/{cooperative.id}/san-pham/them/"
    sent = typed(code="08-LC-2019-1", story="Từ đời ông bà\nlàm miến", material_area="Thôn Một", chain_links="HTX mua")
    first, second = officer.post(path, sent), officer.post(path, sent)
    row = Product.objects.get()
    assert first.url == second.url == f"/san-pham/{row.id}/?xong=them"
    page = words(officer.get(first.url))
    for told in ("08-LC-2019-1", "Từ đời ông bà<br>làm miến", "Thôn Một", "HTX mua", "chưa xếp", "Chưa danh sách nào"):
        assert told in page, told
    again = officer.post(path, typed())
    assert again.status_code == 422 and "Chủ thể đã có sản phẩm tên này" in words(again)


def test_a_product_is_changed_on_the_version_that_was_seen(noodles, officer, agency):
    path = f"/san-pham/{noodles.id}/sua/"
    assert agency.post(path, typed(code="08-1")).url == f"/san-pham/{noodles.id}/?xong=sua"
    late = officer.post(path, typed(code="08-2", story="Chuyện"))
    assert late.status_code == 409 and "08-1" in words(late) and "08-2" in words(late)
    form = typed(code="08-2", story="Chuyện", newest=2, hoi="code story")
    form |= {"chon-code": "nay", "chon-story": "cua-toi"}
    assert officer.post(path, form).status_code == 302
    row = Product.objects.get()
    assert (row.code, row.story, row.version) == ("08-1", "Chuyện", 3)


def test_a_set_chosen_in_one_generation_is_derived_in_the_others_and_said_so(noodles, officer):
    path = f"/san-pham/{noodles.id}/xep-nhom/"
    assert f'value="{KEY}:6"' in words(officer.get(path))
    done = officer.post(path, {"key": uuid4(), "set_number": f"{KEY}:6", "seen": ""})
    assert done.url.endswith("?xong=xep-nhom#bo-tieu-chi")
    page = words(officer.get(f"/san-pham/{noodles.id}/"))
    assert 'href="/luat/26-2026/6/"' in page and "được suy ra" in page and "người xếp" in page
    late = officer.post(path, {"key": uuid4(), "set_number": f"{KEY}:7", "seen": ""})
    assert late.status_code == 422 and "Người khác vừa xếp sản phẩm này vào bộ 6" in words(late)
    assert f'value="{KEY}:7" selected' in words(late) and f"{KEY}:6" in words(late).split('name="seen"')[1][:60]
    assert officer.post(path, {"key": uuid4(), "set_number": "7", "seen": ""}).status_code == 422
    assert ProductGroup.objects.get(instrument=NOW).set_number == 6


def test_stars_are_recorded_with_their_decision_and_stand_as_of_today(noodles, agency, officer):
    path = f"/san-pham/{noodles.id}/hang-sao/"
    assert officer.get(path).status_code == 403
    today = timezone.localdate()
    star = {"stars": "4", "year": "2025", "decision": "12/QĐ-UBND", "issuer": "UBND tỉnh", "source": "danh sách"}
    sent = star | {"key": uuid4(), "recognised_on": "2025-03-01", "expires_on": str(today + timedelta(days=30))}
    first, second = agency.post(path, sent), agency.post(path, sent)
    assert first.url == second.url and StarRecord.objects.count() == 1
    agency.post(path, star | {"key": uuid4(), "stars": "3", "year": "2019", "expires_on": "2022-03-01"})
    agency.post(path, star | {"key": uuid4(), "stars": "", "year": "2018"})
    page = words(agency.get(f"/san-pham/{noodles.id}/"))
    for told in ("còn hiệu lực đến", "hết hạn từ 01/03/2022", "danh sách không ghi hạn", "Không ghi hạng",
                 "12/QĐ-UBND", "đây không phải việc công nhận của hệ thống này"):  # fmt: skip
        assert told in page, told
    assert page.count('class="stars stars--large"') == 1
    wrong = agency.post(path, star | {"key": uuid4(), "recognised_on": "2025-03-01", "expires_on": "2025-02-01"})
    assert wrong.status_code == 422 and "Ngày hết hạn phải sau ngày công nhận" in words(wrong)
    assert "12/QĐ-UBND" in words(wrong)


def test_the_page_asks_the_database_as_often_for_many_as_for_few(noodles, agency, django_assert_max_num_queries):
    from ocop.domain.accounts.queries import Acting
    from ocop.domain.registry.actions.products import record_stars
    from tests.domain.accounts.people import AT, DAY

    agency.get(f"/san-pham/{noodles.id}/")
    with django_assert_max_num_queries(25) as few:
        agency.get(f"/san-pham/{noodles.id}/")
    for year in range(2001, 2026):
        record_stars(id=noodles.id, stars=3, year=year, source="x", by=Acting(DAY), at=AT)
    with django_assert_max_num_queries(len(few)):
        agency.get(f"/san-pham/{noodles.id}/")


@pytest.mark.parametrize("path", ["", "sua/", "xep-nhom/", "hang-sao/"])
def test_english_pages_are_english(noodles, agency, path):
    agency.post(f"/san-pham/{noodles.id}/xep-nhom/", {"key": uuid4(), "set_number": f"{KEY}:6", "seen": ""})
    answer = agency.get(f"/en/san-pham/{noodles.id}/{path}")
    assert answer.status_code == 200 and vietnamese_left_in(words(answer)) == []
