"""Two officers on one row, one answer for many rows, a file kept until it is cleared: what a person's word does."""

import pytest

from ocop.domain.history.queries import timeline
from ocop.domain.intake.actions.apply import apply_all, start
from ocop.domain.intake.actions.clear import KEPT, clear, clear_old
from ocop.domain.intake.actions.read import read_sent
from ocop.domain.intake.actions.sent import send_file
from ocop.domain.intake.actions.settle import answer_question, settle_row
from ocop.domain.intake.fields import CLEARED, FIELDS
from ocop.domain.intake.models import Import, ImportRow, SentFile
from ocop.domain.intake.queries.imports import askings, counts, import_of, rows_found, sent_file
from ocop.domain.registry.fields import CLASSES
from ocop.domain.registry.models import Product
from ocop.rules.intake.questions import questions
from ocop.rules.refused import Refused
from ocop.rules.register.conflict import Conflict
from tests.domain.at_work import agency
from tests.domain.intake.conftest import AT, FIRST, HOA, reading, workbook

BY = {"by": HOA, "at": AT}
LAN = {"by": agency("Lan"), "at": AT}
TWO = {25: ("F", "Hai"), 26: ("F", "Hai"), 27: ("F", "Nơi Khác")}


def asked(whole):
    return {question.first.text or question.code: question for question in questions(askings(whole))}


def test_rows_that_ask_the_same_are_one_question_and_one_answer_settles_them(small_country):
    whole = reading(small_country, workbook(TWO, 40))
    both = asked(whole)["Hai"]
    assert (both.code, both.rows) == ("old_or_new", [FIRST + 25, FIRST + 26])
    told = {"id": whole.id, "key": both.key, "row": both.rows[0], "book": small_country}
    assert answer_question(answer="00002", **told, **BY) == 2
    assert "Hai" not in asked(whole)
    assert {row.state for row in ImportRow.objects.filter(number__in=both.rows)} == {"new"}
    assert [entry.act for entry in timeline("import", str(whole.id))][-1] == "registry.answer_doubts"
    with pytest.raises(Conflict) as caught:
        answer_question(answer="00001", **told, **LAN)
    assert [(each.field, each.stored) for each in caught.value.differences] == [("commune", "00002")]
    carried = asked(whole)["carried"] if "carried" in asked(whole) else asked(whole)[next(iter(asked(whole)))]
    assert answer_question(id=whole.id, key=carried.key, row=carried.rows[0], book=small_country, **BY) == len(
        carried.rows
    )


def test_two_officers_on_one_row_the_second_sees_the_first(small_country):
    whole = reading(small_country, workbook(TWO, 40))
    row = {"id": whole.id, "number": FIRST + 27, "book": small_country}
    settle_row(corrections={"commune": "00001"}, seen_version=1, **row, **BY)
    with pytest.raises(Conflict) as caught:
        settle_row(corrections={"commune": "00002", "note": "x"}, seen_version=1, **row, **LAN)
    told = {each.field: (each.seen, each.stored, each.offered) for each in caught.value.differences}
    assert told == {"commune": ("Nơi Khác", "00001", "00002"), "note": ("", "", "x")}
    assert ImportRow.objects.get(number=FIRST + 27).corrections == {"commune": "00001"}
    settle_row(corrections={"commune": "00002"}, seen_version=caught.value.version, **row, **LAN)


def test_an_answer_that_was_not_offered_is_refused(small_country):
    apply_all(id=reading(small_country, "Tên sản phẩm,Chủ thể,Xã\nGạo,HTX Tân Sơn,Một\n".encode()).id,
              book=small_country, **BY)  # fmt: skip
    whole = reading(small_country, "Tên sản phẩm,Chủ thể,Xã\nMiến,Công ty Tân Sơn,Một\n".encode())
    [question] = questions(askings(whole))
    assert question.code == "maybe_same"
    told = {"id": whole.id, "key": question.key, "row": 2, "book": small_country}
    with pytest.raises(Refused, match="câu trả lời"):
        answer_question(answer=str(whole.id), **told, **BY)
    answer_question(answer="new", **told, **BY)
    assert counts(whole).new == 1


def test_rows_are_found_without_accents_and_by_kind(small_country):
    whole = reading(small_country, workbook({}, 10))
    assert rows_found(whole, "", "mien so 3").count() == 2
    assert rows_found(whole, "wrong", "mien").count() == 0


def test_a_file_is_kept_read_by_chosen_columns_and_cleared(small_country):
    content = "x,Gạo,y,HTX Tân Sơn,0900000000\n".encode()
    sent = send_file(content=content, name="a.csv", province="01", source="Sở", **BY)
    columns = {"product": 2, "producer": 4, "phone": 5}
    whole = read_sent(id=sent.id, sheet="", mapping=columns, first_row=1, book=small_country, **BY)
    assert (whole.file, whole.source, whole.columns) == (sent, "Sở", columns)
    again = send_file(content=content, name="b.csv", province="01", source="Sở", replaces=whole.id, **BY)
    assert read_sent(id=again.id, sheet="", mapping=columns, first_row=1, book=small_country, **BY).replaces == whole
    [question] = questions(askings(whole))
    answer_question(id=whole.id, key=question.key, row=1, book=small_country, **BY)
    apply_all(id=whole.id, book=small_country, **BY)
    before = counts(import_of(whole.id))
    clear(id=whole.id, **BY)
    clear(id=whole.id, **BY)
    cleared = import_of(whole.id)
    assert (counts(cleared), cleared.file, ImportRow.objects.filter(whole=whole).count()) == (before, None, 0)
    assert Product.objects.count() == 1
    with pytest.raises(Refused, match="không còn"):
        sent_file(sent.id)
    with pytest.raises(Refused) as caught:
        settle_row(id=whole.id, number=1, book=small_country, **BY)
    assert caught.value.code == "cleared"
    acts = [entry.act for entry in timeline("import", str(whole.id))]
    assert acts.count("registry.clear_workbook") == 1


def test_what_nobody_clears_is_cleared_after_its_days(small_country):
    whole = reading(small_country, workbook({}, 5))
    send_file(content=b"x", name="bo.csv", province="01", source="Sở", **BY)
    assert clear_old(at=AT + KEPT) == 0
    start(id=whole.id, **BY)
    assert clear_old(at=AT + KEPT * 2) == 0, "not while it is being brought in"
    apply_all(id=whole.id, book=small_country, **BY)
    assert clear_old(at=AT + KEPT * 2) == 1
    assert not ImportRow.objects.exists() and not SentFile.objects.exists()
    assert sum(Import.objects.get().tally[kind] for kind in ("new", "doubtful")) == 5


def test_who_may_not_import_may_nothing(small_country):
    from ocop.domain.accounts.queries import Acting

    nobody = {"by": Acting(HOA.day, HOA.person), "at": AT}
    whole = reading(small_country, workbook({}, 5))
    for act in (clear, settle_row, start):
        with pytest.raises(Refused) as caught:
            act(id=whole.id, **({"number": FIRST} if act is settle_row else {}), **nobody)
        assert caught.value.code == "no_role"
    with pytest.raises(Refused):
        send_file(content=b"x", name="a.csv", province="01", source="Sở", **nobody)


def test_every_column_of_imports_is_classed():
    from django.apps import apps

    columns = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("intake").get_models()
        for field in model._meta.concrete_fields
    }
    assert columns == set(FIELDS)
    assert set(FIELDS.values()) <= set(CLASSES)
    assert {name.split(".")[0] for name, data in FIELDS.items() if data != "none"} == CLEARED
