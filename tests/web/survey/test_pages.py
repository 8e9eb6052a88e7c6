"""Survey sheets on the phone of a commune officer: written step by step, found again, brought into the register."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ocop.domain.registry.models import Product
from ocop.domain.survey.models import SurveySheet
from tests.web.addresses import survey_sheet
from tests.web.reading import vietnamese_left_in

pytestmark = pytest.mark.django_db
LIST = "/co-quan/don-vi/02473/tiem-nang/"


@pytest.fixture
def officer(somebody, enter):
    return enter(somebody("commune_officer", "02473")[0])


def send(client, path, **typed):
    """A form sent as its page draws it: with its number and the version it was drawn with."""
    html = client.get(path).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(key|version)" value="([^"]+)"', html))
    return client.post(path, hidden | typed)


def test_a_sheet_is_written_in_five_steps_and_kept_after_each(officer):
    first = send(officer, f"{LIST}them/", name="Mật ong bạc hà", kind="product", group="I", surveyed_on="2026-06-01")
    row = SurveySheet.objects.get()
    assert first.url == f"/tiem-nang/{row.id}/ghi/ai-lam/" and row.state == "draft"
    assert row.unit.code == "02473"
    told = {
        "ai-lam": {"made_by": "Tổ nuôi ong", "maker": "cooperative_group", "households": "12"},
        "lam-ra": {"output": "1.500", "output_unit": "lít", "price_dong": "350.000"},
        "chat-luong": {"strengths": "hoa bạc hà tự nhiên", "readiness": "sold"},
        "mong-muon": {"wishes": "nhãn hiệu", "surveyed_by": "Cán bộ kinh tế xã", "source": "hỏi tại chỗ"},
    }
    path = first.url
    for step, typed in told.items():
        assert path.endswith(f"/ghi/{step}/")
        path = send(officer, path, **typed).url
    row.refresh_from_db()
    assert (row.state, row.households, row.output, row.price_dong) == ("surveyed", 12, 1500, 350_000)
    page = officer.get(path).content.decode()
    for words in ("Đã xong phiếu khảo sát", "Tổ nuôi ong", "350.000 đồng/lít", "Ghi phiếu khảo sát", "Đưa vào sổ"):
        assert words in page, words


def test_what_cannot_be_read_is_said_beside_its_box_and_stays(officer):
    row = survey_sheet("02473")
    answer = send(officer, f"/tiem-nang/{row.id}/ghi/lam-ra/", price_dong="ba trăm nghìn", market="chợ phiên")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Không đọc được số này" in html and "ba trăm nghìn" in html and "chợ phiên" in html
    part = send(officer, f"/tiem-nang/{row.id}/ghi/ai-lam/", households="2,5", maker="untold")
    assert "iết số nguyên" in part.content.decode()


def test_a_form_sent_twice_writes_one_sheet(officer):
    typed = {"key": uuid4(), "name": "Miến dong", "kind": "product", "group": "I", "surveyed_on": "2026-06-01"}
    first, second = (officer.post(f"{LIST}them/", typed) for _ in range(2))
    assert first.url == second.url and SurveySheet.objects.count() == 1


def test_two_officers_on_one_sheet_choose_field_by_field(officer):
    row = survey_sheet("02473")
    path = f"/tiem-nang/{row.id}/ghi/lam-ra/"
    old = re.search(r'name="version" value="(\d+)"', officer.get(path).content.decode())[1]
    send(officer, path, market="chợ phiên")
    late = officer.post(path, {"key": uuid4(), "version": old, "market": "trên mạng"})
    html = late.content.decode()
    assert late.status_code == 409 and "chợ phiên" in html and "trên mạng" in html
    row.refresh_from_db()
    assert row.market == "chợ phiên"


def test_withdrawn_and_taken_back(officer):
    row = survey_sheet("02473")
    send(officer, f"/tiem-nang/{row.id}/rut/", reason="ghi trùng")
    assert "Mật ong" not in officer.get(LIST).content.decode()
    assert "ghi trùng" in officer.get(f"/tiem-nang/{row.id}/").content.decode()
    send(officer, f"/tiem-nang/{row.id}/lay-lai/")
    assert "Mật ong" in officer.get(LIST).content.decode()


def test_brought_into_the_register_it_leads_to_its_product(officer):
    row = survey_sheet("02473")
    path = f"/tiem-nang/{row.id}/vao-so/"
    asked = send(officer, path, product_name="Mật ong")
    assert asked.status_code == 422 and "chủ thể mới" in asked.content.decode()
    done = send(officer, path, product_name="Mật ong bạc hà Sơn Dương", producer_name="Tổ hợp tác nuôi ong")
    made = Product.objects.get()
    assert f"/san-pham/{made.id}/" in officer.get(done.url).content.decode()
    second = survey_sheet("02473", "Sáp ong")
    send(officer, f"/tiem-nang/{second.id}/vao-so/", product=str(made.id))
    second.refresh_from_db()
    assert second.product == made and Product.objects.count() == 1
    assert send(officer, path, product_name="x", producer_name="y").status_code == 409


def test_the_list_counts_by_group_finds_without_accents_and_leaves_as_a_file(officer):
    for number in range(3):
        survey_sheet("02473", f"Làng dệt {number}", kind="craft_village", group="IV")
    survey_sheet("02473", "Miến dong")
    survey_sheet("00715", "Ở nơi khác")
    html = officer.get(LIST).content.decode()
    assert "4 phiếu" in html and "Ở nơi khác" not in html
    bars = re.findall(r'<rect class="fill" width="([^"]+)".*?<b>(\d+)</b>', html)
    assert bars == [("33.33%", "1"), ("100.00%", "3")]
    assert "1 phiếu" in officer.get(f"{LIST}?q=mien+dong").content.decode()
    assert "3 phiếu" in officer.get(f"{LIST}?nhom=IV&loai=craft_village").content.decode()
    csv = b"".join(officer.get(f"{LIST}tai-ve.csv?q=mien").streaming_content).decode()
    assert csv.count("\n") == 2 and "Miến dong" in csv
    assert b"".join(officer.get(f"{LIST}tai-ve.xlsx").streaming_content)[:2] == b"PK"
    assert officer.get(f"{LIST}tai-ve.pdf").status_code == 404


def test_a_list_asks_as_often_for_one_row_as_for_five_hundred(officer):
    survey_sheet("02473")
    counted = []
    for number in (0, 500):
        for n in range(number):
            survey_sheet("02473", f"Thứ {n}")
        officer.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(LIST).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_a_household_is_not_named_to_who_may_not_see_it(officer, somebody, enter):
    row = survey_sheet("02473", maker="household", made_by="Hộ ông Bàn")
    leader = enter(somebody("leader", "08", name="Lãnh đạo")[0])
    for path in (LIST, f"/tiem-nang/{row.id}/"):
        assert "Hộ ông Bàn" in officer.get(path).content.decode()
        assert "Hộ ông Bàn" not in leader.get(path).content.decode()


@pytest.mark.parametrize("about", ["", "{0}", "{0}ghi/mong-muon/", "{0}vao-so/", "{0}rut/"])
def test_pages_speak_english_too(officer, about):
    row = survey_sheet("02473", "Honey", made_by="Bees", surveyed_by="Officer", source="there")
    path = about.format(f"/en/tiem-nang/{row.id}/") or f"/en{LIST}"
    assert not vietnamese_left_in(officer.get(path).content.decode())


def test_an_empty_list_says_how_to_begin_and_what_is_not_there_is_said(officer):
    assert "Ghi phiếu đầu tiên" in officer.get(LIST).content.decode()
    assert officer.get(f"/tiem-nang/{uuid4()}/").status_code == 404
    row = survey_sheet("02473")
    assert officer.get(f"/tiem-nang/{row.id}/ghi/khong-co/").status_code == 404


def test_a_province_says_in_which_commune_and_nothing_is_chosen_for_it(somebody, enter):
    agency = enter(somebody("provincial_agency", "08", name="Cơ quan")[0])
    path = "/co-quan/don-vi/08/tiem-nang/them/"
    typed = {"name": "Miến dong", "kind": "product", "surveyed_on": "2026-06-01"}
    wrong = send(agency, path, **typed, group="", unit_code="")
    assert wrong.status_code == 422 and wrong.content.decode().count("Chưa có gì; hãy điền.") == 2
    send(agency, path, **typed, group="I", unit_code="02473")
    assert SurveySheet.objects.get().unit.code == "02473"
