"""The record of a producer: what each reader sees of it, and the forms on it."""

import json
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from ocop.domain.history.models import Event
from ocop.domain.registry.models import Producer, Representative, YearlyFact
from tests.web.reading import vietnamese_left_in
from tests.web.records.conftest import COMMUNE, registered

pytestmark = pytest.mark.django_db
ADD = f"/co-quan/don-vi/{COMMUNE}/chu-the/them/"


def words(answer):
    return answer.content.decode()


def typed(**more):
    return {"key": uuid4(), "name": "HTX Bản Chợ", "kind": "untold", "source": "giấy đăng ký"} | more


def test_the_page_tells_everything_the_officer_may_know(cooperative, noodles, officer):
    page = words(officer.get(f"/chu-the/{cooperative.id}/"))
    for told in ("HTX Tân Thành", "Hợp tác xã", "Thôn 1", "danh sách tỉnh 2025", "Miến dong", "Nông Văn Hào",
                 "0912345678", "Thêm chủ thể vào sổ", "chưa có sao trong danh sách nào"):  # fmt: skip
        assert told in page, told
    assert f'href="/chu-the/{cooperative.id}/sua/"' in page and 'aria-disabled="true"' not in page


@pytest.mark.parametrize(("role", "code"), [("leader", "08"), ("auditor", "08"), ("council_member", "08")])
def test_a_reader_without_the_right_sees_no_person_and_learns_why(cooperative, somebody, enter, role, code):
    page = words(enter(somebody(role, code)[0]).get(f"/chu-the/{cooperative.id}/"))
    assert "Nông Văn Hào" not in page and "0912345678" not in page
    assert "Dữ liệu cá nhân, không hiện ở đây." in page and "xem dữ liệu cá nhân của chủ thể" in page
    assert page.count('aria-disabled="true"') == 4
    assert ("Chỉ Cán bộ OCOP cấp xã" in page) and (("<time" in page) == (role != "council_member"))


def test_the_name_of_a_household_is_its_owners(somebody, enter, officer):
    home = registered("Hộ kinh doanh Nguyễn Văn A", address="Ngõ 3")
    hidden = words(enter(somebody("leader", "08")[0]).get(f"/chu-the/{home.id}/"))
    assert "Nguyễn Văn A" not in hidden and "Ngõ 3" not in hidden and "tên không hiện với vai trò" in hidden
    assert "Nguyễn Văn A" in words(officer.get(f"/chu-the/{home.id}/"))


def test_a_producers_people_see_and_change_their_own_and_no_other(cooperative, somebody, enter):
    other = registered("HTX Khác")
    own = enter(somebody("producer", COMMUNE, producer=cooperative.id)[0])
    assert "Nông Văn Hào" in words(own.get(f"/chu-the/{cooperative.id}/"))
    done = own.post(f"/chu-the/{cooperative.id}/sua/", typed(name="HTX Tân Thành", version=1, address="Thôn 9"))
    assert done.status_code == 302 and Producer.objects.get(id=cooperative.id).address == "Thôn 9"
    for path in ("", "sua/", "nguoi-dai-dien/du-lieu/", "san-pham/them/"):
        assert own.get(f"/chu-the/{other.id}/{path}").status_code == 403
    assert own.get(f"/chu-the/{uuid4()}/").status_code == 404


def test_the_page_asks_the_database_as_often_for_many_as_for_few(cooperative, agency, django_assert_max_num_queries):
    from ocop.domain.accounts.queries import Acting
    from ocop.domain.registry.actions.products import add_product, record_fact, record_stars
    from tests.domain.accounts.people import AT, DAY

    by = {"by": Acting(DAY), "at": AT}
    agency.get(f"/chu-the/{cooperative.id}/")
    with django_assert_max_num_queries(30) as few:
        agency.get(f"/chu-the/{cooperative.id}/")
    for number in range(30):
        made = add_product(producer=cooperative, name=f"Miến {number}", source="x", **by)
        record_stars(id=made.id, stars=3, year=2025, source="x", **by)
        record_fact(producer=cooperative, year=1995 + number + 5, kind="jobs", value=Decimal(number), source="x", **by)
    with django_assert_max_num_queries(len(few)):
        page = words(agency.get(f"/chu-the/{cooperative.id}/"))
    assert page.count('class="stars stars--small"') == 30 and "?page=2" in page and "2.025" not in page


