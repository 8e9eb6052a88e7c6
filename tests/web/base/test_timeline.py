"""The timeline: history in plain words of both languages, paged, with what is personal hidden and erasures told."""

import ast
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as site
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from ocop.domain.history.actions import SYSTEM, Act, Actor, erase_details, record
from ocop.domain.history.queries import timeline
from ocop.kit.text import has_vietnamese_letters
from ocop.web.base.timeline.lines import lines, timeline_page
from ocop.web.base.timeline.words import BOOK
from tests.web.reading import vietnamese_left_in

AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
LAN = Actor("7", "Lan", "Cán bộ OCOP cấp xã", "Xã Ba Chẽ")
CODE = re.compile(r"[a-z]+\.[a-z_]+")


def acts_written():
    """Every act that an action of the domain leaves in history, found in the sources."""
    for path in (site.PACKAGE_DIR / "domain").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            named = getattr(call.func, "id", getattr(call.func, "attr", ""))
            given = [one for one in call.args if named in {"Act", "_tell"}]
            given += [one.value for one in call.keywords if one.arg == "act" and named != "getattr"]
            yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
                        and CODE.fullmatch(one.value))  # fmt: skip


@pytest.mark.parametrize("act", sorted(set(acts_written())))
def test_every_act_that_leaves_history_has_its_words(act):
    vi, en = BOOK.act(act)
    assert vi != act != en
    assert has_vietnamese_letters(vi) and not has_vietnamese_letters(en)


def test_acts_are_found_in_the_sources():
    assert {"registry.add_producer", "registry.change_producer", "accounts.hand_over", "places.load_units"} <= {
        *acts_written()
    }


def told(act, before=None, after=None, kind="producer", subject="1", by=LAN, at=AT, **more):
    return record(Act(act, kind, subject, before, after, **more), by=by, at=at, chain="08")


def drawn(page, lang="vi"):
    with translation.override(lang):
        return render_to_string("docs/examples/timeline.html", {"timeline": page}, RequestFactory().get("/"))


def page_of(subjects=(("producer", "1"),), lang="vi", address="/", **more):
    with translation.override(lang):
        return timeline_page(RequestFactory().get(address), subjects, **more)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("act", "before", "after", "vi", "en"),
    [
        ("registry.change_producer", {"address": "Thôn 1"}, {"address": "Thôn 2", "version": 2},
         ("Sửa thông tin chủ thể", "Địa chỉ", "Thôn 1", "Thôn 2"),
         ("Changed the producer", "Address", "Thôn 1", "Thôn 2")),
        ("registry.change_producer", {"kind": "untold"}, {"kind": "farm"},
         ("Sửa thông tin chủ thể", "Loại hình", "Chưa rõ loại hình", "Trang trại"),
         ("Changed the producer", "Kind", "Kind not told", "Farm")),
        ("registry.change_producer", {"in_association": None}, {"in_association": True},
         ("Sửa thông tin chủ thể", "Hội viên hội doanh nhân OCOP", None, "có"),
         ("Changed the producer", "In the OCOP association", None, "yes")),
        ("registry.record_fact", {"value": "1000"}, {"value": "720000000.5"},
         ("Ghi số liệu năm", "Giá trị", "1.000", "720.000.000,5"),
         ("Recorded a fact of the year", "Value", "1,000", "720,000,000.5")),
        ("registry.record_stars", None, {"recognised_on": "2025-12-31"},
         ("Ghi hạng sao theo danh sách", "Ngày công nhận", None, "31/12/2025"),
         ("Recorded stars told by a list", "Recognised on", None, "31/12/2025")),
        ("registry.classify_product", {"148/QĐ-TTg": 8}, {"148/QĐ-TTg": 9, "version": 3},
         ("Xếp nhóm sản phẩm", "Bộ tiêu chí theo 148/QĐ-TTg", "8", "9"),
         ("Classified the product", "Criteria set of 148/QD-TTg", "8", "9")),
    ],
)  # fmt: skip
def test_an_act_is_told_in_words(act, before, after, vi, en):
    told(act, before, after)
    for lang, (said, label, was, now) in (("vi", vi), ("en", en)):
        (line,) = page_of(lang=lang)
        (change,) = line.changes
        assert (line.act, change.label) == (said, label)
        assert (change.before.text if change.before else None, change.after.text) == (was, now)
    assert (line.who, line.role, line.unit) == ("Lan", "Commune OCOP officer", "Xã Ba Chẽ")


