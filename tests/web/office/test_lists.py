"""The lists of a unit: found without accents, narrowed, sorted, taken away as exactly what is shown."""

import re
from html import unescape

import pytest

from ocop.domain.history.models import Event
from ocop.domain.history.queries import timeline
from ocop.domain.registry.models import Representative
from ocop.kit.sheets.reading import read_sheet
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db
HERE = "/co-quan/don-vi/08/san-pham/"


@pytest.fixture
def officer(somebody, enter):
    return enter(somebody("provincial_agency", "08")[0])


def page(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def file(answer):
    content = b"".join(answer.streaming_content)
    return list(read_sheet(content, "x").rows)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", 6), ("?q=mien+dong", 2), ("?q=MIẾN%20DONG", 2), ("?q=tan+trao", 3), ("?q=khong+co", 0), ("?sao=4", 2),
        ("?q=mien+dong&sao=3", 2), ("?duoi=02473", 6), ("?duoi=00715", 0), ("?nam=2025", 6), ("?nam=2024", 0),
        ("?han=chua-ro", 6), ("?han=con", 0), ("?loai=household", 3), ("?minh-hoa=co", 2), ("?xa=can-chon", 0),
        ("?bo=1", 0), ("?sao=nonsense&xep=nothing&page=99&duoi=zz", 6),
    ],
)  # fmt: skip
def test_what_is_asked_is_what_is_shown_and_what_leaves(stock, officer, asked, found):
    stock("02473", 6)
    stock("01840", 3)
    words = page(officer, HERE + asked)
    assert words.count("<tr>") - (found > 0) == found
    if found:
        offered = re.search('href="(danh-sach.csv[^"]*)"', words)[1]
        assert len(file(officer.get(HERE + unescape(offered)))) == found + 1
    for kind in ("csv", "xlsx"):
        assert len(file(officer.get(f"{HERE}danh-sach.{kind}{asked}"))) == found + 1


def test_sorted_by_the_alphabet_and_by_stars(stock, officer):
    stock("02473", 3)
    shown = page(officer, HERE)
    assert shown.index("Chè xanh số") < shown.index("Mật ong số") < shown.index("Miến dong số")
    shown = page(officer, f"{HERE}?xep=sao")
    assert shown.index("Mật ong số") < shown.index("Chè xanh số") < shown.index("Miến dong số")


@pytest.mark.parametrize("which", ["san-pham", "chu-the"])
@pytest.mark.parametrize("code", ["vn", "08", "02473"])
def test_one_row_and_five_hundred_take_as_many_queries(stock, somebody, enter, django_assert_num_queries, which, code):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    role, at = {"vn": ("ministry", ""), "08": ("provincial_agency", "08"), "02473": ("commune_officer", "02473")}[code]
    client = enter(somebody(role, at)[0])
    path = f"/co-quan/don-vi/{code}/{which}/"
    stock("02473", 1)
    page(client, path)
    with CaptureQueriesContext(connection) as few:
        page(client, path)
    stock("00715" if code != "02473" else "01840", 500)
    with django_assert_num_queries(len(few)):
        page(client, path)


def test_a_leader_reads_without_the_names_of_households(stock, somebody, enter):
    stock("02473", 2)
    client = enter(somebody("leader", "08")[0])
    assert "Đặng Văn Ân" not in page(client, HERE) + page(client, "/co-quan/don-vi/08/chu-the/")
    assert "không hiện tên" in page(client, HERE)
    assert page(client, f"{HERE}?q=dang+van+an").count("<tr>") == 0
    taken = file(client.get(f"{HERE}danh-sach.csv"))
    assert not [cell for row in taken for cell in row if cell and "Đặng" in str(cell)]
    assert client.get("/co-quan/don-vi/08/chu-the/danh-sach.csv?nguoi=co").status_code == 403
    assert Event.objects.filter(act="registry.export").count() == 1


def test_representatives_leave_only_when_asked_for_and_the_history_says_so(stock, officer):
    house = stock("02473", 2)[1].producer
    Representative.objects.create(producer=house, name="Người Thử Nghiệm", phone="0912345678")
    path = "/co-quan/don-vi/08/chu-the/danh-sach"
    plain = file(officer.get(f"{path}.xlsx"))
    assert "Hộ Đặng Văn Ân 02473" in {row[0] for row in plain} and "Người Thử Nghiệm" not in str(plain)
    assert "Người Thử Nghiệm" in str(file(officer.get(f"{path}.xlsx?nguoi=co&q=dang")))
    told = Event.objects.filter(act="registry.export").order_by("position").last()
    after = timeline("unit", told.subject)[-1].after
    assert after == {"list": "producers", "narrowed": {"q": "dang"}, "people": True}


def test_no_name_becomes_a_formula(stock, officer):
    row = stock("02473", 1)[0]
    row.name = '=HYPERLINK("http://x")'
    row.save()
    content = b"".join(officer.get(f"{HERE}danh-sach.csv").streaming_content).decode("utf-8-sig")
    assert "\"'=HYPERLINK" in content
    assert read_sheet(b"".join(officer.get(f"{HERE}danh-sach.xlsx").streaming_content), "x").rows[1][0] == row.name


def test_an_empty_register_says_how_to_begin(officer, somebody, enter):
    assert "Tỉnh thường bắt đầu bằng bảng tính" in page(officer, HERE)
    member = enter(somebody("council_member", "08")[0])
    assert "Người nhập được là cơ quan thường trực" in page(member, HERE)
    assert "Tải về" not in page(member, HERE)


def test_what_is_typed_stays_and_is_never_markup(stock, officer):
    stock("02473", 1)
    shown = page(officer, f'{HERE}?q="><script>x&sao=3')
    assert "<script>x" not in shown and 'value="&quot;&gt;&lt;script&gt;x"' in shown
    assert '<option value="3" selected>' in shown and "Bỏ lọc" in shown


@pytest.mark.parametrize("path", ["08/", "08/san-pham/?sao=3", "08/chu-the/", "?q=tuyen", "", "02473/", "vn/"])
def test_pages_in_english_are_english(stock, somebody, enter, path):
    stock("02473", 3)
    client = enter(somebody("ministry")[0])
    assert vietnamese_left_in(page(client, f"/en/co-quan/don-vi/{path}")) == []