def test_a_producer_is_added_once_however_often_it_is_sent(officer):
    sent = typed(tax_code="0100233488", latitude="22,45", longitude="105.28", in_association="co", address="Thôn 2")
    first, second = officer.post(ADD, sent), officer.post(ADD, sent)
    row = Producer.objects.get()
    assert first.url == second.url == f"/chu-the/{row.id}/?xong=them"
    assert (row.kind, row.tax_code, row.latitude, row.longitude, row.in_association) == (
        "cooperative", "0100233488", Decimal("22.45"), Decimal("105.28"), True,
    )  # fmt: skip
    assert Event.objects.filter(act="registry.add_producer").count() == 1
    assert "Đã thêm vào sổ" in words(officer.get(first.url))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": " "}, "Chưa có gì; hãy điền."),
        ({"name": "x" * 256}, "Dài 256 chữ; nhiều nhất 255."),
        ({"source": ""}, "Chưa có gì; hãy điền."),
        ({"kind": "quán"}, "Chọn lại trong danh sách."),
        ({"tax_code": "123"}, "Mã số thuế phải có 10 chữ số"),
        ({"latitude": "bắc", "longitude": "105"}, "Không đọc được tọa độ này"),
        ({"latitude": "22"}, "Tọa độ cần cả vĩ độ và kinh độ"),
        ({"latitude": "48,85", "longitude": "2,35"}, "không nằm trên đất hay biển Việt Nam"),
        ({"key": ""}, "Biểu mẫu không đầy đủ."),
    ],
)
def test_a_refusal_says_what_to_mend_and_keeps_everything_typed(officer, wrong, said):
    sent = typed(address="Thôn Nà Làng", craft_village="Làng chè") | wrong
    answer = officer.post(ADD, sent)
    page = words(answer)
    assert answer.status_code == 422 and said in page
    for name, value in sent.items():
        assert name in ("key", "kind") or value.strip() in page, name
    assert not Producer.objects.exists()


def test_a_tax_code_of_another_producer_is_said_beside_its_box(cooperative, officer):
    registered("HTX Một", tax="0100233488")
    answer = officer.post(f"/chu-the/{cooperative.id}/sua/", typed(version=1, tax_code="0100233488"))
    assert answer.status_code == 422 and "đã thuộc một chủ thể khác" in words(answer)
    assert 'id="error-tax_code"' in words(answer)


def test_two_people_change_one_record_and_each_difference_is_chosen(cooperative, officer, agency):
    path = f"/chu-the/{cooperative.id}/sua/"
    seen = {"name": "HTX Tân Thành", "kind": "cooperative", "source": "danh sách tỉnh 2025", "version": 1}
    assert agency.post(path, typed(**seen | {"address": "Thôn 2", "craft_village": "Làng chè"})).status_code == 302
    mine = typed(**seen | {"address": "Thôn 3", "name": "HTX Tân Thành Mới"})
    late = officer.post(path, mine)
    page = words(late)
    assert late.status_code == 409 and "Người khác vừa sửa hồ sơ này" in page
    for told in ("Thôn 1", "Thôn 2", "Thôn 3", "HTX Tân Thành Mới", "Làng chè"):
        assert told in page, told
    assert Producer.objects.get().address == "Thôn 2"
    form = mine | {"key": uuid4(), "newest": 2, "hoi": "name address craft_village"}
    chosen = {"chon-name": "cua-toi", "chon-craft_village": "nay"}
    again = officer.post(path, form | chosen)  # the address both changed is not chosen yet
    assert again.status_code == 409 and Producer.objects.get().version == 2
    assert 'value="cua-toi" checked' in words(again)
    settled = officer.post(path, form | {"key": uuid4(), **chosen, "chon-address": "cua-toi"})
    assert settled.url == f"/chu-the/{cooperative.id}/?xong=sua"
    row = Producer.objects.get()
    assert (row.name, row.address, row.craft_village, row.version) == ("HTX Tân Thành Mới", "Thôn 3", "Làng chè", 3)
    history = words(officer.get(f"/chu-the/{cooperative.id}/"))
    assert history.count("Sửa thông tin chủ thể") == 2


