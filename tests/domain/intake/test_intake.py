"""A province's messy workbook: seen before it happens, settled, brought in, broken off, gone on with, and again."""

from collections import Counter

import pytest
from django.db import transaction

from ocop.domain.history.models import Event
from ocop.domain.history.queries import faults, timeline
from ocop.domain.intake.actions import apply as applying
from ocop.domain.intake.actions.apply import apply_all, apply_some, start, stop
from ocop.domain.intake.actions.settle import accept_doubts, settle_row
from ocop.domain.intake.models import DONE, STOPPED, Import, ImportRow
from ocop.domain.intake.queries.imports import (
    Counts,
    counts,
    import_of,
    imports,
    remark_lines,
    remarks_of,
    rows_of,
)
from ocop.domain.registry.models import Producer, Product, Representative, StarRecord
from ocop.rules.refused import Refused
from tests.domain.intake.conftest import AT, FIRST, HOA, ROWS, reading, workbook

BY = {"by": HOA, "at": AT}
MERGED = 80  # twenty producers of merged cells, four carried rows each


def refused(expected, act, *arguments, **more):
    with pytest.raises(Refused) as caught:
        act(*arguments, **more)
    assert caught.value.code == expected
    return caught.value


def register():
    """Everything the register holds, without identifiers."""
    return (
        Counter(Producer.objects.values_list("name", "unit__code", "address", "tax_code", "version")),
        Counter(Product.objects.values_list("name", "producer__name", "code", "version")),
        Counter(
            StarRecord.objects.values_list("product__name", "product__producer__name", "stars", "year", "decision")
        ),
        Representative.objects.count(),
    )


def accept_all(whole, book):
    for code in ("carried", "old_or_new", "year_differs", "unknown", "kind_unknown", "maybe_same"):
        accept_doubts(id=whole.id, code=code, book=book, **BY)


def test_a_dry_run_says_what_would_happen_and_touches_nothing(dry_run):
    codes = Counter(remark.code for row in rows_of(dry_run) for remark in remarks_of(row))
    assert codes == {
        "carried": MERGED, "old_or_new": 1, "day_impossible": 1, "stars_out_of_range": 1, "error_cell": 1,
        "year_differs": 1, "unknown": 1, "kind_unknown": 1,
    }  # fmt: skip
    found = counts(dry_run)
    assert found.wrong == 3
    assert found.wrong + found.doubtful + found.new == ROWS
    assert (found.matched, found.unchanged, found.applied) == (0, 0, 0)
    assert not Producer.objects.exists()
    assert [entry.act for entry in timeline("import", str(dry_run.id))] == ["registry.read_workbook"]
    assert list(imports("01")) == [dry_run]
    assert (str(dry_run), str(rows_of(dry_run)[0])) == (
        "ocop.xlsx",
        f"{FIRST} (new)",
    )


def test_each_remark_stands_in_its_cell(dry_run):
    lines = {(row, column): words for row, column, _, words in remark_lines(dry_run)}
    assert (FIRST + 30, "M") in lines
    assert "31/02/2024" in lines[FIRST + 30, "M"]
    assert "#REF!" in lines[FIRST + 50, "B"]
    row = rows_of(dry_run).get(number=FIRST + 10)
    assert [choice.value for choice in remarks_of(row)[0].choices] == ["00001", "00002"]
    assert any("no such day" in words for *_, words in remark_lines(dry_run, "en"))


def test_it_is_settled_on_the_page_and_brought_in_and_again_changes_nothing(dry_run, small_country, messy):
    settle_row(id=dry_run.id, number=FIRST + 30, corrections={"first_on": "29/02/2024"}, book=small_country, **BY)
    settle_row(id=dry_run.id, number=FIRST + 40, corrections={"first_stars": 4}, book=small_country, **BY)
    settle_row(id=dry_run.id, number=FIRST + 10, corrections={"commune": "00002"}, book=small_country, **BY)
    accept_all(dry_run, small_country)
    found = counts(dry_run)
    assert (found.wrong, found.doubtful, found.new) == (1, 0, ROWS - 1)
    done = apply_all(id=dry_run.id, book=small_country, **BY)
    assert (done.state, done.counts.applied) == (DONE, ROWS - 1)
    assert (done.taken.products, done.taken.stars) == (ROWS - 1, ROWS - 1)
    assert Product.objects.count() == ROWS - 1
    old = Product.objects.get(name="Miến số 0 hiệu " + _word(20)).producer
    assert (old.origin_unit.code, old.unit.code, old.needs_placing) == ("00003", "00002", False)
    assert not list(faults())
    before = register()
    events = Event.objects.filter(subject_kind__in=["producer", "product", "representative"]).count()

    again = reading(small_country, messy)
    assert counts(again).unchanged + counts(again).doubtful + counts(again).wrong == ROWS
    accept_all(again, small_country)
    for number, cell in ((30, {"first_on": "29/02/2024"}), (40, {"first_stars": 4}), (10, {"commune": "00002"})):
        settle_row(id=again.id, number=FIRST + number, corrections=cell, book=small_country, **BY)
    assert (counts(again).unchanged, counts(again).wrong, counts(again).to_apply) == (ROWS - 1, 1, 0)
    done = apply_all(id=again.id, book=small_country, **BY)
    assert done.taken == applying.Taken()
    assert register() == before
    assert Event.objects.filter(subject_kind__in=["producer", "product", "representative"]).count() == events


