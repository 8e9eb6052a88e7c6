"""Survey sheets: written step by step, withdrawn and taken back, brought into the register."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.apps import apps

from ocop.domain.accounts.models import Person
from ocop.domain.accounts.queries import Acting, seat_by_code
from ocop.domain.history.queries import timeline
from ocop.domain.registry.actions.producers import register_producer
from ocop.domain.registry.actions.products import add_product
from ocop.domain.registry.models import Producer, Product
from ocop.domain.survey import policies
from ocop.domain.survey.actions.demonstration import load_survey
from ocop.domain.survey.actions.exporting import export_sheets
from ocop.domain.survey.actions.promoting import link_sheet, promote_sheet
from ocop.domain.survey.actions.sheets import add_sheet, change_sheet, restore_sheet, withdraw_sheet
from ocop.domain.survey.fields import FIELDS, KINDS, group_words
from ocop.domain.survey.models import SurveySheet
from ocop.domain.survey.queries.lines import COLUMNS, headings, sheet_lines
from ocop.domain.survey.queries.sheets import Wanted, counts, sheet, sheets
from ocop.kit.text import search_key, sort_key
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from tests.domain.at_work import AT, DAY
from tests.domain.survey.conftest import LAN


def acts_of(row):
    return [entry.act for entry in timeline("surveysheet", str(row.id))]


def test_every_column_is_classed_and_named():
    columns = {field.name for field in apps.get_model("survey", "SurveySheet")._meta.concrete_fields}
    assert columns == FIELDS.keys()
    assert all(column.vi and column.en for column in FIELDS.values())


def test_the_groups_are_the_six_of_the_law():
    assert [words[1] for words in group_words().values()][1] == "Beverages"
    assert list(group_words()) == ["I", "II", "III", "IV", "V", "VI"]


def test_a_sheet_begins_as_a_draft_and_ends_surveyed(surveyed):
    assert surveyed.state == "surveyed"
    assert acts_of(surveyed) == ["survey.add_sheet", "survey.change_sheet"]


def test_a_survey_is_finished_only_with_who_and_whence(honey):
    with pytest.raises(Refused) as refusal:
        change_sheet(id=honey.id, changes={"surveyed_by": "Cán bộ xã"}, seen_version=1, finish=True, by=LAN, at=AT)
    assert refusal.value.where == "source"
    assert sheet(honey.id).state == "draft"


@pytest.mark.parametrize(
    ("wrong", "where"),
    [({"kind": "village"}, "kind"), ({"group": "VII"}, "group"), ({"name": "  "}, "name"),
     ({"households": -1}, "households"), ({"surveyed_on": DAY + timedelta(days=1)}, "surveyed_on")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_its_place(small_country, wrong, where):
    told = {"kind": "product", "group": "I", "name": "Mật ong"} | wrong
    with pytest.raises(Refused) as refusal:
        add_sheet(**told, unit_code="00001", by=LAN, at=AT, book=small_country)
    assert refusal.value.where == where
    assert not SurveySheet.objects.exists()


def test_a_sheet_of_former_units_lies_in_those_of_today(small_country):
    on = DAY.replace(year=DAY.year - 1, month=5)
    made = add_sheet(
        kind="speciality", group="II", name="Chè Shan", unit_code="00001", surveyed_on=on, by=LAN, at=AT,
        book=small_country,
    )  # fmt: skip
    assert (made.origin_on, made.placed_on) == (on, DAY)


def test_sent_twice_a_sheet_is_written_once(small_country):
    told = {"kind": "product", "group": "I", "name": "Miến dong", "unit_code": "00001"}
    first, second = (add_sheet(**told, key="k", by=LAN, at=AT, book=small_country) for _ in range(2))
    assert first.id == second.id


def test_two_on_one_sheet_the_second_sees_what_differs_and_nothing_is_overwritten(honey):
    change_sheet(id=honey.id, changes={"market": "chợ phiên"}, seen_version=1, by=LAN, at=AT)
    with pytest.raises(Conflict) as conflict:
        change_sheet(id=honey.id, changes={"market": "trên mạng"}, seen_version=1, by=LAN, at=AT)
    assert [(one.field, one.stored, one.offered) for one in conflict.value.differences] == [
        ("market", "chợ phiên", "trên mạng")
    ]
    assert sheet(honey.id).market == "chợ phiên"


def test_a_withdrawn_sheet_leaves_the_list_says_why_and_comes_back(surveyed):
    gone = withdraw_sheet(id=surveyed.id, reason="ghi trùng", seen_version=2, by=LAN, at=AT)
    assert not sheets(Wanted()).exists() and sheets(Wanted(state="withdrawn")).count() == 1
    assert sum(one.whole for one in counts(Wanted())) == 0
    with pytest.raises(Refused) as refusal:
        change_sheet(id=gone.id, changes={"market": "x"}, seen_version=3, by=LAN, at=AT)
    assert refusal.value.code == "sheet_withdrawn"
    back = restore_sheet(id=gone.id, seen_version=3, by=LAN, at=AT)
    assert (back.state, back.reason) == ("surveyed", "")
    with pytest.raises(Refused):
        restore_sheet(id=gone.id, seen_version=4, by=LAN, at=AT)


def test_promoted_it_is_a_product_of_a_new_producer_with_the_sheet_as_source(surveyed, small_country):
    done = promote_sheet(id=surveyed.id, seen_version=2, by=LAN, at=AT, book=small_country)
    assert (done.state, done.product.name, done.producer.name) == (
        "promoted", "Mật ong bạc hà", "Tổ nuôi ong Nà Lặc",
    )  # fmt: skip
    assert done.producer.kind == "cooperative_group" and done.producer.unit_id == surveyed.unit_id
    assert "hỏi tại chỗ" in done.product.source
    assert acts_of(done)[-1] == "survey.promote_sheet"
    with pytest.raises(Refused) as refusal:
        promote_sheet(id=surveyed.id, seen_version=3, by=LAN, at=AT, book=small_country)
    assert refusal.value.code == "sheet_promoted"
    assert Producer.objects.count() == Product.objects.count() == 1


def test_promoted_to_a_known_producer_or_linked_to_a_known_product(surveyed, small_country):
    known = register_producer(
        name="HTX Ong", unit_code="00001", source="x", by=LAN, at=AT, book=small_country
    )  # fmt: skip
    wax = add_product(producer=known, name="Sáp ong", source="x", by=LAN, at=AT)
    second = add_sheet(kind="product", group="I", name="Sáp", unit_code="00001", by=LAN, at=AT, book=small_country)
    told = {"surveyed_by": "Cán bộ", "source": "y"}
    change_sheet(id=second.id, changes=told, seen_version=1, finish=True, by=LAN, at=AT)
    assert promote_sheet(id=surveyed.id, producer_id=known.id, seen_version=2, by=LAN, at=AT).producer == known
    assert link_sheet(id=second.id, product_id=wax.id, seen_version=2, by=LAN, at=AT).product == wax
    assert Producer.objects.count() == 1


def test_what_the_register_refuses_leaves_the_sheet_as_it_was(surveyed, small_country):
    known = register_producer(name="HTX Ong", unit_code="00001", source="x", by=LAN, at=AT, book=small_country)
    add_product(producer=known, name="Mật ong bạc hà", source="x", by=LAN, at=AT)
    with pytest.raises(Refused) as refusal:
        promote_sheet(id=surveyed.id, producer_id=known.id, seen_version=2, by=LAN, at=AT)
    assert refusal.value.code == "product_there"
    assert sheet(surveyed.id).state == "surveyed"
    with pytest.raises(Conflict):
        promote_sheet(id=surveyed.id, seen_version=1, by=LAN, at=AT)


def test_neither_a_draft_nor_a_village_becomes_a_product(honey, small_country):
    assert policies.may_promote(LAN, honey).code == "sheet_unfinished"
    village = add_sheet(
        kind="craft_village", group="IV", name="Làng dệt", unit_code="00001", by=LAN, at=AT, book=small_country
    )
    assert policies.may_promote(LAN, village).code == "village_is_no_product"


def test_a_stranger_may_neither_read_nor_write(honey):
    stranger = Acting(DAY, Person(id=uuid4(), full_name="Người lạ"), ())
    assert not policies.may_read(stranger, honey) and not policies.may_change(stranger, honey)
    with pytest.raises(Refused):
        withdraw_sheet(id=honey.id, reason="x", seen_version=1, by=stranger, at=AT)
    assert not policies.may_add(LAN, seat_by_code("vn", DAY))


def made(honey, number, **more):
    """Sheets beside the first, straight into the table."""
    fields = {
        field.name: getattr(honey, field.name) for field in SurveySheet._meta.concrete_fields if field.name != "id"
    }
    rows = []
    for n in range(number):
        name = f"Thứ {n:03}"
        rows.append(SurveySheet(**(fields | {"name": name, "search_key": search_key(name), "sort_key": sort_key(name)}
                                   | more)))  # fmt: skip
    SurveySheet.objects.bulk_create(rows)


def test_lists_find_without_accents_narrow_sort_and_count(honey):
    made(honey, 3, kind="craft_village", group="IV")
    names = [row.name for row in sheets(Wanted(province=honey.province_code))]
    assert names == ["Mật ong bạc hà", "Thứ 000", "Thứ 001", "Thứ 002"]
    assert [row.name for row in sheets(Wanted(words="mat ong BAC"))] == ["Mật ong bạc hà"]
    assert sheets(Wanted(kind="craft_village", group="IV", units=(honey.unit_id,), state="draft")).count() == 3
    assert not sheets(Wanted(province="99")).exists()
    found = {one.group: one for one in counts(Wanted())}
    assert (found["IV"].whole, found["IV"].kinds["craft_village"], found["I"].whole) == (3, 3, 1)
    assert list(found) == list(group_words()) and list(found["I"].kinds) == list(KINDS)


def test_a_file_has_every_line_and_hides_the_name_of_a_household(honey, small_country):
    change = {"maker": "household", "made_by": "Hộ ông Bàn", "price_dong": Decimal(350_000)}
    change_sheet(id=honey.id, changes=change, seen_version=1, by=LAN, at=AT)
    for personal, shown in ((True, "Hộ ông Bàn"), (False, None)):
        (line,) = sheet_lines(Wanted(), lang="vi", personal=personal, book=small_country)
        assert dict(zip(COLUMNS, line, strict=True))["made_by"] == shown
    told = dict(zip(headings("en"), *sheet_lines(Wanted(), lang="en", book=small_country), strict=True))
    assert (told["Kind"], told["Group"], told["Price (đồng)"]) == ("Potential product", "Food", Decimal(350_000))


def test_taking_a_list_away_is_in_the_history(honey):
    seat = policies.seat_of_sheet(honey)
    export_sheets(seat=seat, narrowed={"nhom": "I"}, by=LAN, at=AT)
    assert timeline("unit", seat.key)[0].act == "survey.export"


def test_the_demonstration_is_marked_says_so_and_is_written_once(db):
    from tests.domain.few_units import load

    load()
    written = load_survey(communes=["02473", "00715"], at=AT)
    assert written == SurveySheet.objects.count() > 5
    assert load_survey(communes=["02473"], at=AT) == 0
    assert all(row.demonstration and "minh họa" in row.source for row in SurveySheet.objects.all())
    assert set(SurveySheet.objects.values_list("kind", flat=True)) == set(KINDS)
    assert set(SurveySheet.objects.values_list("group", flat=True)) == set(group_words())