def test_what_the_other_person_wrote_can_be_kept_and_mine_saved_beside_it(cooperative, officer, agency):
    path = f"/chu-the/{cooperative.id}/sua/"
    seen = {"name": "HTX Tân Thành", "kind": "cooperative", "source": "danh sách tỉnh 2025", "version": 1}
    agency.post(path, typed(**seen | {"address": "Thôn 2"}))
    form = typed(**seen | {"address": "Thôn 3", "craft_village": "Làng mây"}, newest=2, hoi="address craft_village")
    choices = {"chon-address": "nay", "chon-craft_village": "cua-toi"}
    wrong = officer.post(path, form | choices | {"tax_code": "9"})
    assert wrong.status_code == 422 and "Thôn 3" not in words(wrong) and "Thôn 2" in words(wrong)
    assert officer.post(path, form | choices | {"key": uuid4()}).status_code == 302
    row = Producer.objects.get()
    assert (row.address, row.craft_village) == ("Thôn 2", "Làng mây")


@pytest.mark.parametrize("version", ["", "x"])
def test_a_form_without_its_version_changes_nothing(cooperative, officer, version):
    answer = officer.post(f"/chu-the/{cooperative.id}/sua/", typed(version=version))
    assert answer.status_code == 422 and "Tải lại trang rồi gửi" in words(answer)
    assert Producer.objects.get().version == 1


def test_the_representative_is_kept_apart_and_handed_over_as_a_file(cooperative, officer):
    path = f"/chu-the/{cooperative.id}/nguoi-dai-dien/"
    sent = {"key": uuid4(), "version": 1, "name": "Lý Thị Mai", "sex": "female", "has_disability": "khong",
            "phone": "0987654321", "email": "mai@vidu.example"}  # fmt: skip
    assert officer.post(path, sent | {"email": "mai"}).status_code == 422
    assert officer.post(path, sent).url.endswith("?xong=nguoi")
    row = Representative.objects.get()
    assert (row.name, row.sex, row.has_disability, row.version) == ("Lý Thị Mai", "female", False, 2)
    page = words(officer.get(f"{path}du-lieu/"))
    assert "Lý Thị Mai" in page and "Nông Văn Hào" in page and "Tải bảng tính" in page
    told = json.loads(officer.get(f"{path}du-lieu/json/").content)
    assert told["record"]["Người đại diện"] == "Lý Thị Mai" and told["history"][0]["after"]["name"] == "Nông Văn Hào"
    workbook = officer.get(f"{path}du-lieu/xlsx/")
    assert workbook.content[:2] == b"PK" and "attachment" in workbook["Content-Disposition"]
    assert officer.get(f"{path}du-lieu/pdf/").status_code == 404


def test_a_person_who_asks_is_erased_from_page_history_and_file(cooperative, agency, officer):
    path = f"/chu-the/{cooperative.id}/nguoi-dai-dien/"
    assert officer.get(f"{path}xoa/").status_code == 403
    assert "Xóa dữ liệu" in words(agency.get(f"{path}du-lieu/"))
    assert agency.post(f"{path}xoa/", {"key": uuid4(), "note": ""}).status_code == 422
    done = agency.post(f"{path}xoa/", {"key": uuid4(), "note": "đơn ngày 02/03/2026"})
    page = words(agency.get(done.url))
    assert "Đã xóa dữ liệu người đại diện" in page and "Chưa ghi ai" in page and "đã được xóa ngày" in page
    assert "Nông Văn Hào" not in page + words(agency.get(f"{path}du-lieu/"))
    assert "Nông" not in agency.get(f"{path}du-lieu/json/").content.decode()