@pytest.mark.django_db
def test_units_and_people_are_named_and_keys_passed_over():
    from tests.domain.accounts.people import person
    from tests.domain.few_units import load

    load()
    who = person("Nông Văn Hào")
    told("registry.place_producer", {"unit": "00715 (now)", "needs_placing": True},
         {"unit": "khong-co", "needs_placing": False, "search_key": "x", "placed_on": "2026-01-01"})  # fmt: skip
    told("accounts.give_role", after={"person": str(who.id), "role": "leader", "seat": "x"}, kind="role")
    placing, role = page_of([("producer", "1")])[0], page_of([("role", "1")])[0]
    assert [one.label for one in placing.changes] == ["Đơn vị hành chính", "Cần chọn xã"]
    assert [one.after.text for one in role.changes] == ["Nông Văn Hào", "Lãnh đạo"]
    from ocop.domain.places.queries import titles, unit_on

    state = unit_on("02473", AT.date())
    assert titles([str(state.unit), "00000 (x)"]) == {str(state.unit): state.title}


@pytest.mark.django_db
def test_newest_first_a_page_at_a_time_with_as_many_queries_for_fifty_as_for_one(django_assert_num_queries):
    told("registry.add_producer", after={"name": "HTX"})
    with django_assert_num_queries(3):
        assert len(page_of().object_list) == 1
    for day in range(1, 51):
        told("registry.change_producer", {"address": str(day)}, {"address": f"Thôn {day}"}, at=AT + timedelta(days=day))
    told("registry.add_product", after={"name": "Miến"}, kind="product", subject="9", at=AT + timedelta(days=99))
    subjects = [("producer", "1"), ("product", "9")]
    with django_assert_num_queries(3):
        first = page_of(subjects)
    assert (len(first.object_list), first.paginator.num_pages) == (20, 3)
    assert [one.act for one in first.object_list[:2]] == ["Thêm sản phẩm", "Sửa thông tin chủ thể"]
    last = page_of(subjects, address="/?page=3")
    assert last.object_list[-1].act == "Thêm chủ thể vào sổ" and len(last.object_list) == 12
    html = drawn(last)
    assert html.count("<li>\n    <h3>") == 12 and html.count("<time") == 12


@pytest.mark.django_db
def test_personal_columns_are_hidden_from_who_may_not_see_them():
    told("registry.change_representative", {"phone": "0912345678"}, {"phone": "0987654321"}, kind="representative")
    html = drawn(page_of([("representative", "1")], hide=lambda kind, column: column == "phone"))
    assert "Điện thoại" in html and "dữ liệu cá nhân" in html
    assert "0912345678" not in html and "0987654321" not in html
    assert "0987654321" in drawn(page_of([("representative", "1")]))


@pytest.mark.django_db
def test_erased_details_are_said_to_be_erased_and_when():
    event = told("registry.change_representative", {"name": "Nông Văn A"}, {"name": "Nông Văn B"}, note="đổi người")
    erase_details(event.digest, by=SYSTEM, at=AT + timedelta(days=1), note="người ấy yêu cầu")
    (line,) = page_of()
    assert line.erased and not line.changes and not line.by_system
    html = drawn(page_of())
    assert "đã được xóa ngày 03/03/2026" in html and "Nông" not in html and "đổi người" not in html
    with translation.override("vi"):
        (act,) = lines(timeline("event", event.digest))
    assert act.act == "Xóa dữ liệu cá nhân trong lịch sử" and act.by_system and act.note


@pytest.mark.django_db
def test_an_english_timeline_marks_what_people_wrote_in_vietnamese():
    told("registry.change_producer", {"address": "Thôn Một"}, {"address": ""}, note="theo giấy phép mới")
    html = drawn(page_of(lang="en"), "en")
    assert "Changed the producer" in html and "left empty" in html and "Thôn Một" in html
    assert vietnamese_left_in(f'<html lang="en">{html}</html>') == []


@pytest.mark.django_db
def test_an_unknown_act_shows_its_code_rather_than_nothing():
    told("future.act", after={"field": "x"})
    (line,) = page_of()
    assert line.act == "future.act" and line.changes[0].label == "field"
    assert "Chưa có gì trong lịch sử" in drawn(page_of([("producer", "2")]))