def _word(number):
    from tests.domain.intake.conftest import letters

    return letters(number // 5)


def test_stopped_and_gone_on_with_it_ends_as_if_never_stopped(dry_run, small_country):
    accept_all(dry_run, small_country)
    start(id=dry_run.id, **BY)
    apply_some(id=dry_run.id, limit=33, book=small_country, **BY)
    assert stop(id=dry_run.id, **BY).state == STOPPED
    assert stop(id=dry_run.id, **BY).counts.applied == 33
    assert apply_some(id=dry_run.id, book=small_country, **BY).taken.products == 0
    settle_row(id=dry_run.id, number=FIRST + 30, corrections={"first_on": "29/02/2024"}, book=small_country, **BY)
    done = apply_all(id=dry_run.id, book=small_country, **BY)
    assert (done.state, done.counts.applied, done.counts.wrong) == (DONE, ROWS - 2, 2)
    assert start(id=dry_run.id, **BY).state == DONE
    names = Counter(Producer.objects.values_list("name", "unit__code"))
    assert not [name for name, times in names.items() if times > 1]
    acts = [entry.act for entry in timeline("import", str(dry_run.id))]
    assert acts.count("registry.apply_workbook") == 2
    assert acts[-1] == "registry.finish_workbook"


def test_one_import_of_a_province_at_a_time(dry_run, small_country):
    start(id=dry_run.id, **BY)
    other = reading(small_country, workbook({}, 5))
    refused("another_import", start, id=other.id, **BY)
    refused("applying", settle_row, id=dry_run.id, number=FIRST, book=small_country, **BY)
    stop(id=dry_run.id, **BY)
    assert apply_all(id=other.id, book=small_country, **BY).state == DONE


def test_answers_that_cannot_be(dry_run, small_country):
    refused("no_row", settle_row, id=dry_run.id, number=4, book=small_country, **BY)
    refused("bad_value", settle_row, id=dry_run.id, number=FIRST, corrections={"colour": 1}, book=small_country, **BY)
    refused("no_import", import_of, "018f0000-0000-7000-8000-000000000000")
    apply_all(id=dry_run.id, book=small_country, **BY)
    refused("row_applied", settle_row, id=dry_run.id, number=FIRST + 5, book=small_country, **BY)


def test_producers_and_products_alike_are_asked_about(small_country):
    apply_all(id=reading(small_country, workbook({}, 5)).id, book=small_country, **BY)
    accept_all(Import.objects.get(), small_country)
    apply_all(id=Import.objects.get().id, book=small_country, **BY)
    known = Producer.objects.get()
    rows = "Tên sản phẩm,Chủ thể,Xã,Mã số thuế,Sao,Năm\n"
    rows += f"Miến số 0 hiệu {_word(0)},Hợp tác xã nông sản {_word(0)},xã Một,,4,2024\n"
    rows += f"Giò lụa,Công ty nông sản {_word(0)},Một,,3,2025\n"
    rows += f"Chả mực,HTX nông sản {_word(0)},Bốn,,3,2025\n"
    rows += "Bánh gai,HTX Hoàn Toàn Khác,Một,0100233488,3,2025\n"
    rows += f"Miến sốo 0 hiệu {_word(0)},HTX nông sản {_word(0)},Một,,3,2025\n"
    whole = reading(small_country, rows.encode())
    told = {row.number: [remark.code for remark in remarks_of(row)] for row in rows_of(whole)}
    assert told == {2: [], 3: ["maybe_same"], 4: ["old_or_new", "maybe_same"], 5: [], 6: ["maybe_same_product"]}
    assert rows_of(whole).get(number=2).product
    answers = {
        3: {"producer_is": "new"},
        4: {"producer_is": str(known.id), "commune": "00004"},
        6: {"product_is": "new"},
    }
    for number, answer in answers.items():
        row = settle_row(id=whole.id, number=number, corrections=answer, book=small_country, **BY)
        assert not row.remarks
    apply_all(id=whole.id, book=small_country, **BY)
    assert set(Producer.objects.values_list("kind", "tax_code")) == {
        ("cooperative", ""), ("enterprise", ""), ("cooperative", "0100233488"),
    }  # fmt: skip
    assert Product.objects.get(name="Chả mực").producer == known
    assert StarRecord.objects.filter(product__name=f"Miến số 0 hiệu {_word(0)}").count() == 2


def test_a_known_producer_is_filled_and_never_overwritten(small_country):
    head = "Tên sản phẩm,Chủ thể,Xã,Địa chỉ,Mã số thuế\n"
    for line in ("Gạo,HTX Tân Sơn,Một,,\n", "Gạo,HTX Tân Sơn,Một,Bản B,0100233488\n", "Gạo,HTX Tân Sơn,Một,Bản C,\n"):
        apply_all(id=reading(small_country, (head + line).encode()).id, book=small_country, **BY)
    row = Producer.objects.get()
    assert (row.address, row.tax_code, row.version) == ("Bản B", "0100233488", 2)
    again = reading(small_country, (head + "Gạo,HTX Tên Mới,Một,,0100233488\n").encode())
    assert counts(again) == Counts(0, 0, 0, 0, 1, 0)


def test_a_doubled_row_is_asked_about_and_makes_one_product(small_country):
    rows = (
        "Tên sản phẩm,Chủ thể,Xã,Sao,Năm\n" + "Gạo,HTX Tân Sơn,Một,3,2023\n" * 2 + "gạo,Hợp tác xã Tân Sơn,Một,4,2024\n"
    )
    whole = reading(small_country, rows.encode())
    assert [row.state for row in rows_of(whole)] == ["new", "doubtful", "doubtful"]
    row = settle_row(id=whole.id, number=3, corrections={"note": "hỏi lại"}, book=small_country, **BY)
    assert [remark.code for remark in remarks_of(row)] == ["doubled"]
    assert accept_doubts(id=whole.id, code="doubled", book=small_country, **BY) == 2
    apply_all(id=whole.id, book=small_country, **BY)
    assert (Producer.objects.count(), Product.objects.count(), StarRecord.objects.count()) == (1, 1, 2)


def test_a_code_of_another_product_sets_its_row_aside_and_stops_no_other(small_country):
    rows = "Tên sản phẩm,Chủ thể,Xã,Mã sản phẩm\n"
    rows += "Gạo,HTX Tân Sơn,Một,01-1\nMiến,HTX Tân Sơn,Một,01-1\nMật,HTX Tân Sơn,Một,\n"
    whole = reading(small_country, rows.encode())
    done = apply_all(id=whole.id, book=small_country, **BY)
    assert (done.state, done.counts.applied, done.counts.wrong, done.taken.products) == (DONE, 2, 1, 2)
    [remark] = remarks_of(rows_of(whole, "wrong").get())
    assert (remark.code, remark.row, remark.column) == ("code_taken", 3, "D")
    settle_row(id=whole.id, number=3, corrections={"code": "01-2"}, book=small_country, **BY)
    done = apply_all(id=whole.id, book=small_country, **BY)
    assert (done.state, done.taken.products, done.counts.applied) == (DONE, 1, 3)
    assert import_of(whole.id).made == {"producers": 1, "products": 3, "stars": 0, "filled": 0}


def test_a_corrected_file_is_a_new_dry_run_that_names_the_first(dry_run, small_country):
    better = reading(small_country, workbook({}), replaces=dry_run)
    assert better.replaces == dry_run
    assert counts(better).wrong == 0


def test_files_that_cannot_be_imported(small_country):
    refused("no_headings", reading, small_country, b"a,b\n1,2\n")
    refused("no_rows", reading, small_country, "Tên sản phẩm,Chủ thể\n".encode())
    refused("not_a_workbook", reading, small_country, b"PK\x03\x04")
    by_hand = reading(
        small_country, "x,Gạo,y,HTX Tân Sơn\n".encode(), mapping={"product": 2, "producer": 4}, first_row=1
    )
    assert [remark.code for row in rows_of(by_hand) for remark in remarks_of(row)] == ["no_commune"]
    assert Import.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_batch_belongs_in_a_transaction():
    with pytest.raises(RuntimeError):
        applying.take_in([], province="01", source="x", **BY)


def test_rows_are_once_in_an_import(small_country):
    whole = reading(small_country, workbook({}, 5))
    row = rows_of(whole)[0]
    row.pk = None
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"), transaction.atomic():
        row.save(force_insert=True)
    assert ImportRow.objects.filter(whole=whole).count() == 5
