"""Finding papers again: by any word on them, by kind, from the product they serve, in a unit before they end."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from ocop.domain.evidence.models import PaperProduct
from ocop.domain.history.models import Event
from tests.web.producer.shelf import paper_of, producer_in, product_of
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db
CARD = '<article class="paper">'


def words(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_paper_is_found_by_what_is_written_of_it_and_on_it(here, cooperative, noodles):
    paper_of(
        cooperative, "Phiếu kiểm nghiệm", number="128/2026", products=[noodles], words="Hàm lượng Chì", content=b"a"
    )
    paper_of(cooperative, "Giấy đăng ký kinh doanh", kind="e01", content=b"b")
    to = f"/chu-the/{cooperative.id}/giay-to/"
    for asked, count in (
        ("", 2),
        ("?q=phieu+kiem", 1),
        ("?q=128%2F2026", 1),
        ("?q=ham+luong+chi", 1),
        ("?loai=e01", 1),
    ):
        assert words(here.get(to + asked)).count(CARD) == count, asked
    page = words(here.get(to + "?q=zzz"))
    assert "Không có giấy tờ nào như vậy" in page
    assert "tìm được theo chữ trên giấy" in words(here.get(to)) and "Miến dong Bình Liêu" in words(here.get(to))
    assert vietnamese_left_in(words(here.get(f"/en{to}"))) == []
    assert here.get("/giay-to/").url == to


def test_an_empty_library_says_how_to_begin(here, cooperative, noodles):
    page = words(here.get(f"/chu-the/{cooperative.id}/giay-to/"))
    assert "Chưa có giấy tờ nào" in page and f"/chu-the/{cooperative.id}/giay-to/them/" in page
    assert "Sản phẩm này chưa có giấy tờ nào" in words(here.get(f"/san-pham/{noodles.id}/giay-to/"))


def test_what_ends_soon_is_named_and_listed_apart(here, office, cooperative):
    today = timezone.localdate()
    for days, title in ((-3, "Đã quá"), (0, "Hôm nay"), (12, "Sắp hết"), (400, "Còn lâu")):
        paper_of(cooperative, title, expires_on=today + timedelta(days=days), content=title.encode())
    page = words(here.get(f"/chu-the/{cooperative.id}/giay-to/"))
    assert all(
        one in page for one in ("đã hết hạn", "hết hạn hôm nay", "còn 12 ngày", "còn hạn", "Sắp và đã hết hạn (3)")
    )
    soon = words(here.get(f"/chu-the/{cooperative.id}/giay-to/?han=sap-het"))
    assert soon.index("Đã quá") < soon.index("Hôm nay") < soon.index("Sắp hết</a>") and "Còn lâu" not in soon
    of_unit = words(office.get("/co-quan/don-vi/02473/giay-to-sap-het-han/"))
    assert of_unit.count(CARD) == 3 and "Sử Anh" in of_unit
    assert office.get("/giay-to/").url == "/co-quan/don-vi/02473/giay-to-sap-het-han/"


def test_the_count_for_the_office_home_is_of_those_one_may_see(cooperative, somebody):
    from ocop.domain.accounts.queries import acting, seat_by_code
    from ocop.web.producer.papers.expiring import expiring_count

    today = timezone.localdate()
    paper_of(cooperative, expires_on=today + timedelta(days=1))
    officer, leader = (acting(somebody(role, "02473", name=role)[0], today) for role in ("commune_officer", "leader"))
    seat = seat_by_code("02473", today)
    assert (expiring_count(officer, seat), expiring_count(leader, seat)) == (1, 0)
    assert expiring_count(officer, seat_by_code("00715", today)) == 0


def test_papers_of_the_library_are_taken_for_a_product_once(here, cooperative, noodles):
    first, second = (paper_of(cooperative, title, content=title.encode()) for title in ("Một", "Hai"))
    to = f"/san-pham/{noodles.id}/giay-to/"
    assert words(here.get(to)).count('name="papers"') == 2
    sent = {"key": uuid4(), "papers": [first.id]}
    for _ in range(2):
        assert here.post(to, sent).url == f"{to}?xong=gan"
    page = words(here.get(f"{to}?xong=gan"))
    assert "Đã gắn giấy tờ với sản phẩm" in page and page.count(CARD) == 1 and page.count('name="papers"') == 1
    assert PaperProduct.objects.count() == 1 and Event.objects.filter(act="evidence.serve").count() == 1
    assert here.post(to, {"key": uuid4()}).status_code == 422
    foreign = paper_of(producer_in("00715", "HTX khác"), content=b"z")
    assert here.post(to, {"key": uuid4(), "papers": [foreign.id]}).status_code == 422
    assert second.id


@pytest.mark.parametrize(
    "page", ["/chu-the/{p.id}/giay-to/", "/san-pham/{n.id}/giay-to/", "/co-quan/don-vi/02473/giay-to-sap-het-han/"]
)
def test_a_long_list_is_paged_and_asks_the_database_no_more(
    here, office, cooperative, noodles, page
):  # fmt: skip
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, to = office if "co-quan" in page else here, page.format(p=cooperative, n=noodles)
    tomorrow, more = timezone.localdate() + timedelta(days=1), product_of(cooperative, "Bột dong")
    paper_of(cooperative, "Giấy 0", products=[noodles, more], expires_on=tomorrow)
    browser.get(to)
    with CaptureQueriesContext(connection) as one:
        browser.get(to)
    for number in range(1, 61):
        paper_of(cooperative, f"Giấy {number}", products=[noodles, more], expires_on=tomorrow, content=bytes([number]))
    browser.get(to)
    with CaptureQueriesContext(connection) as many:
        shown = words(browser.get(to))
    assert len(many) == len(one)
    assert shown.count(CARD) in (20, 50) and "?page=2" in shown