def test_facts_of_years_stand_in_one_table_with_sources_and_a_trend(cooperative, officer):
    path = f"/chu-the/{cooperative.id}/so-lieu/"
    fact = {"kind": "revenue", "unit": "", "product": "", "source": "báo cáo thuế"}
    for year, value in ((2024, "1.500.000.000"), (2025, "1.800.000.000")):
        done = officer.post(path, fact | {"key": uuid4(), "year": year, "value": value})
        assert done.url == f"/chu-the/{cooperative.id}/?xong=so-lieu#so-lieu"
    page = words(officer.get(f"/chu-the/{cooperative.id}/"))
    assert "1,5 tỷ đồng" in page and "1,8 tỷ đồng" in page and "tăng 20 %" in page and "<polyline" in page
    assert page.count('id="nguon-1" lang="vi">báo cáo thuế') == 1
    other = officer.post(path, fact | {"key": uuid4(), "year": 2025, "value": "2.000.000.000"})
    assert other.status_code == 422 and "Năm 2025 đã ghi 1800000000 đồng" in words(other)
    officer.post(path, fact | {"key": uuid4(), "year": 2025, "value": "2.000.000.000", "replaces": "1"})
    assert YearlyFact.objects.get(year=2025).value == 2_000_000_000
    for wrong, said in (
        ({"value": "nhiều"}, "Không đọc được số này"), ({"value": "-5"}, "không thể âm"),
        ({"kind": "output", "value": "5"}, "cần đơn vị tính"), ({"year": "năm ngoái"}, "Viết bằng chữ số"),
        ({"year": "1850"}, "1850"), ({"product": str(uuid4())}, "Chọn lại trong danh sách"),
    ):  # fmt: skip
        answer = officer.post(path, fact | {"key": uuid4(), "year": 2023, "value": "1"} | wrong)
        assert answer.status_code == 422 and said in words(answer), wrong


def test_nobody_of_another_province_places_a_producer(agency):
    waiting = registered("HTX Cũ", "19", unit_on=date(2026, 6, 15))
    assert waiting.needs_placing
    path = f"/chu-the/{waiting.id}/chon-xa/"
    assert agency.get(path).status_code == 403  # another province


def test_an_heir_is_chosen_among_the_heirs_and_only_once(agency):
    waiting = registered("HTX Cũ", "08")
    path = f"/chu-the/{waiting.id}/chon-xa/"
    page = words(agency.get(path))
    assert 'value="02473"' in page and 'value="00715"' in page and 'value="01840"' not in page
    wrong = agency.post(path, {"key": uuid4(), "version": 1, "chosen": "01840", "note": ""})
    assert wrong.status_code == 422
    sent = {"key": uuid4(), "version": 1, "chosen": "02473", "note": "trụ sở ở thôn Nà Làng"}
    assert agency.post(path, sent).url == f"/chu-the/{waiting.id}/?xong=chon-xa"
    row = Producer.objects.get(id=waiting.id)
    assert (row.unit.code, row.needs_placing) == ("02473", False) and "trụ sở ở thôn" in row.source
    assert agency.get(path).status_code == 409


@pytest.mark.parametrize("path", ["", "sua/", "nguoi-dai-dien/", "nguoi-dai-dien/du-lieu/", "so-lieu/",
                                  "nguoi-dai-dien/xoa/", "san-pham/them/"])  # fmt: skip
def test_english_pages_are_english(cooperative, noodles, agency, path):
    answer = agency.get(f"/en/chu-the/{cooperative.id}/{path}")
    assert answer.status_code == 200 and vietnamese_left_in(words(answer)) == []
